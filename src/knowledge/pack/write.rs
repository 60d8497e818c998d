//! Records and aliases to columns.

use std::collections::HashMap;

use jiff::civil::Date;

use super::columns::{
    Columns, FIRST_DAY, FORMS, GUARDS, KINDS, Keys, Lines, OWN, Offices, Own, RANKS, Records, prefix,
};
use crate::knowledge::lexicon::Lexicon;
use crate::knowledge::{Form, Office, Record, RecordId, Sense, key, slug};

/// Strings that come again and again, each once.
#[derive(Default)]
struct Shared {
    texts: Lines,
    indices: HashMap<String, u16>,
}

impl Shared {
    fn index(&mut self, text: &str) -> u16 {
        if let Some(&i) = self.indices.get(text) {
            return i;
        }
        let i = self.indices.len() as u16;
        self.texts.push(text);
        self.indices.insert(text.to_owned(), i);
        i
    }
}

/// Columns of records, sorted by kind and by the key of their name, and their aliases.
pub fn columns(records: &[Record], lexicon: &Lexicon) -> Columns {
    let mut shared = Shared::default();
    let mut columns = Columns { keys: keys(lexicon, records), records: entities(records), ..Columns::default() };
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
        record.offices.iter().for_each(|office| add_office(&mut columns.offices, office, &mut shared));
    }
    let members = records.iter().zip(0..).filter(|(record, _)| !record.members.is_empty());
    columns.members = members.map(|(record, id)| (id, record.members.clone())).collect();
    columns.shared = shared.texts;
    columns
}

fn entities(records: &[Record]) -> Records {
    let number = |record: &Record| record.wikidata.as_ref().and_then(|q| q.get(1..)?.parse().ok()).unwrap_or(0);
    let id = |record: &Record| {
        let id = record.id.strip_prefix(prefix(record.kind)).unwrap_or(&record.id);
        (id != slug(&record.name)).then(|| id.to_owned())
    };
    Records {
        kinds: KINDS.map(|kind| records.iter().filter(|record| record.kind == kind).count() as u32),
        ids: own(records, id),
        names: own(records, |record| (record.name != key(&record.name)).then(|| record.name.clone())),
        wikidata: records.iter().map(number).collect(),
        class: Vec::new(),
        nation: records.iter().map(|record| link(record.nation)).collect(),
        prominence: records.iter().map(|record| record.prominence).collect::<Vec<_>>().into(),
    }
}

/// What some records have.
fn own(records: &[Record], part: impl Fn(&Record) -> Option<String>) -> Own {
    let mut own = Own::default();
    for (text, id) in records.iter().map(part).zip(0..) {
        let Some(text) = text else { continue };
        own.records.push(id);
        own.texts.push(&text);
    }
    own
}

fn add_office(columns: &mut Offices, office: &Office, shared: &mut Shared) {
    columns.title.push(shared.index(&office.title));
    columns.rank.push(position(&RANKS, &office.rank));
    columns.of.push(link(office.of));
    columns.start.push(days(FIRST_DAY, office.start));
    columns.end.push(days(office.start.unwrap_or(FIRST_DAY), office.end));
    columns.source.push(shared.index(&office.source));
    columns.as_of.push(days(FIRST_DAY, office.as_of));
}

fn link(id: Option<RecordId>) -> u32 {
    id.map_or(0, |id| id + 1)
}

/// Days from one day to another plus one; 0 for none.
fn days(from: Date, to: Option<Date>) -> u32 {
    let Some(days) = to.and_then(|to| from.until(to).ok()) else { return 0 };
    u32::try_from(days.get_days()).unwrap_or_default() + 1
}

fn keys(lexicon: &Lexicon, records: &[Record]) -> Keys {
    let mut keys = Keys::default();
    let mut before = "";
    for i in 0..lexicon.len() {
        let key = lexicon.key(i);
        let shared = common_prefix(before, key);
        keys.shared_bytes.push(shared as u8);
        keys.rests.push(&key[shared..]);
        let mut senses = lexicon.senses_at(i).to_vec();
        senses.sort_by_key(|sense| sense.record);
        keys.senses.push(senses.len() as u8);
        senses.into_iter().for_each(|sense| add_sense(&mut keys, sense, key, records));
        before = key;
    }
    keys
}

/// Bytes that two keys share at their beginning, at most 255, whole characters only.
fn common_prefix(a: &str, b: &str) -> usize {
    let same = a.char_indices().zip(b.chars()).take_while(|((_, a), b)| a == b);
    same.map(|((at, c), _)| at + c.len_utf8()).take_while(|&end| end <= u8::MAX as usize).last().unwrap_or(0)
}

fn add_sense(keys: &mut Keys, sense: Sense, alias: &str, records: &[Record]) {
    let guard = position(&GUARDS, &sense.guard);
    let record = records.get(sense.record as usize);
    match record.filter(|record| sense.form == Form::Name && key(&record.name) == alias) {
        Some(record) => keys.tags.push(OWN + position(&KINDS, &record.kind) * GUARDS.len() as u8 + guard),
        None => {
            keys.tags.push(position(&FORMS, &sense.form) * GUARDS.len() as u8 + guard);
            keys.records.push(sense.record);
        }
    }
}

fn position<T: PartialEq>(all: &[T], one: &T) -> u8 {
    all.iter().position(|other| other == one).unwrap_or_default() as u8
}
