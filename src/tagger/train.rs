//! Training: corpora and lists in, model out. The same seed gives the same model.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::tagger::augment;
use crate::tagger::coder;
use crate::tagger::corpus::{self, Convention, Doc};
use crate::tagger::crf::{Bank, Crf, LEXICAL, Random, Schedule};
use crate::tagger::document::Document;
use crate::tagger::feature::{KEY_BITS, features, second_look};
use crate::tagger::lattice::{Lattice, Marginals, Row, Transitions};
use crate::tagger::lexicon::{Lexicon, LexiconData};
use crate::tagger::model::ModelData;
use crate::tagger::plain::{self, Plain};
use crate::tagger::sentence::FixedWords;
use crate::tagger::tag::TAGS;
use crate::tagger::{Label, border, gazetteer};

/// A labelled file and how to read it.
struct Source {
    path: &'static str,
    convention: Convention,
    weight: f32,
}

const GROUPS: &[Label] = &[Label::Norp];
const LOOSE: &[Label] = &[Label::Norp, Label::Misc];
/// Marks everything as the product does.
const OURS: Convention = Convention { outside: &[], misc: &[] };
/// Nationalities are MISC.
const GROUPS_IN_MISC: Convention = Convention { outside: &[], misc: GROUPS };
/// Nationalities are MISC or unmarked.
const GROUPS_OPEN: Convention = Convention { outside: LOOSE, misc: GROUPS };
/// Only people, places and organizations are marked.
const THREE: Convention = Convention { outside: LOOSE, misc: GROUPS };

/// What the shipped model learns from; nothing of it is non-commercial, all of it has an explicit licence.
const SOURCES: [Source; 20] = [
    Source { path: "labels/train.tsv", convention: OURS, weight: 2.0 },
    Source { path: "corpora/uner-ewt/train.tsv", convention: GROUPS_IN_MISC, weight: 1.0 },
    Source { path: "corpora/uner-ewt/dev.tsv", convention: THREE, weight: 1.0 },
    Source { path: "corpora/gum/interview_speech.tsv", convention: OURS, weight: 1.0 },
    Source { path: "corpora/gum/other_clean.tsv", convention: OURS, weight: 1.0 },
    Source { path: "corpora/wikigold/all.tsv", convention: GROUPS_IN_MISC, weight: 1.0 },
    Source { path: "corpora/wnut17/train.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/wnut17/dev.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/wnut17/test.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/crossner/politics_train.tsv", convention: GROUPS_OPEN, weight: 1.0 },
    Source { path: "corpora/crossner/politics_dev.tsv", convention: GROUPS_OPEN, weight: 1.0 },
    Source { path: "corpora/crossner/literature_train.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/crossner/literature_dev.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/crossner/music_train.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/crossner/music_dev.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/crossner/science_train.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/crossner/science_dev.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/crossner/ai_train.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/crossner/ai_dev.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/crossner/literature_test.tsv", convention: GROUPS_OPEN, weight: 0.5 },
];

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
    let lexicon_data = lexicon(options, progress)?;
    let lexicon = Lexicon::new(&lexicon_data).context("the lexicon does not fit together")?;
    let docs = load(options)?;
    progress(&format!("{} documents, {} words", docs.len(), words(&docs)));
    Trainer { options, lexicon: &lexicon, progress, random: Random(options.seed) }.run(&docs, lexicon_data)
}

fn words(docs: &[Doc]) -> usize {
    docs.iter().flat_map(|d| &d.sentences).map(|s| s.words.len()).sum()
}

fn lexicon(options: &Options, progress: &mut dyn FnMut(&str)) -> Result<LexiconData> {
    let at = |path: &str| options.material.join(path);
    let mut text = Vec::new();
    for source in &SOURCES {
        text.extend(plain::unlabelled(&at(source.path))?);
    }
    text.extend(unlabelled(options)?);
    let sentences: Vec<Vec<&str>> = text.iter().flatten().map(|s| s.iter().map(String::as_str).collect()).collect();
    let clusters = gazetteer::clusters(&sentences, progress);
    let lists = gazetteer::Lists::read(&options.material)?;
    Ok(gazetteer::lexicon(clusters, lists))
}

/// Public-domain news without labels: Voice of America and the White House.
fn unlabelled(options: &Options) -> Result<Vec<Plain>> {
    let mut text = plain::json_lines(&options.material.join("text/whitehouse.jsonl"))?;
    for part in ["train", "dev", "test"] {
        text.extend(plain::unlabelled(&options.material.join(format!("corpora/gmb-clean/{part}.tsv")))?);
    }
    Ok(text)
}

