//! The article: its text as blocks and sentences, and the date it is read at.

use jiff::civil::Date;

use crate::span::Span;

/// A text with its blocks and sentences, in reading order.
#[derive(Debug)]
pub struct Article<'t> {
    /// The whole text; every span of the core points into it.
    pub text: &'t str,
    /// The day of publication, at which offices and dates are read.
    pub date: Option<Date>,
    /// Headlines, paragraphs, captions, list items.
    pub blocks: Vec<Block>,
}

/// One paragraph, headline, caption or list item.
#[derive(Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands, without surrounding white space.
    pub span: Span,
    /// How it is capitalized.
    pub casing: Casing,
    /// Its sentences, in order; at least one.
    pub sentences: Vec<Span>,
}

/// How a block is capitalized, which tells how much a capital letter says in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Casing {
    /// Running text: capitals mark names and sentence starts.
    Sentence,
    /// A headline In Which Most Words Are Capitalized.
    Title,
    /// ALL CAPITALS.
    Upper,
}

impl<'t> Article<'t> {
    /// Divides a text. Never fails: an empty text has no blocks, and neither has one that is not English.
    #[must_use]
    pub fn new(text: &'t str, date: Option<Date>) -> Self {
        let spans = if is_english(text) { block_spans(text) } else { Vec::new() };
        let block = |span: Span| Block { span, casing: casing(span.of(text)), sentences: sentence_spans(text, span) };
        Self { text, date, blocks: spans.into_iter().map(block).collect() }
    }
}

/// Words that make up a third of English prose.
const FUNCTION_WORDS: &[&str] = &[
    "the", "of", "and", "to", "a", "in", "that", "is", "was", "for", "on", "with", "as", "by", "at", "from", "it",
    "he", "his", "are", "be", "has", "have", "an", "not", "but", "said", "its", "who", "will", "this", "which", "were",
    "they", "she", "her", "had", "or", "their", "been",
];

/// Whether a text long enough to tell is English. Names of other languages' texts are not for this program to judge.
#[must_use]
pub fn is_english(text: &str) -> bool {
    let words = text.split_whitespace().take(600);
    let (all, common) = words.fold((0, 0), |(all, common), word| {
        (all + 1, common + usize::from(FUNCTION_WORDS.contains(&word.to_lowercase().as_str())))
    });
    all < 60 || common * 10 >= all
}

/// Lines, or runs of lines where the text is wrapped by hand.
fn block_spans(text: &str) -> Vec<Span> {
    let wrapped = is_hard_wrapped(text);
    let mut blocks: Vec<Span> = Vec::new();
    let mut at = 0;
    let mut open = false;
    for line in text.split_inclusive('\n') {
        let body = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        if body.is_empty() {
            open = false;
            continue;
        }
        let span = Span::new(start, start + body.len());
        let continues = open && (wrapped || body.starts_with(char::is_lowercase));
        match blocks.last_mut() {
            Some(last) if continues => last.end = span.end,
            _ => blocks.push(span),
        }
        open = true;
    }
    blocks
}

/// Whether lines are broken at a fixed width and paragraphs parted by blank lines, as in mail.
fn is_hard_wrapped(text: &str) -> bool {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let (count, longest) = lines().fold((0, 0), |(n, max), line| (n + 1, max.max(line.chars().count())));
    let midway = lines().filter(|line| line.trim_end().ends_with(|c: char| c.is_alphanumeric() || c == ',')).count();
    text.contains("\n\n") && count >= 6 && longest <= 100 && midway * 2 > count
}

/// Small words that a title-case headline leaves in lower case.
const SMALL_WORDS: [&str; 26] = [
    "a", "an", "the", "and", "but", "or", "nor", "for", "of", "on", "in", "to", "at", "by", "as", "with", "from",
    "over", "vs", "via", "is", "into", "after", "amid", "be", "its",
];

