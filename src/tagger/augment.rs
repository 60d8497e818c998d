//! More text from the same text: headlines, lines of capitals.

use crate::tagger::corpus::{Doc, Example};
use crate::tagger::crf::Random;

/// Adds capitalized copies of some documents.
pub fn add(docs: &mut Vec<Doc>, random: &mut Random) {
    let mut more = Vec::new();
    for doc in docs.iter() {
        let copy = |change: fn(&str, usize) -> String, random: &mut Random| Doc {
            sentences: doc.sentences.iter().filter(|_| random.chance(0.1)).map(|s| changed(s, change)).collect(),
            ..doc.clone()
        };
        more.push(copy(title, random));
        more.push(copy(upper, random));
    }
    more.retain(|d| !d.sentences.is_empty());
    docs.extend(more);
}

fn changed(example: &Example, change: fn(&str, usize) -> String) -> Example {
    let words = example.words.iter().enumerate().map(|(i, w)| change(w, i)).collect();
    let mut copy = Example { words, tags: example.tags.clone() };
    if copy.words.last().is_some_and(|w| w == ".") {
        copy.words.pop();
        copy.tags.pop();
    }
    copy
}

fn upper(word: &str, _: usize) -> String {
    word.to_uppercase()
}

fn title(word: &str, i: usize) -> String {
    const SMALL: [&str; 18] = [
        "a", "an", "the", "and", "but", "or", "for", "of", "on", "in", "to", "at", "by", "as", "with", "from", "'s",
        "is",
    ];
    let mut chars = word.chars();
    match chars.next() {
        Some(first) if i == 0 || !SMALL.contains(&word) => first.to_uppercase().chain(chars).collect(),
        _ => word.to_owned(),
    }
}
