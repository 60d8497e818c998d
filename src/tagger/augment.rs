//! More text from the same text: headlines, lines of capitals, and other people's names in place of those that stand
//! there, so that the tagger does not learn its people by heart.

use std::collections::BTreeMap;

use crate::tagger::Label;
use crate::tagger::corpus::{Doc, Example, spans};
use crate::tagger::crf::Random;
use crate::tagger::tag::{begin, inside};

/// Adds changed copies of some sentences; `people` are full names, word by word.
pub fn add(docs: &mut Vec<Doc>, people: &[Vec<String>], random: &mut Random) {
    let mut more = Vec::new();
    for doc in docs.iter() {
        more.push(renamed(doc, people, random));
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

/// A copy of the sentences of a document that name people, under other names.
fn renamed(doc: &Doc, people: &[Vec<String>], random: &mut Random) -> Doc {
    let mut copy = Doc { sentences: Vec::new(), ..doc.clone() };
    let mut names: BTreeMap<&str, &[String]> = BTreeMap::new();
    for example in &doc.sentences {
        let names_people = spans(&example.tags).iter().any(|s| s.2 == Label::Per);
        if names_people && random.chance(RENAMED) {
            copy.sentences.push(rename(example, people, &mut names, random));
        }
    }
    copy
}

/// Share of the sentences with people that are copied under other names.
const RENAMED: f32 = 0.4;

fn rename<'d>(
    example: &'d Example,
    people: &'d [Vec<String>],
    names: &mut BTreeMap<&'d str, &'d [String]>,
    random: &mut Random,
) -> Example {
    let mut copy = Example::default();
    let mut at = 0;
    for (start, end, _) in spans(&example.tags).into_iter().filter(|s| s.2 == Label::Per) {
        copy.words.extend_from_slice(&example.words[at..start]);
        copy.tags.extend_from_slice(&example.tags[at..start]);
        // Full and short forms of a name change alike: both end in the same word.
        let name = *names.entry(&example.words[end - 1]).or_insert_with(|| &people[random.below(people.len())]);
        let name = if end - start > 1 { name } else { &name[name.len() - 1..] };
        copy.words.extend_from_slice(name);
        copy.tags.push(begin(Label::Per) as u8);
        copy.tags.extend(name[1..].iter().map(|_| inside(Label::Per) as u8));
        at = end;
    }
    copy.words.extend_from_slice(&example.words[at..]);
    copy.tags.extend_from_slice(&example.tags[at..]);
    copy
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
