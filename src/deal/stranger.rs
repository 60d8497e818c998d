//! Strangers: names that the cast does not have, and that can be sides of a deal all the same.

use std::collections::HashSet;
use std::ops::Range;

use crate::entity::Cast;
use crate::grammar::{Chunk, ChunkKind, Grammar, Tag, is_role, singular};
use crate::knowledge::Kind;
use crate::mention::role;
use crate::span::Span;
use crate::token::Tokens;

use super::lexicon;

/// The unlisted names of an article, each once.
#[derive(Debug, Default)]
pub(super) struct Strangers {
    /// Their fullest forms, in order of appearance.
    pub names: Vec<Span>,
    /// The noun groups whose head is one, in reading order, with its index.
    groups: Vec<(usize, usize)>,
}

impl Strangers {
    /// Finds the noun groups whose head is written as a name and is no mention of the cast.
    pub fn find(tokens: &Tokens, cast: &Cast, grammar: &Grammar) -> Self {
        let mut found = Self::default();
        let plain = plain_words(tokens);
        for sentence in grammar.sentences.iter().filter(|s| !is_heading(tokens, grammar, s)) {
            for at in sentence.clone() {
                let Some(span) = name(tokens, cast, grammar, &grammar.chunks[at]) else { continue };
                // "Products", where the text has "products" too, is a word.
                let one = !span.of(tokens.text).contains(' ');
                if one && plain.contains(grammar.lower(grammar.chunks[at].head)) {
                    continue;
                }
                let index = found.index(tokens.text, span);
                found.groups.push((at, index));
            }
        }
        found.know_again(tokens, cast, grammar);
        found
    }

    /// Where a sentence opens, a capital says nothing: there only names known from elsewhere count.
    fn know_again(&mut self, tokens: &Tokens, cast: &Cast, grammar: &Grammar) {
        for sentence in &grammar.sentences {
            let Some(chunk) = grammar.chunks.get(sentence.start).filter(|c| c.kind == ChunkKind::Noun) else {
                continue;
            };
            let opens = chunk.head == chunk.tokens.start && cast.mention_at(chunk.head).is_none();
            let word = tokens.word(chunk.head);
            let known = self.names.iter().position(|name| is_part(word, name.of(tokens.text)));
            if let Some(index) = known.filter(|_| opens) {
                self.groups.push((sentence.start, index));
            }
        }
        self.groups.sort_unstable();
        self.groups.dedup_by_key(|g| g.0);
    }

    /// The stranger that a noun group names.
    pub fn at(&self, chunk: usize) -> Option<usize> {
        let at = self.groups.binary_search_by_key(&chunk, |g| g.0).ok()?;
        Some(self.groups[at].1)
    }

    /// A name again, in full or in part, is the same stranger; the longer form is kept.
    fn index(&mut self, text: &str, span: Span) -> usize {
        let same = |known: &Span| is_part(known.of(text), span.of(text)) || is_part(span.of(text), known.of(text));
        match self.names.iter().position(same) {
            Some(index) => {
                if span.of(text).len() > self.names[index].of(text).len() {
                    self.names[index] = span;
                }
                index
            }
            None => {
                self.names.push(span);
                self.names.len() - 1
            }
        }
    }
}

/// The words that the text writes without a capital.
fn plain_words<'t>(tokens: &Tokens<'t>) -> HashSet<&'t str> {
    let words = (0..tokens.len()).map(|t| tokens.word(t));
    words.filter(|word| word.starts_with(char::is_lowercase)).collect()
}

/// Whether most words of a sentence have a capital, so that it tells no names: "Imposing Tariffs on Importers of Oil".
fn is_heading(tokens: &Tokens, grammar: &Grammar, chunks: &Range<usize>) -> bool {
    let tokens_of = grammar.chunks[chunks.clone()].iter().flat_map(|chunk| chunk.tokens.clone());
    let words = tokens_of.map(|t| tokens.word(t)).filter(|w| w.starts_with(char::is_alphabetic));
    let (all, capitals) = words
        .fold((0, 0), |(all, capitals), word| (all + 1, capitals + usize::from(word.starts_with(char::is_uppercase))));
    all >= 6 && 2 * capitals > all
}

/// Whether one name begins another, word by word: "Dominion" of "Dominion Voting Systems".
fn is_part(short: &str, long: &str) -> bool {
    long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// The name a noun group ends with, where it is one that can act: a person without a nation is left to the cast.
fn name(tokens: &Tokens, cast: &Cast, grammar: &Grammar, chunk: &Chunk) -> Option<Span> {
    let word = |t: usize| tokens.word(t);
    let capital = |t: usize| word(t).chars().any(char::is_uppercase);
    let bare = !matches!(grammar.tag(chunk.tokens.start), Tag::Determiner);
    let is_name = |t: usize| {
        matches!(grammar.tag(t), Tag::Name | Tag::Noun) && capital(t) && cast.mention_at(t).is_none() || word(t) == "&"
    };
    // A plain word with a capital is a name where no article stands before it: "chip designer Arm", not "the Order".
    let tagged = bare || chunk.tokens.len() > 2 && grammar.tag(chunk.head) == Tag::Name;
    if chunk.kind != ChunkKind::Noun || !tagged || !is_name(chunk.head) {
        return None;
    }
    // "Chipmaker Broadcom", "Samsung E&A"
    let part = |t: usize| is_name(t) && !is_trade(grammar.lower(t));
    let mut start = (chunk.tokens.start..chunk.head).rev().take_while(|&t| part(t)).last().unwrap_or(chunk.head);
    let before = start.checked_sub(1).and_then(|t| cast.mention_at(t));
    if let Some(company) = before.filter(|m| m.kind == Kind::Organization && m.tokens.start >= chunk.tokens.start) {
        start = company.tokens.start;
    }
    let opens = !grammar.words.get(chunk.head).is_some_and(|w| w.capital);
    let lower = grammar.lower(chunk.head);
    let common = is_role(lower)
        || role::is_role(lower)
        || is_writing(lower)
        || is_product(word(chunk.head))
        || lexicon::noun(&singular(lower)).is_some()
        || word(chunk.head).len() < 2;
    let titled = role::is_role(word(start)) || role::is_honorific(word(start));
    let span = tokens.span(start..chunk.head + 1);
    // "SANCTIONS ON SYRIA": somebody whom the cast has, in capitals.
    let shouted = cast.entities.iter().any(|e| e.name.eq_ignore_ascii_case(span.of(tokens.text)));
    (!opens && !common && !titled && !shouted).then_some(span)
}

/// Laws and writings have names too, and deal with nobody: "the Human Rights Act".
fn is_writing(lower: &str) -> bool {
    const WRITINGS: [&str; 19] = [
        "proclamation", "memorandum", "summit", "charter", "constitution", "declaration", "allies", "act", "bill",
        "law", "code", "amendment", "section", "report", "order", "times", "post", "journal", "prize",
    ];
    WRITINGS.contains(&lower)
}

/// "iPhones": a plural that opens with a small letter is something sold.
fn is_product(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && word.ends_with('s')
}

/// Words for a trade that open a sentence before a name: "Chipmaker Broadcom".
fn is_trade(lower: &str) -> bool {
    const TRADES: [&str; 10] =
        ["giant", "retailer", "lender", "carrier", "airline", "grocer", "insurer", "brewer", "miner", "startup"];
    lower.ends_with("maker") || TRADES.contains(&lower)
}
