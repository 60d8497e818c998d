//! Every nation of `data/` held against a second source: `tests/fixtures/nations.tsv` says which.

use crate::knowledge::{Form, Knowledge, Record, Sense, key, test_pack};

const SECOND: &str = include_str!("../../../tests/fixtures/nations.tsv");

/// Where the two differ and `data/` stands as it is: nation, column, why.
const DIFFERENCES: &[(&str, &str, &str)] = &[
    ("XK", "iso3", "XKX is in use, XKK only in CLDR"),
    ("HK", "name", "CLDR adds the sovereign"),
    ("MO", "name", "CLDR adds the sovereign"),
    ("MM", "name", "CLDR adds the former name"),
    ("CC", "name", "no text writes the brackets"),
    ("HM", "name", "CLDR shortens it"),
    ("LK", "capital", "parliament sits in Sri Jayawardenepura Kotte"),
    ("SZ", "capital", "the government sits in Mbabane, parliament in Lobamba"),
    ("TC", "capital", "Cockburn Town lies on Grand Turk"),
    ("EH", "capital", "the same town in two spellings"),
    ("BQ", "population", "CLDR counts the census of 2010"),
    ("GF", "population", "CLDR counts the census of 2006"),
    ("YT", "population", "CLDR counts the census of 2007"),
];

/// How far two counts of the same people may lie apart.
const TOLERANCE: f64 = 1.25;

/// What the second source says of one nation, in the order of its columns.
struct Second<'t> {
    code: &'t str,
    iso3: &'t str,
    name: &'t str,
    capital: &'t str,
    currencies: &'t str,
    population: &'t str,
}

impl<'t> Second<'t> {
    fn read(line: &'t str) -> Self {
        let mut cells = line.split('\t');
        let mut next = || cells.next().expect("six cells");
        Self { code: next(), iso3: next(), name: next(), capital: next(), currencies: next(), population: next() }
    }

    /// The columns in which the pack says something else.
    fn differences(&self, pack: &Knowledge, iso3: &str) -> Vec<&'static str> {
        let id = format!("nation/{}", self.code);
        let record = pack.find(&id).and_then(|i| pack.record(i)).expect("a nation of the table");
        let population = fact(record, "population").parse().ok().zip(self.population.parse().ok());
        let columns = [
            ("iso3", self.iso3.is_empty() || self.iso3 == iso3),
            ("name", may_mean(pack, self.name, &id)),
            ("capital", is_same_town(pack, fact(record, "capital"), self.capital)),
            (
                "currency",
                self.currencies.is_empty() || self.currencies.split(' ').any(|c| c == fact(record, "currency")),
            ),
            ("population", population.is_none_or(|(ours, theirs)| is_near(ours, theirs))),
        ];
        columns.into_iter().filter(|(_, same)| !same).map(|(column, _)| column).collect()
    }
}

fn fact<'r>(record: &'r Record, label: &str) -> &'r str {
    record.facts.iter().find(|fact| fact.label == label).map_or("", |fact| &fact.value)
}

/// A name as the aliases of the pack write it: "St. Lucia", "Antigua & Barbuda" are as good as the long forms.
fn may_mean(pack: &Knowledge, name: &str, id: &str) -> bool {
    let forms = [name.to_owned(), name.replace("St. ", "Saint "), name.replace('&', "and")];
    let long = [name.replace("St. ", "Saint ").replace('&', "and"), name.replace(" & ", " and the ")];
    forms.iter().chain(&long).any(|form| {
        pack.senses(&key(form)).iter().any(|sense| pack.record(sense.record).is_some_and(|record| record.id == id))
    })
}

/// Whether two names are of one town; a city-state gives none.
fn is_same_town(pack: &Knowledge, ours: &str, theirs: &str) -> bool {
    let named = |sense: &&Sense| sense.form == Form::Name;
    let places = |name: &str| pack.senses(&key(name)).iter().filter(named).map(|s| s.record).collect::<Vec<_>>();
    let short = |name: &str| key(&name.replace("Saint ", "St. ").replace(" City", ""));
    ours.is_empty() || short(ours) == short(theirs) || places(ours).iter().any(|place| places(theirs).contains(place))
}

fn is_near(ours: f64, theirs: f64) -> bool {
    theirs == 0.0 || (ours / theirs).max(theirs / ours) <= TOLERANCE
}

#[test]
fn nations_agree_with_a_second_source() {
    let table = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data/nations.tsv")).expect("nations");
    let rows = SECOND.lines().filter(|line| !line.starts_with('#')).skip(1);
    let seconds: Vec<Second> = rows.map(Second::read).collect();
    let mut compared = 0;
    let mut found = Vec::new();
    for line in table.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [code, iso3, _, _, class, ..] = cells[..] else { continue };
        match seconds.iter().find(|second| second.code == code) {
            Some(second) => {
                found.extend(second.differences(test_pack(), iso3).into_iter().map(|column| (code, column)))
            }
            None => assert_eq!(class, "historical", "{code} has no second source"),
        }
        compared += usize::from(class != "historical");
    }
    let mut known: Vec<_> = DIFFERENCES.iter().map(|&(code, column, _)| (code, column)).collect();
    known.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, known);
    assert_eq!(compared, 250);
}
