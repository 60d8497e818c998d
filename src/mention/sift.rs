//! The tagger's names before they are used: what can be no name goes, and a document is no body or place.

use crate::article::Casing;
use crate::knowledge::Knowledge;
use crate::tagger::{Label, Name};
use crate::token::{Tokens, fold};

/// Leaves out what the newsroom never wants marked, and nouns that only look like names.
#[must_use]
pub fn sift(tokens: &Tokens, names: &[Name], knowledge: &Knowledge) -> Vec<Name> {
    let key = |name: &Name| name.words.clone().map(|i| fold(tokens.word(i))).collect::<Vec<_>>().join(" ");
    let kept = names.iter().filter(|name| !is_noun(tokens, name) && !knowledge.is_forbidden(&key(name))).cloned();
    kept.map(|name| if is_document(tokens, &name) { Name { label: Label::Misc, ..name } } else { name }).collect()
}

/// Whether a word is no name: a noun that formal writing capitalizes, or somebody doubtful behind an article ("the
/// Bill", but "the Obamas", "the Trump administration") or in capitals that the sentence does without ("AEROSPHERE").
fn is_noun(tokens: &Tokens, name: &Name) -> bool {
    let (start, single) = (name.words.start, name.words.len() == 1);
    let doubtful = name.label == Label::Per && name.confidence < DOUBTFUL;
    (doubtful && (single && follows_article(tokens, start) || is_shouted(tokens, name)))
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
