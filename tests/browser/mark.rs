//! Which mentions are shown.

use js_sys::JSON;
use newsgloss::browser::mark::{Choice, Density, Found};
use wasm_bindgen_test::wasm_bindgen_test;

/// Mentions of a nation (0) and a person (1), ten units apart, as the schema has them.
fn found(entities: &[usize]) -> Found {
    let mention = |(i, entity): (usize, &usize)| {
        let start = i * 10;
        format!(r#"{{"start":{start},"end":{},"entity":{entity}}}"#, start + 4)
    };
    let mentions: Vec<_> = entities.iter().enumerate().map(mention).collect();
    let entities = r#"[{"kind":"nation"},{"kind":"person"}]"#;
    let annotations = format!(r#"{{"entities":{entities},"mentions":[{}],"deals":[]}}"#, mentions.join(","));
    Found::new(&JSON::parse(&annotations).expect("JSON")).expect("the schema")
}

#[wasm_bindgen_test]
fn kinds_and_density() {
    let found = found(&[0, 1, 0, 0, 1]);
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
