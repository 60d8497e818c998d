//! The tables of what is known of an entity: facts, offices, members.

use super::{Edge, Tables};
use crate::knowledge::table::Row;
use crate::knowledge::{Fact, Office, Rank, RecordId};

impl Tables<'_> {
    pub(super) fn read_facts(&mut self) {
        for row in self.read("facts.tsv", &["entity", "label", "value", "source", "as_of"]) {
            let Some(record) = self.id(row.place, row.cell(0)) else { continue };
            let (source, as_of) = self.source(row.place, row.cell(3), row.cell(4));
            let value = self.value(&row, record);
            let fact = Fact { label: row.cell(1).to_owned(), value, source, as_of };
            let Some(owner) = self.records.get_mut(record as usize) else { continue };
            self.fact_rows.push((record, owner.facts.len(), row.place));
            owner.facts.push(fact);
        }
    }

    /// The value of a fact; where it is the id of an entity, that entity's name.
    fn value(&mut self, row: &Row, owner: RecordId) -> String {
        let value = row.cell(2);
        if !["place/", "nation/", "organization/", "person/"].iter().any(|prefix| value.starts_with(prefix)) {
            return value.to_owned();
        }
        let Some(id) = self.id(row.place, value) else { return String::new() };
        if row.cell(1) == "capital" {
            self.capitals.push((owner, id, row.place));
        }
        self.records.get(id as usize).map(|record| record.name.clone()).unwrap_or_default()
    }

    pub(super) fn read_offices(&mut self) {
        for row in self.read("shared_offices.tsv", &["of", "title"]) {
            if let Some(of) = self.id(row.place, row.cell(0)) {
                self.shared_offices.push((of, row.cell(1).to_owned()));
            }
        }
        for row in self.read("offices.tsv", &["person", "title", "rank", "of", "start", "end", "source", "as_of"]) {
            let Some(record) = self.id(row.place, row.cell(0)) else { continue };
            let Some(office) = self.office(&row) else { continue };
            let Some(owner) = self.records.get_mut(record as usize) else { continue };
            self.office_rows.push((record, owner.offices.len(), row.place));
            owner.offices.push(office);
        }
    }

    fn office(&mut self, row: &Row) -> Option<Office> {
        let Some(rank) = rank(row.cell(2)) else {
            let remedy = "write head_of_state, head_of_government, minister, legislator, head or other";
            self.problems.add(row.place, format!("no rank {:?}", row.cell(2)), remedy);
            return None;
        };
        let of = if row.cell(3).is_empty() { None } else { self.id(row.place, row.cell(3)) };
        let (source, as_of) = self.source(row.place, row.cell(6), row.cell(7));
        Some(Office {
            title: row.cell(1).to_owned(),
            rank,
            of,
            start: self.day(row.place, row.cell(4), Edge::First),
            end: self.day(row.place, row.cell(5), Edge::Last),
            source,
            as_of: super::parse_day(&as_of, Edge::Last),
        })
    }

    pub(super) fn read_members(&mut self) {
        for row in self.read("members.tsv", &["organization", "members", "source", "as_of"]) {
            let Some(record) = self.id(row.place, row.cell(0)) else { continue };
            let (source, as_of) = self.source(row.place, row.cell(2), row.cell(3));
            let codes: Vec<&str> = row.cell(1).split_whitespace().collect();
            let members: Vec<_> = codes.iter().filter_map(|code| self.member(&row, code)).collect();
            let count = Fact { label: "members".to_owned(), value: members.len().to_string(), source, as_of };
            if let Some(owner) = self.records.get_mut(record as usize) {
                owner.members = members;
                owner.facts.push(count);
            }
        }
    }

    /// The record of a member: a nation's code, or the id of any other.
    fn member(&mut self, row: &Row, code: &str) -> Option<u32> {
        if code.contains('/') { self.id(row.place, code) } else { self.id(row.place, &format!("nation/{code}")) }
    }
}

fn rank(cell: &str) -> Option<Rank> {
    Some(match cell {
        "head_of_state" => Rank::HeadOfState,
        "head_of_government" => Rank::HeadOfGovernment,
        "minister" => Rank::Minister,
        "legislator" => Rank::Legislator,
        "head" => Rank::Head,
        "other" => Rank::Other,
        _ => return None,
    })
}
