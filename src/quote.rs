//! Quotations and who says them.

use std::ops::Range;
use std::sync::LazyLock;

use crate::entity::Cast;
use crate::grammar::{ChunkKind, Grammar, Index, index};
use crate::order;
use crate::span::Span;
use crate::token::Tokens;

/// A stretch between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// From the opening mark to behind the closing one.
    pub span: Span,
    /// Index into [`crate::entity::Cast::entities`].
    pub speaker: Option<usize>,
}

/// Verbs that bring someone's words.
const SPEECH: &str = "say tell add write ask reply answer announce declare state insist warn note post comment remark
    explain argue claim continue conclude stress emphasize urge assert affirm reiterate describe call acknowledge admit
    confirm demand deny predict promise pledge vow suggest report recommend volunteer characterize exclaim quote testify
    complain caution repeat respond recall boast joke quip tweet";

static SPEECH_VERBS: LazyLock<Index<()>> = LazyLock::new(|| index(&[((), SPEECH)]));

/// Whether a verb brings someone's words.
#[must_use]
pub fn is_speech(base: &str) -> bool {
    SPEECH_VERBS.contains_key(base)
}

/// Finds the quotations of an article, in reading order.
///
/// The speaker is read from the sentence around the quotation ("X said", "said X", "according to X"); a sentence that
/// is nothing but quotation goes on with the speaker before it.
#[must_use]
pub fn find(tokens: &Tokens, cast: &Cast, grammar: &Grammar) -> Vec<Quote> {
    let mut last: Option<(usize, usize)> = None;
    let mut quotes = Vec::new();
    for range in ranges(tokens) {
        let sentences = tokens.sentence_of(range.start)..tokens.sentence_of(range.end - 1) + 1;
        let named = speaker(tokens, cast, grammar, &range, sentences.clone());
        let goes_on = || last.filter(|&(_, s)| is_bare(tokens, &range, &sentences) && s + 1 >= sentences.start);
        let speaker = named.or_else(|| goes_on().map(|(speaker, _)| speaker));
        if let Some(speaker) = speaker {
            last = Some((speaker, sentences.end - 1));
        }
        quotes.push(Quote { span: tokens.span(range), speaker });
    }
    quotes
}

/// The tokens of each quotation, marks included. One that is left open ends with its block.
fn ranges(tokens: &Tokens) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let mut block = usize::MAX;
    for sentence in &tokens.sentences {
        if sentence.block != block {
            found.extend(open.take().map(|start| start..sentence.tokens.start));
            block = sentence.block;
        }
        for i in sentence.tokens.clone() {
            match (tokens.word(i), open) {
                ("“" | "«", _) => open = open.or(Some(i)),
                ("\"" | "„", None) => open = Some(i),
                ("”" | "»" | "\"", Some(start)) => {
                    found.push(start..i + 1);
                    open = None;
                }
                _ => {}
            }
        }
    }
    found.extend(open.map(|start| start..tokens.len()));
    found.retain(|range| range.len() > 2);
    found
}

/// Whether the sentences hold hardly a word besides the quotation.
fn is_bare(tokens: &Tokens, quote: &Range<usize>, sentences: &Range<usize>) -> bool {
    let Some(all) = sentence_tokens(tokens, sentences) else { return false };
    quote.start <= all.start + 1 && quote.end + 1 >= all.end
}

fn sentence_tokens(tokens: &Tokens, sentences: &Range<usize>) -> Option<Range<usize>> {
    let first = tokens.sentences.get(sentences.start)?;
    let last = tokens.sentences.get(sentences.end.checked_sub(1)?)?;
    Some(first.tokens.start..last.tokens.end)
}

