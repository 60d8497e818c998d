//! Word classes: the lexicon proposes, the neighbours decide.

use std::borrow::Cow;

use crate::article::Casing;
use crate::entity::Cast;
use crate::knowledge::Form;
use crate::mention::Mention;
use crate::token::{Tokens, is_dash};

use super::{Tag, VerbForm, Word, headline, lexicon};

/// Tags every token.
pub(super) fn words<'t>(tokens: &Tokens<'t>, cast: &Cast) -> Vec<Word<'t>> {
    let mut words: Vec<Word<'t>> = (0..tokens.len()).map(|i| look_up(tokens, i)).collect();
    mark_names(tokens, cast, &mut words);
    for sentence in &tokens.sentences {
        let range = sentence.tokens.clone();
        for i in range.clone() {
            words[i].tag = in_context(&words, i, range.start, range.end);
        }
        if let Some((i, form)) = headline::verb(&words[range.clone()]) {
            words[range.start + i].tag = Tag::Verb(form);
        }
    }
    words
}

/// What a word is by itself.
fn look_up<'t>(tokens: &Tokens<'t>, i: usize) -> Word<'t> {
    let text = tokens.word(i);
    let lower: Cow<str> = if text.chars().any(char::is_uppercase) { text.to_lowercase().into() } else { text.into() };
    let word: &str = &lower;
    let (base, form) = lexicon::verb(word).unwrap_or(("", VerbForm::Base));
    let tag = if let Some(tag) = lexicon::closed(word) {
        tag
    } else if !base.is_empty() {
        Tag::Verb(form)
    } else {
        open_class(tokens, i, word)
    };
    Word { tag, base, lower, capital: false }
}

/// Days and months, which stand without a preposition in news.
const TIMES: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "april",
    "june", "july", "august", "september", "october", "november", "december", "jan.", "feb.", "aug.", "sept.", "oct.",
    "nov.", "dec.",
];

/// Nouns that end as adverbs do.
const LY_NOUNS: &[&str] = &["family", "assembly", "ally", "supply", "reply", "rally", "monopoly", "anomaly"];

/// Whether an ending makes a word an adjective: "unlawful", "dangerous", "reliable".
fn is_adjective(word: &str) -> bool {
    let ending = ["ful", "ous", "ible", "able", "less"].iter().any(|e| word.ends_with(e));
    ending && word.len() > 6 && !matches!(word, "vegetable" | "constable" | "receivable")
}

fn open_class(tokens: &Tokens, i: usize, word: &str) -> Tag {
    let Some(first) = word.chars().next() else { return Tag::Mark };
    let glued = tokens.tokens.get(i).is_some_and(|t| t.glued) && tokens.tokens.get(i + 1).is_some_and(|t| t.glued);
    match first {
        ',' => Tag::Comma,
        '’' | '\'' if word.len() > first.len_utf8() => Tag::Genitive,
        '/' if glued => Tag::Hyphen,
        _ if is_dash(first) => {
            if glued && word.chars().count() == 1 && first != '—' {
                Tag::Hyphen
            } else {
                Tag::Mark
            }
        }
        '$' | '€' | '£' | '¥' | '%' => Tag::Number,
        _ if first.is_numeric() => Tag::Number,
        _ if !first.is_alphanumeric() => Tag::Mark,
        _ if TIMES.contains(&word) => Tag::Time,
        _ if is_adjective(word) => Tag::Adjective,
        _ if word.ends_with("ly") && !LY_NOUNS.contains(&word) => Tag::Adverb,
        _ => Tag::Noun,
    }
}

