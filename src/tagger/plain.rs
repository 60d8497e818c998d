//! Plain text, in the words that the tagger reads.

use std::path::Path;

use anyhow::{Context, Result};

use crate::article::Article;
use crate::tagger::corpus;
use crate::token::{Tokens, is_dash};

/// A document of plain text: sentences of words.
pub type Plain = Vec<Vec<String>>;

/// Reads one `{"text": ...}` per line.
///
/// # Errors
/// Where the file cannot be read or a line is no such object.
pub fn json_lines(path: &Path) -> Result<Vec<Plain>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let document = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line)?;
        Ok(words(value["text"].as_str().context("a line has no text")?))
    };
    text.lines().map(document).collect()
}

/// Reads the words of a labelled file and leaves its labels.
///
/// # Errors
/// Where the file cannot be read.
pub fn unlabelled(path: &Path) -> Result<Vec<Plain>> {
    let docs = corpus::read(path)?;
    Ok(docs.into_iter().map(|d| d.sentences.into_iter().map(|s| s.words).collect()).collect())
}

/// Divides a text into sentences of words, hyphenated compounds kept whole.
#[must_use]
pub fn words(text: &str) -> Plain {
    let article = Article::new(text, None);
    let tokens = Tokens::new(&article);
    let sentence = |range: std::ops::Range<usize>| {
        let mut words: Vec<String> = Vec::new();
        let mut joined = false;
        for i in range {
            let hyphen = tokens.word(i).chars().all(|c| is_dash(c) && c != '–' && c != '—');
            match words.last_mut().filter(|_| tokens.tokens[i].glued && (hyphen || joined)) {
                Some(last) => last.push_str(tokens.word(i)),
                None => words.push(tokens.word(i).to_owned()),
            }
            joined = hyphen;
        }
        words
    };
    tokens.sentences.iter().map(|s| sentence(s.tokens.clone())).collect()
}
