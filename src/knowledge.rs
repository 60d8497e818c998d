//! The knowledge pack: who and what the names in the news stand for, with sources and dates.
//!
//! A pack is immutable. Text is matched against it token by token ([`Knowledge::matches`]); what is found are
//! [`Sense`]s, candidates that the later stages choose among.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::OnceLock;

use jiff::civil::Date;

use crate::span::Span;
use crate::token::{fold, tokenize};

#[cfg(any(test, feature = "tools"))]
mod compile;
mod layer;
mod lexicon;
mod overlay;
mod pack;
mod record;
mod store;
#[cfg(any(test, feature = "tools"))]
mod table;

#[cfg(any(test, feature = "tools"))]
pub use compile::compile;
use layer::Layer;
pub use overlay::Overlay;
pub use pack::PackError;
pub use record::{Fact, Form, Guard, Kind, Office, Rank, Record, RecordId, Sense};
use store::Store;
#[cfg(any(test, feature = "tools"))]
pub use table::Problem;

/// An immutable knowledge pack.
pub struct Knowledge {
    store: Store,
    layer: Layer,
    ids: OnceLock<HashMap<String, RecordId>>,
}

impl Knowledge {
    /// Reads a pack.
    ///
    /// # Errors
    /// When the bytes are no pack, a pack of another version, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PackError> {
        let store = Store::new(pack::decode(bytes)?).ok_or(PackError::Damaged)?;
        Ok(Self { store, layer: Layer::default(), ids: OnceLock::new() })
    }

    /// The record behind an index.
    #[must_use]
    pub fn record(&self, id: RecordId) -> Option<&Record> {
        match (id as usize).checked_sub(self.store.len()) {
            Some(added) => self.layer.added.get(added),
            None => self.layer.changed.get(&id).or_else(|| self.store.record(id)),
        }
    }

    /// What a sense stands for.
    #[must_use]
    pub fn kind_of(&self, sense: &Sense) -> Option<Kind> {
        self.record(sense.record).map(|record| record.kind)
    }

    /// Every record, in the order of their indices.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        (0..self.store.len() + self.layer.added.len()).filter_map(|i| self.record(i as RecordId))
    }

    /// The record named `nation/UA`, `person/vladimir-putin` ... The first call reads every id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<RecordId> {
        let all = || self.records().zip(0..).map(|(record, i)| (record.id.clone(), i)).collect();
        self.ids.get_or_init(all).get(id).copied()
    }

    /// The meanings of an alias by its [`key`], likeliest first.
    #[must_use]
    pub fn senses(&self, key: &str) -> &[Sense] {
        self.layer.senses(key).unwrap_or_else(|| self.store.lexicon.senses(key))
    }

    /// Whether the name of a person in the pack begins with this word, given by its [`key`]: "Abdullah".
    #[must_use]
    pub fn is_first_name(&self, key: &str) -> bool {
        self.store.lexicon.senses_beyond(key).any(|sense| self.kind_of(sense) == Some(Kind::Person))
    }

    /// Whether the newsroom forbids to mark these words, by their [`key`].
    #[must_use]
    pub fn is_forbidden(&self, key: &str) -> bool {
        self.layer.senses(key).is_some_and(<[Sense]>::is_empty)
    }

    /// All aliases that begin with the first of `words` (folded), shortest first: how many words each has, and what
    /// it may mean.
    #[must_use]
    pub fn matches<'w>(&self, words: impl Iterator<Item = Cow<'w, str>>) -> Vec<(usize, &[Sense])> {
        if self.layer.is_empty() {
            return self.store.lexicon.matches(words);
        }
        let words: Vec<_> = words.take(LONGEST_ALIAS).collect();
        let mut found = self.store.lexicon.matches(words.iter().cloned());
        self.layer.cover(&words, &mut found);
        found
    }

    /// Who holds an office of this rank of a nation or organization on a day, latest come first. On the day of a
    /// change both are named. A president who governs is listed once, as head of state.
    #[must_use]
    pub fn holders(&self, of: RecordId, rank: Rank, day: Date) -> Vec<(RecordId, &Office)> {
        let offices = self.store.offices_of(of, rank);
        let held = offices.filter_map(|(id, i)| self.record(id)?.offices.get(i).map(|office| (id, office)));
        let mut holders: Vec<_> = held.filter(|(_, office)| office.held_on(day)).collect();
        holders.sort_by_key(|(_, office)| Reverse(office.start));
        holders
    }

    /// The ISO 3166 code of a nation, or of the nation that a record belongs to; `EU` for the European Union.
    #[must_use]
    pub fn nation_code(&self, id: RecordId) -> Option<&str> {
        let record = self.record(id)?;
        let owner = record.nation.filter(|_| record.kind != Kind::Nation);
        let nation = owner.and_then(|nation| self.record(nation)).unwrap_or(record);
        match nation.id.strip_prefix("nation/") {
            Some(code) => Some(code),
            None => (record.id == "organization/european-union").then_some("EU"),
        }
    }

    /// Adds a record of the newsroom's own.
    fn add_record(&mut self, record: Record) -> RecordId {
        let id = (self.store.len() + self.layer.added.len()) as RecordId;
        if let Some(ids) = self.ids.get_mut() {
            ids.insert(record.id.clone(), id);
        }
        self.layer.added.push(record);
        id
    }

    /// Changes what a record says.
    fn change_record(&mut self, id: RecordId, change: impl FnOnce(&mut Record)) {
        match (id as usize).checked_sub(self.store.len()) {
            Some(added) => self.layer.added.get_mut(added).map_or((), change),
            None => {
                let Some(own) = self.store.record(id) else { return };
                change(self.layer.changed.entry(id).or_insert_with(|| own.clone()));
            }
        }
    }

    /// Gives an alias one more meaning.
    fn add_sense(&mut self, alias: &str, sense: Sense) {
        let lexicon = &self.store.lexicon;
        self.layer.add(alias, sense, |key| lexicon.senses(key).to_vec());
    }

    /// Gives an alias one meaning only, or none.
    fn fix_sense(&mut self, alias: &str, record: Option<RecordId>) {
        self.layer.fix(alias, record);
    }

    /// Takes a record out of the meanings of every alias.
    fn forbid_record(&mut self, record: RecordId) {
        let means = |senses: &[Sense]| senses.iter().any(|sense| sense.record == record);
        let lexicon = &self.store.lexicon;
        let of_pack = (0..lexicon.len()).filter(|&i| means(lexicon.senses_at(i))).map(|i| lexicon.key(i).to_owned());
        let keys: Vec<String> = of_pack.chain(self.layer.keys()).collect();
        for key in keys {
            let senses = self.senses(&key).to_vec();
            if means(&senses) {
                self.layer.forbid(&key, &senses, record);
            }
        }
    }
}