/// Tokens of the cast's mentions are names; so are capitals inside running text, unless they are plain words.
fn mark_names(tokens: &Tokens, cast: &Cast, words: &mut [Word]) {
    for mention in &cast.mentions {
        mark_noun_of_demonym(mention, words);
        for i in mention.tokens.clone() {
            if words[i].tag != Tag::Hyphen && words[i].lower != "the" {
                words[i].tag = Tag::Name;
            }
        }
    }
    for sentence in tokens.sentences.iter().filter(|s| s.casing == Casing::Sentence) {
        for i in sentence.tokens.clone().skip(1) {
            // "airBaltic", "eBay"
            let capital = tokens.word(i).chars().any(char::is_uppercase);
            words[i].capital = capital;
            // "Dominion Voting Systems"
            let within = tokens.word(i - 1).starts_with(char::is_uppercase)
                || tokens.word(i + 1).starts_with(char::is_uppercase) && i + 1 < sentence.tokens.end;
            if capital && within && matches!(words[i].tag, Tag::Verb(VerbForm::Gerund | VerbForm::Past)) {
                words[i].tag = Tag::Name;
            }
            if capital && words[i].tag == Tag::Noun && words[i].base.is_empty() && !is_title_word(&words[i].lower) {
                words[i].tag = Tag::Name;
            }
        }
    }
}

/// "Belarusian judges", "Israeli strikes": what follows a demonym is no verb, but for "the French say".
fn mark_noun_of_demonym(mention: &Mention, words: &mut [Word]) {
    let plural = |i: usize| words[i].lower.ends_with('s');
    let people = mention.tokens.start.checked_sub(1).is_some_and(|i| words[i].lower == "the");
    let verb = words.get(mention.tokens.end).map(|w| w.tag);
    let adjective = mention.form == Form::Demonym && !plural(mention.tokens.end - 1);
    let noun = match verb {
        Some(Tag::Verb(VerbForm::Third)) => adjective,
        Some(Tag::Verb(VerbForm::Base)) => adjective && !people,
        _ => false,
    };
    if noun {
        words[mention.tokens.end].tag = Tag::Noun;
    }
}

/// Common nouns that are capitalized as titles or proper parts, and still are the head of their group.
fn is_title_word(lower: &str) -> bool {
    super::group::is_role(lower)
}

/// The class of word `i` between its neighbours; those before it are settled.
fn in_context(words: &[Word], i: usize, start: usize, end: usize) -> Tag {
    let before = |n: usize| i.checked_sub(n).filter(|&j| j >= start).map(|j| &words[j]);
    let next = words.get(i + 1).filter(|_| i + 1 < end);
    let word = &words[i];
    let prev = last_weighty(words, i, start);
    // "state-of-the-art"
    if next.is_some_and(|n| n.tag == Tag::Hyphen) && before(1).is_some_and(|w| w.tag == Tag::Hyphen) {
        return Tag::Adjective;
    }
    match word.tag {
        Tag::Verb(form) => verb_in_context(word, form, prev, before(1).map(|w| w.tag), next),
        Tag::To => to_in_context(words, i, end),
        Tag::Genitive => genitive_in_context(before(1), next),
        Tag::Relative if word.lower == "that" => that_in_context(prev, next),
        Tag::Pronoun if word.lower == "who" => Tag::Relative,
        Tag::Owner if word.lower == "her" && next.is_none_or(|n| !starts_noun(n)) => Tag::Pronoun,
        Tag::Modal if word.lower == "may" && is_month(prev, next) => Tag::Time,
        Tag::Subordinator if word.lower == "as" => Tag::Preposition,
        // "sanctioned over 600 people"
        Tag::Preposition
            if matches!(word.lower.as_ref(), "over" | "about" | "around")
                && prev.is_some_and(|p| matches!(p.tag, Tag::Verb(_)))
                && next.is_some_and(|n| n.tag == Tag::Number && n.lower.len() < 8) =>
        {
            Tag::Adverb
        }
        // "Kyiv and Moscow each freed"
        Tag::Determiner if matches!(word.lower.as_ref(), "each" | "both" | "all") && floats(prev, next) => Tag::Adverb,
        tag => tag,
    }
}

/// Whether a quantifier stands between a subject and its verb.
fn floats(subject: Option<&Word>, verb: Option<&Word>) -> bool {
    let noun = subject.is_some_and(|w| matches!(w.tag, Tag::Noun | Tag::Name | Tag::Pronoun));
    noun && verb.is_some_and(|w| matches!(w.tag, Tag::Verb(_) | Tag::Have | Tag::Be | Tag::Modal))
}

