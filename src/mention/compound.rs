//! Tokens as the tagger reads them: a hyphenated compound is one word ("U.S.-led").

use std::ops::Range;

use crate::token::Tokens;

/// The words of one sentence, each with its tokens.
pub struct Compounds<'t> {
    /// The words, in order.
    pub words: Vec<&'t str>,
    /// The tokens of each word.
    ranges: Vec<Range<usize>>,
}

impl<'t> Compounds<'t> {
    /// Joins the tokens of a sentence.
    #[must_use]
    pub fn new(tokens: &Tokens<'t>, sentence: Range<usize>) -> Self {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        let mut i = sentence.start;
        while i < sentence.end {
            let mut end = i + 1;
            while is_joined(tokens, end) && end + 1 < sentence.end {
                end += 2;
            }
            ranges.push(i..end);
            i = end;
        }
        let words = ranges.iter().map(|r| tokens.span(r.clone()).of(tokens.text)).collect();
        Self { words, ranges }
    }

    /// The tokens of a run of words.
    #[must_use]
    pub fn tokens(&self, words: Range<usize>) -> Range<usize> {
        match (self.ranges.get(words.start), words.end.checked_sub(1).and_then(|i| self.ranges.get(i))) {
            (Some(first), Some(last)) => first.start..last.end.max(first.start),
            _ => 0..0,
        }
    }
}

impl<'t> AsRef<[&'t str]> for Compounds<'t> {
    fn as_ref(&self) -> &[&'t str] {
        &self.words
    }
}

/// Whether token `i` is a hyphen that joins its neighbours into one word.
fn is_joined(tokens: &Tokens, i: usize) -> bool {
    let glued = |i: usize| tokens.tokens.get(i).is_some_and(|t| t.glued);
    let wordy = |i: usize| tokens.word(i).starts_with(char::is_alphanumeric);
    matches!(tokens.word(i), "-" | "‐" | "‑") && glued(i) && glued(i + 1) && wordy(i + 1) && i > 0 && wordy(i - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    #[test]
    fn hyphens_join_and_dashes_part() {
        let article = Article::new("U.S.-led full-scale talks, U.S.–Ukraine deal - now", None);
        let tokens = Tokens::new(&article);
        let words = Compounds::new(&tokens, 0..tokens.len()).words;
        assert_eq!(words, ["U.S.-led", "full-scale", "talks", ",", "U.S.", "–", "Ukraine", "deal", "-", "now"]);
    }
}
