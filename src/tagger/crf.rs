//! Training of the conditional random field: AdaGrad on the likelihood of all readings that a sentence's labels allow.

use std::ops::Range;

use crate::tagger::corpus::Allowed;
use crate::tagger::lattice::{Lattice, Marginals, Row, Square, Transitions};
use crate::tagger::model::BORDERS;
use crate::tagger::tag::{OUTSIDE, TAGS};

/// Marks a feature that names the word itself; such features are dropped at random, so that the others learn to do
/// without them.
pub const LEXICAL: u32 = 1 << 31;

/// Sentences as features, word after word.
#[derive(Debug, Default)]
pub struct Bank {
    /// Features of all words: a row number, with [`LEXICAL`].
    pub features: Vec<u32>,
    /// Per word: where its features start; and the end.
    pub starts: Vec<u32>,
    /// Per word: tags it may have.
    pub allowed: Vec<Allowed>,
    /// Per word: the border before it.
    pub borders: Vec<u8>,
    /// Per word: scores that are given and not learned; may be empty.
    pub given: Vec<Row>,
    /// Words of each sentence.
    pub sentences: Vec<Range<usize>>,
    /// Per sentence: how much it counts.
    pub weights: Vec<f32>,
    /// Per sentence: its document.
    pub docs: Vec<u32>,
}

impl Bank {
    /// All sentences, by number.
    #[must_use]
    pub fn all(&self) -> Vec<usize> {
        (0..self.sentences.len()).collect()
    }

    /// The features of a word.
    #[must_use]
    pub fn features(&self, word: usize) -> &[u32] {
        &self.features[self.starts[word] as usize..self.starts[word + 1] as usize]
    }
}

/// How to train.
#[derive(Clone, Copy, Debug)]
pub struct Schedule {
    /// Passes over all sentences.
    pub epochs: usize,
    /// First step size; falls to 0 in a straight line.
    pub rate: f32,
    /// Share of words that lose their lexical features.
    pub dropout: f32,
    /// Pull of every weight towards 0.
    pub decay: f32,
    /// How far each step moves small weights to 0.
    pub sparse: f32,
    /// Whether transitions are learned too.
    pub transitions: bool,
}

/// A field in training: weights and what AdaGrad remembers of their gradients.
#[derive(Clone, Debug)]
pub struct Crf {
    /// Per feature and tag.
    pub weights: Vec<Row>,
    /// Per border.
    pub transitions: Vec<Square>,
    memory: Vec<Row>,
    transition_memory: Vec<Square>,
}

/// SplitMix64: small, and the same everywhere.
#[derive(Clone, Debug)]
pub struct Random(pub u64);

impl Random {
    /// The next 64 bits.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// True with the given probability.
    pub fn chance(&mut self, probability: f32) -> bool {
        (self.next() >> 40) as f32 / (1u64 << 24) as f32 > 1.0 - probability
    }

    /// Mixes the order of a slice.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}

/// Sentences between two looks at the transition weights.
const BATCH: usize = 16;

impl Crf {
    /// A field that knows nothing.
    #[must_use]
    pub fn new(features: usize) -> Self {
        let squares = vec![[[0.0; TAGS]; TAGS]; BORDERS];
        Self {
            weights: vec![[0.0; TAGS]; features],
            memory: vec![[0.0; TAGS]; features],
            transitions: squares.clone(),
            transition_memory: squares,
        }
    }

    /// Trains on the given sentences of a bank; `progress` hears of each pass: number and mean loss per word.
    pub fn train(
        &mut self,
        bank: &Bank,
        sentences: &[usize],
        schedule: Schedule,
        random: &mut Random,
        mut progress: impl FnMut(usize, f64),
    ) {
        let mut order = sentences.to_vec();
        let mut step = Step::new(schedule);
        let total = (schedule.epochs * order.len()) as f32;
        let mut done = 0;
        for epoch in 0..schedule.epochs {
            random.shuffle(&mut order);
            let (mut loss, mut words) = (0.0, 0);
            for batch in order.chunks(BATCH) {
                step.factors = Transitions::new(&self.transitions);
                for &sentence in batch {
                    step.rate = schedule.rate * (1.0 - done as f32 / total);
                    loss += step.learn(self, bank, sentence, random);
                    words += bank.sentences[sentence].len();
                    done += 1;
                }
                step.learn_transitions(self);
            }
            progress(epoch + 1, loss / words.max(1) as f64);
        }
    }

    /// The scores of a word's tags.
    #[must_use]
    pub fn scores(&self, bank: &Bank, word: usize) -> Row {
        let mut row = bank.given.get(word).copied().unwrap_or_default();
        for feature in bank.features(word) {
            add(&mut row, &self.weights[(feature & !LEXICAL) as usize], 1.0);
        }
        row
    }