/// The last word before `i` that is no adverb.
fn last_weighty<'a, 't>(words: &'a [Word<'t>], i: usize, start: usize) -> Option<&'a Word<'t>> {
    words[start..i].iter().rev().find(|w| w.tag != Tag::Adverb)
}

fn is_month(prev: Option<&Word>, next: Option<&Word>) -> bool {
    next.is_some_and(|n| n.tag == Tag::Number) || prev.is_some_and(|p| p.tag == Tag::Preposition)
}

/// Whether a word can open or go on a noun group.
pub(super) fn starts_noun(word: &Word) -> bool {
    matches!(word.tag, Tag::Noun | Tag::Name | Tag::Adjective | Tag::Number | Tag::Verb(_))
}

fn to_in_context(words: &[Word], i: usize, end: usize) -> Tag {
    let next = words[i + 1..end].iter().find(|w| !matches!(w.tag, Tag::Adverb | Tag::Not));
    let verb = next.is_some_and(|w| matches!(w.tag, Tag::Verb(VerbForm::Base) | Tag::Be | Tag::Have | Tag::Do));
    if verb { Tag::To } else { Tag::Preposition }
}

fn genitive_in_context(owner: Option<&Word>, next: Option<&Word>) -> Tag {
    let pronoun = owner.is_some_and(|w| matches!(w.tag, Tag::Pronoun | Tag::Adverb) || w.lower == "that");
    match next {
        Some(n) if pronoun && matches!(n.tag, Tag::Have | Tag::Verb(VerbForm::Participle)) => Tag::Have,
        _ if pronoun => Tag::Be,
        _ => Tag::Genitive,
    }
}

/// "that": "in that country", "said that", "a resolution that".
fn that_in_context(prev: Option<&Word>, next: Option<&Word>) -> Tag {
    let noun_next = next.is_some_and(|n| matches!(n.tag, Tag::Noun));
    match prev.map(|p| p.tag) {
        None | Some(Tag::Preposition | Tag::Coordinator) if noun_next => Tag::Determiner,
        Some(Tag::Noun | Tag::Name | Tag::Time | Tag::Number) => Tag::Relative,
        None => Tag::Pronoun,
        _ => Tag::Subordinator,
    }
}

/// Gerunds that have become nouns.
const ING_NOUNS: &[&str] = &[
    "meeting", "building", "funding", "fighting", "killing", "bombing", "shelling", "warning", "hearing", "training",
    "spending", "ruling", "understanding", "briefing", "gathering", "crossing", "opening", "beginning", "housing",
    "mining", "banking", "engineering", "manufacturing", "shipping", "trading", "farming", "planning", "processing",
    "refining", "fishing",
];

fn verb_in_context(
    word: &Word,
    form: VerbForm,
    prev: Option<&Word>,
    touching: Option<Tag>,
    next: Option<&Word>,
) -> Tag {
    if touching == Some(Tag::Hyphen) {
        return hyphenated(form, next);
    }
    if next.is_some_and(|n| n.tag == Tag::Hyphen) {
        return Tag::Noun;
    }
    match form {
        VerbForm::Gerund => gerund(word, prev, next),
        VerbForm::Past | VerbForm::Participle => participle(form, prev, next),
        VerbForm::Finite => Tag::Verb(form),
        VerbForm::Base | VerbForm::Third => plain(word, form, prev, next),
    }
}

/// "U.S.-led", "UN-brokered", "cease-fire", "take-over".
fn hyphenated(form: VerbForm, next: Option<&Word>) -> Tag {
    let modifies = next.is_some_and(|n| starts_noun(n) || n.tag == Tag::Hyphen);
    match form {
        VerbForm::Past | VerbForm::Participle | VerbForm::Finite | VerbForm::Gerund if modifies => Tag::Adjective,
        _ => Tag::Noun,
    }
}

/// Whether a noun must follow this word.
fn wants_noun(word: &Word) -> bool {
    matches!(word.tag, Tag::Determiner | Tag::Owner | Tag::Genitive | Tag::Adjective | Tag::Number)
}

