//! Companies that nobody lists: a word that has a board, shares or shareholders is one wherever the article names it,
//! and the first word of a listed company's name stands for it. Their names look like those of people and places.

use std::collections::{HashMap, HashSet};

use super::Candidate;
use crate::knowledge::{Guard, Knowledge, Sense};
use crate::tagger::Label;
use crate::token::{Tokens, fold};

/// How sure a company is that only this rule has found.
const COMPANY: f32 = 0.7;
/// From this confidence on a full name speaks for the word that it begins or ends with.
const LIKELY: f32 = 0.5;

/// What companies have and people hardly ever do.
const OWNED: [&str; 15] = [
    "board", "shares", "shareholders", "stock", "headquarters", "investors", "customers", "subsidiary", "subsidiaries",
    "revenue", "revenues", "profit", "profits", "factories", "plants",
];

/// What is held or made of a company: "shareholders of Acme", "a stake in Acme".
const HELD: [&str; 7] = ["shareholders", "shares", "takeover", "acquisition", "stake", "subsidiary", "unit"];

/// What companies are called right before their name: "the drug developer Acme".
const TRADES: [&str; 20] = [
    "maker", "developer", "company", "firm", "startup", "start-up", "retailer", "carmaker", "automaker", "chipmaker",
    "drugmaker", "planemaker", "airline", "bank", "lender", "insurer", "brewer", "miner", "manufacturer", "supplier",
];

/// Takes unlisted single words for companies where the article speaks of them as such.
pub fn settle<'k>(tokens: &Tokens, candidates: &mut [Candidate<'k>], knowledge: &Knowledge) {
    let word = |i: usize| fold(tokens.word(i)).into_owned();
    let single = |c: &Candidate| c.tokens.len() == 1 && c.senses.is_empty();
    let mut companies: HashMap<String, &'k [Sense]> = HashMap::new();
    let unlisted: HashSet<String> = candidates.iter().filter(|c| single(c)).map(|c| word(c.tokens.start)).collect();
    let capital = |i: &usize| tokens.word(*i).starts_with(char::is_uppercase);
    let spoken = (0..tokens.len()).filter(capital).filter(|&i| is_company(tokens, i)).map(word);
    companies.extend(spoken.filter(|w| unlisted.contains(w)).map(|w| (w, [].as_slice())));
    let listed = candidates.iter().filter(|c| c.tokens.len() > 1 && is_listed(c, knowledge));
    companies.extend(listed.map(|c| (word(c.tokens.start), c.senses)));
    for person in candidates.iter().filter(|c| is_person(c, knowledge)) {
        companies.remove(&word(person.tokens.start));
        companies.remove(&word(person.tokens.end - 1));
    }
    for c in candidates.iter_mut().filter(|c| single(c)) {
        if let Some(senses) = companies.get(&word(c.tokens.start)) {
            (c.senses, c.label, c.label_confidence) = (senses, Some(Label::Org), c.label_confidence.max(COMPANY));
        }
    }
}

/// Whether a candidate is somebody by a full name or a title.
fn is_person(candidate: &Candidate, knowledge: &Knowledge) -> bool {
    let full = candidate.tokens.len() > 1 || !candidate.title.is_empty();
    let likely = candidate.label == Some(Label::Per) && candidate.label_confidence >= LIKELY;
    full && likely && !is_listed(candidate, knowledge)
}

/// Whether a candidate is a company that the pack lists, and nothing else.
pub fn is_listed(candidate: &Candidate, knowledge: &Knowledge) -> bool {
    let company =
        |s: &Sense| s.guard == Guard::None && knowledge.record(s.record).is_some_and(|r| r.class == "company");
    matches!(candidate.senses, [only] if company(only))
}

/// Whether a word is spoken of as a company: "Acme's board", "Acme shares", "a stake in Acme", "the airline Acme".
fn is_company(tokens: &Tokens, i: usize) -> bool {
    let before = |n: usize| i.checked_sub(n).map_or("", |k| tokens.word(k));
    let genitive = matches!(tokens.word(i + 1), "’s" | "'s");
    let owned = OWNED.contains(&tokens.word(i + 1 + usize::from(genitive)));
    let held = matches!(before(1), "of" | "in") && HELD.contains(&before(2));
    owned || held || TRADES.contains(&before(1))
}
