//! Which features are learned: those seen often enough, then those that matter most.

use crate::tagger::crf::{Bank, Crf, LEXICAL};
use crate::tagger::feature::KEY_BITS;

/// Features seen less often are not learned.
const LEAST: u8 = 2;

/// Gives every feature that is seen often enough a row, in place; returns the key of each row.
pub fn number_features(bank: &mut Bank) -> Vec<u32> {
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
pub fn restrict(bank: &mut Bank, kept: &[usize]) {
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
#[must_use]
pub fn keep(crf: &Crf, bank: &Bank, most: usize) -> Vec<usize> {
    let mut uses = vec![0u32; crf.weights.len()];
    bank.features.iter().for_each(|f| uses[(f & !LEXICAL) as usize] += 1);
    let strength = |i: &usize| {
        let largest = crf.weights[*i].iter().map(|w| w * w).sum::<f32>();
        largest * (uses[*i] as f32).powf(0.7)
    };
    let mut order: Vec<usize> = (0..crf.weights.len()).collect();
    order.sort_by(|a, b| strength(b).total_cmp(&strength(a)).then(a.cmp(b)));
    order.truncate(most);
    order.sort_unstable();
    order
}
