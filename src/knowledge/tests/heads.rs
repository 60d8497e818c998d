//! Every head of state and government since 2005 held against a second source: `tests/fixtures/heads.tsv` says which.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use crate::knowledge::{Knowledge, Rank, test_pack};
use crate::token::fold;

const SECOND: &str = include_str!("../../../tests/fixtures/heads.tsv");

/// Where the two differ and `data/` stands as it is: why, then nation, office, holder, since.
#[rustfmt::skip]
const DIFFERENCES: &[(&str, &[(&str, &str, &str, &str)])] = &[
    ("the same name, spelled otherwise", &[
        ("AE", "state", "Muhammad", "2022-05-14"), ("LB", "state", "Sulayman", "2008-05-25"),
        ("LB", "state", "Awn", "2016-10-31"), ("LB", "state", "Awn", "2021-01-21"),
        ("LY", "government", "Dubaybah", "2021-02-05"), ("SY", "government", "Utri", "2003-09-10"),
    ]),
    ("named, not yet in office or confirmed", &[
        ("CD", "government", "Lukonde", "2021-02-15"), ("CD", "government", "Tuluka", "2024-04-01"),
        ("CH", "state", "Widmer Schlumpf", "2011-12-14"), ("CI", "government", "Bakayoko", "2020-01-01"),
        ("EG", "government", "Ganzouri", "2011-11-25"), ("KG", "government", "Babanov", "2011-12-01"),
        ("KW", "government", "Salim", "2022-07-19"), ("LB", "government", "Miqati", "2011-01-25"),
        ("LB", "government", "Salam", "2013-04-06"), ("LY", "government", "Keeb", "2011-10-23"),
        ("TG", "government", "Tomegah", "2020-09-25"),
    ]),
    ("the next is in office, and an issue comes late", &[
        ("BD", "government", "Zia", "2001-10-10"), ("BF", "government", "Ouedraogo", "2022-03-03"),
        ("BG", "government", "Borisov", "2014-11-07"), ("BT", "government", "Ngedup", "2005-09-05"),
        ("BT", "government", "Tshering", "2018-11-07"), ("FI", "government", "Katainen", "2011-06-22"),
        ("FJ", "government", "Qarase", "2000-09-10"), ("GN", "state", "Conde", "2010-12-21"),
        ("GN", "government", "Fofana", "2018-05-22"), ("GQ", "government", "Roka", "2023-02-01"),
        ("GW", "government", "Nabiam", "2020-02-27"), ("HN", "both", "Zelaya", "2006-01-27"),
        ("KG", "government", "Maripov", "2021-02-03"), ("MD", "government", "Gaburici", "2015-02-18"),
        ("MR", "state", "Taya", "1984-12-12"), ("PK", "government", "Aziz", "2004-08-28"),
        ("RO", "government", "Ciolos", "2015-11-17"), ("SK", "government", "Pelligrini", "2018-03-22"),
        ("SY", "government", "Arnous", "2020-08-30"), ("SY", "government", "Bashir", "2024-12-08"),
        ("SZ", "government", "Dlamini", "2018-10-27"), ("TD", "government", "Padacke", "2021-04-26"),
        ("TL", "government", "Gusmao", "2007-08-08"),
    ]),
    ("acts for the one whom the pack names, or between two", &[
        ("AT", "state", "Bures Kopf Hofer", "2016-07-08"), ("FJ", "state", "Iloilovatu", "2000-07-18"),
        ("GE", "both", "Burjanadze", "2007-11-25"), ("HT", "state", "Joseph", "2021-07-07"),
        ("HT", "state", "Henry", "2021-07-20"), ("IR", "government", "Mokher", "2024-05-19"),
        ("KG", "government", "Aydaraliyev", "2007-11-28"), ("KR", "state", "Hwang", "2016-12-09"),
        ("KR", "government", "Lee", "2025-05-02"), ("PG", "government", "Abal", "2010-12-14"),
        ("RO", "government", "Predoiu", "2023-06-12"), ("SV", "both", "Rodríguez", "2023-12-01"),
        ("SZ", "government", "Gamedze", "2023-09-28"), ("TH", "state", "Prem", "2016-10-13"),
        ("TH", "government", "Phumtham", "2025-07-03"), ("XK", "state", "Krasniqi", "2010-09-27"),
    ]),
    ("a wrong day", &[
        ("BS", "government", "Christie", "2011-05-08"), ("CD", "government", "Makosso", "2021-05-12"),
        ("MH", "both", "Heine", "2023-01-03"), ("RO", "government", "Bolojan", "2005-06-23"),
        ("SK", "state", "Caputova", "2014-06-15"), ("TH", "government", "Niwattamrong", "2012-10-28"),
    ]),
    ("leads no state or government by the count of the pack", &[
        ("GM", "government", "Jallow", "2024-02-23"), ("KP", "government", "Choe", "2019-04-11"),
        ("KP", "state", "Choe", "2019-04-11"), ("LY", "state", "Jalil", "2011-03-01"),
        ("LY", "state", "Issa", "2014-08-05"), ("MM", "state", "Min Aung Hlaing", "2021-08-01"),
        ("ZW", "government", "Chiwenga", "2023-09-11"),
    ]),
    ("the pack has nobody, or the one before", &[
        ("CH", "government", "Maurer", "2013-01-01"), ("GA", "government", "Ntoutoume Emane", "1999-01-23"),
        ("GA", "government", "Biyoghe Mba", "2009-07-15"), ("GW", "government", "Gomes", "2005-11-02"),
        ("GW", "government", "Cabi", "2007-04-09"), ("HT", "state", "Alexandre", "2004-02-29"),
        ("HT", "government", "Latortue", "2004-03-12"), ("HT", "government", "Alexis", "2006-05-30"),
        ("HT", "government", "Pierre Louis", "2008-09-05"), ("KG", "government", "Kulov", "2005-09-01"),
        ("KG", "government", "Chudinov", "2007-12-24"), ("KR", "government", "Lee", "2004-05-25"),
        ("KR", "government", "Han", "2006-04-20"), ("KR", "government", "Han", "2008-02-29"),
        ("LA", "government", "Boungnang", "2001-03-27"), ("LY", "government", "Ghanim", "2003-06-14"),
        ("MD", "government", "Greceanii", "2008-03-31"), ("MG", "government", "Zafitsimivalo", "2009-03-18"),
        ("MM", "government", "Soe Win", "2004-10-19"), ("SO", "government", "Farmajo", "2010-11-01"),
        ("TD", "government", "Yoadimnadji", "2005-02-03"), ("TD", "government", "Kassire", "2007-02-26"),
        ("TD", "government", "Abbas", "2008-04-16"), ("TD", "government", "Nadingar", "2010-03-05"),
        ("TD", "government", "Dadnadji", "2013-01-21"), ("TD", "government", "Deubet", "2013-11-21"),
        ("TO", "government", "Ulukalala", "2000-02-01"), ("VU", "government", "Kilman", "2010-12-02"),
    ]),
];

