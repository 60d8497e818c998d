//! The aliases of a pack: sorted keys, each with what it may mean.
//!
//! A key is an alias as [`crate::token::tokenize`] parts it and [`crate::token::fold`] folds it, its words joined by
//! single spaces. A space sorts before every other character of a key, so the aliases that go on from "United
//! Nations" stand right behind it, and a text is matched by walking down the list word by word.
//!
//! ```text
//! text    |Paris|United|United Nations|United Nations General Assembly|Uruguay|
//! ends        5      11             25                              57     64
//! ```

use std::borrow::Cow;
use std::cmp::Reverse;

use super::{RecordId, Sense};

/// Sorted keys and their senses.
#[derive(Debug, Default, PartialEq)]
pub struct Lexicon {
    /// All keys, one after the other.
    text: String,
    /// Where each key ends in `text`.
    ends: Vec<u32>,
    /// The senses of all keys, one after the other.
    senses: Vec<Sense>,
    /// Where those of each key end in `senses`.
    sense_ends: Vec<u32>,
    /// For each first byte, the first key that begins with it or a later one.
    buckets: Vec<u32>,
}

impl Lexicon {
    /// Adds a key, greater than all before, and its senses.
    pub fn push(&mut self, key: &str, senses: &[Sense]) {
        self.text.push_str(key);
        self.ends.push(self.text.len() as u32);
        self.senses.extend_from_slice(senses);
        self.sense_ends.push(self.senses.len() as u32);
    }

    /// Makes it ready for look-ups, all keys pushed.
    #[must_use]
    pub fn finish(mut self) -> Self {
        self.buckets = (0..=u8::MAX).map(|byte| self.lower_bound(0, self.len(), &[byte]) as u32).collect();
        self
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The key at an index; empty past the end.
    pub fn key(&self, i: usize) -> &str {
        part(&self.ends, i).and_then(|range| self.text.get(range)).unwrap_or_default()
    }

    /// What the key at an index may mean.
    pub fn senses_at(&self, i: usize) -> &[Sense] {
        part(&self.sense_ends, i).and_then(|range| self.senses.get(range)).unwrap_or_default()
    }

    /// What a key may mean.
    pub fn senses(&self, key: &str) -> &[Sense] {
        let i = self.find(key.as_bytes());
        if self.key(i) == key { self.senses_at(i) } else { &[] }
    }

    /// What the keys may mean that go on from a key by another word.
    pub fn senses_beyond(&self, key: &str) -> impl Iterator<Item = &Sense> {
        let prefix = [key, " "].concat();
        let longer = (self.find(prefix.as_bytes())..self.len()).take_while(move |&i| self.key(i).starts_with(&prefix));
        longer.flat_map(|i| self.senses_at(i))
    }

    /// All keys made of the first word, the first two words ... of `words`: how many words, what they may mean.
    pub fn matches<'w>(&self, words: impl Iterator<Item = Cow<'w, str>>) -> Vec<(usize, &[Sense])> {
        let mut found = Vec::new();
        let mut prefix = String::new();
        let mut at = 0;
        for (i, word) in words.enumerate() {
            prefix.push_str(&word);
            at =
                if i == 0 { self.find(prefix.as_bytes()) } else { self.lower_bound(at, self.len(), prefix.as_bytes()) };
            if self.key(at) == prefix && !prefix.is_empty() {
                found.push((i + 1, self.senses_at(at)));
                at += 1;
            }
            prefix.push(' ');
            if !self.key(at).starts_with(&prefix) {
                break;
            }
        }
        found
    }

    /// The first key that is not less than `key`.
    fn find(&self, key: &[u8]) -> usize {
        let bucket = |byte: u8| self.buckets.get(byte as usize).map(|&i| i as usize);
        let first = key.first().copied().unwrap_or_default();
        let low = bucket(first).unwrap_or(0);
        let high = first.checked_add(1).and_then(bucket).unwrap_or(self.len());
        self.lower_bound(low, high, key)
    }

    fn lower_bound(&self, mut low: usize, mut high: usize, key: &[u8]) -> usize {
        while low < high {
            let middle = low + (high - low) / 2;
            if self.key(middle).as_bytes() < key { low = middle + 1 } else { high = middle }
        }
        low
    }
}

/// The range of part `i`, where part `i` ends at `ends[i]` and begins where the one before ends.
pub(super) fn part(ends: &[u32], i: usize) -> Option<std::ops::Range<usize>> {
    let end = *ends.get(i)? as usize;
    let start = i.checked_sub(1).map_or(0, |i| ends[i] as usize);
    Some(start..end)
}

/// Likeliest first: unguarded before guarded, then whom news names more often.
pub fn sort_senses(senses: &mut [Sense], prominence: impl Fn(RecordId) -> u8) {
    if senses.len() > 1 {
        senses.sort_by_key(|sense| (sense.guard, Reverse(prominence(sense.record)), sense.form, sense.record));
    }
}
