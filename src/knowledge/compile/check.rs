//! The checks across rows that every table must pass.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use super::{Alias, Tables};
use crate::knowledge::table::Place;
use crate::knowledge::{Form, Guard, Kind, Office, Rank, RecordId, key};

/// Who holds an office, the office, its row.
type Term<'t> = (RecordId, &'t Office, Place);

impl Tables<'_> {
    /// Finds what contradicts itself or each other.
    pub(super) fn check(&mut self) {
        self.check_wikidata();
        self.check_facts();
        self.check_capitals();
        self.check_dates();
        self.check_holders();
        self.check_alias_texts();
        self.check_meanings();
    }

    fn check_wikidata(&mut self) {
        let mut seen: HashMap<&str, Place> = HashMap::new();
        for (record, &row) in self.records.iter().zip(&self.record_rows) {
            let Some(id) = &record.wikidata else { continue };
            if let Some(first) = seen.insert(id, row) {
                let what = format!("{id} already is {}:{}", first.table, first.line);
                self.problems.add(row, what, "one of the two is another entity, or they are one: mend or merge");
            }
        }
    }

    fn check_facts(&mut self) {
        let mut seen: HashMap<(RecordId, &str), Place> = HashMap::new();
        for &(id, i, row) in &self.fact_rows {
            let Some(fact) = self.records[id as usize].facts.get(i) else { continue };
            if let Some(first) = seen.insert((id, &fact.label), row) {
                let what = format!("a second {} beside line {}", fact.label, first.line);
                self.problems.add(row, what, "keep the one that holds");
            }
            if let Some(expected) = unlike(&fact.label, &fact.value) {
                self.problems.add(row, format!("{} {:?}", fact.label, fact.value), expected);
            }
        }
    }

    /// A capital lies in its nation and is the capital of that nation alone.
    fn check_capitals(&mut self) {
        let mut seen: HashMap<RecordId, (RecordId, Place)> = HashMap::new();
        for &(nation, place, row) in &self.capitals {
            let (city, state) = (&self.records[place as usize], &self.records[nation as usize]);
            if city.nation != Some(nation) && self.records_apart(city.nation, nation) {
                let what = format!("{} is the capital of {} but lies elsewhere", city.id, state.id);
                self.problems.add(row, what, "correct the nation in places.tsv or the capital here");
            }
            if let Some((other, first)) = seen.insert(place, (nation, row)) {
                let other = &self.records[other as usize].id;
                let what = format!("{} is the capital of {other} in line {}", city.id, first.line);
                self.problems.add(row, what, "name two different places");
            }
        }
    }

    /// Whether neither of two nations belongs to the other.
    fn records_apart(&self, a: Option<RecordId>, b: RecordId) -> bool {
        let sovereign = |id: RecordId| self.records.get(id as usize).and_then(|record| record.nation);
        a.is_none_or(|a| sovereign(a) != Some(b) && sovereign(b) != Some(a))
    }

    fn check_dates(&mut self) {
        for &(id, i, row) in &self.office_rows {
            let Some(office) = self.records[id as usize].offices.get(i) else { continue };
            match (office.start, office.end, office.as_of) {
                (Some(start), Some(end), _) if end < start => {
                    self.problems.add(row, format!("the office ends on {end}, before it starts"), "correct the days");
                }
                (Some(start), _, Some(as_of)) if as_of < start => {
                    let what = format!("the office starts on {start}, after its source ends on {as_of}");
                    self.problems.add(row, what, "name a later source or a later as_of");
                }
                _ => {}
            }
        }
    }

    /// One head of state, one head of government, one holder of each other high office.
    fn check_holders(&mut self) {
        let mut by_office: BTreeMap<(RecordId, String), Vec<Term>> = BTreeMap::new();
        for &(id, i, row) in &self.office_rows {
            let Some(office) = self.records[id as usize].offices.get(i) else { continue };
            let Some(of) = office.of else { continue };
            let seat = match office.rank {
                Rank::HeadOfState => "head of state".to_owned(),
                Rank::HeadOfGovernment => "head of government".to_owned(),
                Rank::Head | Rank::Minister => office.title.clone(),
                _ => continue,
            };
            if !self.shared_offices.contains(&(of, office.title.clone())) {
                by_office.entry((of, seat)).or_default().push((id, office, row));
            }
        }
        for ((of, seat), mut holders) in by_office {
            holders.sort_by_key(|(_, office, row)| (office.start, *row));
            for (i, &(id, office, row)) in holders.iter().enumerate() {
                let Some(&(other, _, first)) =
                    holders[..i].iter().find(|(_, before, _)| overlap(before, office) && !is_vague(before, office))
                else {
                    continue;
                };
                let name = |id: RecordId| self.records[id as usize].id.as_str();
                let what = format!("{} and {} in line {} are both {seat}", name(id), name(other), first.line);
                let what = format!("{what} of {} at one time", name(of));
                self.problems.add(row, what, "end one, or list the office in shared_offices.tsv");
            }
        }
    }

    fn check_alias_texts(&mut self) {
        for alias in &self.aliases {
            let text = &alias.text;
            let (what, remedy) = if key(text).is_empty() {
                ("the alias is empty", "write it or delete the row")
            } else if text.contains(['(', ')', '[', ']', '*']) {
                ("never occurs in running text", "write it as an article would, without brackets")
            } else if text.contains(is_invisible) {
                ("holds an invisible character", "write it anew")
            } else if text.starts_with("the ") {
                ("begins with an article", "leave \"the\" away")
            } else if has_title(text) && self.records[alias.sense.record as usize].kind == Kind::Person {
                ("begins with a title", "leave the title away: it is read from the text")
            } else {
                continue;
            };
            self.problems.add(alias.place, format!("{text:?}: {what}"), remedy);
        }
    }

    /// An alias means one entity, or a guard says that the text must decide.
    fn check_meanings(&mut self) {
        let mut free: BTreeMap<(String, bool), Vec<&Alias>> = BTreeMap::new();
        for alias in self.aliases.iter().filter(|alias| alias.sense.guard == Guard::None) {
            free.entry((key(&alias.text), alias.sense.form == Form::Metonym)).or_default().push(alias);
        }
        for aliases in free.into_values() {
            let Some((first, others)) = aliases.split_first() else { continue };
            for other in others.iter().filter(|other| other.sense.record != first.sense.record) {
                let id = |alias: &Alias| self.records[alias.sense.record as usize].id.as_str();
                let what = format!("{:?} means {} and also {}", other.text, id(other), id(first));
                let what = format!("{what} ({}:{})", first.place.table, first.place.line);
                self.problems.add(other.place, what, "give all but one the guard context or word in aliases.tsv");
            }
        }
    }
}