/// The first day that is asked about: before it `data/` lists the best known alone.
const FIRST: Date = date(2005, 1, 1);

/// What the second source says of one term.
struct Term<'t> {
    nation: &'t str,
    office: &'t str,
    holder: &'t str,
    since: &'t str,
    until: &'t str,
}

impl<'t> Term<'t> {
    fn read(line: &'t str) -> Self {
        let mut cells = line.split('\t');
        let mut next = || cells.next().expect("five cells");
        Self { nation: next(), office: next(), holder: next(), since: next(), until: next() }
    }

    /// Days to ask about: the middle, a day near the end, and each January and July between. The first weeks are left
    /// to the days that two sources give for one change, the last ones to an issue that comes late.
    fn days(&self) -> Vec<Date> {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        let (since, until) = (day(self.since).max(FIRST), day(self.until));
        let length = since.duration_until(until).as_hours() / 24;
        let end = length - 20;
        let halves = (since.year()..=until.year()).flat_map(|year| [date(year, 1, 1), date(year, 7, 1)]);
        let at = |day: Date| since.duration_until(day).as_hours() / 24;
        let mut days: Vec<Date> = halves.filter(|&half| at(half) > 45 && at(half) < end).collect();
        days.extend([length / 2, end].into_iter().filter(|&n| n >= length / 2).map(|n| since + n.days()));
        days
    }

    /// The first day on which the pack names others, and whom.
    fn difference(&self, pack: &Knowledge) -> Option<(Date, Vec<String>)> {
        let nation = pack.find(&format!("nation/{}", self.nation)).expect("a nation of the table");
        // A president who governs is listed once, as head of state.
        let ranks: &[Rank] = match self.office {
            "state" => &[Rank::HeadOfState],
            _ => &[Rank::HeadOfGovernment, Rank::HeadOfState],
        };
        self.days().into_iter().find_map(|day| {
            let holders = ranks.iter().flat_map(|&rank| pack.holders(nation, rank, day));
            let names: Vec<String> =
                holders.filter_map(|(id, _)| pack.record(id)).map(|record| record.name.clone()).collect();
            (!names.iter().any(|name| is_alike(name, self.holder))).then_some((day, names))
        })
    }
}

/// Whether some words of two names are one in two spellings: "Zelenskyy" and "Zelensky", "Lukashenka" and
/// "Lukashenko", "el-Sisi" and "Elsisi".
fn is_alike(ours: &str, theirs: &str) -> bool {
    let (ours, theirs) = (words(ours), words(theirs));
    ours.concat().contains(&theirs.concat())
        || ours.iter().any(|a| theirs.iter().any(|b| a == b || a.len() > 2 && b.len() > 2 && likeness(a, b) >= 0.4))
}

fn words(name: &str) -> Vec<String> {
    let plain = |word: &str| fold(word).to_lowercase().replace(|c: char| !c.is_alphanumeric(), "");
    name.split([' ', '-']).map(plain).filter(|word| !word.is_empty()).collect()
}

/// The pairs of letters that two words share, over all pairs of both (Dice).
fn likeness(a: &str, b: &str) -> f64 {
    let pairs = |word: &str| -> Vec<(char, char)> { word.chars().zip(word.chars().skip(1)).collect() };
    let (a, mut b) = (pairs(a), pairs(b));
    let all = a.len() + b.len();
    let shared = a.iter().filter(|pair| b.iter().position(|other| other == *pair).map(|i| b.swap_remove(i)).is_some());
    2.0 * shared.count() as f64 / all as f64
}

#[test]
fn heads_agree_with_a_second_source() {
    let pack = test_pack();
    let terms: Vec<Term> = SECOND.lines().filter(|line| !line.starts_with('#')).skip(1).map(Term::read).collect();
    let mut listed: Vec<_> = DIFFERENCES.iter().flat_map(|(_, terms)| terms.iter().copied()).collect();
    let mut found = Vec::new();
    for term in &terms {
        if let Some((day, names)) = term.difference(pack) {
            let key = (term.nation, term.office, term.holder, term.since);
            assert!(listed.contains(&key), "{key:?}: on {day} the pack names {names:?}");
            found.push(key);
        }
    }
    listed.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, listed, "a difference is listed that is none");
    let days: usize = terms.iter().map(|term| term.days().len()).sum();
    assert_eq!((terms.len(), days), (1652, 15231), "terms and days compared");
}
