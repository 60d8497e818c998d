//! The lexicon: clusters of words that stand in like company, and lists of known names, as hashed keys.

use serde::{Deserialize, Serialize};

use crate::tagger::word::step;

/// Bits of a key. An unknown word is taken for a known one about once in `2^KEY_BITS / entries`.
const KEY_BITS: u32 = 22;
/// Longest listed name, in words.
pub const LONGEST_PHRASE: usize = 5;
/// Marks the keys of names of several words.
const PHRASE: u32 = 0x9e37_79b9;

/// What the model knows of words before it reads a text.
#[derive(Debug, Default)]
pub struct Lexicon {
    clusters: Table,
    lists: Table,
    coarse: Vec<[u8; 2]>,
}

/// The lexicon as it is stored.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct LexiconData {
    /// Words and their cluster, 1-based.
    pub clusters: TableData,
    /// Names and the lists they stand in, as bits.
    pub lists: TableData,
    /// Per cluster: the clusters of clusters it belongs to, coarsest first.
    pub coarse: Vec<[u8; 2]>,
}

/// Sorted keys as differences, with a value each.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct TableData {
    deltas: Vec<u32>,
    low: Vec<u8>,
    high: Vec<u8>,
}

impl TableData {
    /// Stores `(hash, value)` pairs; of two that share a key the first wins.
    #[must_use]
    pub fn new(pairs: impl IntoIterator<Item = (u32, u16)>) -> Self {
        let mut sorted = std::collections::BTreeMap::new();
        for (hash, value) in pairs {
            sorted.entry(key(hash)).or_insert(value);
        }
        let mut data = Self::default();
        let mut last = 0;
        for (key, value) in sorted {
            data.deltas.push(key - last);
            let [low, high] = value.to_le_bytes();
            data.low.push(low);
            data.high.push(high);
            last = key;
        }
        data
    }

    /// How many entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.deltas.len()
    }

    /// Whether there are no entries.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.deltas.is_empty()
    }
}

/// The bits of a hash that are kept.
fn key(hash: u32) -> u32 {
    let mixed = hash.wrapping_mul(0x85eb_ca6b);
    (mixed ^ (mixed >> 15)).wrapping_mul(0xc2b2_ae35) >> (32 - KEY_BITS)
}

/// Open addressing over `(key + 1) << 16 | value`; 0 is an empty slot.
#[derive(Debug, Default)]
struct Table {
    slots: Vec<u64>,
}

impl Table {
    fn new(data: &TableData) -> Option<Self> {
        if data.low.len() != data.len() || data.high.len() != data.len() || data.len() > 1 << KEY_BITS {
            return None;
        }
        let size = (data.len() * 2).next_power_of_two().max(2);
        let mut table = Self { slots: vec![0; size] };
        let mut key = 0u32;
        for (i, delta) in data.deltas.iter().enumerate() {
            key = key.checked_add(*delta)?;
            let mut at = table.home(key);
            while table.slots[at] != 0 {
                at = (at + 1) & (size - 1);
            }
            table.slots[at] = (u64::from(key) + 1) << 16 | u64::from(u16::from_le_bytes([data.low[i], data.high[i]]));
        }
        Some(table)
    }

    fn home(&self, key: u32) -> usize {
        key as usize & (self.slots.len() - 1)
    }

    /// The value under a hash; 0 where there is none.
    fn get(&self, hash: u32) -> u16 {
        if self.slots.is_empty() {
            return 0;
        }
        let key = key(hash);
        let mut at = self.home(key);
        while self.slots[at] != 0 {
            if self.slots[at] >> 16 == u64::from(key) + 1 {
                return self.slots[at] as u16;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        0
    }
}

impl Lexicon {
    /// Unpacks a stored lexicon; nothing where its parts do not fit together.
    #[must_use]
    pub fn new(data: &LexiconData) -> Option<Self> {
        Some(Self {
            clusters: Table::new(&data.clusters)?,
            lists: Table::new(&data.lists)?,
            coarse: data.coarse.clone(),
        })
    }

    /// The cluster of a word, from 1; 0 where it has none.
    #[must_use]
    pub fn cluster(&self, hash: u32) -> u16 {
        self.clusters.get(hash)
    }

    /// The coarser clusters, from 1, that a cluster belongs to, coarsest first; 0 for none.
    #[must_use]
    pub fn coarse(&self, cluster: u16) -> [u32; 2] {
        let found = usize::from(cluster).checked_sub(1).and_then(|i| self.coarse.get(i));
        found.map_or([0; 2], |c| c.map(|c| u32::from(c) + 1))
    }

    /// The lists a single word stands in, as bits.
    #[must_use]
    pub fn lists(&self, lower: u32) -> u8 {
        self.lists.get(lower) as u8
    }

    /// The lists that a name of several words stands in, given [`phrase`] of its words.
    #[must_use]
    pub fn phrase_lists(&self, phrase: u32) -> u8 {
        self.lists.get(phrase) as u8
    }
}

/// Hash of a name of several words, built from left to right; start with `None`.
#[must_use]
pub fn phrase(before: Option<u32>, lower: u32) -> u32 {
    step(before.unwrap_or(PHRASE), lower).rotate_left(11)
}
