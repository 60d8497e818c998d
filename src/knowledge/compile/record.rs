//! The tables of entities: nations, places, organizations, people.

use super::{Alias, Tables, prominence};
use crate::knowledge::table::Row;
use crate::knowledge::{Form, Guard, Kind, Record, RecordId, Sense};

/// Where the cells of an entity stand in its row.
struct Layout {
    kind: Kind,
    prefix: &'static str,
    wikidata: usize,
    name: usize,
    class: Option<usize>,
    prominence: usize,
}

const NATION: Layout =
    Layout { kind: Kind::Nation, prefix: "nation", wikidata: 2, name: 3, class: Some(4), prominence: 6 };
const PLACE: Layout =
    Layout { kind: Kind::Place, prefix: "place", wikidata: 1, name: 2, class: Some(3), prominence: 5 };
const ORGANIZATION: Layout =
    Layout { kind: Kind::Organization, prefix: "organization", wikidata: 1, name: 2, class: Some(3), prominence: 5 };
const PERSON: Layout =
    Layout { kind: Kind::Person, prefix: "person", wikidata: 1, name: 2, class: None, prominence: 5 };

impl Tables<'_> {
    pub(super) fn read_records(&mut self) {
        let nations =
            self.read("nations.tsv", &["code", "iso3", "wikidata", "name", "class", "sovereign", "prominence"]);
        for row in &nations {
            self.add_record(row, &NATION);
        }
        for (row, record) in nations.iter().zip(0..) {
            self.set_nation(row, record, row.cell(5));
        }
        for (table, layout) in [("places.tsv", PLACE), ("organizations.tsv", ORGANIZATION)] {
            for row in self.read(table, &["id", "wikidata", "name", "class", "nation", "prominence"]) {
                let record = self.add_record(&row, &layout);
                self.set_nation(&row, record, row.cell(4));
            }
        }
        for row in self.read("people.tsv", &["id", "wikidata", "name", "surname", "nation", "prominence"]) {
            let record = self.add_record(&row, &PERSON);
            self.set_nation(&row, record, row.cell(4));
            if !row.cell(3).is_empty() && row.cell(3) != row.cell(2) {
                let sense = Sense { record, form: Form::Short, guard: Guard::Context };
                self.aliases.push(Alias { text: row.cell(3).to_owned(), sense, place: row.place });
            }
        }
    }

    fn add_record(&mut self, row: &Row, layout: &Layout) -> RecordId {
        let record = self.records.len() as RecordId;
        let id = format!("{}/{}", layout.prefix, row.cell(0));
        let name = row.cell(layout.name).to_owned();
        let class = layout.class.map_or("person", |i| row.cell(i)).to_owned();
        let wikidata = row.cell(layout.wikidata);
        self.check_record(row, &id, &name, wikidata);
        let prominence = prominence(row.cell(layout.prominence)).unwrap_or_else(|| {
            self.problems.add(row.place, "the prominence is no number from 0 to 3", "write 0 (seldom) to 3 (daily)");
            0
        });
        let sense = Sense { record, form: Form::Name, guard: Guard::None };
        self.aliases.push(Alias { text: name.clone(), sense, place: row.place });
        self.ids.insert(id.clone(), record);
        self.record_rows.push(row.place);
        self.records.push(Record {
            id,
            kind: layout.kind,
            name,
            wikidata: (!wikidata.is_empty()).then(|| wikidata.to_owned()),
            class,
            nation: None,
            prominence,
            facts: Vec::new(),
            offices: Vec::new(),
            members: Vec::new(),
        });
        record
    }

    fn check_record(&mut self, row: &Row, id: &str, name: &str, wikidata: &str) {
        if let Some(first) = self.ids.get(id).and_then(|&i| self.record_rows.get(i as usize)) {
            let what = format!("the id {id} is already in line {}", first.line);
            self.problems.add(row.place, what, "merge the rows or rename one");
        }
        if name.is_empty() {
            self.problems.add(row.place, "the name is missing", "write the full common name");
        }
        let number = wikidata.strip_prefix('Q').is_some_and(|n| n.parse::<u32>().is_ok());
        if !wikidata.is_empty() && !number {
            self.problems.add(row.place, format!("{wikidata:?} is no Wikidata id"), "write Q and its number");
        }
    }

    fn set_nation(&mut self, row: &Row, record: RecordId, code: &str) {
        if code.is_empty() {
            return;
        }
        let nation = self.id(row.place, &format!("nation/{code}"));
        if let Some(record) = self.records.get_mut(record as usize) {
            record.nation = nation;
        }
    }
}
