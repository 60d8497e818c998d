//! Records and aliases as columns: alike stands beside alike, which halves the bytes on the wire.
//!
//! Nothing that follows from something else is written twice. Records are sorted by kind and by the key of their
//! name, so the keys that are names of their own record come in the order of the records: such a sense needs no
//! record id, and a name that equals its key no text. An id that is the slug of its name is not written either.

use std::iter;

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

use crate::knowledge::{Fact, Form, Guard, Kind, Office, Rank, Record, RecordId, Sense, slug};
use crate::knowledge::lexicon::{Lexicon, sort_senses};
use super::Contents;

/// The pack as it is written.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Columns<'b> {
    /// Strings that come again and again: classes, labels, titles, sources, days. The first is empty.
    #[serde(borrow)]
    shared: Vec<&'b str>,
    keys: Keys<'b>,
    records: Records<'b>,
    facts: Facts<'b>,
    offices: Offices,
    members: Vec<(RecordId, Vec<RecordId>)>,
}

/// Aliases, each as the bytes it shares with the one before and the rest.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Keys<'b> {
    shared_bytes: Vec<u8>,
    #[serde(borrow)]
    rest: Vec<&'b str>,
    /// How many senses each has.
    senses: Vec<u8>,
    /// Form, guard and owner of each sense.
    tags: Vec<u8>,
    /// The record of each sense that is not the name of the next record of its kind.
    records: Vec<RecordId>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Records<'b> {
    /// How many records there are of each kind.
    kinds: [u32; 4],
    /// Ids and names that do not follow from elsewhere.
    #[serde(borrow)]
    ids: Vec<(RecordId, &'b str)>,
    names: Vec<(RecordId, &'b str)>,
    /// Number behind the Q; 0 for none.
    wikidata: Vec<u32>,
    /// Index into `shared`.
    class: Vec<u16>,
    /// Record id plus one; 0 for none.
    nation: Vec<u32>,
    prominence: Vec<u8>,
}

/// Facts of all records in turn; `label`, `source` and `as_of` index into `shared`.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Facts<'b> {
    /// How many facts each record has.
    count: Vec<u8>,
    label: Vec<u16>,
    #[serde(borrow)]
    value: Vec<&'b str>,
    source: Vec<u16>,
    as_of: Vec<u16>,
}

/// Offices of all records in turn; `title` and `source` index into `shared`.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Offices {
    count: Vec<u8>,
    title: Vec<u16>,
    rank: Vec<u8>,
    /// Record id plus one; 0 for none.
    of: Vec<u32>,
    /// Days since 1800 plus one; 0 for none.
    start: Vec<u32>,
    /// Days in office plus one where the start is known, else days since 1800 plus one; 0 for none.
    end: Vec<u32>,
    source: Vec<u16>,
    /// Days since 1800 plus one; 0 for none.
    as_of: Vec<u32>,
}

const KINDS: [Kind; 4] = [Kind::Person, Kind::Nation, Kind::Organization, Kind::Place];
const FORMS: [Form; 6] = [Form::Name, Form::Short, Form::Acronym, Form::Demonym, Form::Metonym, Form::Nominal];
const GUARDS: [Guard; 3] = [Guard::None, Guard::Context, Guard::Word];
const RANKS: [Rank; 6] =
    [Rank::HeadOfState, Rank::HeadOfGovernment, Rank::Minister, Rank::Legislator, Rank::Head, Rank::Other];
const FIRST_DAY: Date = date(1800, 1, 1);

/// What is written before the slug of a name, by kind.
fn prefix(kind: Kind) -> &'static str {
    match kind {
        Kind::Nation => "nation/",
        Kind::Organization => "organization/",
        Kind::Place => "place/",
        Kind::Person => "person/",
    }
}

/// Columns back to records and aliases; nothing where an index points nowhere.
pub fn unpack(columns: &Columns) -> Option<Contents> {
    let kinds = columns.records.kinds.iter().zip(KINDS).flat_map(|(&n, kind)| iter::repeat_n(kind, n as usize));
    let kinds: Vec<Kind> = kinds.take(columns.records.wikidata.len() + 1).collect();
    let count = kinds.len() as u32;
    let (entries, mut names) = unpack_keys(&columns.keys, &kinds)?;
    for (id, name) in &columns.records.names {
        *names.get_mut(*id as usize)? = (*name).to_owned();
    }
    let mut records = unpack_records(&columns.records, &columns.shared, &kinds, names)?;
    unpack_facts(&columns.facts, &columns.shared, &mut records)?;
    unpack_offices(&columns.offices, &columns.shared, &mut records)?;
    for (id, members) in &columns.members {
        records.get_mut(*id as usize)?.members = members.iter().map(|&m| (m < count).then_some(m)).collect::<Option<_>>()?;
    }
    let lexicon = Lexicon::new(entries.into_iter().map(|(key, mut senses)| {
        sort_senses(&mut senses, &records);
        (key, senses)
    }));
    Some(Contents { records, lexicon })
}

type Entries = Vec<(String, Vec<Sense>)>;

