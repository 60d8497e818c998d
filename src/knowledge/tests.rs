//! What the pack of `data/` knows.

use jiff::civil::Date;

use super::{Form, Guard, Knowledge, Rank, test_pack};

fn names(pack: &Knowledge, alias: &str) -> String {
    let one = |sense: &super::Sense| {
        let guard = match sense.guard {
            Guard::None => "",
            Guard::Context => "?",
            Guard::Word => "??",
        };
        let form = serde_json::to_string(&sense.form).expect("a form");
        format!("{} {}{guard}", pack.record(sense.record).map_or("", |r| &r.id), form.trim_matches('"'))
    };
    pack.senses(alias).iter().map(one).collect::<Vec<_>>().join(", ")
}

#[test]
fn aliases() {
    let pack = test_pack();
    for (alias, expected) in [
        ("Ukraine", "nation/UA name"),
        ("U.S.", "nation/US name"),
        ("UK", "nation/GB name"),
        ("Russian Federation", "nation/RU name"),
        ("Ukrainian", "nation/UA demonym"),
        ("Kyiv", "place/kyiv name, nation/UA metonym"),
        ("White House", "place/white-house name, nation/US metonym"),
        ("NATO", "organization/nato name"),
        ("U.N. General Assembly", "organization/united-nations-general-assembly name"),
        ("Turkey", "nation/TR name??"),
        ("Putin", "person/vladimir-putin short?"),
        ("nonsense", ""),
    ] {
        assert_eq!(names(pack, alias), expected, "{alias}");
    }
}

#[test]
fn holders_by_date() {
    let pack = test_pack();
    for (of, rank, day, expected) in [
        ("nation/US", Rank::HeadOfState, "2021-01-19", "Donald Trump"),
        ("nation/US", Rank::HeadOfState, "2021-01-21", "Joe Biden"),
        ("nation/GB", Rank::HeadOfGovernment, "2016-07-20", "Theresa May"),
        ("nation/KR", Rank::HeadOfState, "2025-02-24", "Yoon Suk Yeol"),
    ] {
        let day: Date = day.parse().expect("a day");
        let of = pack.find(of).expect("a nation");
        let holders = pack.holders(of, rank, day);
        let names: Vec<_> = holders.iter().filter_map(|(id, _)| pack.record(*id)).map(|r| r.name.as_str()).collect();
        assert_eq!(names, [expected], "{day}");
    }
}

#[test]
fn prefixes() {
    let pack = test_pack();
    let words = ["United", "Nations", "General", "Assembly", "met"];
    let found = pack.matches(words.iter().map(|&w| w.into()));
    let lengths: Vec<_> = found.iter().map(|(n, senses)| (*n, senses.len())).collect();
    assert_eq!(lengths, [(2, 1), (4, 1)]);
    assert!(found.iter().all(|(_, senses)| senses[0].form == Form::Name));
}