fn gerund(word: &Word, prev: Option<&Word>, next: Option<&Word>) -> Tag {
    let object =
        next.is_some_and(|n| matches!(n.tag, Tag::Determiner | Tag::Owner | Tag::Pronoun | Tag::Name) || n.capital);
    let modifies = next.is_some_and(starts_noun);
    let prev_tag = prev.map(|p| p.tag);
    match prev_tag {
        Some(Tag::Be) => Tag::Verb(VerbForm::Gerund),
        _ if ING_NOUNS.contains(&word.lower.as_ref()) && !object => Tag::Noun,
        Some(Tag::Genitive | Tag::Determiner | Tag::Owner | Tag::Adjective | Tag::Number) => {
            if modifies {
                Tag::Adjective
            } else {
                Tag::Noun
            }
        }
        _ => Tag::Verb(VerbForm::Gerund),
    }
}

fn participle(form: VerbForm, prev: Option<&Word>, next: Option<&Word>) -> Tag {
    let modifies = next.is_some_and(|n| starts_noun(n) || n.tag == Tag::Hyphen);
    match prev {
        Some(p) if matches!(p.tag, Tag::Be | Tag::Have | Tag::Modal | Tag::Not) => Tag::Verb(VerbForm::Participle),
        Some(p) if (wants_noun(p) || p.tag == Tag::Preposition) && modifies => Tag::Adjective,
        Some(p) if p.tag == Tag::Comma || p.tag == Tag::Coordinator => by_agent(form, next),
        Some(p) if matches!(p.tag, Tag::Noun | Tag::Name | Tag::Time) => by_agent(form, next),
        None if modifies => Tag::Adjective,
        _ => Tag::Verb(form),
    }
}

/// "a truce brokered by Egypt": a participle without auxiliary.
fn by_agent(form: VerbForm, next: Option<&Word>) -> Tag {
    let passive = next.is_some_and(|n| n.lower == "by");
    Tag::Verb(if passive { VerbForm::Participle } else { form })
}

/// "sign", "signs", "talks": a verb or a noun.
fn plain(word: &Word, form: VerbForm, prev: Option<&Word>, next: Option<&Word>) -> Tag {
    let nounish = lexicon::is_nounish(word.base);
    let verb = Tag::Verb(form);
    if word.capital {
        return Tag::Noun;
    }
    let Some(prev) = prev else {
        return if nounish || form == VerbForm::Third { Tag::Noun } else { verb };
    };
    let opens_object = next.is_some_and(|n| {
        matches!(n.tag, Tag::Determiner | Tag::Owner | Tag::To | Tag::Adverb | Tag::Pronoun)
            || calls_for(word, n)
            || matches!(n.lower.as_ref(), "until" | "till" | "through" | "as")
    });
    match prev.tag {
        Tag::To | Tag::Modal | Tag::Do | Tag::Relative if form == VerbForm::Base || prev.tag == Tag::Relative => verb,
        Tag::Not => verb,
        Tag::Pronoun => verb,
        _ if wants_noun(prev) || prev.tag == Tag::Preposition || prev.tag == Tag::Hyphen => Tag::Noun,
        Tag::Be | Tag::Have
            if matches!(word.base, "put" | "set" | "cut" | "hit" | "shut" | "split" | "quit" | "read") =>
        {
            Tag::Verb(VerbForm::Participle)
        }
        Tag::Be | Tag::Have => Tag::Noun,
        Tag::Name | Tag::Noun | Tag::Time | Tag::Comma if nounish => {
            if opens_object && agrees(form, prev) {
                verb
            } else {
                Tag::Noun
            }
        }
        Tag::Verb(_) | Tag::Coordinator | Tag::Mark | Tag::Subordinator if nounish && !opens_object => Tag::Noun,
        Tag::Verb(_) if form == VerbForm::Third => Tag::Noun,
        _ => verb,
    }
}

fn calls_for(word: &Word, next: &Word) -> bool {
    word.base == "call" && matches!(next.lower.as_ref(), "for" | "on" | "upon")
}

/// "Egypt offers", "ministers offer"; not "minister offer".
fn agrees(form: VerbForm, subject: &Word) -> bool {
    form == VerbForm::Third || subject.tag != Tag::Noun || subject.lower.ends_with('s') || subject.lower == "people"
}
