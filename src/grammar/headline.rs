//! Headlines: the verb that the lack of articles hides.

use super::tag::starts_noun;
use super::{Tag, VerbForm, Word, lexicon};

/// The verb of a sentence that seems to have none, as headlines hide it by leaving out articles: "Russia vetoes U.N.
/// resolution", "Chile, Peru sign pact", but also "The deal covers 105 countries".
///
/// The first word that can be a verb is one; where a full stop ends the sentence, only one with an -s.
pub(super) fn verb(words: &[Word]) -> Option<(usize, VerbForm)> {
    // "a swap brokered by Qatar" has no verb yet.
    let reduced = |i: usize| words.get(i + 1).is_some_and(|next| next.lower == "by");
    let finite = |(i, w): (usize, &Word)| match w.tag {
        Tag::Be | Tag::Have | Tag::Do | Tag::Modal | Tag::To => true,
        Tag::Verb(VerbForm::Past | VerbForm::Participle) => !reduced(i),
        Tag::Verb(form) => form != VerbForm::Gerund,
        _ => false,
    };
    if words.is_empty() || words.iter().enumerate().any(finite) {
        return None;
    }
    let full = words.last().is_some_and(|w| w.tag == Tag::Mark);
    let fits = |form: VerbForm| !full || form == VerbForm::Third;
    (1..words.len() - 1).find_map(|i| Some((i, form(words, i).filter(|&form| fits(form))?)))
}

/// The form of a word as the verb of a headline: one that agrees with what stands before and takes what follows.
fn form(words: &[Word], i: usize) -> Option<VerbForm> {
    let (word, before, next) = (&words[i], &words[i - 1], &words[i + 1]);
    let (_, form) = lexicon::verb(&word.lower).filter(|_| word.tag == Tag::Noun && !word.capital)?;
    let particle = matches!(next.lower.as_ref(), "off" | "up" | "down" | "out" | "away" | "back" | "for");
    let object = starts_noun(next) || particle || matches!(next.tag, Tag::Determiner | Tag::Owner);
    let listed = || words[..i - 1].iter().rev().take(4).any(|w| matches!(w.tag, Tag::Comma | Tag::Coordinator));
    let agrees = match form {
        VerbForm::Third => matches!(before.tag, Tag::Name | Tag::Noun),
        VerbForm::Base => before.tag == Tag::Noun && before.lower.ends_with('s') || before.tag == Tag::Name && listed(),
        _ => false,
    };
    (agrees && object).then_some(form)
}
