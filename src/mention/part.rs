//! Nations inside longer names that neither the pack nor the tagger has: "Environment Canada", "Captain America".

use std::collections::HashSet;

use super::scan::is_shouted;
use super::{Candidate, is_direction, is_nation};
use crate::article::Casing;
use crate::knowledge::Knowledge;
use crate::token::Tokens;

/// Capitalized words that may stand before a nation's own name.
const QUALIFIERS: &[&str] = &[
    "Former", "Greater", "Mainland", "Modern", "Neighboring", "Neighbouring", "Imperial", "Communist", "Soviet",
    "Rural", "Middle", "Nazi", "Postwar", "Against", "Between", "With", "From", "Inside", "Free", "Great", "Upper",
    "Lower",
];

/// Drops nations behind a capitalized word that is no qualifier, direction or name of its own, wherever the document
/// writes the two together.
pub fn drop_parts(tokens: &Tokens, candidates: &mut Vec<Candidate>, knowledge: &Knowledge) {
    let named: HashSet<usize> = candidates.iter().flat_map(|c| c.tokens.clone()).collect();
    let pair = |c: &Candidate| {
        let before = c.tokens.start.checked_sub(1)?;
        Some((tokens.word(before), tokens.word(c.tokens.start)))
    };
    let inside_a_name = |c: &&Candidate| {
        let sentence = &tokens.sentences[c.sentence];
        let Some(before) = c.tokens.start.checked_sub(1).filter(|&i| i > sentence.tokens.start) else { return false };
        let word = tokens.word(before);
        let plain = word.len() > 2 && word.starts_with(char::is_uppercase) && !word.ends_with('.');
        let own = is_direction(word) || QUALIFIERS.contains(&word) || named.contains(&before);
        let spaced = !tokens.tokens[c.tokens.start].glued;
        let shouted = is_shouted(tokens.word(c.tokens.start));
        sentence.casing == Casing::Sentence && plain && spaced && !own && !shouted && !opens_quotation(tokens, before)
    };
    let nations = || candidates.iter().filter(|c| c.tokens.len() == 1 && is_name_of_nation(c, knowledge));
    let longer: HashSet<_> = nations().filter(inside_a_name).filter_map(pair).collect();
    if !longer.is_empty() {
        candidates.retain(|c| !(is_name_of_nation(c, knowledge) && pair(c).is_some_and(|p| longer.contains(&p))));
    }
}

/// Whether the name is a nation's own, and not that of its people, who may well follow a capital ("Several Ukrainian").
fn is_name_of_nation(candidate: &Candidate, knowledge: &Knowledge) -> bool {
    is_nation(candidate, knowledge) && candidate.senses.iter().all(|s| s.form == crate::knowledge::Form::Name)
}

/// A word behind an opening mark begins a sentence: “When Canada ...”.
fn opens_quotation(tokens: &Tokens, i: usize) -> bool {
    i.checked_sub(1).is_some_and(|k| {
        let mark = tokens.word(k);
        !mark.starts_with(char::is_alphanumeric) && !matches!(mark, "," | "-" | "–")
    })
}
