//! Training: corpora and lists in, model out. The same seed gives the same model.

mod calibration;
mod parallel;
mod rows;
mod source;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::tagger::border;
use crate::tagger::coder;
use crate::tagger::corpus::Doc;
use crate::tagger::crf::{Bank, Crf, LEXICAL, Random, Schedule};
use crate::tagger::document::Document;
use crate::tagger::feature::{features, second_look};
use crate::tagger::lattice::{Lattice, Marginals, Row, Transitions};
use crate::tagger::lexicon::{Lexicon, LexiconData};
use crate::tagger::model::ModelData;
use crate::tagger::sentence::FixedWords;
use crate::tagger::tag::TAGS;
use crate::tagger::train::calibration::calibrate;
use crate::tagger::train::parallel::Job;
use crate::tagger::train::rows::{keep, number_features, restrict};

/// What to train from and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder that holds `labels`, `corpora` and `knowledge`.
    pub material: PathBuf,
    /// Start of all random numbers.
    pub seed: u64,
    /// How many features the model keeps.
    pub features: usize,
    /// Passes over the text.
    pub epochs: usize,
    /// Parts into which the text is cut to learn from the first reading of text that was not trained on.
    pub folds: usize,
}

impl Options {
    /// How the shipped model was trained.
    #[must_use]
    pub fn new(material: &Path) -> Self {
        Self { material: material.to_owned(), seed: 1, features: 170_000, epochs: 10, folds: 3 }
    }
}

/// Trains a model; `progress` hears one line at a time.
///
/// # Errors
/// Where a file cannot be read.
pub fn run(options: &Options, progress: &mut dyn FnMut(&str)) -> Result<ModelData> {
    let lexicon_data = source::lexicon(&options.material, progress)?;
    let lexicon = Lexicon::new(&lexicon_data).context("the lexicon does not fit together")?;
    let docs = source::documents(&options.material, &mut Random(options.seed ^ 0x5eed))?;
    let words: usize = docs.iter().flat_map(|d| &d.sentences).map(|s| s.words.len()).sum();
    progress(&format!("{} documents, {words} words", docs.len()));
    Ok(Trainer { options, lexicon: &lexicon, progress }.run(&docs, lexicon_data))
}

struct Trainer<'a> {
    options: &'a Options,
    lexicon: &'a Lexicon,
    progress: &'a mut dyn FnMut(&str),
}

