//! How sure the model may be: the share of right names per step of probability.

use crate::tagger::corpus::{self, Doc};
use crate::tagger::crf::{Bank, Crf};
use crate::tagger::lattice::{Lattice, Transitions};

/// The share of right names per step of probability, from names read without their own document.
#[must_use]
pub fn calibrate(docs: &[Doc], bank: &Bank, crf: &Crf) -> Vec<u8> {
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
