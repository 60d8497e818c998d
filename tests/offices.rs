//! What cards say of offices on a day: who holds them, since and until when, and where the sources end.

mod common;

use newsgloss::Options;
use newsgloss::annotation::Fact;

/// An office as a table writes it: "office President of France 2017-05-14..", with `?` where nobody confirms it.
fn written(fact: &Fact) -> String {
    let Fact { label, value, since, until, unconfirmed, .. } = fact;
    let day = |day: &Option<String>| day.clone().unwrap_or_default();
    format!("{label} {value} {}..{}{}", day(since), day(until), if *unconfirmed { "?" } else { "" })
}

#[test]
fn offices_by_the_day_of_the_article() {
    for (date, text, id, expected) in [
        (
            "2015-06-01",
            "U.S. President Barack Obama spoke.",
            "person/barack-obama",
            "office President of the United States 2009-01-20..2017-01-20",
        ),
        (
            "2025-02-24",
            "Former U.S. President Barack Obama spoke.",
            "person/barack-obama",
            "former_office President of the United States 2009-01-20..2017-01-20",
        ),
        (
            "2025-02-24",
            "French President Emmanuel Macron spoke.",
            "person/emmanuel-macron",
            "office President of France 2017-05-14..; office Co-Prince of Andorra 2017-05-14..",
        ),
        // A quarter after the source spoke, the office is confirmed no more.
        (
            "2026-12-20",
            "Voters in Poland stayed home.",
            "nation/PL",
            "head_of_state Karol Nawrocki 2025-08-06..; head_of_government Donald Tusk 2023-12-13..",
        ),
        (
            "2027-01-20",
            "Voters in Poland stayed home.",
            "nation/PL",
            "head_of_state Karol Nawrocki 2025-08-06..?; head_of_government Donald Tusk 2023-12-13..?",
        ),
        // Without a day nobody can tell.
        (
            "",
            "French President Emmanuel Macron spoke.",
            "person/emmanuel-macron",
            "office President of France 2017-05-14..?; office Co-Prince of Andorra 2017-05-14..?",
        ),
    ] {
        let options = Options { date: date.parse().ok(), ..Options::default() };
        let found = common::gloss().annotate(text, &options);
        let entity = found.entities.iter().find(|e| e.id == id).unwrap_or_else(|| panic!("no {id} in {text}"));
        let about = |fact: &&Fact| fact.label.contains("office") || fact.label.starts_with("head_of");
        let offices: Vec<String> = entity.facts.iter().filter(about).map(written).collect();
        assert_eq!(offices.join("; "), expected, "{date} {text}");
    }
}

/// Nobody is shown in an office without the source of it and the day of the source.
#[test]
fn every_office_has_a_source_and_its_day() {
    let pack = &common::gloss().knowledge;
    for record in pack.records() {
        for office in &record.offices {
            assert!(!office.source.is_empty() && office.as_of.is_some(), "{}: {}", record.id, office.title);
        }
    }
}
