//! W3C Web Annotation: one annotation per mention and deal mention, each with a position and a quote selector.

use serde::Serialize;

use super::wikidata_url;
use crate::annotation::{Annotations, Deal, Entity};

/// A page of annotations, <https://www.w3.org/TR/annotation-model/#annotation-page>.
#[derive(Debug, Serialize)]
pub struct AnnotationPage {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    items: Vec<WebAnnotation>,
}

#[derive(Debug, Serialize)]
struct WebAnnotation {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Bodies,
    target: Target,
}

/// One body, or several where the words mean several at once.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Bodies {
    One(Body),
    Several(Vec<Body>),
}

#[derive(Debug, Serialize)]
struct Body {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    value: String,
    purpose: &'static str,
}

#[derive(Debug, Serialize)]
struct Target {
    source: String,
    selector: [Selector; 2],
}

#[derive(Debug, Serialize)]
#[serde(tag = "type")]
enum Selector {
    TextPositionSelector { start: usize, end: usize },
    TextQuoteSelector { exact: String },
}

/// All mentions as annotations of the document at `source`. Positions are in the offsets of `annotations`; the
/// standard counts code points, so ask for [`crate::span::OffsetUnit::Char`].
#[must_use]
pub fn web_annotations(annotations: &Annotations, source: &str) -> AnnotationPage {
    let named = annotations.mentions.iter().filter_map(|m| {
        let body = |entity: &usize| annotations.entities.get(*entity).map(entity_body);
        let others: Vec<Body> = m.also.iter().filter_map(body).collect();
        let body = body(&m.entity)?;
        let bodies = match others.is_empty() {
            true => Bodies::One(body),
            false => Bodies::Several([body].into_iter().chain(others).collect()),
        };
        Some((bodies, "identifying", m.start, m.end, &m.text))
    });
    let dealt = annotations.deals.iter().flat_map(|deal| {
        deal.mentions.iter().map(|m| (Bodies::One(deal_body(deal)), "describing", m.start, m.end, &m.text))
    });
    let items = named.chain(dealt).enumerate().map(|(i, (body, motivation, start, end, text))| WebAnnotation {
        id: format!("{source}#newsgloss-{}", i + 1),
        kind: "Annotation",
        motivation,
        body,
        target: Target {
            source: source.to_owned(),
            selector: [
                Selector::TextPositionSelector { start, end },
                Selector::TextQuoteSelector { exact: text.clone() },
            ],
        },
    });
    AnnotationPage { context: "http://www.w3.org/ns/anno.jsonld", kind: "AnnotationPage", items: items.collect() }
}

fn entity_body(entity: &Entity) -> Body {
    Body {
        kind: "SpecificResource",
        source: Some(entity.wikidata.as_deref().map_or_else(|| format!("urn:newsgloss:{}", entity.id), wikidata_url)),
        value: entity.name.clone(),
        purpose: "identifying",
    }
}

fn deal_body(deal: &Deal) -> Body {
    Body { kind: "TextualBody", source: None, value: deal.title.clone(), purpose: "describing" }
}
