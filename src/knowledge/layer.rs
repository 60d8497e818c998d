//! What a newsroom lays over the pack: records and aliases of its own, and its corrections.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{Form, Guard, Record, RecordId, Sense, key};
use crate::order;

/// Records and aliases that stand before those of the pack.
#[derive(Debug, Default)]
pub struct Layer {
    /// Records beyond those of the pack.
    pub added: Vec<Record>,
    /// Records of the pack, as the newsroom wants them.
    pub changed: HashMap<RecordId, Record>,
    /// All meanings of the keys that the newsroom speaks of; none where it forbids them.
    senses: HashMap<String, Vec<Sense>>,
    /// Words of the longest of these keys.
    longest: usize,
}

impl Layer {
    /// Whether the newsroom says nothing of aliases.
    pub fn is_empty(&self) -> bool {
        self.senses.is_empty()
    }

    /// What the newsroom lets a key mean, where it speaks of it.
    pub fn senses(&self, key: &str) -> Option<&[Sense]> {
        self.senses.get(key).map(Vec::as_slice)
    }

    /// Gives an alias one more meaning beside those it has by now.
    pub fn add(&mut self, alias: &str, sense: Sense, of_pack: impl Fn(&str) -> Vec<Sense>) {
        let key = key(alias);
        self.note_length(&key);
        let senses = self.senses.entry(key).or_insert_with_key(|key| of_pack(key));
        senses.retain(|other| other.record != sense.record || other.form != sense.form);
        senses.insert(0, sense);
    }

    /// Gives an alias one meaning and no other, or with none forbids it.
    pub fn fix(&mut self, alias: &str, record: Option<RecordId>) {
        let key = key(alias);
        self.note_length(&key);
        let sense = |record| Sense { record, form: Form::Name, guard: Guard::None };
        self.senses.insert(key, record.map(sense).into_iter().collect());
    }

    /// Takes a record out of the meanings of a key.
    pub fn forbid(&mut self, key: &str, senses: &[Sense], record: RecordId) {
        self.note_length(key);
        let rest = senses.iter().filter(|sense| sense.record != record).copied().collect();
        self.senses.insert(key.to_owned(), rest);
    }

    /// The keys spoken of so far.
    pub fn keys(&self) -> Vec<String> {
        self.senses.keys().cloned().collect()
    }

    /// Lays the newsroom's aliases over what the pack found at the start of `words`.
    pub fn cover<'k>(&'k self, words: &[Cow<str>], found: &mut Vec<(usize, &'k [Sense])>) {
        let mut prefix = String::new();
        for (i, word) in words.iter().take(self.longest).enumerate() {
            if i > 0 {
                prefix.push(' ');
            }
            prefix.push_str(word);
            let Some(senses) = self.senses.get(&prefix) else { continue };
            found.retain(|(count, _)| *count != i + 1);
            if !senses.is_empty() {
                found.push((i + 1, senses));
            }
        }
        order::by_key(found, |(count, _)| *count);
    }

    fn note_length(&mut self, key: &str) {
        self.longest = self.longest.max(key.split(' ').count());
    }
}