/// Keys with their senses, and the key of each record's name.
fn unpack_keys(keys: &Keys, kinds: &[Kind]) -> Option<(Entries, Vec<String>)> {
    let mut next: Vec<usize> = KINDS.iter().map(|kind| kinds.iter().position(|k| k == kind).unwrap_or(kinds.len())).collect();
    let mut names = vec![String::new(); kinds.len()];
    let (mut tags, mut records) = (keys.tags.iter(), keys.records.iter());
    let mut entries: Entries = Vec::with_capacity(keys.rest.len());
    for ((&shared, rest), &count) in keys.shared_bytes.iter().zip(&keys.rest).zip(&keys.senses) {
        let before = entries.last().map_or("", |(key, _)| key.as_str());
        let key = [before.get(..shared as usize)?, rest].concat();
        let mut senses = Vec::with_capacity(count as usize);
        for _ in 0..count {
            let tag = *tags.next()?;
            senses.push(match tag.checked_sub(OWN) {
                None => Sense { record: *records.next()?, form: form(tag)?, guard: guard(tag)? },
                Some(own) => {
                    let at = next.get_mut(own as usize / GUARDS.len())?;
                    key.clone_into(names.get_mut(*at)?);
                    *at += 1;
                    Sense { record: *at as u32 - 1, form: Form::Name, guard: guard(own)? }
                }
            });
        }
        if senses.iter().any(|sense| sense.record as usize >= kinds.len()) {
            return None;
        }
        entries.push((key, senses));
    }
    Some((entries, names))
}

/// The first tag of a record's own name.
const OWN: u8 = (FORMS.len() * GUARDS.len()) as u8;

fn form(tag: u8) -> Option<Form> {
    FORMS.get(tag as usize / GUARDS.len()).copied()
}

fn guard(tag: u8) -> Option<Guard> {
    GUARDS.get(tag as usize % GUARDS.len()).copied()
}

fn unpack_records(columns: &Records, shared: &[&str], kinds: &[Kind], names: Vec<String>) -> Option<Vec<Record>> {
    let rows = names.into_iter().zip(kinds).zip(&columns.wikidata).zip(&columns.class);
    let rows = rows.zip(&columns.nation).zip(&columns.prominence);
    let records = rows.map(|(((((name, &kind), &number), &class), &nation), &prominence)| {
        Some(Record {
            id: String::new(),
            kind,
            name,
            wikidata: (number > 0).then(|| format!("Q{number}")),
            class: text(shared, class)?,
            nation: link(nation, kinds.len())?,
            prominence,
            facts: Vec::new(),
            offices: Vec::new(),
            members: Vec::new(),
        })
    });
    let mut records: Vec<Record> = records.collect::<Option<_>>()?;
    for (id, text) in &columns.ids {
        records.get_mut(*id as usize)?.id = [prefix(kinds.get(*id as usize).copied()?), text].concat();
    }
    for record in records.iter_mut().filter(|record| record.id.is_empty()) {
        record.id = [prefix(record.kind), &slug(&record.name)].concat();
    }
    (records.len() == kinds.len()).then_some(records)
}

fn unpack_facts(columns: &Facts, shared: &[&str], records: &mut [Record]) -> Option<()> {
    let facts = columns.label.iter().zip(&columns.value).zip(&columns.source).zip(&columns.as_of);
    let mut facts = facts.map(|(((&label, value), &source), &as_of)| {
        let (label, source, as_of) = (text(shared, label)?, text(shared, source)?, text(shared, as_of)?);
        Some(Fact { label, value: (*value).to_owned(), source, as_of })
    });
    for (record, &count) in records.iter_mut().zip(&columns.count) {
        record.facts = facts.by_ref().take(count as usize).collect::<Option<_>>()?;
    }
    Some(())
}

fn unpack_offices(columns: &Offices, shared: &[&str], records: &mut [Record]) -> Option<()> {
    let total = records.len();
    let what = columns.title.iter().zip(&columns.rank).zip(&columns.of).zip(&columns.source);
    let when = columns.start.iter().zip(&columns.end).zip(&columns.as_of);
    let mut offices = what.zip(when).map(|((((&title, &rank), &of), &source), ((&start, &end), &as_of))| {
        let start = unpack_day(start)?;
        let end = if end == 0 { None } else { Some(after(start.unwrap_or(FIRST_DAY), end - 1)?) };
        let (title, source) = (text(shared, title)?, text(shared, source)?);
        let rank = RANKS.get(rank as usize).copied()?;
        Some(Office { title, rank, of: link(of, total)?, start, end, source, as_of: unpack_day(as_of)? })
    });
    for (record, &count) in records.iter_mut().zip(&columns.count) {
        record.offices = offices.by_ref().take(count as usize).collect::<Option<_>>()?;
    }
    Some(())
}

fn text(shared: &[&str], i: u16) -> Option<String> {
    shared.get(i as usize).map(|&text| text.to_owned())
}

/// A record id written plus one: outer none where it points nowhere, inner none for 0.
fn link(id: u32, count: usize) -> Option<Option<RecordId>> {
    if id as usize > count { None } else { Some(id.checked_sub(1)) }
}

/// A day written plus one: outer none where it is out of range, inner none for 0.
fn unpack_day(day: u32) -> Option<Option<Date>> {
    day.checked_sub(1).map_or(Some(None), |days| after(FIRST_DAY, days).map(Some))
}

fn after(day: Date, days: u32) -> Option<Date> {
    // Day arithmetic of our own: the general one costs more than all else here.
    let days = i32::try_from(days).ok().filter(|&days| days < 400 * 366)?;
    day.checked_add(jiff::Span::new().days(days)).ok()
}

/// Records and aliases as columns.
#[cfg(any(test, feature = "tools"))]
pub fn pack(contents: &Contents) -> Columns<'_> {
    write::pack(contents)
}

#[cfg(any(test, feature = "tools"))]
mod write;