fn load(options: &Options) -> Result<Vec<Doc>> {
    let mut docs = Vec::new();
    for source in &SOURCES {
        for doc in corpus::read(&options.material.join(source.path))? {
            docs.push(Doc { convention: source.convention, weight: source.weight, origin: docs.len() as u32, ..doc });
        }
    }
    let mut random = Random(options.seed ^ 0x5eed);
    augment::add(&mut docs, &people(options)?, &mut random);
    Ok(docs)
}

fn people(options: &Options) -> Result<Vec<Vec<String>>> {
    Ok(gazetteer::full_names(&gazetteer::read_json(&options.material.join("knowledge/people.json"))?))
}

struct Trainer<'a> {
    options: &'a Options,
    lexicon: &'a Lexicon,
    progress: &'a mut dyn FnMut(&str),
    random: Random,
}

/// Features seen less often are not learned.
const LEAST: u8 = 2;
impl Trainer<'_> {
    fn run(&mut self, docs: &[Doc], lexicon: LexiconData) -> Result<ModelData> {
        let mut bank = self.bank(docs);
        let rows = number_features(&mut bank);
        (self.progress)(&format!("{} features in {} words", rows.len(), bank.allowed.len()));
        let schedule = Schedule {
            epochs: self.options.epochs,
            rate: 0.02,
            dropout: 0.2,
            decay: 3e-3,
            transitions: true,
            sparse: 3e-3,
        };
        let all: Vec<usize> = (0..bank.sentences.len()).collect();
        let mut scout = Crf::new(rows.len());
        self.fit(&mut scout, &bank, &all, Schedule { epochs: 3, ..schedule }, "choosing features");
        let kept = keep(&scout, &rows, &bank, self.options.features);
        restrict(&mut bank, &kept);
        let rows: Vec<u32> = kept.iter().map(|&i| rows[i]).collect();
        let mut crf = Crf::new(rows.len());
        self.fit(&mut crf, &bank, &all, schedule, "all");
        let first = self.first_readings(&bank, rows.len(), schedule);
        let mut second = self.second_bank(docs, &bank, &first);
        let second_rows = number_features(&mut second);
        let mut second_crf = Crf::new(second_rows.len());
        second_crf.transitions.clone_from(&crf.transitions);
        let again = Schedule { epochs: 6, dropout: 0.0, decay: 1e-4, transitions: false, sparse: 0.0, ..schedule };
        self.fit(&mut second_crf, &second, &all, again, "second look");
        let calibration = calibrate(docs, &second, &second_crf);
        let mut features: Vec<(u32, Row)> = rows.iter().zip(&crf.weights).map(|(k, w)| (*k, *w)).collect();
        features.extend(second_rows.iter().zip(&second_crf.weights).map(|(k, w)| (*k, *w)));
        Ok(pack(features, &crf, calibration, lexicon))
    }

    fn fit(&mut self, crf: &mut Crf, bank: &Bank, sentences: &[usize], schedule: Schedule, name: &str) {
        let progress = &mut self.progress;
        crf.train(bank, sentences, schedule, &mut self.random, |epoch, loss| {
            if epoch % 4 == 0 || epoch == schedule.epochs {
                progress(&format!("{name}: pass {epoch} of {}, loss {loss:.4}", schedule.epochs));
            }
        });
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

    /// Scores of every word by a field that was not trained on its document.
    fn first_readings(&mut self, bank: &Bank, rows: usize, schedule: Schedule) -> (Vec<Row>, Vec<Marginals>) {
        let mut scores = vec![[0.0; TAGS]; bank.allowed.len()];
        let mut marginals = vec![[0.0; TAGS]; bank.allowed.len()];
        let folds = self.options.folds;
        let mut lattice = Lattice::default();
        for fold in 0..folds {
            let held = |s: &usize| bank.docs[*s] as usize % folds == fold;
            let (out, rest): (Vec<usize>, Vec<usize>) = (0..bank.sentences.len()).partition(held);
            let mut crf = Crf::new(rows);
            let short = Schedule { epochs: schedule.epochs.min(8), ..schedule };
            self.fit(&mut crf, bank, &rest, short, &format!("without part {}", fold + 1));
            let factors = Transitions::new(&crf.transitions);
            for sentence in out {
                crf.fill(bank, sentence, &mut lattice);
                lattice.sum(&factors);
                for (i, word) in bank.sentences[sentence].clone().enumerate() {
                    scores[word] = crf.scores(bank, word);
                    marginals[word] = lattice.marginals[i];
                }
            }
        }
        (scores, marginals)
    }

    fn second_bank(&self, docs: &[Doc], bank: &Bank, first: &(Vec<Row>, Vec<Marginals>)) -> Bank {
        let mut second = Bank {
            starts: vec![0],
            allowed: bank.allowed.clone(),
            borders: bank.borders.clone(),
            sentences: bank.sentences.clone(),
            weights: bank.weights.clone(),
            docs: bank.docs.clone(),
            given: first.0.clone(),
            features: Vec::new(),
        };
        let mut document = Document::default();
        let fixed = FixedWords::default();
        let mut word = 0;
        for doc in docs {
            document.read(&doc.sentences, self.lexicon, &fixed);
            document.gather(&first.1[word..word + document.words()]);
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

/// Gives every feature that is seen often enough a row, in place; returns the key of each row.
fn number_features(bank: &mut Bank) -> Vec<u32> {
    let mut seen = vec![0u8; 1 << KEY_BITS];
    for feature in &bank.features {
        let count = &mut seen[(feature & !LEXICAL) as usize];
        *count = count.saturating_add(1);
    }
    let keys: Vec<u32> = (0..1u32 << KEY_BITS).filter(|&k| seen[k as usize] >= LEAST).collect();
    let mut rows = vec![u32::MAX; 1 << KEY_BITS];
    keys.iter().zip(0..).for_each(|(key, row)| rows[*key as usize] = row);
    renumber(bank, |f| Some(rows[f as usize]).filter(|r| *r != u32::MAX));
    keys
}

/// Keeps only some rows of a bank, renumbered in their order.
fn restrict(bank: &mut Bank, kept: &[usize]) {
    let most = kept.last().map_or(0, |k| k + 1);
    let mut rows = vec![u32::MAX; most];
    kept.iter().zip(0..).for_each(|(old, new)| rows[*old] = new);
    renumber(bank, |f| rows.get(f as usize).copied().filter(|r| *r != u32::MAX));
}

/// Gives the features of a bank new numbers; those without one go.
fn renumber(bank: &mut Bank, number: impl Fn(u32) -> Option<u32>) {
    let mut features = Vec::with_capacity(bank.features.len());
    let mut starts = vec![0];
    for word in 0..bank.allowed.len() {
        let known = bank.features(word).iter().filter_map(|f| Some(number(f & !LEXICAL)? | f & LEXICAL));
        features.extend(known);
        starts.push(features.len() as u32);
    }
    bank.features = features;
    bank.starts = starts;
}

/// The rows that matter most: largest weights, weighed by how often they are used.
fn keep(crf: &Crf, rows: &[u32], bank: &Bank, most: usize) -> Vec<usize> {
    let mut uses = vec![0u32; rows.len()];
    bank.features.iter().for_each(|f| uses[(f & !LEXICAL) as usize] += 1);
    let strength = |i: &usize| {
        let largest = crf.weights[*i].iter().map(|w| w * w).sum::<f32>();
        largest * (uses[*i] as f32).powf(0.7)
    };
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by(|a, b| strength(b).total_cmp(&strength(a)).then(a.cmp(b)));
    order.truncate(most);
    order.sort_unstable();
    order
}

/// The share of right names per step of probability, from names read without their own document.
fn calibrate(docs: &[Doc], bank: &Bank, crf: &Crf) -> Vec<u8> {
    const STEPS: usize = 20;
    let factors = Transitions::new(&crf.transitions);
    let mut lattice = Lattice::default();
    let mut tags = Vec::new();
    let mut names: Vec<(f32, bool)> = Vec::new();
    let examples = docs.iter().flat_map(|d| d.sentences.iter().map(move |s| (d, s)));
    for (sentence, (doc, example)) in examples.enumerate() {
        if !doc.convention.outside.is_empty() || !doc.convention.misc.is_empty() {
            continue;
        }
        crf.fill(bank, sentence, &mut lattice);
        lattice.sum(&factors);
        lattice.best(&factors, &mut tags);
        let gold = corpus::spans(&example.tags);
        for (start, end, label) in corpus::spans(&tags) {
            let p = lattice.span(start, end, usize::from(tags[start]), &factors);
            names.push((p, gold.contains(&(start, end, label))));
        }
    }
    monotone(&names, STEPS)
}

/// Share of right names around each step, never falling.
fn monotone(names: &[(f32, bool)], steps: usize) -> Vec<u8> {
    let mut shares = Vec::new();
    for step in 0..=steps {
        let near = |p: f32| (1.0 - (p * steps as f32 - step as f32).abs()).max(0.0);
        let (right, all) =
            names.iter().fold((0.0, 0.0), |(r, a), &(p, ok)| (r + near(p) * f32::from(u8::from(ok)), a + near(p)));
        shares.push((right + step as f32 / steps as f32) / (all + 1.0));
    }
    for i in 1..shares.len() {
        shares[i] = shares[i].max(shares[i - 1]);
    }
    shares.iter().map(|s| (s * 255.0).round() as u8).collect()
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
    ModelData { lexicon, keys, weights: coder::pack(&rows), scale: SCALE, calibration }
}
