//! Precision, recall and F1 of exact names, per label, with the confusions, and whether confidences keep their word.

use std::collections::BTreeMap;
use std::fmt;

use crate::tagger::corpus::{Doc, spans};
use crate::tagger::tag::ALL;
use crate::tagger::{Label, Scratch, Tagger};

/// Right, found and gold names.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Right in borders and label.
    pub right: usize,
    /// Found by the tagger.
    pub found: usize,
    /// In the gold.
    pub gold: usize,
}

impl Tally {
    /// Precision, recall and F1.
    #[must_use]
    pub fn scores(&self) -> (f64, f64, f64) {
        let share = |n: usize| if n == 0 { 0.0 } else { self.right as f64 / n as f64 };
        let (p, r) = (share(self.found), share(self.gold));
        (p, r, if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 })
    }

    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.found += other.found;
        self.gold += other.gold;
    }
}

/// What a set of documents showed.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Per label, in the order of [`ALL`].
    pub labels: [Tally; 5],
    /// How often a gold label (or nothing) was read as another (or nothing) over the same words.
    pub confusions: BTreeMap<(&'static str, &'static str), usize>,
    /// People, places and organizations by confidence, a step for each of [`STEPS`].
    pub steps: [Step; STEPS.len()],
}

/// Where the steps of the calibration table begin.
const STEPS: [f32; 6] = [0.0, 0.5, 0.7, 0.8, 0.9, 0.95];

/// From this confidence on a name counts as sure.
const SURE: f32 = 0.9;

/// Names of about the same confidence.
#[derive(Clone, Copy, Debug, Default)]
pub struct Step {
    /// How many.
    pub found: usize,
    /// How many of them are right.
    pub right: usize,
    /// Sum of their confidences: how many should be right.
    pub expected: f64,
}

impl Report {
    /// People, places and organizations together.
    #[must_use]
    pub fn main(&self) -> Tally {
        let mut sum = Tally::default();
        self.labels[..3].iter().for_each(|t| sum.add(*t));
        sum
    }

    /// Names with a confidence of 0.9 or more, and how many of them are right.
    #[must_use]
    pub fn sure(&self) -> (usize, usize) {
        let sure = self.steps.iter().zip(STEPS).filter(|(_, from)| *from >= SURE);
        sure.fold((0, 0), |(found, right), (step, _)| (found + step.found, right + step.right))
    }

    /// Counts a found name.
    fn count(&mut self, confidence: f32, right: bool) {
        let step = &mut self.steps[STEPS.iter().rposition(|from| confidence >= *from).unwrap_or(0)];
        step.found += 1;
        step.right += usize::from(right);
        step.expected += f64::from(confidence);
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut row = |name: &str, tally: &Tally| {
            let (p, r, f1) = tally.scores();
            writeln!(
                f,
                "{name:12} P {p:.3}  R {r:.3}  F1 {f1:.3}  ({} right, {} found, {} gold)",
                tally.right, tally.found, tally.gold
            )
        };
        for (label, tally) in ALL.iter().zip(&self.labels) {
            row(label.name(), tally)?;
        }
        row("PER+LOC+ORG", &self.main())?;
        let (sure, right) = self.sure();
        let share = |n: f64, all: usize| n / all.max(1) as f64;
        writeln!(f, "confidence of 0.9 or more: {right} of {sure} right ({:.3})", share(right as f64, sure))?;
        for (step, from) in self.steps.iter().zip(STEPS) {
            let (said, held) = (share(step.expected, step.found), share(step.right as f64, step.found));
            writeln!(f, "  from {from:.2}: said {said:.3}, right {held:.3} of {}", step.found)?;
        }
        for ((gold, found), n) in self.confusions.iter().filter(|(_, n)| **n > 1) {
            writeln!(f, "  {gold:4} read as {found:4} {n:5}")?;
        }
        Ok(())
    }
}

/// Tags documents and compares.
#[must_use]
pub fn run(tagger: &Tagger, docs: &[Doc]) -> Report {
    let mut report = Report::default();
    let mut scratch = Scratch::default();
    for doc in docs {
        let tagged = tagger.tag(&doc.sentences, &mut scratch);
        for (example, names) in doc.sentences.iter().zip(tagged) {
            let gold = spans(&example.tags);
            let found: Vec<_> = names.iter().map(|n| (n.words.start, n.words.end, n.label)).collect();
            compare(&gold, &found, &mut report);
            for name in names.iter().filter(|n| (n.label as usize) < 3) {
                report.count(name.confidence, gold.contains(&(name.words.start, name.words.end, name.label)));
            }
        }
    }
    report
}

fn compare(gold: &[(usize, usize, Label)], found: &[(usize, usize, Label)], report: &mut Report) {
    for name in gold {
        report.labels[name.2 as usize].gold += 1;
        let same = found.iter().find(|f| f.0 == name.0 && f.1 == name.1);
        let overlaps = found.iter().any(|f| f.0 < name.1 && name.0 < f.1);
        match same {
            Some(f) if f.2 == name.2 => report.labels[name.2 as usize].right += 1,
            Some(f) => *report.confusions.entry((name.2.name(), f.2.name())).or_default() += 1,
            None => *report.confusions.entry((name.2.name(), if overlaps { "cut" } else { "none" })).or_default() += 1,
        }
    }
    for name in found {
        report.labels[name.2 as usize].found += 1;
        if !gold.iter().any(|g| g.0 < name.1 && name.0 < g.1) {
            *report.confusions.entry(("none", name.2.name())).or_default() += 1;
        }
    }
}
