//! What a document says of a word beyond its sentence: whether it is also written in lower case, whether an acronym
//! spells a name, and what the same word was read as elsewhere.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use crate::article::Casing;
use crate::tagger::evidence::{Elsewhere, Readings};
use crate::tagger::lattice::Marginals;
use crate::tagger::lexicon::Lexicon;
use crate::tagger::sentence::{FixedWords, Sentence};
use crate::tagger::word::Caps;

/// Hands a key that is a hash already on as it is.
#[derive(Debug, Default)]
struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&b| self.write_u32(u32::from(b)));
    }

    fn write_u32(&mut self, value: u32) {
        self.0 = self.0.rotate_left(8) ^ u64::from(value);
    }
}

/// Read only by key, never in order.
type ByHash<V> = HashMap<u32, V, BuildHasherDefault<Identity>>;

/// What the spelling of a word elsewhere in the document says.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts {
    spelled: u8,
    acronym: u8,
}

impl Facts {
    /// How often the word is written in lower case (to 2), and with a capital inside a sentence (to 2).
    #[must_use]
    pub fn bits(self) -> u32 {
        u32::from(self.spelled)
    }

    /// 1: an acronym that a name of this document spells out; 2: a name that an acronym of this document stands for.
    #[must_use]
    pub fn acronym(self) -> u32 {
        u32::from(self.acronym)
    }
}

/// How often a word occurs, and how it was read.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    lower: u32,
    capital: u32,
    read: Readings,
}

/// A document, read; its buffers serve one document after another.
#[derive(Debug, Default)]
pub struct Document {
    pool: Vec<Sentence>,
    sentences: usize,
    /// First word of each sentence, and the end.
    starts: Vec<usize>,
    /// Per word: which distinct word it is.
    kinds: Vec<u32>,
    facts: Vec<Facts>,
    evidence: Vec<Elsewhere>,
    counts: Vec<Counts>,
    ids: ByHash<u32>,
    acronyms: ByHash<u8>,
}

/// Acronym seen, and name seen that spells one.
const WRITTEN: u8 = 1;
const SPELLED: u8 = 2;

impl Document {
    /// Reads the sentences of a document.
    pub fn read<S: AsRef<[W]>, W: AsRef<str>>(&mut self, sentences: &[S], lexicon: &Lexicon, fixed: &FixedWords) {
        self.sentences = sentences.len();
        self.pool.resize_with(sentences.len().max(self.pool.len()), Sentence::default);
        self.starts.clear();
        self.starts.push(0);
        let mut total = 0;
        for (sentence, words) in self.pool.iter_mut().zip(sentences) {
            sentence.read(words.as_ref(), lexicon, fixed);
            total += sentence.words.len();
            self.starts.push(total);
        }
        self.count_words();
        self.find_acronyms();
        self.note_facts();
    }

    /// How many sentences there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sentences
    }

    /// How many words there are.
    #[must_use]
    pub fn words(&self) -> usize {
        self.kinds.len()
    }

    /// One sentence.
    #[must_use]
    pub fn sentence(&self, i: usize) -> &Sentence {
        &self.pool[i]
    }

    /// The words of one sentence, as indices into the document.
    #[must_use]
    pub fn range(&self, i: usize) -> Range<usize> {
        self.starts[i]..self.starts[i + 1]
    }

    /// The facts of one sentence's words.
    #[must_use]
    pub fn facts(&self, i: usize) -> &[Facts] {
        &self.facts[self.range(i)]
    }

    /// The evidence of one sentence's words.
    #[must_use]
    pub fn evidence(&self, i: usize) -> &[Elsewhere] {
        &self.evidence[self.range(i)]
    }

    fn count_words(&mut self) {
        self.ids.clear();
        self.counts.clear();
        self.kinds.clear();
        for sentence in &self.pool[..self.sentences] {
            for (i, word) in sentence.words.iter().enumerate() {
                let next = self.counts.len() as u32;
                let id = *self.ids.entry(word.lower).or_insert(next);
                if id == next {
                    self.counts.push(Counts::default());
                }
                self.kinds.push(id);
                let counts = &mut self.counts[id as usize];
                if sentence.casing == Casing::Sentence {
                    counts.lower += u32::from(word.caps == Caps::Lower);
                    counts.capital += u32::from(word.is_capital() && i > 0);
                }
            }
        }
    }

    fn find_acronyms(&mut self) {
        self.acronyms.clear();
        for sentence in self.pool[..self.sentences].iter().filter(|s| s.casing != Casing::Upper) {
            for (i, word) in sentence.words.iter().enumerate() {
                if word.acronym != 0 {
                    *self.acronyms.entry(word.acronym).or_default() |= WRITTEN;
                }
                for run in [sentence.runs[i], sentence.wide[i]] {
                    if run.start as usize == i && run.end - run.start > 1 {
                        *self.acronyms.entry(sentence.initials(run)).or_default() |= SPELLED;
                    }
                }
            }
        }
    }

    fn note_facts(&mut self) {
        self.facts.clear();
        for sentence in &self.pool[..self.sentences] {
            for (i, word) in sentence.words.iter().enumerate() {
                let counts = &self.counts[self.kinds[self.facts.len()] as usize];
                let spelled = counts.lower.min(2) | counts.capital.min(2) << 2;
                let seen = |hash: u32| self.acronyms.get(&hash) == Some(&(WRITTEN | SPELLED));
                let spelled_out = [sentence.runs[i], sentence.wide[i]]
                    .iter()
                    .any(|run| run.end - run.start > 1 && seen(sentence.initials(*run)));
                let acronym = if word.acronym != 0 && seen(word.acronym) { 1 } else { 2 * u8::from(spelled_out) };
                self.facts.push(Facts { spelled: spelled as u8, acronym });
            }
        }
    }

    /// Gathers what each word was read as; `marginals` has the words of the whole document in order.
    pub fn gather(&mut self, marginals: &[Marginals]) {
        self.counts.iter_mut().for_each(|c| c.read = Readings::default());
        for i in 0..self.sentences {
            for (at, word) in self.range(i).enumerate() {
                let own = self.own_readings(i, at, &marginals[word]);
                self.counts[self.kinds[word] as usize].read.add(&own);
            }
        }
        self.evidence.clear();
        for i in 0..self.sentences {
            for (at, word) in self.range(i).enumerate() {
                let own = self.own_readings(i, at, &marginals[word]);
                let read = &self.counts[self.kinds[word] as usize].read;
                let named = self.pool[i].runs[at].end > 0;
                self.evidence.push(if named { read.without(&own) } else { Elsewhere::default() });
            }
        }
    }

    /// What one word bears witness to.
    fn own_readings(&self, sentence: usize, at: usize, marginals: &Marginals) -> Readings {
        let run = self.pool[sentence].runs[at];
        if self.is_witness(sentence, at) {
            Readings::new(marginals, run.end > run.start + 1)
        } else {
            Readings::default()
        }
    }

    /// Only running text bears witness: in headlines every word looks like a name.
    fn is_witness(&self, sentence: usize, at: usize) -> bool {
        let sentence = &self.pool[sentence];
        sentence.casing == Casing::Sentence && sentence.runs[at].end > 0
    }
}
