//! Annotated HTML: the text in paragraphs, each mention in a `<mark>` that says what it is. For files of one's own;
//! on a living page nothing is ever wrapped.

use std::fmt::Write;

use crate::annotation::{Annotations, Entity};
use crate::article::Article;
use crate::span::Span;

/// One mark: its bytes and its attributes.
struct Mark {
    span: Span,
    attributes: String,
}

/// The text as HTML paragraphs with marks. `annotations` must count bytes
/// ([`crate::span::OffsetUnit::Byte`]). Where a deal's mention overlaps a name, the name is marked.
#[must_use]
pub fn html(text: &str, annotations: &Annotations) -> String {
    let marks = marks(annotations);
    let mut out = String::with_capacity(text.len() * 2);
    for block in &Article::new(text, None).blocks {
        out.push_str("<p>");
        let mut at = block.span.start;
        for mark in marks.iter().filter(|m| block.span.contains(&m.span)) {
            out.push_str(&escape(Span::new(at, mark.span.start).of(text)));
            let _ = write!(out, "<mark {}>{}</mark>", mark.attributes, escape(mark.span.of(text)));
            at = mark.span.end;
        }
        out.push_str(&escape(Span::new(at, block.span.end).of(text)));
        out.push_str("</p>\n");
    }
    out
}

/// Names and deal mentions in reading order, never overlapping.
fn marks(annotations: &Annotations) -> Vec<Mark> {
    let named = annotations.mentions.iter().filter_map(|m| {
        let entity = annotations.entities.get(m.entity)?;
        let others: Vec<&Entity> = m.also.iter().filter_map(|&other| annotations.entities.get(other)).collect();
        let kind = format!("{:?}", m.kind).to_lowercase();
        let names = [entity].iter().chain(&others).map(|e| escape(&e.name)).collect::<Vec<_>>().join(", ");
        let mut attributes = format!(r#"class="newsgloss-{kind}" data-id="{}" title="{names}""#, escape(&entity.id));
        if !others.is_empty() {
            let ids = others.iter().map(|e| escape(&e.id)).collect::<Vec<_>>().join(" ");
            let _ = write!(attributes, r#" data-also="{ids}""#);
        }
        Some(Mark { span: Span::new(m.start, m.end), attributes })
    });
    let mut marks: Vec<Mark> = named.collect();
    for deal in &annotations.deals {
        for m in &deal.mentions {
            let span = Span::new(m.start, m.end);
            if !marks.iter().any(|mark| mark.span.overlaps(&span)) {
                let attributes =
                    format!(r#"class="newsgloss-deal" data-id="{}" title="{}""#, deal.id, escape(&deal.title));
                marks.push(Mark { span, attributes });
            }
        }
    }
    marks.sort_by_key(|m| m.span);
    marks
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
