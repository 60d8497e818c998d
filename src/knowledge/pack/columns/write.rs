//! Records and aliases to columns.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{Columns, FIRST_DAY, FORMS, GUARDS, KINDS, Keys, OWN, Offices, RANKS, Records, prefix};
use crate::knowledge::pack::Contents;
use crate::knowledge::{Form, Kind, Office, Record, RecordId, Sense, key, slug};

/// Strings that come again and again, each once, the empty one first.
#[derive(Default)]
struct Shared<'b> {
    texts: Vec<&'b str>,
    indices: HashMap<&'b str, u16>,
}

impl<'b> Shared<'b> {
    fn index(&mut self, text: &'b str) -> u16 {
        *self.indices.entry(text).or_insert_with(|| {
            self.texts.push(text);
            (self.texts.len() - 1) as u16
        })
    }
}

pub(super) fn pack(contents: &Contents) -> Columns<'_> {
    let mut shared = Shared::default();
    shared.index("");
    let records = &contents.records;
    let mut columns = Columns { keys: keys(contents), records: self::records(records), ..Columns::default() };
    columns.records.class = records.iter().map(|record| shared.index(&record.class)).collect();
    for record in records {
        columns.facts.count.push(record.facts.len() as u8);
        for fact in &record.facts {
            columns.facts.label.push(shared.index(&fact.label));
            columns.facts.value.push(&fact.value);
            columns.facts.source.push(shared.index(&fact.source));
            columns.facts.as_of.push(shared.index(&fact.as_of));
        }
        columns.offices.count.push(record.offices.len() as u8);
        for office in &record.offices {
            add_office(&mut columns.offices, office, &mut shared);
        }
    }
    let members = records.iter().zip(0..).filter(|(record, _)| !record.members.is_empty());
    columns.members = members.map(|(record, id)| (id, record.members.clone())).collect();
    columns.shared = shared.texts;
    columns
}

fn records(records: &[Record]) -> Records<'_> {
    let number = |record: &Record| record.wikidata.as_ref().and_then(|q| q.get(1..)?.parse().ok()).unwrap_or(0);
    Records {
        kinds: KINDS.map(|kind| records.iter().filter(|record| record.kind == kind).count() as u32),
        ids: own(records, |record| {
            let id = record.id.strip_prefix(prefix(record.kind)).unwrap_or(&record.id);
            (id != slug(&record.name)).then_some(id)
        }),
        names: own(records, |record| (record.name != key(&record.name)).then_some(record.name.as_str())),
        wikidata: records.iter().map(number).collect(),
        class: Vec::new(),
        nation: records.iter().map(|record| record.nation.map_or(0, |id| id + 1)).collect(),
        prominence: records.iter().map(|record| record.prominence).collect(),
    }
}

/// What some records have, with their ids.
fn own<'b>(records: &'b [Record], part: impl Fn(&'b Record) -> Option<&'b str>) -> Vec<(RecordId, &'b str)> {
    records.iter().zip(0..).filter_map(|(record, id)| Some((id, part(record)?))).collect()
}

fn add_office<'b>(columns: &mut Offices, office: &'b Office, shared: &mut Shared<'b>) {
    columns.title.push(shared.index(&office.title));
    columns.rank.push(position(&RANKS, &office.rank));
    columns.of.push(office.of.map_or(0, |id| id + 1));
    columns.start.push(days(FIRST_DAY, office.start));
    columns.end.push(days(office.start.unwrap_or(FIRST_DAY), office.end));
    columns.source.push(shared.index(&office.source));
    columns.as_of.push(days(FIRST_DAY, office.as_of));
}

/// Days from one day to another plus one; 0 for none.
fn days(from: Date, to: Option<Date>) -> u32 {
    let Some(days) = to.and_then(|to| from.until(to).ok()) else { return 0 };
    u32::try_from(days.get_days()).unwrap_or_default() + 1
}

fn keys(contents: &Contents) -> Keys<'_> {
    let lexicon = &contents.lexicon;
    let mut keys = Keys::default();
    let mut before = "";
    for i in 0..lexicon.len() {
        let key = lexicon.key(i);
        let shared = common_prefix(before, key);
        keys.shared_bytes.push(shared as u8);
        keys.rest.push(&key[shared..]);
        let mut senses = lexicon.senses_at(i).to_vec();
        senses.sort_by_key(|sense| sense.record);
        keys.senses.push(senses.len() as u8);
        for sense in senses {
            add_sense(&mut keys, sense, key, &contents.records);
        }
        before = key;
    }
    keys
}

/// Bytes that two keys share at their beginning, at most 255, whole characters only.
fn common_prefix(a: &str, b: &str) -> usize {
    let same = a.char_indices().zip(b.chars()).take_while(|((_, a), b)| a == b);
    same.map(|((at, c), _)| at + c.len_utf8()).take_while(|&end| end <= u8::MAX as usize).last().unwrap_or(0)
}

fn add_sense(keys: &mut Keys, sense: Sense, key_of_sense: &str, records: &[Record]) {
    let guard = position(&GUARDS, &sense.guard);
    let record = records.get(sense.record as usize);
    match record.filter(|record| sense.form == Form::Name && key(&record.name) == key_of_sense) {
        Some(record) => {
            let kind = position::<Kind>(&KINDS, &record.kind);
            keys.tags.push(OWN + kind * GUARDS.len() as u8 + guard);
        }
        None => {
            keys.tags.push(position(&FORMS, &sense.form) * GUARDS.len() as u8 + guard);
            keys.records.push(sense.record);
        }
    }
}

fn position<T: PartialEq>(all: &[T], one: &T) -> u8 {
    all.iter().position(|other| other == one).unwrap_or_default() as u8
}