/// Who is said, in the sentences around it, to say a quotation.
fn speaker(
    tokens: &Tokens,
    cast: &Cast,
    grammar: &Grammar,
    quote: &Range<usize>,
    sentences: Range<usize>,
) -> Option<usize> {
    let all = sentence_tokens(tokens, &sentences)?;
    let chunks = grammar.chunk_at(all.start)..grammar.chunk_at(all.end - 1) + 1;
    let outside = |&c: &usize| {
        let head = grammar.chunks[c].head;
        head < quote.start || head >= quote.end
    };
    let gap = |c: usize| {
        let head = grammar.chunks[c].head;
        if head < quote.start { quote.start - head } else { head - quote.end }
    };
    let mut cues: Vec<usize> = chunks.filter(outside).filter(|&c| is_cue(grammar, c)).collect();
    order::by_key(&mut cues, |&c| gap(c));
    cues.into_iter().find_map(|c| who(cast, grammar, c, quote))
}

fn is_cue(grammar: &Grammar, chunk: usize) -> bool {
    grammar.kind(chunk) == ChunkKind::Verb && (is_speech(grammar.verb(chunk).base) || is_source(grammar, chunk))
}

/// "according to"
fn is_source(grammar: &Grammar, chunk: usize) -> bool {
    grammar.head(chunk) == "according"
}

/// The one who speaks at a cue: its subject, or the name behind it where the order is turned.
fn who(cast: &Cast, grammar: &Grammar, cue: usize, quote: &Range<usize>) -> Option<usize> {
    if is_source(grammar, cue) {
        return grammar.complement(cue, &["to"]).and_then(|noun| named(cast, grammar, noun));
    }
    let turned = grammar.chunks[cue].tokens.start <= quote.end + 1 && grammar.chunks[cue].head >= quote.end;
    if turned && let Some(noun) = grammar.objects(cue).first().and_then(|&noun| named(cast, grammar, noun)) {
        return Some(noun);
    }
    grammar.subjects(cue).into_iter().rev().find_map(|noun| named(cast, grammar, noun))
}

/// The entity a noun group names with its head, or refers to by pronoun.
fn named(cast: &Cast, grammar: &Grammar, noun: usize) -> Option<usize> {
    let chunk = &grammar.chunks[noun];
    let mention = cast.mention_at(chunk.head).or_else(|| cast.mentions_in(chunk.tokens.clone()).last());
    mention.map(|m| m.entity).or_else(|| grammar.antecedents[chunk.head])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::sample;

    #[test]
    fn speakers() {
        for (text, expected) in [
            ("“We are close,” Trump said.", "Donald Trump"),
            ("“We are close,” said Trump, who met Putin.", "Donald Trump"),
            ("Putin wrote: “The terms are known.”", "Vladimir Putin"),
            ("Trump met Putin. “It went well,” he told reporters.", "Donald Trump"),
            ("The text is “final,” according to Jane Smith.", "Jane Smith"),
            ("Biden called the plan \"serious\" on Monday.", "Joe Biden"),
            ("“We agree,” Zelenskyy said. “We sign today.”", "Volodymyr Zelenskyy Volodymyr Zelenskyy"),
            ("“Why now?” asked Zelenskyy.", "Volodymyr Zelenskyy"),
            ("The so-called “deal” is off.", "-"),
        ] {
            let found = sample::with(text, |tokens, cast, grammar| {
                let name = |q: &Quote| q.speaker.map_or("-".into(), |s| cast.entities[s].name.clone());
                find(tokens, cast, grammar).iter().map(name).collect::<Vec<_>>().join(" ")
            });
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn borders() {
        for (text, expected) in [
            ("He said “yes, soon” and left.", vec!["“yes, soon”"]),
            ("\"One day,\" he said, \"it ends.\"", vec!["\"One day,\"", "\"it ends.\""]),
            ("“Left open to the end\nNext block.", vec!["“Left open to the end"]),
            ("No quote here.", vec![]),
        ] {
            let found = sample::with(text, |tokens, cast, grammar| {
                find(tokens, cast, grammar).iter().map(|q| q.span.of(text)).collect::<Vec<_>>()
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
