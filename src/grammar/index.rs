//! Look-ups by word: word lists as people read them, turned into tables once.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A table by word. The words are our own, so a hash that no attacker can steer is not needed, only a short one.
pub(crate) type Index<T> = HashMap<&'static str, T, BuildHasherDefault<Fnv>>;

/// Turns lists of words, parted by white space, each with a value, into a look-up.
pub(crate) fn index<T: Copy>(table: &[(T, &'static str)]) -> Index<T> {
    table.iter().flat_map(|&(value, words)| words.split_whitespace().map(move |word| (word, value))).collect()
}

/// Fowler, Noll and Vo’s hash (FNV-1a, 64 bits).
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}