    /// Fills a lattice with a sentence.
    pub fn fill(&self, bank: &Bank, sentence: usize, lattice: &mut Lattice) {
        lattice.clear();
        for word in bank.sentences[sentence].clone() {
            lattice.push(&self.scores(bank, word), bank.borders[word]);
        }
    }
}

fn add(row: &mut Row, other: &Row, times: f32) {
    row.iter_mut().zip(other).for_each(|(a, b)| *a += b * times);
}

/// What one gradient step needs.
struct Step {
    schedule: Schedule,
    rate: f32,
    factors: Transitions,
    lattice: Lattice,
    allowed: Lattice,
    dropped: Vec<bool>,
    gradient: Vec<Square>,
}

impl Step {
    fn new(schedule: Schedule) -> Self {
        Self {
            schedule,
            rate: schedule.rate,
            factors: Transitions { squares: Vec::new() },
            lattice: Lattice::default(),
            allowed: Lattice::default(),
            dropped: Vec::new(),
            gradient: vec![[[0.0; TAGS]; TAGS]; BORDERS],
        }
    }

    fn learn(&mut self, crf: &mut Crf, bank: &Bank, sentence: usize, random: &mut Random) -> f64 {
        let words = bank.sentences[sentence].clone();
        self.lattice.clear();
        self.allowed.clear();
        self.dropped.clear();
        for word in words.clone() {
            let drop = random.chance(self.schedule.dropout);
            self.dropped.push(drop);
            let mut row = bank.given.get(word).copied().unwrap_or_default();
            for feature in bank.features(word).iter().filter(|f| !(drop && *f & LEXICAL != 0)) {
                add(&mut row, &crf.weights[(feature & !LEXICAL) as usize], 1.0);
            }
            self.lattice.push(&row, bank.borders[word]);
        }
        for (i, word) in words.clone().enumerate() {
            let mut row = self.lattice.potentials[i];
            row.iter_mut()
                .enumerate()
                .filter(|(tag, _)| bank.allowed[word] >> tag & 1 == 0)
                .for_each(|(_, p)| *p = 0.0);
            // A floor keeps a reading that the field finds impossible in play.
            row.iter_mut()
                .enumerate()
                .filter(|(tag, _)| bank.allowed[word] >> tag & 1 == 1)
                .for_each(|(_, p)| *p = p.max(1e-30));
            self.allowed.potentials.push(row);
            self.allowed.borders.push(bank.borders[word]);
        }
        self.lattice.sum(&self.factors);
        self.allowed.sum(&self.factors);
        let weight = bank.weights[sentence];
        for (i, word) in words.enumerate() {
            self.update(crf, bank, word, i, weight);
        }
        self.note_transitions(weight);
        (self.lattice.log_sum() - self.allowed.log_sum()) * f64::from(weight)
    }

    fn update(&self, crf: &mut Crf, bank: &Bank, word: usize, i: usize, weight: f32) {
        let (have, want): (&Marginals, &Marginals) = (&self.lattice.marginals[i], &self.allowed.marginals[i]);
        let mut gradient = [0.0; TAGS];
        let mut large = false;
        for tag in 0..TAGS {
            gradient[tag] = (have[tag] - want[tag]) * weight;
            large |= gradient[tag].abs() > 1e-4;
        }
        if !large {
            return;
        }
        for feature in bank.features(word).iter().filter(|f| !(self.dropped[i] && *f & LEXICAL != 0)) {
            let id = (feature & !LEXICAL) as usize;
            adagrad(&mut crf.weights[id], &mut crf.memory[id], &gradient, self.rate, &self.schedule);
        }
    }

    fn note_transitions(&mut self, weight: f32) {
        if !self.schedule.transitions {
            return;
        }
        for i in 0..self.lattice.potentials.len() {
            let square = &mut self.gradient[usize::from(self.lattice.borders[i])];
            for before in 0..if i == 0 { OUTSIDE + 1 } else { TAGS } {
                for tag in 0..TAGS {
                    let have = self.lattice.step(i, before, tag, &self.factors);
                    let want = self.allowed.step(i, before, tag, &self.factors);
                    square[before][tag] += (have - want) * weight;
                }
            }
        }
    }

    fn learn_transitions(&mut self, crf: &mut Crf) {
        let squares = crf.transitions.iter_mut().zip(&mut crf.transition_memory).zip(&mut self.gradient);
        for ((weights, memory), gradient) in squares {
            for before in 0..TAGS {
                adagrad(
                    &mut weights[before],
                    &mut memory[before],
                    &gradient[before],
                    self.rate,
                    &Schedule { sparse: 0.0, ..self.schedule },
                );
                gradient[before] = [0.0; TAGS];
            }
        }
    }
}

fn adagrad(weights: &mut Row, memory: &mut Row, gradient: &Row, rate: f32, schedule: &Schedule) {
    for tag in 0..TAGS {
        let g = gradient[tag] + schedule.decay * weights[tag];
        memory[tag] += g * g;
        let step = rate / (memory[tag] + 1e-6).sqrt();
        let moved = weights[tag] - step * g;
        weights[tag] = moved.signum() * (moved.abs() - step * schedule.sparse).max(0.0);
    }
}
