//! A newsroom's own pack: what it adds, what it corrects, what is skipped.

use super::{bytes, meanings};
use crate::knowledge::{Knowledge, Overlay};

fn with(json: &str) -> (Knowledge, Vec<String>) {
    let overlay: Overlay = serde_json::from_str(json).expect("JSON");
    Knowledge::from_bytes(&bytes()).expect("a pack").with_overlay(overlay)
}

#[test]
fn what_a_newsroom_adds_and_corrects() {
    for (json, alias, expected) in [
        (r"{}", "Kyiv", "place/kyiv name, n/ua metonym"),
        (r#"{"$schema":"newsroom.schema.json"}"#, "Kyiv", "place/kyiv name, n/ua metonym"),
        (r#"{"people":[{"name":"Ann Quibble","nation":"GB"}]}"#, "Ann Quibble", "p/ann-quibble name"),
        (r#"{"people":[{"name":"Ann Quibble","nation":"GB"}]}"#, "Quibble", "p/ann-quibble short?"),
        (r#"{"people":[{"name":"Ann Quibble","short":["Annie"]}]}"#, "Annie", "p/ann-quibble short?"),
        (r#"{"organizations":[{"name":"Quibble Fund","acronyms":["QBF"]}]}"#, "QBF", "o/quibble-fund acronym"),
        (r#"{"aliases":[{"alias":"City of Light","id":"place/paris"}]}"#, "City of Light", "place/paris name"),
        (r#"{"corrections":{"never":["Kyiv"]}}"#, "Kyiv", ""),
        (r#"{"corrections":{"never":["place/kyiv"]}}"#, "Kyiv", "n/ua metonym"),
        (r#"{"corrections":{"always":[{"alias":"Georgia","id":"nation/GE"}]}}"#, "Georgia", "n/ge name"),
        // corrections win over additions
        (r#"{"aliases":[{"alias":"Georgia","id":"nation/US"}],"corrections":{"never":["Georgia"]}}"#, "Georgia", ""),
    ] {
        let (pack, skipped) = with(json);
        assert_eq!((meanings(&pack, alias).as_str(), skipped), (expected, Vec::new()), "{json}");
    }
}

#[test]
fn added_aliases_are_found_in_text() {
    let (pack, _) = with(
        r#"{"people":[{"name":"Ann Quibble"}],"corrections":{"never":["United Nations"],"rename":
        [{"id":"nation/TR","name":"Türkiye"}]},"cards":[{"id":"nation/TR","text":"<b>x</b>"}]}"#,
    );
    for (words, expected) in [
        (&["Ann", "Quibble", "said"][..], &[2][..]),
        (&["United", "Nations", "General", "Assembly"], &[4]),
        (&["Kyiv"], &[1]),
        (&["nothing"], &[]),
    ] {
        let found = pack.matches(words.iter().map(|&word| word.into()));
        assert_eq!(found.iter().map(|(count, _)| *count).collect::<Vec<_>>(), expected, "{words:?}");
    }
    let turkey = pack.find("nation/TR").and_then(|id| pack.record(id)).expect("Turkey");
    assert_eq!((turkey.name.as_str(), turkey.facts[0].value.as_str()), ("Türkiye", "<b>x</b>"));
    assert!(pack.is_forbidden("United Nations"));
}

#[test]
fn bad_entries_are_skipped_and_named() {
    let long = "x".repeat(10_000_000);
    for (json, expected) in [
        (r#"{"people":[{"nom":"x"}]}"#, "people[0]: it has no name"),
        (r#"{"people":["Ann"]}"#, "people[0]: it has no name"),
        (r#"{"people":[{"name":7}]}"#, "people[0]: its name is no text"),
        (r#"{"people":[{"name":"A B","short":[7]}]}"#, "people[0]: its short are no list of texts"),
        (r#"{"people":7}"#, "people: it is no list, see newsroom.schema.json"),
        (r#"{"corrections":7}"#, "corrections: it is no object, see newsroom.schema.json"),
        (r#"{"corrections":{"never":[7]}}"#, "corrections.never[0]: it is no text"),
        (r#"{"poeple":[]}"#, r#""poeple": no part is called so, see newsroom.schema.json"#),
        (&format!(r#"{{"people":[{}{}]}}"#, "[".repeat(90), "]".repeat(90)), "people[0]: it has no name"),
        (r#"{"people":[{"name":" "}]}"#, "people[0]: a name is empty"),
        (r#"{"people":[{"name":"A\u0007"}]}"#, r#"people[0]: "A\u{7}" holds control characters"#),
        (r#"{"people":[{"name":"A B","id":"nation/AB"}]}"#, "people[0]: the id must begin with person/ and go on"),
        (
            r#"{"people":[{"name":"Vladimir Putin"}]}"#,
            r#"people[0]: "person/vladimir-putin" is known already: use aliases, cards or rename"#,
        ),
        (r#"{"people":[{"name":"A B","nation":"XX"}]}"#, r#"people[0]: nothing has the id "nation/XX""#),
        (
            r#"{"people":[{"name":"A B","link":"javascript:alert(1)"}]}"#,
            r#"people[0]: "javascript:alert(1)" is no https link"#,
        ),
        (r#"{"aliases":[{"alias":"x","id":"place/atlantis"}]}"#, r#"aliases[0]: nothing has the id "place/atlantis""#),
        (r#"{"corrections":{"always":[{"alias":"x","id":"n"}]}}"#, r#"corrections.always[0]: nothing has the id "n""#),
        (
            &format!(r#"{{"people":[{{"name":"{long}"}}]}}"#),
            r#"people[0]: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"... is longer than 200 bytes"#,
        ),
        (
            &format!(r#"{{"cards":[{{"id":"nation/UA","text":"{long}"}}]}}"#),
            r#"cards[0]: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"... is longer than 2000 bytes"#,
        ),
    ] {
        let (pack, skipped) = with(json);
        assert_eq!(skipped, [format!("newsroom pack: skipped {expected}")]);
        assert_eq!(meanings(&pack, "Kyiv"), "place/kyiv name, n/ua metonym");
    }
}

#[test]
fn what_is_no_pack_is_refused() {
    for json in ["[]", "null", "7", r#""people""#] {
        let error = serde_json::from_str::<Overlay>(json).expect_err(json);
        assert_eq!(error.to_string(), "the newsroom's pack is no object: see newsroom.schema.json");
    }
}

#[test]
fn a_bad_entry_spoils_no_good_one() {
    let (pack, skipped) = with(r#"{"people":[{"name":3},{"name":"Ann Quibble"},null]}"#);
    assert_eq!(skipped.len(), 2);
    assert_eq!(meanings(&pack, "Ann Quibble"), "p/ann-quibble name");
}

#[test]
fn the_example_of_the_schema_loads_whole() {
    let schema = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/newsroom.schema.json")).expect("the schema");
    let schema: serde_json::Value = serde_json::from_slice(&schema).expect("JSON");
    let (pack, skipped) = with(&schema["examples"][0].to_string());
    assert_eq!(skipped, Vec::<String>::new());
    assert_eq!(meanings(&pack, "HWL"), "o/harbour-workers-league acronym");
    assert_eq!(meanings(&pack, "Reading"), "");
}
