//! The text of an HTML file: its article's blocks, one per line.

use scraper::{ElementRef, Html, Node, Selector};

/// Elements whose text is no part of an article.
const SKIPPED: &[&str] = &[
    "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "select", "textarea", "svg",
    "iframe", "head", "menu",
];

/// Elements that begin and end a block.
const BLOCKS: &[&str] = &[
    "address", "article", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
];

/// The text of the page's article, or of its whole body: `itemprop=articleBody`, `article`, `main`, `body`.
#[must_use]
pub fn article_text(html: &str) -> String {
    let page = Html::parse_document(html);
    let root = ["[itemprop=articleBody]", "article", "main", "body"].iter().find_map(|css| {
        let selector = Selector::parse(css).ok()?;
        page.select(&selector).max_by_key(|e| e.text().map(str::len).sum::<usize>())
    });
    let mut text = String::new();
    if let Some(root) = root {
        append(root, &mut text);
    }
    text.lines().map(squeezed).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn append(element: ElementRef, text: &mut String) {
    for child in element.children() {
        match child.value() {
            Node::Text(run) => text.push_str(&run.replace('\n', " ")),
            Node::Element(e) if !SKIPPED.contains(&e.name()) && e.attr("hidden").is_none() => {
                let block = BLOCKS.contains(&e.name());
                text.extend(block.then_some('\n'));
                if let Some(inner) = ElementRef::wrap(child) {
                    append(inner, text);
                }
                text.extend(block.then_some('\n'));
            }
            _ => {}
        }
    }
}

fn squeezed(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages() {
        for (html, text) in [
            ("<body><nav>Home</nav><article><h1>A  b</h1><p>C <b>d</b>e.</p></article>", "A b\nC de."),
            ("<p>One<br>two<script>x</script>", "One\ntwo"),
            ("", ""),
        ] {
            assert_eq!(article_text(html), text);
        }
    }
}
