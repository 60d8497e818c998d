//! Names that the knowledge pack lists, found in a sentence: the longest alias at each place.

use std::borrow::Cow;
use std::ops::Range;

use crate::article::Casing;
use crate::knowledge::{Form, Guard, Knowledge, Sense};
use crate::token::{Sentence, Tokens, fold, is_dash};

/// An alias in the text.
#[derive(Clone, Debug)]
pub struct Match<'k> {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it may stand for.
    pub senses: &'k [Sense],
}

/// The longest aliases of a sentence, from left to right, never overlapping.
#[must_use]
pub fn scan<'k>(tokens: &Tokens, sentence: &Sentence, knowledge: &'k Knowledge) -> Vec<Match<'k>> {
    let mut found = Vec::new();
    let mut i = sentence.tokens.start;
    while i < sentence.tokens.end {
        match longest(tokens, i..sentence.tokens.end, sentence.casing, knowledge) {
            Some((len, senses)) => {
                found.push(Match { tokens: i..i + len, senses });
                i += len;
            }
            None => i += 1,
        }
    }
    let alone = |m: &Match| !is_half_of_a_double_name(tokens, &m.tokens, &found);
    found.iter().filter(|m| alone(m)).cloned().collect()
}

/// The longest alias at the start of a range of tokens.
fn longest<'k>(
    tokens: &Tokens,
    range: Range<usize>,
    casing: Casing,
    knowledge: &'k Knowledge,
) -> Option<(usize, &'k [Sense])> {
    if !may_open_a_name(tokens, range.start) {
        return None;
    }
    let as_written = knowledge.matches(range.clone().map(|i| fold(tokens.word(i)))).pop();
    let all = casing == Casing::Upper;
    if !all && !is_shouted(tokens.word(range.start)) {
        return as_written;
    }
    let lowered = knowledge.matches(range.map(|i| Cow::Owned(capitalized(&fold(tokens.word(i)))))).pop();
    let sure = |s: &Sense| s.guard == Guard::None || s.form == Form::Short;
    let lowered = lowered.filter(|(_, senses)| all || senses.iter().any(sure));
    lowered.into_iter().chain(as_written).max_by_key(|(len, _)| *len)
}

/// Whether a word of capitals is long for an acronym: "KYIV".
#[must_use]
pub fn is_shouted(word: &str) -> bool {
    word.len() > 3 && word.chars().all(char::is_uppercase)
}

/// "KYIV" as running text writes it: "Kyiv"; "OF" as "of".
fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().filter(|_| !matches!(word, "OF" | "AND"));
    first.map_or_else(|| word.to_lowercase(), |first| first.to_string() + &chars.as_str().to_lowercase())
}

/// Whether a token has a capital letter, or is the small word that opens "al-Shabaab" or "al Qaeda".
fn may_open_a_name(tokens: &Tokens, i: usize) -> bool {
    let (word, next) = (tokens.word(i), tokens.word(i + 1));
    let article = || next == "-" || next.starts_with(char::is_uppercase);
    word.contains(char::is_uppercase) || (matches!(word, "al" | "el" | "ash" | "an") && article())
}

/// Whether a match is joined by a hyphen to a capitalized word that is no alias: "Jean-Pierre", "Georgia-Pacific".
fn is_half_of_a_double_name(tokens: &Tokens, range: &Range<usize>, found: &[Match]) -> bool {
    let glued = |i: usize| tokens.tokens.get(i).is_some_and(|t| t.glued);
    let hyphen = |i: usize| tokens.word(i).chars().all(is_dash) && tokens.word(i) == "-" && glued(i);
    let foreign =
        |i: usize| tokens.word(i).starts_with(char::is_uppercase) && !found.iter().any(|m| m.tokens.contains(&i));
    let before = range.start >= 2 && glued(range.start) && hyphen(range.start - 1) && foreign(range.start - 2);
    let after = hyphen(range.end) && glued(range.end + 1) && foreign(range.end + 1);
    before || after
}
