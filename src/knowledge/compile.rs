//! Compiles the tables of facts into a pack.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::path::Path;

use jiff::civil::Date;

use super::pack;
use super::pack::columns::{Columns, KINDS};
use super::table::{self, Place, Problem, Problems, Row};
use super::{Guard, Record, RecordId, Sense, key};

mod alias;
mod check;
mod detail;
mod record;

/// Compiles the tables in a folder into the bytes of a pack.
///
/// # Errors
/// With everything that is wrong with the tables, by file and line.
pub fn compile(folder: &Path) -> Result<Vec<u8>, Vec<Problem>> {
    let mut tables = Tables::new(folder);
    tables.read_sources();
    tables.read_records();
    tables.read_facts();
    tables.read_offices();
    tables.read_members();
    tables.read_aliases();
    tables.check();
    if !tables.problems.is_empty() {
        return Err(tables.problems.into_sorted());
    }
    Ok(pack::encode(&tables.into_columns()))
}

/// An alias of an entity, and the row that says so.
#[derive(Debug)]
struct Alias {
    text: String,
    sense: Sense,
    place: Place,
}

/// What has been read so far, each with the row it stands in.
#[derive(Debug)]
struct Tables<'f> {
    folder: &'f Path,
    /// Name and date by key.
    sources: HashMap<String, (String, String)>,
    records: Vec<Record>,
    record_rows: Vec<Place>,
    ids: HashMap<String, RecordId>,
    /// Record, index among its facts, row.
    fact_rows: Vec<(RecordId, usize, Place)>,
    /// Nation, place, row.
    capitals: Vec<(RecordId, RecordId, Place)>,
    /// Record, index among its offices, row.
    office_rows: Vec<(RecordId, usize, Place)>,
    /// Offices that several hold at a time: of whom, title.
    shared_offices: Vec<(RecordId, String)>,
    aliases: Vec<Alias>,
    problems: Problems,
}

impl<'f> Tables<'f> {
    fn new(folder: &'f Path) -> Self {
        Self {
            folder,
            sources: HashMap::new(),
            records: Vec::new(),
            record_rows: Vec::new(),
            ids: HashMap::new(),
            fact_rows: Vec::new(),
            capitals: Vec::new(),
            office_rows: Vec::new(),
            shared_offices: Vec::new(),
            aliases: Vec::new(),
            problems: Problems::new(folder),
        }
    }

    /// Sorts the records as the pack wants them, by kind and by the key of their name, and all that points to them.
    fn into_columns(mut self) -> Columns {
        let mut order: Vec<usize> = (0..self.records.len()).collect();
        order.sort_by_cached_key(|&i| {
            (
                KINDS.iter().position(|&kind| kind == self.records[i].kind),
                key(&self.records[i].name),
                self.records[i].id.clone(),
            )
        });
        let mut new_id = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            new_id[old] = new as RecordId;
        }
        let renumber = |id: &mut RecordId| *id = new_id[*id as usize];
        for record in &mut self.records {
            record.nation.iter_mut().chain(&mut record.members).for_each(renumber);
            record.offices.iter_mut().filter_map(|office| office.of.as_mut()).for_each(renumber);
            record.offices.sort_by_key(|office| Reverse(office.start));
        }
        self.aliases.iter_mut().for_each(|alias| renumber(&mut alias.sense.record));
        let mut records: Vec<Option<Record>> = self.records.into_iter().map(Some).collect();
        let records: Vec<Record> = order.into_iter().filter_map(|old| records[old].take()).collect();
        pack::write::columns(&records, &alias::lexicon(&self.aliases))
    }

    fn read(&mut self, table: &'static str, columns: &[&str]) -> Vec<Row> {
        table::read(self.folder, table, columns, &mut self.problems)
    }

    fn read_sources(&mut self) {
        for row in self.read("sources.tsv", &["key", "name", "licence", "date"]) {
            if row.cell(2).is_empty() {
                self.problems.add(row.place, "the source has no licence", "say under which terms its facts are used");
            }
            if !is_day(row.cell(3)) {
                self.problems.add(
                    row.place,
                    format!("{:?} is no date", row.cell(3)),
                    "write YYYY, YYYY-MM or YYYY-MM-DD",
                );
            }
            let source = (row.cell(1).to_owned(), row.cell(3).to_owned());
            if self.sources.insert(row.cell(0).to_owned(), source).is_some() {
                let what = format!("the source {} is in two rows", row.cell(0));
                self.problems.add(row.place, what, "give each a key of its own");
            }
        }
    }

    /// The record of an id, or a problem.
    fn id(&mut self, place: Place, id: &str) -> Option<RecordId> {
        let found = self.ids.get(id).copied();
        if found.is_none() {
            self.problems.add(place, format!("nothing has the id {id:?}"), "correct it or add the row it means");
        }
        found
    }

    /// The name of a source and the date it speaks of: that of the row, else its own.
    fn source(&mut self, place: Place, key: &str, as_of: &str) -> (String, String) {
        if !as_of.is_empty() && !is_day(as_of) {
            self.problems.add(place, format!("as_of {as_of:?} is no date"), "write YYYY, YYYY-MM or YYYY-MM-DD");
        }
        match self.sources.get(key) {
            Some((name, date)) => (name.clone(), if as_of.is_empty() { date } else { as_of }.to_owned()),
            None => {
                let what = if key.is_empty() { "the source is missing".into() } else { format!("no source {key:?}") };
                self.problems.add(place, what, "name a key of sources.tsv");
                Default::default()
            }
        }
    }

    /// A day from a cell: the first day of a year or month, or the last; none where the cell is empty.
    fn day(&mut self, place: Place, cell: &str, edge: Edge) -> Option<Date> {
        let day = parse_day(cell, edge);
        if day.is_none() && !cell.is_empty() {
            self.problems.add(place, format!("{cell:?} is no date"), "write YYYY, YYYY-MM or YYYY-MM-DD");
        }
        day
    }
}

/// Which day of a year or month is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edge {
    First,
    Last,
}

fn parse_day(cell: &str, edge: Edge) -> Option<Date> {
    let whole = match cell.len() {
        4 => format!("{cell}-{}-01", if edge == Edge::First { "01" } else { "12" }),
        7 => format!("{cell}-01"),
        10 => return cell.parse().ok(),
        _ => return None,
    };
    let first: Date = whole.parse().ok()?;
    Some(if edge == Edge::First { first } else { first.last_of_month() })
}

fn is_day(cell: &str) -> bool {
    parse_day(cell, Edge::First).is_some()
}

/// A number from 0 to 3.
fn prominence(cell: &str) -> Option<u8> {
    cell.parse().ok().filter(|&p| p <= 3)
}

/// A guard by its name in the tables.
fn guard(cell: &str) -> Option<Guard> {
    match cell {
        "" => Some(Guard::None),
        "context" => Some(Guard::Context),
        "word" => Some(Guard::Word),
        _ => None,
    }
}