fn casing(block: &str) -> Casing {
    let words: Vec<&str> = block
        .split_whitespace()
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|w| w.starts_with(char::is_alphabetic))
        .collect();
    let letters = || words.iter().flat_map(|w| w.chars()).filter(|c| c.is_alphabetic());
    if words.len() >= 2 && letters().count() > 8 && letters().all(|c| !c.is_lowercase()) {
        return Casing::Upper;
    }
    let weighty: Vec<_> = words.iter().filter(|w| !SMALL_WORDS.contains(w)).collect();
    let capitals = weighty.iter().filter(|w| w.starts_with(char::is_uppercase)).count();
    let short = words.len() <= 30 && !block.ends_with('.');
    if short && weighty.len() >= 4 && capitals * 10 >= weighty.len() * 9 { Casing::Title } else { Casing::Sentence }
}

/// Abbreviations that a name or a number follows: their full stop never ends a sentence.
const ABBREVIATIONS: [&str; 67] = [
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Lt", "Col", "Maj", "Capt", "Cpl", "Sgt", "Adm", "Cmdr", "Brig", "Rear",
    "Gov", "Sen", "Rep", "Reps", "Sens", "Pres", "Rev", "Hon", "St", "Ste", "Mt", "Ft", "Jan", "Feb", "Mar", "Apr",
    "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "No", "Nos", "vs", "v", "Art", "Sec", "Fig", "approx",
    "ca", "cf", "e.g", "i.e", "viz", "Messrs", "Mme", "Mlle", "Amb", "Atty", "Supt", "Pvt", "Del", "Insp", "Det",
    "Spc", "Vol", "pp", "Pte",
];

/// Abbreviations that may end a sentence: the next word decides.
const CLOSING_ABBREVIATIONS: [&str; 16] =
    ["Inc", "Corp", "Co", "Ltd", "Jr", "Sr", "etc", "al", "Bros", "Dept", "Univ", "a.m", "p.m", "Ph.D", "Ave", "Blvd"];

/// Words that begin a sentence more often than they go on after an abbreviation.
const STARTERS: [&str; 52] = [
    "The", "A", "An", "But", "And", "In", "On", "It", "He", "She", "They", "We", "I", "This", "That", "These", "Those",
    "As", "At", "After", "Before", "When", "While", "If", "For", "However", "Meanwhile", "Its", "His", "Her", "Their",
    "There", "Some", "Many", "Most", "Last", "Since", "Then", "Also", "So", "Yet", "With", "From", "By", "To", "Both",
    "What", "You", "Our", "My", "No", "Under",
];

/// Whether `word`, written without its last full stop, is an abbreviation such as "Gen" or "U.S".
#[must_use]
pub fn is_abbreviation(word: &str) -> bool {
    ABBREVIATIONS.contains(&word) || CLOSING_ABBREVIATIONS.contains(&word) || is_initials(word)
}

/// "U", "U.S", "D.C": single letters parted by full stops.
fn is_initials(word: &str) -> bool {
    !word.is_empty() && word.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

fn sentence_spans(text: &str, block: Span) -> Vec<Span> {
    let body = block.of(text);
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, c) in body.char_indices() {
        if !matches!(c, '.' | '!' | '?' | '…') || at < start {
            continue;
        }
        let Some(end) = sentence_end(body, at + c.len_utf8()) else { continue };
        let next = body[end..].trim_start();
        if c == '.' && !stop_ends_sentence(&body[start..at], next) || is_speech_tag(&body[at..end], next) {
            continue;
        }
        sentences.push(Span::new(block.start + start, block.start + end));
        start = end + (body[end..].len() - body[end..].trim_start().len());
    }
    if start < body.len() {
        sentences.push(Span::new(block.start + start, block.end));
    }
    sentences
}

/// Where the sentence ends whose final mark stops before `at`: behind closing quotes and brackets, if white space
/// and something that can open a sentence follow.
fn sentence_end(body: &str, at: usize) -> Option<usize> {
    let rest = &body[at..];
    let closed = rest.trim_start_matches(['.', '!', '?', '…', '"', '”', '’', '\'', ')', ']', '»']);
    let next = closed.trim_start();
    if next.is_empty() || next.len() == closed.len() {
        return None;
    }
    let opens = next.trim_start_matches(['"', '“', '‘', '\'', '(', '[', '«', '—', '–', '-', '•', '*', '.', '…', ' ']);
    opens
        .starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '$' | '£' | '€' | '#' | '@'))
        .then_some(body.len() - closed.len())
}