/// What a fact of this label should look like, where it does not.
fn unlike(label: &str, value: &str) -> Option<&'static str> {
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let (fits, expected) = match label {
        "population" => (digits(value), "write the number of people in digits"),
        "area_km2" => (value.split('.').all(digits), "write square kilometres in digits"),
        "currency" => (value.len() == 3 && value.bytes().all(|b| b.is_ascii_uppercase()), "write the ISO 4217 code"),
        "capital" | "seat_of_government" | "seat_of_parliament" | "seat" | "region" | "government"
        | "official_name" | "known_as" | "party" | "industry" => {
            (!value.is_empty(), "write the value or delete the row")
        }
        _ => (false, "no such label: use one that data/README.md lists"),
    };
    (!fits).then_some(expected)
}

/// Whether two terms share more than the day on which one follows the other.
fn overlap(a: &Office, b: &Office) -> bool {
    let start = |office: &Office| office.start.unwrap_or(Date::MIN);
    let end = |office: &Office| office.end.unwrap_or(Date::MAX);
    start(a) < end(b) && start(b) < end(a)
}

/// Whether two terms of ministers or ambassadors may follow each other all the same: a day is not known, or only the year
/// in which one went and the other came.
fn is_vague(a: &Office, b: &Office) -> bool {
    let end = |office: &Office| office.end.unwrap_or(Date::MAX);
    let (Some(first), Some(second)) = (a.start, b.start) else { return a.rank == Rank::Minister };
    let shared = first.max(second).duration_until(end(a).min(end(b)));
    a.rank == Rank::Minister && shared.as_hours() <= 366 * 24
}

/// Marks of direction and joints that copied names bring along, and that no article writes.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

fn has_title(name: &str) -> bool {
    const TITLES: &[&str] = &[
        "President ", "Mr. ", "Mrs. ", "Ms. ", "Dr. ", "Gen. ", "Sen. ", "Rep. ", "Sir ", "Chancellor ", "Secretary ",
        "Ayatollah ", "Speaker ", "Vice President ", "Prime Minister ", "Premier ", "King ", "Queen ", "Emperor ",
        "Pope ",
    ];
    TITLES.iter().any(|title| name.starts_with(title))
}