impl Trainer<'_> {
    fn run(&mut self, docs: &[Doc], lexicon: LexiconData) -> ModelData {
        let mut bank = self.bank(docs);
        let rows = self.choose_features(&mut bank);
        let (crf, first) = self.first_readings(&bank, rows.len());
        let mut second = self.second_bank(docs, &bank, first);
        let second_rows = number_features(&mut second);
        let second_crf = self.second_look(&second, second_rows.len(), &crf);
        let calibration = calibrate(docs, &second, &second_crf);
        let mut features: Vec<(u32, Row)> = rows.iter().zip(&crf.weights).map(|(k, w)| (*k, *w)).collect();
        features.extend(second_rows.iter().zip(&second_crf.weights).map(|(k, w)| (*k, *w)));
        pack(features, &crf, calibration, lexicon)
    }

    fn schedule(&self) -> Schedule {
        let epochs = self.options.epochs;
        Schedule { epochs, rate: 0.02, dropout: 0.2, decay: 3e-3, transitions: true, sparse: 3e-3 }
    }

    fn job(&self, name: &str, crf: Crf, sentences: Vec<usize>, schedule: Schedule) -> Job {
        // Every field has random numbers of its own, told apart by its name.
        let seed = name.bytes().fold(self.options.seed, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
        Job { name: name.to_owned(), crf, sentences, schedule, seed }
    }

    fn train(&mut self, bank: &Bank, job: Job) -> Crf {
        parallel::run(bank, vec![job], self.progress).remove(0)
    }

    /// Keeps the features that matter most to a quickly trained field; gives the key of each row.
    fn choose_features(&mut self, bank: &mut Bank) -> Vec<u32> {
        let rows = number_features(bank);
        (self.progress)(&format!("{} features in {} words", rows.len(), bank.allowed.len()));
        let schedule = Schedule { epochs: 3, ..self.schedule() };
        let job = self.job("choosing features", Crf::new(rows.len()), bank.all(), schedule);
        let scout = self.train(bank, job);
        let kept = keep(&scout, bank, self.options.features);
        restrict(bank, &kept);
        kept.iter().map(|&i| rows[i]).collect()
    }

    /// The field trained on all documents, and what fields trained on most read in the documents that they were not
    /// trained on.
    fn first_readings(&mut self, bank: &Bank, rows: usize) -> (Crf, Readings) {
        let schedule = self.schedule();
        let short = Schedule { epochs: schedule.epochs.min(8), ..schedule };
        let folds = self.options.folds;
        let held = |fold: usize| move |s: &usize| bank.docs[*s] as usize % folds == fold;
        let mut jobs = vec![self.job("all", Crf::new(rows), bank.all(), schedule)];
        for fold in 0..folds {
            let rest = bank.all().into_iter().filter(|s| !held(fold)(s)).collect();
            jobs.push(self.job(&format!("without part {}", fold + 1), Crf::new(rows), rest, short));
        }
        let mut crfs = parallel::run(bank, jobs, self.progress);
        let mut readings = Readings::new(bank.allowed.len());
        for (fold, crf) in crfs[1..].iter().enumerate() {
            readings.read(crf, bank, bank.all().into_iter().filter(held(fold)));
        }
        (crfs.remove(0), readings)
    }

    /// Learns what the document adds to the first reading.
    fn second_look(&mut self, bank: &Bank, rows: usize, first: &Crf) -> Crf {
        let mut crf = Crf::new(rows);
        crf.transitions.clone_from(&first.transitions);
        let schedule =
            Schedule { epochs: 6, dropout: 0.0, decay: 1e-4, transitions: false, sparse: 0.0, ..self.schedule() };
        let job = self.job("second look", crf, bank.all(), schedule);
        self.train(bank, job)
    }

    /// Reads documents into features, as hashed keys.
    fn bank(&self, docs: &[Doc]) -> Bank {
        let mut bank = Bank { starts: vec![0], ..Bank::default() };
        let mut document = Document::default();
        let fixed = FixedWords::default();
        for doc in docs {
            document.read(&doc.sentences, self.lexicon, &fixed);
            for (i, example) in doc.sentences.iter().enumerate() {
                let sentence = document.sentence(i);
                let start = bank.allowed.len();
                for at in 0..sentence.words.len() {
                    features(sentence, self.lexicon, document.facts(i), at, |key, lexical| {
                        bank.features.push(key | if lexical { LEXICAL } else { 0 });
                    });
                    bank.starts.push(bank.features.len() as u32);
                    bank.allowed.push(doc.convention.allowed(example.tags[at], sentence.words[at].caps));
                    bank.borders.push(border(sentence, at));
                }
                bank.sentences.push(start..bank.allowed.len());
                bank.weights.push(doc.weight);
                bank.docs.push(doc.origin);
            }
        }
        bank
    }

    /// The documents as features of the second look.
    fn second_bank(&self, docs: &[Doc], bank: &Bank, first: Readings) -> Bank {
        let mut second = Bank {
            starts: vec![0],
            allowed: bank.allowed.clone(),
            borders: bank.borders.clone(),
            sentences: bank.sentences.clone(),
            weights: bank.weights.clone(),
            docs: bank.docs.clone(),
            given: first.scores,
            features: Vec::new(),
        };
        let mut document = Document::default();
        let fixed = FixedWords::default();
        let mut word = 0;
        for doc in docs {
            document.read(&doc.sentences, self.lexicon, &fixed);
            document.gather(&first.marginals[word..word + document.words()]);
            word += document.words();
            for i in 0..document.len() {
                for at in 0..document.sentence(i).words.len() {
                    second_look(document.sentence(i), document.evidence(i), at, |key| second.features.push(key));
                    second.starts.push(second.features.len() as u32);
                }
            }
        }
        second
    }
}

/// Scores of every word, and the probabilities of its tags.
struct Readings {
    scores: Vec<Row>,
    marginals: Vec<Marginals>,
}

impl Readings {
    fn new(words: usize) -> Self {
        Self { scores: vec![[0.0; TAGS]; words], marginals: vec![[0.0; TAGS]; words] }
    }

    /// Takes over what a field reads in some sentences.
    fn read(&mut self, crf: &Crf, bank: &Bank, sentences: impl Iterator<Item = usize>) {
        let factors = Transitions::new(&crf.transitions);
        let mut lattice = Lattice::default();
        for sentence in sentences {
            crf.fill(bank, sentence, &mut lattice);
            lattice.sum(&factors);
            for (i, word) in bank.sentences[sentence].clone().enumerate() {
                self.scores[word] = crf.scores(bank, word);
                self.marginals[word] = lattice.marginals[i];
            }
        }
    }
}

/// Score of a weight of 1, in nats: finer steps cost more bytes than they earn.
const SCALE: f32 = 1.0 / 8.0;

fn pack(mut features: Vec<(u32, Row)>, crf: &Crf, calibration: Vec<u8>, lexicon: LexiconData) -> ModelData {
    let quantize = |w: f32| (w / SCALE).round().clamp(-127.0, 127.0) as i8;
    features.retain(|(_, row)| row.iter().any(|w| quantize(*w) != 0));
    features.sort_by_key(|(key, _)| *key);
    features.dedup_by_key(|(key, _)| *key);
    let mut keys = Vec::new();
    let mut last = 0;
    for (key, _) in &features {
        keys.push(key - last);
        last = *key;
    }
    let rows = features.iter().map(|(_, row)| row).chain(crf.transitions.iter().flatten());
    let rows: Vec<_> = rows.map(|row| row.map(quantize)).collect();
    ModelData { lexicon, keys, weights: coder::pack(&rows).into(), scale: SCALE, calibration: calibration.into() }
}
