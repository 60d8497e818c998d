//! Pronouns: whom "he", "they" and "its" stand for, by the nearest one that fits.

use crate::entity::Cast;
use crate::knowledge::Kind;
use crate::mention::Mention;

use super::{ChunkKind, Grammar, Tag, is_band, is_role};

/// What a pronoun can stand for.
#[derive(Clone, Copy, PartialEq)]
enum Fit {
    Person,
    Group,
}

fn fit(word: &str) -> Option<Fit> {
    match word {
        "he" | "she" | "his" | "her" | "him" | "himself" | "herself" => Some(Fit::Person),
        "it" | "its" => Some(Fit::Group),
        _ => None,
    }
}

/// The antecedent of each pronoun and owner word, one slot a token.
///
/// The last fitting subject of the sentence before or of this one wins; else the last fitting name.
pub(super) fn antecedents(grammar: &Grammar, cast: &Cast) -> Vec<Option<usize>> {
    let mut found = vec![None; grammar.words.len()];
    let (mut person, mut group) = (Memory::default(), Memory::default());
    for (number, sentence) in grammar.sentences.iter().enumerate() {
        for at in sentence.clone() {
            let chunk = &grammar.chunks[at];
            if chunk.kind != ChunkKind::Noun {
                continue;
            }
            for token in chunk.tokens.clone() {
                if !matches!(grammar.tag(token), Tag::Pronoun | Tag::Owner) {
                    continue;
                }
                found[token] = match fit(grammar.lower(token)) {
                    Some(Fit::Person) => person.recall(number),
                    Some(Fit::Group) => group.recall(number),
                    None => None,
                };
            }
            let role = || is_role(grammar.lower(chunk.head)) || is_band(grammar.lower(chunk.head));
            let owner = || cast.mentions_in(chunk.tokens.clone()).last().filter(|_| role());
            let Some(mention) = cast.mention_at(chunk.head).or_else(owner) else { continue };
            let leads = is_subject(grammar, at);
            memory(mention, &mut person, &mut group).note(mention.entity, leads, number);
        }
    }
    found
}

fn memory<'m>(mention: &Mention, person: &'m mut Memory, group: &'m mut Memory) -> &'m mut Memory {
    if mention.kind == Kind::Person { person } else { group }
}

/// Whether a noun group stands where subjects stand: no preposition or verb before it.
fn is_subject(grammar: &Grammar, noun: usize) -> bool {
    noun.checked_sub(1).is_none_or(|i| !matches!(grammar.kind(i), ChunkKind::Preposition | ChunkKind::Verb))
}

/// The last one named, and the last one that was a subject, with their sentences.
#[derive(Default)]
struct Memory {
    last: Option<(usize, usize)>,
    subject: Option<(usize, usize)>,
}

impl Memory {
    fn note(&mut self, entity: usize, subject: bool, sentence: usize) {
        self.last = Some((entity, sentence));
        if subject {
            self.subject = Some((entity, sentence));
        }
    }

    /// Nothing is remembered over more than three sentences.
    fn recall(&self, sentence: usize) -> Option<usize> {
        let near = |slot: Option<(usize, usize)>| slot.filter(|&(_, s)| sentence - s <= 3);
        near(self.subject).or(near(self.last)).map(|(entity, _)| entity)
    }
}
