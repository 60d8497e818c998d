//! The tagger's names before they are used: what can be no name goes, and a document is no body or place.

use super::Candidate;
use crate::article::Casing;
use crate::knowledge::{Kind, Knowledge, Sense};
use crate::tagger::{Label, Name};
use crate::token::{Tokens, fold};

/// Leaves out what the newsroom never wants marked, and nouns that only look like names.
#[must_use]
pub fn sift(tokens: &Tokens, names: &[Name], knowledge: &Knowledge) -> Vec<Name> {
    let key = |name: &Name| name.words.clone().map(|i| fold(tokens.word(i))).collect::<Vec<_>>().join(" ");
    let kept = names.iter().filter(|name| !is_noun(tokens, name) && !knowledge.is_forbidden(&key(name))).cloned();
    let kept = kept.map(|name| without_article(tokens, name));
    kept.map(|name| if is_document(tokens, &name) { Name { label: Label::Misc, ..name } } else { name }).collect()
}

/// An article is no part of a body's name: "The Bank".
fn without_article(tokens: &Tokens, name: Name) -> Name {
    let article = name.label == Label::Org && name.words.len() > 1 && tokens.word(name.words.start) == "The";
    if article { Name { words: name.words.start + 1..name.words.end, ..name } } else { name }
}

/// Whether a word is no name: a noun that formal writing capitalizes, or somebody doubtful behind an article ("the
/// Bill", but "the Obamas", "the Trump administration"), at the start of a sentence, or in capitals that the sentence
/// does without ("AEROSPHERE").
fn is_noun(tokens: &Tokens, name: &Name) -> bool {
    let (start, single) = (name.words.start, name.words.len() == 1);
    let doubtful = name.label == Label::Per && name.confidence < DOUBTFUL;
    let opens = || tokens.sentences.get(tokens.sentence_of(start)).is_some_and(|s| s.tokens.start == start);
    (doubtful && (single && (opens() || follows_article(tokens, start)) || is_shouted(tokens, name)))
        || (single && COMMON.contains(&tokens.word(start)))
}

fn follows_article(tokens: &Tokens, start: usize) -> bool {
    let before = start.checked_sub(1).map_or("", |i| tokens.word(i));
    let article = matches!(before, "the" | "a" | "an" | "this" | "that" | "its" | "our" | "their" | "any" | "every");
    article && !OWNED.contains(&tokens.word(start + 1)) && !tokens.word(start).ends_with('s')
}

fn is_shouted(tokens: &Tokens, name: &Name) -> bool {
    let shouted = |word: &str| word.chars().count() > 3 && word.chars().all(char::is_uppercase);
    let casing = tokens.sentences.get(tokens.sentence_of(name.words.start)).map(|s| s.casing);
    casing == Some(Casing::Sentence) && name.words.clone().all(|i| shouted(tokens.word(i)))
}

/// Whether a name is that of a document, whatever it is called after: "U.N. Charter".
fn is_document(tokens: &Tokens, name: &Name) -> bool {
    let last = name.words.end.checked_sub(1).map_or("", |i| tokens.word(i));
    name.words.len() > 1 && DOCUMENTS.contains(&last)
}

/// Whether the pack knows a word as a body, and the tagger takes it for somebody without being sure: "Ford recalled".
#[must_use]
pub fn is_doubtful_namesake(name: &Name, senses: &[Sense], knowledge: &Knowledge) -> bool {
    let body = |s: &Sense| knowledge.kind_of(s) == Some(Kind::Organization);
    name.label == Label::Per && name.words.len() == 1 && name.confidence < DOUBTFUL && senses.iter().any(body)
}

/// A body's name without the listed person it is said to be of: "Labour Party of Keir Starmer".
#[must_use]
pub fn without_owner(tokens: &Tokens, name: &Name, listed: &[Candidate], knowledge: &Knowledge) -> Name {
    let person = |c: &&Candidate| c.senses.iter().any(|s| knowledge.kind_of(s) == Some(Kind::Person));
    let owner = listed.iter().filter(|c| c.tokens.end == name.words.end && c.tokens.len() > 1).find(person);
    let joint = owner.and_then(|c| c.tokens.start.checked_sub(1)).filter(|&i| tokens.word(i) == "of");
    match joint.filter(|&i| i > name.words.start && name.label == Label::Org) {
        Some(end) => Name { words: name.words.start..end, ..name.clone() },
        None => name.clone(),
    }
}

/// Last words of the names of documents.
const DOCUMENTS: &[&str] = &[
    "Accord", "Accords", "Act", "Agreement", "Amendment", "Charter", "Communique", "Constitution", "Declaration",
    "Memorandum", "Protocol", "Resolution", "Statute", "Treaty",
];

/// Below this confidence a person is doubted for how the name is written.
const DOUBTFUL: f32 = 0.8;

/// What is called after people: "the Monti government".
const OWNED: &[&str] = &[
    "administration", "cabinet", "camp", "campaign", "doctrine", "era", "family", "foundation", "government",
    "presidency", "regime", "team", "trial", "years",
];

/// Nouns that formal writing capitalizes; by themselves they name nothing: "the territorial integrity of States".
const COMMON: &[&str] = &[
    "State", "States", "Nation", "Nations", "Kingdom", "Republic", "Government", "Governments", "Country", "Countries",
    "City", "County", "Province", "Region", "Island", "Islands", "Territory", "Territories", "District", "Capital",
    "Party", "Parties", "Member", "Members", "Minister", "Ministers", "President", "Presidents", "Leader", "Leaders",
    "Agreement", "Treaty", "Memorandum",
];
