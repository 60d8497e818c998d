//! No text, however odd, makes the core fail: annotations always lie inside it, in order, and say what stands there.

#![cfg(not(target_arch = "wasm32"))]

mod common;

use newsgloss::Options;
use newsgloss::span::OffsetUnit;
use proptest::prelude::*;

/// Pieces that stress borders: abbreviations, dashes, quotes, invisible characters, emoji, half-open marks.
const PIECES: &[&str] = &[
    "U.S.", "–", "-", "“", "”", "'", "’s", "\u{ad}", "\u{200b}", "\n", "\n\n", " ", "🙂", "Ükraine", "Ukraine", "the",
    "President", "Putin", "deal", "with", "$4", "billion", ".", "...", ",", "(", ")", "İstanbul", "É", "al-", "Mr.",
    "https://x.y", "@", "#", "&", "sanctions", "on", "Moscow", "\u{301}", "\0", "talks", "between", "and", "Feb.",
    "24", "They", "they", "She", "who", "which", "both", "leaders", "met", "said", "agreed", "signed", "will", "to",
    "park", "in",
];

fn check(text: &str) {
    let options = Options { offsets: OffsetUnit::Byte, threshold: 0.0, ..Options::default() };
    let found = common::gloss().annotate(text, &options);
    let mut end = 0;
    for mention in &found.mentions {
        assert!(mention.start >= end, "mentions overlap in {text:?}");
        assert_eq!(text.get(mention.start..mention.end), Some(mention.text.as_str()), "in {text:?}");
        assert!(mention.entity < found.entities.len(), "a mention of nobody in {text:?}");
        assert!((0.0..=1.0).contains(&mention.confidence), "confidence {} in {text:?}", mention.confidence);
        end = mention.end;
    }
    for deal in &found.deals {
        for passage in deal.mentions.iter().chain(&deal.stage_evidence).chain(&deal.conditions) {
            assert_eq!(text.get(passage.start..passage.end), Some(passage.text.as_str()), "in {text:?}");
        }
    }
    for quote in &found.quotes {
        assert!(text.get(quote.start..quote.end).is_some(), "a quote outside {text:?}");
    }
}

proptest! {
    #[test]
    fn awkward_pieces(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60), glue in "[ ]?") {
        check(&pieces.join(&glue));
    }

    #[test]
    fn any_characters(text in "\\PC{0,200}") {
        check(&text);
    }
}

#[test]
fn very_long_words_and_lines() {
    check(&"A".repeat(100_000));
    check(&"deal ".repeat(20_000));
    check(&"“".repeat(5_000));
}
