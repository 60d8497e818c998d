//! Tokens: words, numbers and marks, each with its bytes, grouped by sentence.

use std::borrow::Cow;
use std::ops::Range;

use crate::article::{Article, Casing, is_abbreviation};
use crate::span::Span;

/// One word, number or mark. Hyphens and dashes are tokens of their own ("U.S.-led" is three), and so are clitics
/// ("Ukraine’s" is two, "don’t" is two).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes in the article.
    pub span: Span,
    /// No white space between this token and the one before it.
    pub glued: bool,
}

/// A sentence as a range of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Indices into [`Tokens::tokens`].
    pub tokens: Range<usize>,
    /// Index into [`Article::blocks`].
    pub block: usize,
    /// How its block is capitalized.
    pub casing: Casing,
}

/// All tokens of an article.
#[derive(Debug)]
pub struct Tokens<'t> {
    /// The article's text.
    pub text: &'t str,
    /// In reading order.
    pub tokens: Vec<Token>,
    /// In reading order; together they cover every token.
    pub sentences: Vec<Sentence>,
}

impl<'t> Tokens<'t> {
    /// Divides the sentences of an article.
    #[must_use]
    pub fn new(article: &Article<'t>) -> Self {
        let text = article.text;
        let mut tokens = Vec::with_capacity(text.len() / 5);
        let mut sentences = Vec::new();
        for (block, b) in article.blocks.iter().enumerate() {
            for span in &b.sentences {
                let first = tokens.len();
                tokenize(text, *span, &mut tokens);
                if tokens.len() > first {
                    sentences.push(Sentence { tokens: first..tokens.len(), block, casing: b.casing });
                }
            }
        }
        Self { text, tokens, sentences }
    }

    /// How many tokens there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether the article has no token.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The text of token `i`; empty past the end.
    #[must_use]
    pub fn word(&self, i: usize) -> &'t str {
        self.tokens.get(i).map_or("", |t| t.span.of(self.text))
    }

    /// The bytes from the first to the last token of a range.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        match (self.tokens.get(range.start), range.end.checked_sub(1).and_then(|i| self.tokens.get(i))) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end.max(first.span.start)),
            _ => Span::default(),
        }
    }

    /// The tokens that lie in a span of bytes.
    #[must_use]
    pub fn within(&self, span: Span) -> Range<usize> {
        let first = self.tokens.partition_point(|t| t.span.start < span.start);
        let last = self.tokens.partition_point(|t| t.span.end <= span.end);
        first..last.max(first)
    }

    /// The index of the sentence that holds token `i`.
    #[must_use]
    pub fn sentence_of(&self, i: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end <= i)
    }
}

/// Divides the bytes under `span` and appends their tokens.
pub fn tokenize(text: &str, span: Span, out: &mut Vec<Token>) {
    let mut at = span.start;
    let mut glued = false;
    while at < span.end {
        let rest = &text[at..span.end];
        let Some(c) = rest.chars().next() else { break };
        if c.is_whitespace() || is_invisible(c) {
            at += c.len_utf8();
            glued &= is_invisible(c);
            continue;
        }
        let len = token_len(rest);
        split_clitic(text, Span::new(at, at + len), glued, out);
        at += len;
        glued = true;
    }
}

/// Soft hyphens and zero-width characters, which a reader does not see.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Characters that stand for an apostrophe, the wrongly turned one included.
#[must_use]
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

/// Hyphens and dashes.
#[must_use]
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−')
}

/// Length in bytes of the token at the start of `rest`.
fn token_len(rest: &str) -> usize {
    let Some(c) = rest.chars().next() else { return 0 };
    if let Some(len) = address_len(rest) {
        return len;
    }
    if c.is_alphanumeric() {
        return word_len(rest);
    }
    if matches!(c, '.' | '-') {
        return rest.len() - rest.trim_start_matches(c).len();
    }
    c.len_utf8()
}

/// A web address, a handle or a hashtag stays whole.
fn address_len(rest: &str) -> Option<usize> {
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let run = rest[..end].trim_end_matches(['.', ',', ')', '”', '"', ';', ':', '?', '!']);
    let address = run.starts_with("http://") || run.starts_with("https://") || run.starts_with("www.");
    let handle = run.len() > 1 && run.starts_with(['@', '#']) && run[1..].starts_with(char::is_alphanumeric);
    if address {
        return Some(run.len());
    }
    handle.then(|| run[1..].find(|c: char| !c.is_alphanumeric() && c != '_').map_or(run.len(), |n| n + 1))
}

/// A run of letters and digits, with the marks that stay inside a word: "U.S.", "O’Brien", "1,000.5", "AT&T".
fn word_len(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let next = chars.peek().map(|&(_, n)| n);
        let before = rest[..i].chars().next_back();
        let inner = match c {
            '.' | ',' if digit(before) && digit(next) => true,
            '.' => letter(before) && letter(next) && is_abbreviation_part(&rest[..i]),
            '&' => letter(before) && letter(next),
            _ if is_apostrophe(c) => letter(before) && letter(next),
            _ => c.is_alphanumeric() || is_invisible(c) || is_combining(c),
        };
        if !inner {
            break;
        }
        end = i + c.len_utf8();
    }
    let word = &rest[..end];
    let stopped = rest[end..].starts_with('.') && is_abbreviation(word);
    end + usize::from(stopped)
}

fn letter(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphabetic)
}

fn digit(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit())
}

