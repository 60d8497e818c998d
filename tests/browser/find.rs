//! Finding the article.

use newsgloss::browser::beside::is_beside;
use newsgloss::browser::find;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{Fixture, document};

const LONG: &str =
    "The ministers met on Monday to talk about the treaty, and parted without a word to those who waited.";

#[wasm_bindgen_test]
fn the_article_among_other_things() {
    // Outweighs what the test runner writes on the page.
    let paragraphs = format!("<p>{LONG}</p>").repeat(200);
    let links = format!("<a href='#'>{LONG}</a>").repeat(20);
    for (html, expected) in [
        (format!("<div><nav>{links}</nav><div id='it'>{paragraphs}</div></div>"), "it"),
        (format!("<div><section>{links}</section><main id='it'>{paragraphs}</main></div>"), "it"),
        (format!("<div><div id='it'>{paragraphs}</div><div class='comments'>{paragraphs}</div></div>"), "it"),
        (format!("<div><section><div id='it' itemprop='articleBody'>{paragraphs}</div></section></div>"), "it"),
    ] {
        let _fixture = Fixture::new("div", &html);
        let found = find::article(&document()).expect("an article");
        assert_eq!(found.id(), expected, "{html:.60}");
    }
}

#[wasm_bindgen_test]
fn names_of_what_stands_beside() {
    for (class, beside) in [
        ("related", true),
        ("article-related-links", true),
        ("share_bar", true),
        ("site-footer", true),
        ("content-with-sidebar", false),
        ("has-sidebar", false),
        ("article-body", false),
        ("download", false),
        ("padded", false),
    ] {
        let fixture = Fixture::article(&format!("<div class='{class}'></div>"));
        assert_eq!(is_beside(&fixture.find("div")), beside, "{class}");
    }
}
