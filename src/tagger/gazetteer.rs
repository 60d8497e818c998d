//! Builds the lexicon from lists of names and clusters.

use std::path::Path;

use anyhow::{Context, Result};

use crate::tagger::lexicon::{LexiconData, Path as TreePath, TableData, phrase};
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
        Some((name_hash(name)?, lists.parse().ok()?))
    };
    Ok(text.lines().filter_map(row).collect())
}

/// Reads `path<TAB>word<TAB>count` rows.
///
/// # Errors
/// Where the file cannot be read.
pub fn clusters(path: &Path, least: u32) -> Result<(Vec<(u32, u16)>, Vec<TreePath>)> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut paths: Vec<&str> = text.lines().filter_map(|l| l.split('\t').next()).collect();
    paths.sort_unstable();
    paths.dedup();
    let row = |line: &str| {
        let mut fields = line.split('\t');
        let (path, word, count) = (fields.next()?, fields.next()?, fields.next()?.parse::<u32>().ok()?);
        let cluster = paths.binary_search(&path).ok()? as u16 + 1;
        (count >= least).then(|| (written_hash(word), cluster))
    };
    let words = text.lines().filter_map(row).collect();
    let tree = |p: &&str| TreePath { bits: p.chars().fold(0, |b, c| b << 1 | u32::from(c == '1')), len: p.len() as u8 };
    Ok((words, paths.iter().map(tree).collect()))
}

fn written_hash(word: &str) -> u32 {
    let digits: String = word.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    hash(&crate::token::fold(&digits))
}

/// Puts a lexicon together.
#[must_use]
pub fn lexicon(clusters: (Vec<(u32, u16)>, Vec<TreePath>), lists: Vec<(u32, u16)>) -> LexiconData {
    LexiconData { clusters: TableData::new(clusters.0), lists: TableData::new(lists), paths: clusters.1 }
}
