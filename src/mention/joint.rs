//! Two names that share their last words: "North and South Korea", "the State and Homeland Security Departments",
//! "the House and Senate Judiciary Committees".

use std::ops::Range;

use super::{Candidate, bare, overlap};
use crate::knowledge::{Knowledge, Sense};
use crate::order;
use crate::token::{Sentence, Tokens, fold};

/// Words that one of the two names, or what they share, may have.
const LONGEST: usize = 4;

/// Puts both names, where the pack lists both in full, in the place of what else was found there.
pub fn part<'k>(
    tokens: &Tokens,
    sentence: &Sentence,
    index: usize,
    found: &mut Vec<Candidate<'k>>,
    knowledge: &'k Knowledge,
) {
    let joints = sentence.tokens.clone().skip(1).filter(|&i| matches!(tokens.word(i), "and" | "or"));
    for joint in joints.filter(|&i| is_capital(tokens, i - 1) && is_capital(tokens, i + 1)) {
        if let Some(pair) = pair(tokens, sentence, joint, found, knowledge) {
            found.retain(|c| !pair.iter().any(|(words, _)| overlap(&c.tokens, words)));
            found.extend(pair.map(|(words, senses)| Candidate { sentence: index, ..bare(words, senses) }));
        }
    }
    order::by_key(found, |c| c.tokens.start);
}

fn is_capital(tokens: &Tokens, i: usize) -> bool {
    tokens.word(i).starts_with(char::is_uppercase) && tokens.word(i) != "The"
}

type Listed<'k> = (Range<usize>, &'k [Sense]);

/// The names before and behind a joint.
fn pair<'k>(
    tokens: &Tokens,
    sentence: &Sentence,
    joint: usize,
    found: &[Candidate],
    knowledge: &'k Knowledge,
) -> Option<[Listed<'k>; 2]> {
    let (first, second) = (joint.saturating_sub(LONGEST).max(sentence.tokens.start), joint + 1);
    let ends = (second + 2..=second + LONGEST).filter(|&end| end <= sentence.tokens.end);
    // The name of the words in a range, the last of them as given.
    let senses = |words: Range<usize>, shared: Range<usize>, last: &str| {
        let words = words.chain(shared).map(|i| fold(tokens.word(i)));
        knowledge.senses(&words.chain([fold(last)]).collect::<Vec<_>>().join(" "))
    };
    let pair = |end: usize, last: &str, is_plural: bool| {
        let behind = senses(second..end - 1, 0..0, last);
        // "the Middle East and South Asia": what is a name by itself, or the end of one, shares no other's words.
        let is_part = |start: usize| {
            let own = |c: &Candidate| !c.senses.is_empty() && (c.tokens.start < start || !is_plural);
            let longer = start > sentence.tokens.start && is_capital(tokens, start - 1);
            !longer && !found.iter().any(|c| overlap(&c.tokens, &(start..joint)) && own(c))
        };
        let before = |start: usize| {
            let shared = (second + 1..end).map(|shared| senses(start..joint, shared..end - 1, last));
            shared.into_iter().find(|s| !s.is_empty()).map(|senses| (start..joint, senses))
        };
        let starts = (first..joint).filter(|&start| !behind.is_empty() && is_part(start));
        let small = usize::from(tokens.word(end - 1).starts_with(char::is_lowercase));
        starts.into_iter().find_map(before).map(|first| [first, (second..end - small, behind)])
    };
    ends.into_iter().find_map(|end| {
        let last = tokens.word(end - 1);
        pair(end, last, false).or_else(|| pair(end, &singular(last), true))
    })
}

/// The last word of one of several: "Department" of "Departments" and of "departments".
fn singular(word: &str) -> String {
    let stem = match word.strip_suffix("ies") {
        Some(stem) => [stem, "y"].concat(),
        None => word.strip_suffix('s').unwrap_or_default().to_owned(),
    };
    let mut chars = stem.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
