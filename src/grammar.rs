//! A light grammar: what each word is, which words stand together, and who does what.
//!
//! Table-driven and shallow on purpose. It knows word classes, noun groups, verb groups with tense, mood and negation,
//! subjects, objects and prepositions; it builds no tree.

use std::borrow::Cow;
use std::ops::Range;

use crate::entity::Cast;
use crate::token::Tokens;

mod clause;
mod group;
mod headline;
mod index;
mod lexicon;
mod reference;
#[cfg(test)]
pub(crate) mod sample;
mod subject;
mod tag;

pub use clause::Governor;
pub(crate) use clause::gives;
pub(crate) use group::{is_band, is_role};
pub(crate) use index::{Index, index};
pub use lexicon::singular;

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// "sign"
    Base,
    /// "signs"
    Third,
    /// "signed", which may also be a participle.
    Past,
    /// "broke", which may not.
    Finite,
    /// "broken"
    Participle,
    /// "signing"
    Gerund,
}

/// The class of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// Part of a name.
    Name,
    /// A noun, or any word that nothing else explains.
    Noun,
    /// An adjective, or a participle that stands before its noun.
    Adjective,
    /// "also", "formally"
    Adverb,
    /// "Monday", "today": a time that stands without a preposition.
    Time,
    /// "the", "both"
    Determiner,
    /// "its", "our"
    Owner,
    /// The clitic "’s" of an owner.
    Genitive,
    /// "he", "they"
    Pronoun,
    /// "between"
    Preposition,
    /// "and"
    Coordinator,
    /// "if", and "that" after a verb of saying.
    Subordinator,
    /// "which", and "that" after a noun.
    Relative,
    /// "to" before a verb.
    To,
    /// "could"
    Modal,
    /// A form of "be".
    Be,
    /// A form of "have".
    Have,
    /// A form of "do".
    Do,
    /// "not"
    Not,
    /// A full verb.
    Verb(VerbForm),
    /// "two", "400", "$"
    Number,
    /// A comma.
    Comma,
    /// A hyphen or dash without white space, inside a compound.
    Hyphen,
    /// Any other mark.
    Mark,
}

/// One token with what the grammar says of it.
#[derive(Clone, Debug)]
pub struct Word<'t> {
    /// In lower case.
    pub lower: Cow<'t, str>,
    /// Its class.
    pub tag: Tag,
    /// The base form, where the word can be a verb; else empty.
    pub base: &'static str,
    /// Whether it is written with a capital where running text would not.
    pub capital: bool,
}

/// What a run of words is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChunkKind {
    /// A noun group: determiner, modifiers, head.
    Noun,
    /// A verb group: auxiliaries, adverbs, main verb.
    Verb,
    /// A preposition.
    Preposition,
    /// "and", "or", "but"
    Coordinator,
    /// A comma.
    Comma,
    /// "’s" between an owner and what is owned.
    Genitive,
    /// "if", "that", "because"
    Subordinator,
    /// "which", "who"
    Relative,
    /// An adverb or a bare time.
    Adverb,
    /// Any other mark.
    Mark,
}

/// A run of words of one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// What it is.
    pub kind: ChunkKind,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token that says what it is: the noun, the main verb, the word itself.
    pub head: usize,
}

/// What is done to the action of a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// "signed", "has signed"
    Past,
    /// "signs", "is signing"
    Present,
    /// "will sign"
    Future,
    /// "could sign", "would sign"
    Possible,
    /// "must sign", "should sign"
    Required,
    /// "to sign"
    Infinitive,
    /// "signing"
    Gerund,
    /// "signed by": a participle without auxiliary.
    Participle,
}

/// A verb group read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verb {
    /// Base form of the main verb; "be" or "have" where it is one of these.
    pub base: &'static str,
    /// Tense and modality.
    pub mood: Mood,
    /// Whether it is negated.
    pub negated: bool,
    /// Whether it is passive.
    pub passive: bool,
    /// Whether it is under way: "is signing".
    pub progressive: bool,
}

/// The grammar of an article.
#[derive(Debug)]
pub struct Grammar<'t> {
    /// One a token.
    pub words: Vec<Word<'t>>,
    /// In reading order.
    pub chunks: Vec<Chunk>,
    /// The chunks of each sentence.
    pub sentences: Vec<Range<usize>>,
    /// Whom a pronoun or "its" stands for, one a token: an index into [`Cast::entities`].
    pub antecedents: Vec<Option<usize>>,
    chunk_of: Vec<usize>,
}

impl<'t> Grammar<'t> {
    /// Reads an article.
    #[must_use]
    pub fn new(tokens: &Tokens<'t>, cast: &Cast) -> Self {
        let words = tag::words(tokens, cast);
        let mut chunks = Vec::with_capacity(words.len() / 2);
        let mut sentences = Vec::with_capacity(tokens.sentences.len());
        for sentence in &tokens.sentences {
            let first = chunks.len();
            group::chunk(&words, cast, sentence.tokens.clone(), &mut chunks);
            sentences.push(first..chunks.len());
        }
        let mut chunk_of = vec![0; words.len()];
        for (i, chunk) in chunks.iter().enumerate() {
            chunk_of[chunk.tokens.clone()].fill(i);
        }
        let mut grammar = Self { words, chunks, sentences, antecedents: Vec::new(), chunk_of };
        grammar.antecedents = reference::antecedents(&grammar, cast);
        grammar
    }