/// Words of the longest alias that is looked for where a newsroom has aliases of its own.
const LONGEST_ALIAS: usize = 32;

/// An alias as it is looked up: its tokens folded and joined by single spaces ("Cote d'Ivoire", "U.S.",
/// "Jean - Noel Barrot").
#[must_use]
pub fn key(alias: &str) -> String {
    let mut tokens = Vec::new();
    tokenize(alias, Span::new(0, alias.len()), &mut tokens);
    tokens.iter().map(|t| fold(t.span.of(alias))).collect::<Vec<_>>().join(" ")
}

/// A name as an id spells it: "João Lourenço" is `joao-lourenco`.
#[must_use]
pub fn slug(name: &str) -> String {
    let folded = fold(name);
    let letters = folded.chars().filter(|c| !matches!(c, '\'' | '.')).map(|c| c.to_ascii_lowercase());
    let mut slug = String::with_capacity(name.len());
    for c in letters {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// The pack of the tables in `data/`, compiled once for all tests.
#[cfg(test)]
pub fn test_pack() -> &'static Knowledge {
    static PACK: std::sync::OnceLock<Knowledge> = std::sync::OnceLock::new();
    PACK.get_or_init(|| {
        let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data"));
        let bytes = compile(folder).unwrap_or_else(|problems| panic!("{problems:#?}"));
        Knowledge::from_bytes(&bytes).expect("a compiled pack")
    })
}

#[cfg(test)]
mod tests;
