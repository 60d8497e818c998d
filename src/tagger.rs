//! The statistical name tagger: a model in, names out.
//!
//! A linear-chain conditional random field over hashed features, read twice: the first reading says what each word
//! was taken for across the document, the second takes that into account. The same bytes and words give the same
//! names and confidences on every machine.

pub mod coder;
pub mod document;
pub mod evidence;
pub mod feature;
pub mod lattice;
pub mod lexicon;
pub mod model;
pub mod sentence;
pub mod tag;
pub mod word;

#[cfg(feature = "tools")]
pub mod augment;
#[cfg(feature = "tools")]
pub mod cluster;
#[cfg(feature = "tools")]
pub mod corpus;
#[cfg(feature = "tools")]
pub mod crf;
#[cfg(feature = "tools")]
pub mod evaluate;
#[cfg(feature = "tools")]
pub mod gazetteer;
#[cfg(feature = "tools")]
pub mod plain;
#[cfg(feature = "tools")]
pub mod train;

#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::tagger::document::Document;
use crate::tagger::lattice::{Lattice, Marginals, names};
use crate::tagger::model::Model;
pub use crate::tagger::model::ModelError;
use crate::tagger::sentence::{FixedWords, Sentence};
use crate::tagger::tag::TAGS;

/// What the tagger tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Label {
    /// A person.
    Per,
    /// A place, nations and cities included.
    Loc,
    /// A body, company, party, medium.
    Org,
    /// An event, law, work, product.
    Misc,
    /// A nationality, religious or political group.
    Norp,
}

impl Label {
    /// The label as it is written in tag files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Per => "PER",
            Self::Loc => "LOC",
            Self::Org => "ORG",
            Self::Misc => "MISC",
            Self::Norp => "NORP",
        }
    }
}

/// A name, as words of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// Words of the sentence that was tagged.
    pub words: Range<usize>,
    /// What it is.
    pub label: Label,
    /// Probability of being right in borders and label, 0 to 1.
    pub confidence: f32,
}

/// Finds names. Immutable; one serves any number of readers, each with its own [`Scratch`].
#[derive(Debug)]
pub struct Tagger {
    model: Model,
    fixed: FixedWords,
}

/// Buffers that serve one document after another.
#[derive(Debug, Default)]
pub struct Scratch {
    document: Document,
    lattice: Lattice,
    /// Per word of the document: sum of the weights for each tag.
    scores: Vec<[i32; TAGS]>,
    marginals: Vec<Marginals>,
    tags: Vec<u8>,
}

impl Tagger {
    /// Unpacks a model file.
    ///
    /// # Errors
    /// Where the bytes are no model, of another version, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        Ok(Self { model: Model::from_bytes(bytes)?, fixed: FixedWords::default() })
    }

    /// The names of each sentence of a document, in reading order.
    ///
    /// Words are divided as in the Penn Treebank: "U.S.-led" is one, "Ukraine ’s" is two.
    pub fn tag<S: AsRef<[W]>, W: AsRef<str>>(&self, sentences: &[S], scratch: &mut Scratch) -> Vec<Vec<Name>> {
        scratch.document.read(sentences, &self.model.lexicon, &self.fixed);
        self.first_reading(scratch);
        scratch.document.gather(&scratch.marginals);
        (0..sentences.len()).map(|i| self.second_reading(i, scratch)).collect()
    }

    /// Scores every word by its features and sums over the readings of each sentence.
    fn first_reading(&self, scratch: &mut Scratch) {
        let Scratch { document, lattice, scores, marginals, .. } = scratch;
        scores.clear();
        marginals.clear();
        for i in 0..document.len() {
            let sentence = document.sentence(i);
            for at in 0..sentence.words.len() {
                let mut sums = [0; TAGS];
                let lexicon = &self.model.lexicon;
                feature::features(sentence, lexicon, document.facts(i), at, |key, _| self.model.add(key, &mut sums));
                scores.push(sums);
            }
            self.fill(lattice, sentence, &scores[document.range(i)]);
            lattice.sum(&self.model.transitions);
            marginals.extend_from_slice(&lattice.marginals);
        }
    }

    /// Adds what the document says of the sentence's words, and reads it for good.
    fn second_reading(&self, i: usize, scratch: &mut Scratch) -> Vec<Name> {
        let Scratch { document, lattice, scores, tags, .. } = scratch;
        let sentence = document.sentence(i);
        let scores = &mut scores[document.range(i)];
        for (at, sums) in scores.iter_mut().enumerate() {
            feature::second_look(sentence, document.evidence(i), at, |key| self.model.add(key, sums));
        }
        self.fill(lattice, sentence, scores);
        lattice.sum(&self.model.transitions);
        lattice.best(&self.model.transitions, tags);
        let mut found = Vec::new();
        names(tags, |start, end, first| {
            let probability = lattice.span(start, end, first, &self.model.transitions);
            let confidence = self.model.calibrate(probability);
            found.extend(tag::label(first).map(|label| Name { words: start..end, label, confidence }));
        });
        found
    }

    fn fill(&self, lattice: &mut Lattice, sentence: &Sentence, scores: &[[i32; TAGS]]) {
        lattice.clear();
        for (at, sums) in scores.iter().enumerate() {
            lattice.push(&sums.map(|s| s as f32 * self.model.scale), border(sentence, at));
        }
    }
}

/// The kind of the border in front of a word: what stands on both sides.
fn border(sentence: &Sentence, at: usize) -> u8 {
    let before = if at == 0 { SIDES } else { side(sentence, at - 1) };
    before * SIDES + side(sentence, at)
}

/// Kinds of words beside a border: by their capitals, and words that join the parts of a name.
const SIDES: u8 = 6;
const _: () = assert!((SIDES + 1) as usize * SIDES as usize == model::BORDERS);

fn side(sentence: &Sentence, at: usize) -> u8 {
    let word = &sentence.words[at];
    let joins = sentence.wide[at].end > 0 && !word.is_capital();
    if joins { SIDES - 1 } else { word.caps as u8 }
}
