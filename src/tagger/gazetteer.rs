//! Builds the lexicon from lists of names and clusters.

use std::path::Path;

use anyhow::{Context, Result};

use crate::tagger::cluster;
use crate::tagger::lexicon::{LexiconData, TableData, phrase};
use crate::tagger::sentence::casing;
use crate::tagger::word::{Buffer, Word, hash};

/// Hash of a listed name, as the tagger looks it up.
#[must_use]
pub fn name_hash(name: &str) -> Option<u32> {
    let mut buffer = Buffer::default();
    let words: Vec<&str> = name.split_whitespace().collect();
    let casing = casing(&words);
    let lower =
        words.iter().map(|w| Word::new(w, casing, &crate::tagger::lexicon::Lexicon::default(), &mut buffer).lower);
    match words.len() {
        0 => None,
        1 => lower.last(),
        _ => lower.fold(None, |before, word| Some(phrase(before, word))),
    }
}

/// Reads `lists<TAB>name` rows.
///
/// # Errors
/// Where the file cannot be read.
pub fn lists(path: &Path) -> Result<Vec<(u32, u16)>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let row = |line: &str| {
        let (lists, name) = line.split_once('\t')?;
        let bits: u16 = lists.parse().ok()?;
        if (bits & crate::tagger::train::env("NOLIST", 0.0) as u16) == bits { return None; }
        Some((name_hash(name)?, bits))
    };
    Ok(text.lines().filter_map(row).collect())
}

/// Clusters the words of plain text at three grains.
#[must_use]
pub fn clusters(sentences: &[Vec<&str>], progress: &mut dyn FnMut(&str)) -> (Vec<(u32, u16)>, Vec<[u8; 2]>) {
    let note = |round, moved| progress(&format!("clusters: round {round}, {moved} words moved"));
    let fine = cluster::run(sentences, LEAST, CLUSTERS, 12, note);
    let [middle, coarse] = [COARSE[1], COARSE[0]].map(|n| cluster::coarser(sentences, &fine, n));
    let words = fine.words.iter().zip(&fine.of).map(|((word, _), c)| (written_hash(word), c + 1)).collect();
    (words, coarse.into_iter().zip(middle).map(|(a, b)| [a, b]).collect())
}

/// Rarer words get no cluster.
const LEAST: u32 = 4;
/// How many clusters.
const CLUSTERS: usize = 500;
/// How many clusters of clusters.
const COARSE: [usize; 2] = [32, 128];

fn written_hash(word: &str) -> u32 {
    let digits: String = word.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    hash(&crate::token::fold(&digits))
}

/// Puts a lexicon together.
#[must_use]
pub fn lexicon(clusters: (Vec<(u32, u16)>, Vec<[u8; 2]>), lists: Vec<(u32, u16)>) -> LexiconData {
    LexiconData { clusters: TableData::new(clusters.0), lists: TableData::new(lists), coarse: clusters.1 }
}
