//! What the pack of `data/` knows, what a damaged pack says, and what is refused in a table.

use std::fmt::Write;

use jiff::civil::Date;

use super::{Guard, Kind, Knowledge, Office, PackError, Rank, compile, test_pack};

mod heads;
mod newsroom;
mod second_source;
mod tables;
mod travel;

/// The meanings of an alias, likeliest first: id and form, with `?` where the context must bear it out and `??` where
/// the words around it must.
fn meanings(pack: &Knowledge, alias: &str) -> String {
    let mut all = Vec::new();
    for sense in pack.senses(&super::key(alias)) {
        let guard = match sense.guard {
            Guard::None => "",
            Guard::Context => "?",
            Guard::Word => "??",
        };
        let id = pack.record(sense.record).map_or("", |record| &record.id);
        all.push(format!("{id} {:?}{guard}", sense.form).to_lowercase());
    }
    all.join(", ").replace("nation/", "n/").replace("organization/", "o/").replace("person/", "p/")
}

#[test]
fn aliases() {
    let pack = test_pack();
    let mut wrong = Vec::new();
    for (alias, expected) in [
        // nations
        ("Ukraine", "n/ua name"),
        ("U.S.", "n/us name"),
        ("UK", "n/gb name"),
        ("UAE", "n/ae name"),
        ("Russian Federation", "n/ru name"),
        ("Türkiye", "n/tr name"),
        ("Turkey", "n/tr name??"),
        ("Jordan", "p/thomas-jordan short?, p/jim-jordan short?, n/jo name??"),
        ("Chad", "n/td name??"),
        ("Congo", "n/cd name?, n/cg name?"),
        ("Democratic Republic of the Congo", "n/cd name"),
        ("Georgia", "n/ge name??, place/georgia-us-state name??"),
        ("Sudan", "n/sd name"),
        ("South Sudan", "n/ss name"),
        ("USSR", "n/su name"),
        // their people
        ("Ukrainian", "n/ua demonym"),
        ("Ukrainians", "n/ua demonym"),
        ("Poles", "n/pl demonym??"),
        ("Korean", "n/kp demonym?, n/kr demonym?"),
        ("Dominican", "n/dm demonym?, n/do demonym?"),
        ("European", "o/european-union demonym?, place/europe demonym?"),
        // capitals and seats
        ("Kyiv", "place/kyiv name, n/ua metonym"),
        ("Kiev", "place/kyiv name, n/ua metonym"),
        ("Moscow", "place/moscow name, n/ru metonym"),
        ("White House", "place/white-house name, n/us metonym"),
        ("Kremlin", "place/kremlin name, n/ru metonym"),
        ("Elysee", "place/elysee-palace name, n/fr metonym"),
        ("Brussels", "place/brussels name, n/be metonym, o/european-union metonym?"),
        ("Washington", "n/us metonym, place/washington-dc name?, place/washington-state name?"),
        // bodies
        ("EU", "o/european-union name"),
        ("U.N.", "o/united-nations acronym"),
        ("WHO", "o/world-health-organization acronym"),
        ("NATO", "o/nato name"),
        ("U.N. General Assembly", "o/united-nations-general-assembly name"),
        ("General Assembly", "o/united-nations-general-assembly name?"),
        ("Truth Social", "o/truth-social name"),
        ("Houthis", "o/houthis name"),
        ("IRGC", "o/islamic-revolutionary-guard-corps acronym"),
        ("Duma", "o/state-duma name"),
        ("Apple", "o/apple-inc name??"),
        // people
        ("Volodymyr Zelensky", "p/volodymyr-zelenskyy name"),
        ("Zelenskiy", "p/volodymyr-zelenskyy short?"),
        ("Putin", "p/vladimir-putin short?"),
        ("Recep Tayyip Erdogan", "p/recep-tayyip-erdogan name"),
        ("Muammar Qaddafi", "p/muammar-gaddafi name"),
        ("Dorothy Shea", "p/dorothy-shea name"),
        // not in it
        ("President Trump", ""),
        ("the Kremlin", ""),
        ("Who", ""),
        ("who", ""),
        ("", ""),
    ] {
        let found = meanings(pack, alias);
        if found != expected {
            wrong.push(format!("{alias}: {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn surnames_of_several_people() {
    let pack = test_pack();
    for (surname, people) in [
        ("Bush", &["person/george-w-bush", "person/george-h-w-bush"][..]),
        ("Kim", &["person/kim-jong-un", "person/kim-yo-jong"]),
        ("Clinton", &["person/bill-clinton", "person/hillary-clinton"]),
    ] {
        let senses = pack.senses(surname);
        let ids: Vec<_> = senses.iter().filter_map(|s| pack.record(s.record)).map(|r| r.id.as_str()).collect();
        assert!(people.iter().all(|id| ids.contains(id)), "{surname}: {ids:?}");
        assert!(senses.iter().all(|sense| sense.guard != Guard::None), "{surname}");
    }
}

#[test]
fn matches_are_the_aliases_at_the_start() {
    let pack = test_pack();
    for (words, expected) in [
        (
            &["United", "Nations", "General", "Assembly", "met"][..],
            "2 o/united-nations|4 o/united-nations-general-assembly",
        ),
        (&["South", "Korea", "said"], "2 n/kr"),
        (&["Jean", "-", "Noel", "Barrot"], "1 p/fritz-jean|4 p/jean-noel-barrot"),
        (&["the", "Kremlin"], ""),
        (&[], ""),
        (&[""], ""),
    ] {
        let mut found = String::new();
        for (count, senses) in pack.matches(words.iter().map(|&word| word.into())) {
            let id = pack.record(senses[0].record).map_or("", |record| &record.id);
            write!(found, "{}{count} {id}", if found.is_empty() { "" } else { "|" }).expect("a string");
        }
        let short = found.replace("nation/", "n/").replace("organization/", "o/").replace("person/", "p/");
        assert_eq!(short.to_lowercase(), expected, "{words:?}");
    }
}

#[test]
fn records_and_their_facts() {
    let pack = test_pack();
    for (id, name, wikidata, code) in [
        ("nation/US", "United States", "Q30", "US"),
        ("nation/TR", "Turkey", "Q43", "TR"),
        ("nation/CD", "Democratic Republic of the Congo", "Q974", "CD"),
        ("organization/european-union", "European Union", "Q458", "EU"),
        ("organization/united-nations-general-assembly", "United Nations General Assembly", "Q47423", ""),
        ("place/white-house", "White House", "Q35525", "US"),
        ("place/kyiv", "Kyiv", "Q1899", "UA"),
        ("person/volodymyr-zelenskyy", "Volodymyr Zelenskyy", "Q3874799", "UA"),
    ] {
        let i = pack.find(id).expect(id);
        let record = pack.record(i).expect(id);
        let code_of = pack.nation_code(i).unwrap_or_default();
        assert_eq!((record.name.as_str(), record.wikidata.as_deref(), code_of), (name, Some(wikidata), code));
    }
    let ukraine = pack.find("nation/UA").and_then(|i| pack.record(i)).expect("Ukraine");
    let fact =
        |label: &str| ukraine.facts.iter().find(|f| f.label == label).map(|f| (f.value.as_str(), f.as_of.as_str()));
    assert_eq!(fact("capital"), Some(("Kyiv", "2025-02-27")));
    assert_eq!(fact("currency"), Some(("UAH", "2025-10")));
}

#[test]
fn coverage() {
    let pack = test_pack();
    let count = |kind: Kind, class: &str| {
        pack.records().filter(|r| r.kind == kind && (class.is_empty() || r.class == class)).count()
    };
    assert_eq!(count(Kind::Nation, "un_member"), 193);
    assert_eq!(count(Kind::Nation, "un_observer"), 2);
    assert_eq!(count(Kind::Place, "state"), 140);
    assert!(count(Kind::Person, "") >= 5_000, "{} people", count(Kind::Person, ""));
    assert!(count(Kind::Organization, "") >= 900, "{} organizations", count(Kind::Organization, ""));
    let members = |id: &str| pack.find(id).and_then(|i| pack.record(i)).map_or(0, |r| r.members.len());
    assert_eq!(members("organization/united-nations"), 193);
    assert_eq!(members("organization/nato"), 32);
    assert_eq!(members("organization/european-union"), 27);
}

/// The pack compiled from `data/`.
fn bytes() -> Vec<u8> {
    static BYTES: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data"));
    BYTES.get_or_init(|| compile(folder).expect("sound tables")).clone()
}

#[test]
fn the_committed_pack_is_current() {
    let committed = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/knowledge.bin")).expect("the pack");
    assert!(committed == bytes(), "data/knowledge.bin is out of date: run `newsgloss pack data data/knowledge.bin`");
}

#[test]
fn what_is_no_pack_says_what_to_do() {
    let pack = bytes();
    let mut other = pack.clone();
    other[9] = 99;
    let mut flipped = pack.clone();
    flipped[pack.len() / 2] ^= 1;
    for (bytes, expected) in [
        (&b""[..], PackError::Magic),
        (b"<!DOCTYPE html>", PackError::Magic),
        (&pack[..9], PackError::Damaged),
        (&pack[..30], PackError::Damaged),
        (&pack[..pack.len() - 1], PackError::Damaged),
        (&other, PackError::Version(99)),
        (&flipped, PackError::Damaged),
    ] {
        assert_eq!(Knowledge::from_bytes(bytes).err(), Some(expected));
    }
    assert_eq!(
        PackError::Version(99).to_string(),
        "the knowledge pack has version 99, this program reads version 3: take knowledge.bin and program from the \
         same release"
    );
}

/// Bytes behind a right checksum may still say anything: they are refused, or read without a panic.
#[test]
fn mutated_packs_never_panic() {
    let pack = bytes();
    let mut seed = 7u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let header = super::pack::HEADER;
    for _ in 0..25 {
        let mut mutated = pack.clone();
        for _ in 0..=random(4) {
            let at = header + random(pack.len() - header);
            mutated[at] = random(256) as u8;
        }
        super::pack::sign(&mut mutated);
        let Ok(pack) = Knowledge::from_bytes(&mutated) else { continue };
        let day = Date::constant(2025, 2, 24);
        for (record, i) in pack.records().zip(0..) {
            let _ = pack.holders(i, Rank::HeadOfState, day);
            assert!(!record.id.is_empty());
            if i > 300 {
                break;
            }
        }
        let _ = (pack.senses("Kyiv"), pack.matches(["Kyiv".into()].into_iter()));
    }
}

#[test]
fn an_office_is_held_from_its_first_day_to_its_last() {
    let day = |text: &str| text.parse::<Date>().expect("a day");
    let office = |start: Option<&str>, end: Option<&str>| Office {
        title: String::new(),
        rank: Rank::Other,
        of: None,
        start: start.map(day),
        end: end.map(day),
        source: String::new(),
        as_of: None,
    };
    for (start, end, on, held) in [
        (Some("2020-01-01"), Some("2020-12-31"), "2020-01-01", true),
        (Some("2020-01-01"), Some("2020-12-31"), "2020-12-31", true),
        (Some("2020-01-01"), Some("2020-12-31"), "2021-01-01", false),
        (Some("2020-01-01"), None, "2019-12-31", false),
        (Some("2020-01-01"), None, "2030-01-01", true),
        (None, Some("2020-12-31"), "1990-01-01", true),
    ] {
        assert_eq!(office(start, end).held_on(day(on)), held, "{start:?} {end:?} {on}");
    }
}
