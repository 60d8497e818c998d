//! Aliases: from the table to the automaton.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Alias, Tables, guard};
use crate::knowledge::lexicon::Lexicon;
use crate::knowledge::table::Row;
use crate::knowledge::{Form, RecordId, Sense, key};

impl Tables<'_> {
    /// Reads the aliases beside the names and surnames of the entities' own rows, which a row here may overrule.
    pub(super) fn read_aliases(&mut self) {
        let mut known: HashMap<(RecordId, String, Form), usize> = HashMap::new();
        for (i, alias) in self.aliases.iter().enumerate() {
            known.insert((alias.sense.record, key(&alias.text), alias.sense.form), i);
        }
        let own = self.aliases.len();
        for row in self.read("aliases.tsv", &["entity", "alias", "form", "guard"]) {
            let Some(alias) = self.alias(&row) else { continue };
            let entry = (alias.sense.record, key(&alias.text), alias.sense.form);
            match known.get(&entry).copied() {
                Some(i) if i < own => self.aliases[i] = alias,
                Some(i) => {
                    let what = format!("the alias {:?} is already in line {}", alias.text, self.aliases[i].place.line);
                    self.problems.add(row.place, what, "delete one of the two rows");
                }
                None => {
                    known.insert(entry, self.aliases.len());
                    self.aliases.push(alias);
                }
            }
        }
    }

    fn alias(&mut self, row: &Row) -> Option<Alias> {
        let record = self.id(row.place, row.cell(0))?;
        let Some(form) = form(row.cell(2)) else {
            let what = format!("no form {:?}", row.cell(2));
            self.problems.add(row.place, what, "write name, short, acronym, demonym or metonym");
            return None;
        };
        let Some(guard) = guard(row.cell(3)) else {
            let what = format!("no guard {:?}", row.cell(3));
            self.problems.add(row.place, what, "write context or word, or leave the cell empty");
            return None;
        };
        Some(Alias { text: row.cell(1).to_owned(), sense: Sense { record, form, guard }, place: row.place })
    }
}

fn form(cell: &str) -> Option<Form> {
    Some(match cell {
        "name" => Form::Name,
        "short" => Form::Short,
        "acronym" => Form::Acronym,
        "demonym" => Form::Demonym,
        "metonym" => Form::Metonym,
        _ => return None,
    })
}

/// All aliases by their keys.
pub(super) fn lexicon(aliases: &[Alias]) -> Lexicon {
    let mut by_key: BTreeMap<String, BTreeSet<Sense>> = BTreeMap::new();
    for alias in aliases {
        by_key.entry(key(&alias.text)).or_default().insert(alias.sense);
    }
    let mut lexicon = Lexicon::default();
    for (key, senses) in by_key {
        lexicon.push(&key, &senses.into_iter().collect::<Vec<_>>());
    }
    lexicon
}
