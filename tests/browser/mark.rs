//! Which mentions are shown.

use newsgloss::annotation::{Annotations, Mention};
use newsgloss::browser::mark::{Choice, Density};
use newsgloss::knowledge::{Form, Kind};
use wasm_bindgen_test::wasm_bindgen_test;

/// Mentions ten units apart, by kind and entity.
fn annotations(mentions: &[(Kind, usize)]) -> Annotations {
    let mention = |(i, &(kind, entity)): (usize, &(Kind, usize))| Mention {
        start: i * 10,
        end: i * 10 + 4,
        text: "Name".into(),
        kind,
        entity,
        form: Form::Name,
        confidence: 0.9,
    };
    Annotations {
        version: 1,
        date: None,
        entities: Vec::new(),
        mentions: mentions.iter().enumerate().map(mention).collect(),
        quotes: Vec::new(),
        deals: Vec::new(),
    }
}

#[wasm_bindgen_test]
fn kinds_and_density() {
    use Kind::{Nation, Person};
    let annotations = annotations(&[(Nation, 0), (Person, 1), (Nation, 0), (Nation, 0), (Person, 1)]);
    let person = || Some(vec!["person".to_owned()]);
    for (kinds, density, shown) in [
        (None, Density::All, &[0, 10, 20, 30, 40][..]),
        (None, Density::Section, &[0, 10, 30, 40]),
        (None, Density::First, &[0, 10]),
        (person(), Density::All, &[10, 40]),
        (Some(Vec::new()), Density::All, &[]),
    ] {
        let marks = Choice { kinds: kinds.clone(), density }.marks(&annotations, &[25]);
        let starts: Vec<u32> = marks.iter().map(|mark| mark.start).collect();
        assert_eq!(starts, shown, "{kinds:?} {density:?}");
    }
}