/// Whether what follows a quotation names who said it: `“Why?” Trump asked`.
fn is_speech_tag(close: &str, next: &str) -> bool {
    const SPEECH: [&str; 14] = [
        "said", "says", "asked", "wrote", "added", "told", "replied", "tweeted", "posted", "shouted", "declared",
        "warned", "announced", "insisted",
    ];
    let quoted = close.ends_with(['”', '"', '’']);
    let clause = next.split([',', '.', '“', '"']).next().unwrap_or_default();
    quoted && clause.split_whitespace().take(5).skip(1).any(|word| SPEECH.contains(&word))
}

/// Whether the full stop behind `before` closes the sentence, given what follows it.
fn stop_ends_sentence(before: &str, next: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || "([“\"‘'—–-".contains(c)).next().unwrap_or_default();
    let follower = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    if word.eq_ignore_ascii_case("no") {
        return !next.starts_with(|c: char| c.is_ascii_digit());
    }
    if ABBREVIATIONS.contains(&word) {
        return false;
    }
    if word.chars().count() == 1 && word.chars().all(char::is_uppercase) {
        // An initial ("George W. Bush"), unless it is the pronoun.
        return word == "I" && STARTERS.contains(&follower);
    }
    if CLOSING_ABBREVIATIONS.contains(&word) || (word.contains('.') && is_initials(word)) {
        return STARTERS.contains(&follower) || next.starts_with(['“', '"']);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sentences of a text, parted by `|`.
    fn sentences(text: &str) -> String {
        let article = Article::new(text, None);
        let spans = article.blocks.iter().flat_map(|b| &b.sentences);
        spans.map(|s| s.of(text)).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn sentence_borders() {
        for expected in [
            "He left.|She stayed.",
            "The U.S. President spoke.|He left.",
            "They met in the U.S.|The talks failed.",
            "On Feb. 24 the vote came.|It passed.",
            "Gen. Mark Milley spoke.|No. 10 was silent.",
            "“We left.”|“Why?” she asked.",
            "“Talks are proceeding very well!” Trump wrote.",
            "George W. Bush came.|So did J. D. Vance.",
            "It cost $3.5 billion.|“Too much,” he said.",
            "Acme Inc. Chairman Lee resigned.|He cited health.",
            "Resolution No. 1701 was passed.|No.|It was not.",
            "The Guardian (U.K.) reported it.|Others followed.",
            "Will it end? Perhaps…|We shall see.".replace("? P", "?|P").as_str(),
        ] {
            assert_eq!(sentences(&expected.replace('|', " ")), expected);
        }
    }

    #[test]
    fn other_languages() {
        let repeated = |text: &str| text.repeat(20);
        assert!(is_english(&repeated("The minister said that he had met the envoy in Kyiv. ")));
        assert!(!is_english(&repeated("Le ministre a dit que le président avait rencontré ses alliés. ")));
        assert!(!is_english(&repeated("Der Minister sagte, er habe den Botschafter am Montag getroffen. ")));
        assert!(is_english("Bonjour"), "too short to tell");
    }

    #[test]
    fn blocks_and_casing() {
        let text = "U.S. and Ukraine Sign Minerals Deal\n\nBREAKING NEWS FROM KYIV\nThe two\nsigned it.\n";
        let article = Article::new(text, None);
        let blocks: Vec<_> = article.blocks.iter().map(|b| (b.span.of(text), b.casing)).collect();
        assert_eq!(
            blocks,
            [
                ("U.S. and Ukraine Sign Minerals Deal", Casing::Title),
                ("BREAKING NEWS FROM KYIV", Casing::Upper),
                ("The two\nsigned it.", Casing::Sentence),
            ]
        );
        assert!(Article::new(" \n ", None).blocks.is_empty());
    }
}
