//! Names that the document repeats: what is a name in one sentence is one in the next, also where the tagger missed it,
//! and a surname is not the city of that name.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::{Candidate, bare};
use crate::knowledge::{Guard, Sense};
use crate::order;
use crate::tagger::Label;
use crate::token::{Tokens, fold};

/// From this confidence on a name is looked for in the rest of the document.
const SURE: f32 = 0.75;
/// From this confidence on a surname speaks for a full name that ends with it.
const LIKELY: f32 = 0.5;
/// How sure a repetition is that only this rule has found.
const REPEATED: f32 = 0.7;

/// A name worth looking for.
struct Known<'k> {
    words: Vec<String>,
    label: Label,
    senses: &'k [Sense],
    /// Its first token where it stands first in full.
    first: usize,
}

/// Adds the repetitions of sure names of several words, of the surnames of people named in full, and of bodies by their
/// first word: "the Bank" for the Bank of England.
pub fn add_repeated<'k>(tokens: &Tokens, candidates: &mut Vec<Candidate<'k>>) {
    support_full_names(tokens, candidates);
    let known = by_first_word(tokens, candidates);
    if known.is_empty() {
        return;
    }
    candidates.iter_mut().filter(|c| is_surname(tokens, c, &known)).for_each(|c| c.senses = &[]);
    candidates
        .iter_mut()
        .filter(|c| c.tokens.len() == 1 && c.label.is_none())
        .for_each(|c| name_body(tokens, c, &known));
    let lengths = lengths(tokens, candidates);
    let mut added = Vec::new();
    for (index, sentence) in tokens.sentences.iter().enumerate() {
        for i in sentence.tokens.clone() {
            let Some(names) = known.get(fold(tokens.word(i)).as_ref()) else { continue };
            let fits = |name: &&Known| i + name.words.len() <= sentence.tokens.end && name.is_at(tokens, i);
            let Some(name) = names.iter().filter(fits).max_by_key(|n| n.words.len()) else { continue };
            let range = i..i + name.words.len();
            if is_free(tokens, &range, &lengths) {
                let (label, label_confidence) = (Some(name.label), REPEATED);
                added.push(Candidate { sentence: index, label, label_confidence, ..bare(range, name.senses) });
            }
        }
    }
    let mut taken = vec![false; tokens.len()];
    added.iter().for_each(|c| taken[c.tokens.clone()].fill(true));
    candidates.retain(|c| !c.tokens.clone().any(|i| taken[i]));
    candidates.append(&mut added);
    order::by_key(candidates, |c| c.tokens.start);
}

/// A doubtful full name whose surname stands elsewhere as a person's is as sure as a repetition.
fn support_full_names(tokens: &Tokens, candidates: &mut [Candidate]) {
    let last = |c: &Candidate| c.tokens.end.checked_sub(1).map(|i| fold(tokens.word(i)).into_owned());
    let person = |c: &&Candidate| c.label == Some(Label::Per) && c.label_confidence >= LIKELY;
    let surnames: HashSet<_> =
        candidates.iter().filter(|c| c.tokens.len() == 1).filter(person).filter_map(last).collect();
    for c in candidates.iter_mut().filter(|c| c.tokens.len() > 1 && c.label == Some(Label::Per)) {
        if c.label_confidence < REPEATED && last(c).is_some_and(|word| surnames.contains(&word)) {
            c.label_confidence = REPEATED;
        }
    }
}

/// Whether the tagger takes a single word for the person whose full name before it ends with it: whatever else the
/// pack lists under it is not meant.
fn is_surname(tokens: &Tokens, candidate: &Candidate, known: &HashMap<String, Vec<Known>>) -> bool {
    let people = |names: &Vec<Known>| {
        names.iter().any(|n| n.label == Label::Per && n.words.len() == 1 && n.first < candidate.tokens.start)
    };
    candidate.tokens.len() == 1
        && candidate.label == Some(Label::Per)
        && known.get(fold(tokens.word(candidate.tokens.start)).as_ref()).is_some_and(people)
}

/// Takes an unclear word behind an article for the body that the document has named in full.
fn name_body<'k>(tokens: &Tokens, candidate: &mut Candidate<'k>, known: &HashMap<String, Vec<Known<'k>>>) {
    let start = candidate.tokens.start;
    let names = known.get(fold(tokens.word(start)).as_ref());
    let body = |n: &&Known| n.label == Label::Org && n.words.len() == 1 && n.first < start && n.is_at(tokens, start);
    if let Some(name) = names.and_then(|names| names.iter().find(body)) {
        (candidate.senses, candidate.label, candidate.label_confidence) = (name.senses, Some(Label::Org), REPEATED);
    }
}

/// Per token: how long the name is that it belongs to; 0 outside names.
fn lengths(tokens: &Tokens, candidates: &[Candidate]) -> Vec<usize> {
    let mut lengths = vec![0; tokens.len()];
    candidates.iter().for_each(|c| lengths[c.tokens.clone()].fill(c.tokens.len()));
    lengths
}

fn by_first_word<'k>(tokens: &Tokens, candidates: &[Candidate<'k>]) -> HashMap<String, Vec<Known<'k>>> {
    let mut known: HashMap<String, Vec<Known<'k>>> = HashMap::new();
    let mut add = |words: &[String], label, senses, first| {
        let entry = known.entry(words[0].clone()).or_default();
        if !entry.iter().any(|k| k.words == words) {
            entry.push(Known { words: words.to_vec(), label, senses, first });
        }
    };
    let listed = |c: &Candidate| c.senses.iter().any(|s| s.guard == Guard::None);
    for c in candidates.iter().filter(|c| c.tokens.len() > 1 && (c.label_confidence >= SURE || listed(c))) {
        let words: Vec<String> = c.tokens.clone().map(|i| fold(tokens.word(i)).into_owned()).collect();
        match c.label {
            Some(Label::Per) => add(&words[words.len() - 1..], Label::Per, &[], c.tokens.start),
            Some(Label::Org) => {
                add(&words, Label::Org, c.senses, c.tokens.start);
                if words[1] == "of" && !c.senses.is_empty() {
                    add(&words[..1], Label::Org, c.senses, c.tokens.start);
                }
            }
            _ => {}
        }
    }
    known
}

impl Known<'_> {
    /// Whether the name stands at a token; a body's first word only behind an article.
    fn is_at(&self, tokens: &Tokens, start: usize) -> bool {
        let article = || start.checked_sub(1).is_some_and(|i| matches!(tokens.word(i), "the" | "The"));
        let same = |(k, word): (usize, &String)| fold(tokens.word(start + k)) == word.as_str();
        self.words.iter().enumerate().all(same) && (self.label == Label::Per || self.words.len() > 1 || article())
    }
}

/// Whether no name stands there that is as long, and the word is no part of a longer name.
fn is_free(tokens: &Tokens, range: &Range<usize>, lengths: &[usize]) -> bool {
    let longer = lengths[range.clone()].iter().any(|&length| length >= range.len());
    let near = |i: usize| tokens.word(i).starts_with(char::is_uppercase) && tokens.word(i) != "The";
    let sentence_opens = |i: usize| tokens.sentences[tokens.sentence_of(i)].tokens.start == i;
    let embedded = range.len() == 1
        && (near(range.end) || (range.start > 0 && near(range.start - 1) && !sentence_opens(range.start)));
    let capital = tokens.word(range.start).starts_with(char::is_uppercase);
    capital && !embedded && !longer
}