/// Whether a full stop inside a word belongs to it: "U.S", "Ph.D", but not "end.Next".
fn is_abbreviation_part(before: &str) -> bool {
    before.rsplit('.').next().is_some_and(|part| part.chars().count() <= 2)
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Cuts "’s", "n’t" and the like from the word they lean on.
fn split_clitic(text: &str, span: Span, glued: bool, out: &mut Vec<Token>) {
    let word = span.of(text);
    let cut = clitic_start(word).filter(|&n| n > 0).map(|n| span.start + n);
    match cut {
        Some(cut) => {
            out.push(Token { span: Span::new(span.start, cut), glued });
            out.push(Token { span: Span::new(cut, span.end), glued: true });
        }
        None => out.push(Token { span, glued }),
    }
}

fn clitic_start(word: &str) -> Option<usize> {
    let (apostrophe, mark) = word.char_indices().rfind(|&(_, c)| is_apostrophe(c))?;
    let tail = &word[apostrophe + mark.len_utf8()..];
    match tail.to_ascii_lowercase().as_str() {
        "s" | "re" | "ve" | "ll" | "d" | "m" => Some(apostrophe),
        "t" => word[..apostrophe].char_indices().next_back().filter(|&(_, c)| matches!(c, 'n' | 'N')).map(|(i, _)| i),
        _ => None,
    }
}

/// A word as names are compared: without accents, invisible characters and typographic apostrophes; case is kept.
#[must_use]
pub fn fold(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let mut folded = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            _ if is_invisible(c) || is_combining(c) => {}
            _ if is_apostrophe(c) => folded.push('\''),
            _ if is_dash(c) => folded.push('-'),
            _ => match BASE_LETTERS.iter().find(|(accented, _)| accented.contains(c)) {
                Some((_, base)) => folded.push_str(base),
                None => folded.push(c),
            },
        }
    }
    Cow::Owned(folded)
}

/// Accented letters of the languages that names come from, and the plain ones newsrooms write for them.
const BASE_LETTERS: [(&str, &str); 53] = [
    ("àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "a"),
    ("ÀÁÂÃÄÅĀĂĄǍ", "A"),
    ("çćĉċč", "c"),
    ("ÇĆĈĊČ", "C"),
    ("ďđð", "d"),
    ("ĎĐÐ", "D"),
    ("èéêëēĕėęěəẹẻẽếềểễệ", "e"),
    ("ÈÉÊËĒĔĖĘĚƏ", "E"),
    ("ĝğġģ", "g"),
    ("ĜĞĠĢ", "G"),
    ("ĥħ", "h"),
    ("ĤĦ", "H"),
    ("ìíîïĩīĭįıǐịỉ", "i"),
    ("ÌÍÎÏĨĪĬĮİ", "I"),
    ("ĵ", "j"),
    ("Ĵ", "J"),
    ("ķ", "k"),
    ("Ķ", "K"),
    ("ĺļľł", "l"),
    ("ĹĻĽŁ", "L"),
    ("ñńņň", "n"),
    ("ÑŃŅŇ", "N"),
    ("òóôõöøōŏőơǒọỏốồổỗộớờởỡợ", "o"),
    ("ÒÓÔÕÖØŌŎŐƠ", "O"),
    ("ŕŗř", "r"),
    ("ŔŖŘ", "R"),
    ("śŝşšș", "s"),
    ("ŚŜŞŠȘ", "S"),
    ("ţťŧț", "t"),
    ("ŢŤŦȚ", "T"),
    ("ùúûüũūŭůűųưǔụủứừửữự", "u"),
    ("ÙÚÛÜŨŪŬŮŰŲƯ", "U"),
    ("ŵ", "w"),
    ("Ŵ", "W"),
    ("ýÿŷỳỵ", "y"),
    ("ÝŸŶ", "Y"),
    ("źżž", "z"),
    ("ŹŻŽ", "Z"),
    ("ß", "ss"),
    ("æ", "ae"),
    ("Æ", "AE"),
    ("œ", "oe"),
    ("Œ", "OE"),
    ("þ", "th"),
    ("Þ", "Th"),
    ("“”„«»", "\""),
    ("ḥ", "h"),
    ("ṣ", "s"),
    ("ḍ", "d"),
    ("ṭ", "t"),
    ("ẓ", "z"),
    ("Ḥ", "H"),
    ("ʿʾ", "'"),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Tokens of a text, parted by `|`.
    fn tokens(text: &str) -> String {
        let article = Article::new(text, None);
        let tokens = Tokens::new(&article);
        (0..tokens.len()).map(|i| tokens.word(i)).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn token_borders() {
        for (text, expected) in [
            ("Ukraine’s leader can't go.", "Ukraine|’s|leader|ca|n't|go|."),
            ("the U.S.–Ukraine deal", "the|U.S.|–|Ukraine|deal"),
            ("a U.S.-led, full-scale war", "a|U.S.|-|led|,|full|-|scale|war"),
            ("Gen. O’Brien paid $1,000.50.", "Gen.|O’Brien|paid|$|1,000.50|."),
            ("He met Mr. X in D.C.", "He|met|Mr.|X|in|D.C."),
            ("“it‘ll keep going”", "“|it|‘ll|keep|going|”"),
            ("AT&T fell 3.5%...", "AT&T|fell|3.5|%|..."),
            ("see https://example.org/a-b, @who #Kyiv!", "see|https://example.org/a-b|,|@who|#Kyiv|!"),
            ("Volo\u{ad}dymyr", "Volo\u{ad}dymyr"),
            ("", ""),
        ] {
            assert_eq!(tokens(text), expected, "{text}");
        }
    }

    #[test]
    fn folded_words() {
        for (word, folded) in [("Erdoğan", "Erdogan"), ("Øre", "Ore"), ("d’Ivoire", "d'Ivoire"), ("Kyiv", "Kyiv")] {
            assert_eq!(fold(word), folded);
        }
    }
}
