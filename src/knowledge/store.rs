//! The records of a pack, taken out of its columns one by one as they are asked for: an article names a hundred of
//! ten thousand.

use std::sync::OnceLock;

use jiff::civil::Date;

use crate::day;

use super::lexicon::{Lexicon, sort_senses};
use super::pack::columns::{Columns, FIRST_DAY, FORMS, GUARDS, KINDS, Keys, Lines, OWN, RANKS, prefix};
use super::{Fact, Form, Kind, Office, Rank, Record, RecordId, Sense, slug};

/// The records and aliases of a pack.
pub struct Store {
    columns: Columns,
    /// Every alias.
    pub lexicon: Lexicon,
    shared: Texts,
    ids: Texts,
    names: Texts,
    values: Texts,
    /// For each record, the key of its name.
    name_keys: Vec<u32>,
    /// For each record, where its facts end.
    fact_ends: Vec<u32>,
    /// For each record, where its offices end.
    office_ends: Vec<u32>,
    records: Vec<OnceLock<Box<Record>>>,
}

/// Texts in one piece, and where each ends.
struct Texts {
    lines: String,
    ends: Vec<u32>,
}

impl Texts {
    fn new(Lines(lines): Lines) -> Self {
        let ends = lines.bytes().zip(0..).filter(|(byte, _)| *byte == b'\n').map(|(_, at)| at).collect();
        Self { lines, ends }
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    fn get(&self, i: usize) -> &str {
        let start = i.checked_sub(1).map_or(0, |before| self.ends[before] as usize + 1);
        &self.lines[start..self.ends[i] as usize]
    }
}

impl Store {
    /// Takes columns; nothing where they contradict each other.
    pub fn new(mut columns: Columns) -> Option<Self> {
        let texts = |lines: &mut Lines| Texts::new(std::mem::take(lines));
        let (ids, names) = (texts(&mut columns.records.ids.texts), texts(&mut columns.records.names.texts));
        let (shared, values) = (texts(&mut columns.shared), texts(&mut columns.facts.value));
        let texts = [ids.len(), names.len(), values.len()]
            == [columns.records.ids.records.len(), columns.records.names.records.len(), columns.facts.label.len()];
        if !texts || !is_sound(&columns, shared.len()) {
            return None;
        }
        let keys = std::mem::take(&mut columns.keys);
        let (lexicon, name_keys) = read_keys(&keys, &columns)?;
        let (fact_ends, office_ends) = (ends(&columns.facts.count), ends(&columns.offices.count));
        let records = columns.records.wikidata.iter().map(|_| OnceLock::new()).collect();
        Some(Self { columns, lexicon, shared, ids, names, values, name_keys, fact_ends, office_ends, records })
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// The record at an index.
    pub fn record(&self, id: RecordId) -> Option<&Record> {
        let i = id as usize;
        self.records.get(i).map(|cell| &**cell.get_or_init(|| Box::new(self.read(i))))
    }

    /// Holders of offices of a rank of a record: who, and which of their offices.
    pub fn offices_of(&self, of: RecordId, rank: Rank) -> impl Iterator<Item = (RecordId, usize)> {
        let rank = RANKS.iter().position(|&r| r == rank).unwrap_or_default() as u8;
        let offices = self.columns.offices.of.iter().zip(&self.columns.offices.rank).zip(0..);
        let found = offices.filter(move |((o, r), _)| **o == of + 1 && **r == rank).map(|(_, i)| i);
        found.map(|i| {
            let holder = self.office_ends.partition_point(|&end| end <= i);
            (holder as RecordId, i as usize - start(&self.office_ends, holder))
        })
    }

    fn read(&self, i: usize) -> Record {
        let records = &self.columns.records;
        let kind = kind_of(i, &records.kinds);
        let own = |of: &[RecordId]| of.binary_search(&(i as RecordId)).ok();
        let key = || self.lexicon.key(self.name_keys[i] as usize);
        let name = own(&records.names.records).map_or_else(key, |at| self.names.get(at));
        let id = own(&records.ids.records).map_or_else(|| slug(name), |at| self.ids.get(at).to_owned());
        let number = records.wikidata[i];
        let members = self.columns.members.binary_search_by_key(&(i as RecordId), |(id, _)| *id);
        Record {
            id: [prefix(kind), &id].concat(),
            kind,
            name: name.to_owned(),
            wikidata: (number > 0).then(|| format!("Q{number}")),
            class: self.shared(records.class[i]),
            nation: records.nation[i].checked_sub(1),
            prominence: records.prominence[i],
            facts: range(&self.fact_ends, i).map(|k| self.fact(k)).collect(),
            offices: range(&self.office_ends, i).map(|k| self.office(k)).collect(),
            members: members.map_or_else(|_| Vec::new(), |k| self.columns.members[k].1.clone()),
        }
    }

    fn fact(&self, k: usize) -> Fact {
        let facts = &self.columns.facts;
        Fact {
            label: self.shared(facts.label[k]),
            value: self.values.get(k).to_owned(),
            source: self.shared(facts.source[k]),
            as_of: self.shared(facts.as_of[k]),
        }
    }

    fn office(&self, k: usize) -> Office {
        let offices = &self.columns.offices;
        let start = day_after(FIRST_DAY, offices.start[k]);
        Office {
            title: self.shared(offices.title[k]),
            rank: RANKS[offices.rank[k] as usize],
            of: offices.of[k].checked_sub(1),
            start,
            end: day_after(start.unwrap_or(FIRST_DAY), offices.end[k]),
            source: self.shared(offices.source[k]),
            as_of: day_after(FIRST_DAY, offices.as_of[k]),
        }
    }

    fn shared(&self, i: u16) -> String {
        self.shared.get(i as usize).to_owned()
    }
}

/// A day so many days after another, written plus one; none for 0.
fn day_after(from: Date, days: u32) -> Option<Date> {
    day::later(from, i64::from(days.checked_sub(1)?))
}

fn ends(counts: &[u8]) -> Vec<u32> {
    let running = |end: &mut u32, &count: &u8| {
        *end += u32::from(count);
        Some(*end)
    };
    counts.iter().scan(0, running).collect()
}

fn start(ends: &[u32], i: usize) -> usize {
    i.checked_sub(1).map_or(0, |i| ends[i] as usize)
}

fn range(ends: &[u32], i: usize) -> std::ops::Range<usize> {
    start(ends, i)..ends[i] as usize
}

fn kind_of(i: usize, counts: &[u32; 4]) -> Kind {
    let mut end = 0;
    let kind = counts.iter().position(|&count| {
        end += count as usize;
        i < end
    });
    KINDS[kind.unwrap_or(KINDS.len() - 1)]
}

/// Whether all columns have their length and every index points to something.
fn is_sound(columns: &Columns, texts: usize) -> bool {
    let Columns { records: r, facts: f, offices: o, members, .. } = columns;
    let count = r.wikidata.len();
    let text = |indices: &[u16]| indices.iter().all(|&i| (i as usize) < texts);
    let links = |links: &[u32]| links.iter().all(|&link| link as usize <= count);
    let sum = |counts: &[u8]| counts.iter().map(|&n| n as usize).sum::<usize>();
    let kinds = r.kinds.iter().map(|&n| n as usize).sum::<usize>() == count;
    let records = [r.class.len(), r.nation.len(), r.prominence.len(), f.count.len(), o.count.len()] == [count; 5];
    let facts = [f.label.len(), f.source.len(), f.as_of.len()] == [sum(&f.count); 3];
    let offices = [o.title.len(), o.rank.len(), o.of.len(), o.start.len(), o.end.len(), o.source.len(), o.as_of.len()]
        == [sum(&o.count); 7];
    let ranks = o.rank.iter().all(|&rank| (rank as usize) < RANKS.len());
    let members = members.iter().all(|(id, members)| members.iter().chain([id]).all(|&m| (m as usize) < count));
    kinds
        && records
        && facts
        && offices
        && ranks
        && members
        && [&r.class, &f.label, &f.source, &f.as_of, &o.title, &o.source].into_iter().all(|indices| text(indices))
        && links(&r.nation)
        && links(&o.of)
}

/// The aliases, and for each record the key of its name.
fn read_keys(keys: &Keys, columns: &Columns) -> Option<(Lexicon, Vec<u32>)> {
    let count = columns.records.wikidata.len();
    let mut next = first_of_kinds(&columns.records.kinds);
    let mut name_keys = vec![0; count];
    let (mut tags, mut records) = (keys.tags.iter(), keys.records.iter());
    let mut lexicon = Lexicon::default();
    let mut key = String::new();
    let mut senses: Vec<Sense> = Vec::new();
    let rests = keys.rests.0.split_terminator('\n');
    for (((rest, &shared), &senses_here), i) in rests.zip(&keys.shared_bytes).zip(&keys.senses).zip(0..) {
        if !key.is_char_boundary(shared as usize) {
            return None;
        }
        key.truncate(shared as usize);
        key.push_str(rest);
        senses.clear();
        for _ in 0..senses_here {
            let tag = *tags.next()?;
            let guard = GUARDS[tag as usize % GUARDS.len()];
            let (record, form) = match tag.checked_sub(OWN) {
                None => (*records.next()?, FORMS[tag as usize / GUARDS.len()]),
                Some(own) => {
                    let at = next.get_mut(own as usize / GUARDS.len())?;
                    *name_keys.get_mut(*at as usize)? = i;
                    *at += 1;
                    (*at - 1, Form::Name)
                }
            };
            if record as usize >= count {
                return None;
            }
            senses.push(Sense { record, form, guard });
        }
        sort_senses(&mut senses, |id| columns.records.prominence.get(id as usize).copied().unwrap_or(0));
        lexicon.push(&key, &senses);
    }
    Some((lexicon.finish(), name_keys))
}

/// The first record of each kind.
fn first_of_kinds(counts: &[u32; 4]) -> [u32; 4] {
    let mut at = 0;
    counts.map(|count| {
        let first = at;
        at = u32::saturating_add(at, count);
        first
    })
}
