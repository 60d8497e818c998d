//! The day of publication.

use newsgloss::browser::published;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{Fixture, document};

#[wasm_bindgen_test]
fn days_as_pages_state_them() {
    let json = |inside: &str| format!("<script type='application/ld+json'>{inside}</script>");
    for (html, day) in [
        (json(r#"{"@type":"NewsArticle","datePublished":"2025-02-24T23:30:00-05:00"}"#), Some("2025-02-24")),
        (
            json(r#"{"@graph":[{"@type":"WebPage"},{"@type":["Article"],"datePublished":"2025-02-24"}]}"#),
            Some("2025-02-24"),
        ),
        (json(r#"{"@type":"Organization","datePublished":"2025-02-24"}"#), None),
        (json("no JSON"), None),
        ("<meta property='article:published_time' content='2025-02-24T09:00:00Z'>".into(), Some("2025-02-24")),
        ("<time datetime='2025-02-24'>Monday</time>".into(), Some("2025-02-24")),
        ("<time datetime='0001-01-01'></time>".into(), None),
        ("<time>Monday</time>".into(), None),
    ] {
        let fixture = Fixture::article(&html);
        let found = published::day(&document(), &fixture.0).map(|day| day.to_string());
        assert_eq!(found.as_deref(), day, "{html}");
    }
}