    /// The lower-case word of a token; empty past the end.
    #[must_use]
    pub fn lower(&self, token: usize) -> &str {
        self.words.get(token).map_or("", |word| word.lower.as_ref())
    }

    /// The class of a token; a mark past the end.
    #[must_use]
    pub fn tag(&self, token: usize) -> Tag {
        self.words.get(token).map_or(Tag::Mark, |word| word.tag)
    }

    /// The index of the chunk that holds a token.
    #[must_use]
    pub fn chunk_at(&self, token: usize) -> usize {
        self.chunk_of.get(token).copied().unwrap_or_default()
    }

    /// The kind of a chunk; a mark past either end.
    #[must_use]
    pub fn kind(&self, chunk: usize) -> ChunkKind {
        self.chunks.get(chunk).map_or(ChunkKind::Mark, |c| c.kind)
    }

    /// The lower-case head word of a chunk.
    #[must_use]
    pub fn head(&self, chunk: usize) -> &str {
        self.chunks.get(chunk).map_or("", |c| self.lower(c.head))
    }

    /// The chunks of the sentence that holds a chunk.
    #[must_use]
    pub fn sentence(&self, chunk: usize) -> Range<usize> {
        let at = self.sentences.partition_point(|s| s.end <= chunk);
        self.sentences.get(at).cloned().unwrap_or(chunk..chunk)
    }

    /// The verb of a verb group; an empty one for any other chunk.
    #[must_use]
    pub fn verb(&self, chunk: usize) -> Verb {
        let tokens = self.chunks.get(chunk).map_or(0..0, |c| c.tokens.clone());
        let mut verb = group::read_verb(&self.words[tokens.clone()]);
        if tokens.len() == 1 && self.tag(tokens.start) == Tag::Verb(VerbForm::Base) {
            verb.mood = self.shared_mood(chunk).unwrap_or(verb.mood);
        }
        verb
    }

    /// The mood that a plain verb shares with the one before: "to meet and sign", "will meet, sign and leave".
    fn shared_mood(&self, chunk: usize) -> Option<Mood> {
        let start = self.sentence(chunk).start.max(chunk.saturating_sub(10));
        let joint = chunk.checked_sub(1).filter(|&c| c >= start)?;
        if !matches!(self.kind(joint), ChunkKind::Comma | ChunkKind::Coordinator) {
            return None;
        }
        let first = (start..joint).rev().find(|&c| self.kind(c) == ChunkKind::Verb)?;
        let mood = self.verb(first).mood;
        matches!(mood, Mood::Infinitive | Mood::Future | Mood::Possible | Mood::Required).then_some(mood)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The chunks of a text: `[noun group]`, `<verb group>`, other words as they are.
    fn drawn(text: &str) -> String {
        sample::with(text, |tokens, _, grammar| {
            let draw = |chunk: &Chunk| {
                let words = tokens.span(chunk.tokens.clone()).of(text);
                match chunk.kind {
                    ChunkKind::Noun => format!("[{words}]"),
                    ChunkKind::Verb => format!("<{words}>"),
                    _ => words.to_string(),
                }
            };
            grammar.chunks.iter().map(draw).collect::<Vec<_>>().join(" ")
        })
    }

    #[test]
    fn chunks() {
        for (text, expected) in [
            ("The council adopted a resolution Tuesday.", "[The council] <adopted> [a resolution] Tuesday ."),
            ("Russia and Ukraine have agreed to a truce", "[Russia] and [Ukraine] <have agreed> to [a truce]"),
            (
                "Peace talks stalled after Egypt withdrew its offer",
                "[Peace talks] <stalled> after [Egypt] <withdrew> [its offer]",
            ),
            ("Trump could sign the deal next week", "[Trump] <could sign> [the deal] next week"),
            ("both Ukrainian and U.S. resolutions", "[both Ukrainian and U.S. resolutions]"),
            ("Beijing calls for talks with Tokyo", "[Beijing] <calls> for [talks] with [Tokyo]"),
            ("Ukraine’s rare earth minerals deal", "[Ukraine] ’s [rare earth minerals deal]"),
            ("He refused to sign a planned trade deal", "[He] <refused> <to sign> [a planned trade deal]"),
            ("a UN-brokered cease-fire", "[a UN-brokered cease-fire]"),
            ("They will not formally ratify it", "[They] <will not formally ratify> [it]"),
            ("a truce brokered by Egypt has collapsed", "[a truce] <brokered> by [Egypt] <has collapsed>"),
            ("China says it plans to lift sanctions", "[China] <says> [it] <plans> <to lift> [sanctions]"),
        ] {
            assert_eq!(drawn(text), expected, "{text}");
        }
    }
}
