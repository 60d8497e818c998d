//! Which mentions are shown.

use js_sys::JSON;
use newsgloss::browser::mark::{Choice, Density, Found};
use wasm_bindgen_test::wasm_bindgen_test;

/// Mentions ten units apart, by kind and entity, as the schema has them.
fn found(mentions: &[(&str, usize)]) -> Found {
    let mention = |(i, (kind, entity)): (usize, &(&str, usize))| {
        let start = i * 10;
        format!(r#"{{"start":{start},"end":{},"kind":"{kind}","entity":{entity}}}"#, start + 4)
    };
    let mentions: Vec<_> = mentions.iter().enumerate().map(mention).collect();
    let annotations = JSON::parse(&format!(r#"{{"mentions":[{}],"deals":[]}}"#, mentions.join(",")));
    Found::new(&annotations.expect("JSON")).expect("the schema")
}

#[wasm_bindgen_test]
fn kinds_and_density() {
    let found = found(&[("nation", 0), ("person", 1), ("nation", 0), ("nation", 0), ("person", 1)]);
    let person = || Some(vec!["person".to_owned()]);
    for (kinds, density, shown) in [
        (None, Density::All, &[0, 10, 20, 30, 40][..]),
        (None, Density::Section, &[0, 10, 30, 40]),
        (None, Density::First, &[0, 10]),
        (person(), Density::All, &[10, 40]),
        (Some(Vec::new()), Density::All, &[]),
    ] {
        let marks = Choice { kinds: kinds.clone(), density }.marks(&found, &[25]);
        let starts: Vec<u32> = marks.iter().map(|mark| mark.start).collect();
        assert_eq!(starts, shown, "{kinds:?} {density:?}");
    }
}
