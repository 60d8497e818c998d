//! Words: what the features ask of a single word, computed once per token.

use crate::article::Casing;
use crate::tagger::lexicon::Lexicon;
use crate::token::{fold, is_dash};

/// What the capitals of a word say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Caps {
    /// "peace", "iPhone".
    #[default]
    Lower,
    /// "Kyiv", "McCain", "al-Ani".
    Capital,
    /// "NATO", "U.S.", "J.".
    Upper,
    /// "2025", "3.5", "5th".
    Number,
    /// Everything without letters and digits.
    Mark,
}

/// One word as the features see it. Hashes are FNV-1a over letters without accents and with every digit as `0`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// The word as written; in a line of capitals as it would stand in running text.
    pub exact: u32,
    /// In lower case.
    pub lower: u32,
    /// Its first 2, 3 and 4 letters.
    pub prefixes: [u32; 3],
    /// Its last 1, 2, 3 and 4 letters.
    pub suffixes: [u32; 4],
    /// Kinds of characters, repeats collapsed: "Xx", "X.X.", "Xx-Xx", "d".
    pub shape: u32,
    /// Capitals.
    pub caps: Caps,
    /// Its first letter in upper case; 0 where it starts with none.
    pub initial: u32,
    /// Capital letters of an acronym, without stops.
    pub acronym: u32,
    /// Cluster of the word as written, 0 for none.
    pub cluster: u16,
    /// Cluster of its lower-case form, 0 for none.
    pub common: u16,
    /// Gazetteer lists it stands in by itself.
    pub lists: u8,
}

/// Starting value of FNV-1a.
pub const SEED: u32 = 0x811c_9dc5;

/// One step of FNV-1a.
#[must_use]
pub fn step(hash: u32, value: u32) -> u32 {
    (hash ^ value).wrapping_mul(0x0100_0193)
}

/// FNV-1a over the characters of a normalized word.
#[must_use]
pub fn hash(word: &str) -> u32 {
    word.chars().fold(SEED, |h, c| step(h, c as u32))
}

/// Letters of the word being read, kept between words.
#[derive(Debug, Default)]
pub struct Buffer {
    exact: Vec<char>,
    lower: Vec<char>,
}

impl Word {
    /// Reads a word that stands in a line of the given casing.
    #[must_use]
    pub fn new(text: &str, casing: Casing, lexicon: &Lexicon, buffer: &mut Buffer) -> Self {
        buffer.fill(text);
        let Buffer { exact, lower } = buffer;
        let caps = caps(exact);
        let written = chars_hash(exact);
        let mut word = Word {
            exact: if casing == Casing::Upper { capitalized_hash(lower) } else { written },
            lower: chars_hash(lower),
            shape: shape(exact),
            caps,
            initial: exact.first().filter(|c| c.is_alphabetic()).map_or(0, |c| c.to_ascii_uppercase() as u32),
            ..Word::default()
        };
        if caps == Caps::Upper && casing != Casing::Upper {
            word.acronym = exact.iter().filter(|c| c.is_alphabetic()).fold(SEED, |h, &c| step(h, c as u32));
        }
        for (n, prefix) in word.prefixes.iter_mut().enumerate() {
            *prefix = chars_hash(&lower[..lower.len().min(n + 2)]);
        }
        for (n, suffix) in word.suffixes.iter_mut().enumerate() {
            *suffix = chars_hash(&lower[lower.len().saturating_sub(n + 1)..]);
        }
        word.common = lexicon.cluster(word.lower);
        let clusters = [lexicon.cluster(word.exact), lexicon.cluster(written), word.common];
        word.cluster = clusters.into_iter().find(|&c| c > 0).unwrap_or(0);
        word.lists = if caps == Caps::Mark { 0 } else { lexicon.lists(word.lower) };
        word
    }

    /// Starts with a capital letter.
    #[must_use]
    pub fn is_capital(&self) -> bool {
        matches!(self.caps, Caps::Capital | Caps::Upper)
    }
}

impl Buffer {
    fn fill(&mut self, text: &str) {
        self.exact.clear();
        self.lower.clear();
        for c in fold(text).chars() {
            let c = if c.is_ascii_digit() { '0' } else { c };
            self.exact.push(c);
            match c {
                _ if c.is_ascii() => self.lower.push(c.to_ascii_lowercase()),
                _ => self.lower.extend(c.to_lowercase()),
            }
        }
    }
}

fn chars_hash(chars: &[char]) -> u32 {
    chars.iter().fold(SEED, |h, &c| step(h, c as u32))
}

/// Hash of a lower-case word with its first letter, and the first behind a hyphen, raised.
fn capitalized_hash(lower: &[char]) -> u32 {
    let mut raise = true;
    lower.iter().fold(SEED, |h, &c| {
        let c = if raise { c.to_ascii_uppercase() } else { c };
        raise = is_dash(c);
        step(h, c as u32)
    })
}

fn caps(word: &[char]) -> Caps {
    let Some(first) = word.iter().find(|c| c.is_alphanumeric()) else { return Caps::Mark };
    if first.is_numeric() {
        return Caps::Number;
    }
    let capital = first.is_uppercase() || opens_with_particle(word);
    match (capital, word.iter().any(|c| c.is_lowercase())) {
        (true, true) => Caps::Capital,
        (true, false) => Caps::Upper,
        (false, _) => Caps::Lower,
    }
}

/// Small words that open a name, joined to it: "al-Amr", "d'Arc".
const PARTICLES: [&str; 16] =
    ["al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul", "bin", "ibn", "abu", "ben", "d", "l"];

fn opens_with_particle(word: &[char]) -> bool {
    let Some(end) = word.iter().position(|&c| is_dash(c) || c == '\'') else { return false };
    let capital = word.get(end + 1).is_some_and(|c| c.is_uppercase());
    capital && PARTICLES.iter().any(|p| p.chars().eq(word[..end].iter().copied()))
}

fn shape(word: &[char]) -> u32 {
    let mut last = '\0';
    word.iter().fold(SEED, |h, &c| {
        let kind = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_alphabetic() => 'x',
            _ if c.is_numeric() => 'd',
            _ => c,
        };
        let h = if kind == last { h } else { step(h, kind as u32) };
        last = kind;
        h
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals() {
        for (word, expected) in [
            ("Kyiv", Caps::Capital),
            ("McCain", Caps::Capital),
            ("al-Amr", Caps::Capital),
            ("d'Arc", Caps::Capital),
            ("d’Arc", Caps::Capital),
            ("NATO", Caps::Upper),
            ("J.", Caps::Upper),
            ("peace", Caps::Lower),
            ("iPhone", Caps::Lower),
            ("pro-Russian", Caps::Lower),
            ("al-", Caps::Lower),
            ("2025", Caps::Number),
            ("—", Caps::Mark),
        ] {
            let found = Word::new(word, Casing::Sentence, &Lexicon::default(), &mut Buffer::default()).caps;
            assert_eq!(found, expected, "{word}");
        }
    }
}
