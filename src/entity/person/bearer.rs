//! Whose a surname is, where the article names several who bear it, and when it is nobody's.

use crate::entity::cast::CastBuilder;
use crate::entity::context::Context;
use crate::entity::person::{HOUSEHOLD_NAME, title_fits};
use crate::knowledge::key;
use crate::mention::{Candidate, role};
use crate::tagger::Label;

/// Whom a short name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearer {
    /// This entity of the cast.
    Sure(usize),
    /// One of several, and nothing tells which.
    Unclear,
    /// Nobody whom the article names in full.
    Nobody,
}

/// The bearer among the people of the article that a short name may mean: the one whose title it has, else the one
/// who is not introduced as somebody's kin, else the one named last if he is also the best known.
#[must_use]
pub fn among(owners: &[usize], candidate: &Candidate, context: &Context, cast: &CastBuilder) -> Bearer {
    let record = |owner: usize| cast.record_of(owner);
    let titled = |owner: &usize| record(*owner).is_some_and(|r| title_fits(r, candidate, context));
    let only = |mut found: Vec<usize>| if found.len() == 1 { found.pop() } else { None };
    let narrowed = only(owners.to_vec())
        .or_else(|| only(owners.iter().copied().filter(titled).collect()))
        .or_else(|| only(owners.iter().copied().filter(|&owner| !is_kin(owner, context, cast)).collect()));
    if let Some(owner) = narrowed {
        return Bearer::Sure(owner);
    }
    let fame = |owner: usize| record(owner).map_or(0, |r| r.prominence);
    let last = owners.iter().copied().max_by_key(|&owner| cast.last_mention(owner, candidate.tokens.start));
    let Some(last) = last else { return Bearer::Nobody };
    let best = owners.iter().map(|&owner| fame(owner)).max().unwrap_or(0);
    let mut famous = owners.iter().copied().filter(|&owner| fame(owner) == best);
    match (famous.next(), famous.next()) {
        _ if fame(last) == best => Bearer::Sure(last),
        (Some(owner), None) if best >= HOUSEHOLD_NAME && record(last).is_some() => Bearer::Sure(owner),
        _ => Bearer::Unclear,
    }
}

/// "His wife Sara Netanyahu", "Hunter Biden, the president's son".
fn is_kin(owner: usize, context: &Context, cast: &CastBuilder) -> bool {
    let Some(first) = cast.first_mention(owner) else { return false };
    let word = |i: usize| context.tokens.word(i);
    let before = first.start.saturating_sub(2)..first.start;
    let behind = first.end + 1..first.end + 6;
    let apposed = word(first.end) == "," && behind.clone().any(|i| role::is_kin(word(i)) && i < behind.end);
    before.clone().any(|i| role::is_kin(word(i))) || apposed
}

/// Surnames that are also words no sentence does without ("He said" is nobody called He), and months.
#[must_use]
pub fn is_no_name(candidate: &Candidate, context: &Context) -> bool {
    const WORDS: &[&str] = &[
        "He", "She", "An", "So", "To", "No", "My", "You", "We", "I", "It", "In", "On", "At", "Do", "Her", "Him", "Or",
        "As", "If", "Be", "Go", "Up", "Us", "Am", "Are", "Was", "But", "And", "The", "For", "All", "Any", "Ms", "Many",
        "Most", "More", "Such",
    ];
    let word = context.tokens.word(candidate.tokens.start);
    if candidate.tokens.len() != 1 || !candidate.title.is_empty() {
        return false;
    }
    let inside = candidate.label == Some(Label::Per) && !opens_sentence(candidate, context);
    (WORDS.contains(&word) && !inside) || (is_month(word) && is_when(candidate, context))
}

fn is_month(word: &str) -> bool {
    matches!(
        word,
        "January"
            | "February"
            | "March"
            | "April"
            | "May"
            | "June"
            | "July"
            | "August"
            | "September"
            | "October"
            | "November"
            | "December"
    )
}

fn is_day(word: &str) -> bool {
    word.ends_with("day") && word.starts_with(char::is_uppercase)
}

/// "in May", "May 9", "last August".
fn is_when(candidate: &Candidate, context: &Context) -> bool {
    let before = context.word_before(candidate);
    let number = context.word_after(candidate).starts_with(|c: char| c.is_ascii_digit());
    number
        || matches!(
            before.as_str(),
            "in" | "since" | "until" | "last" | "next" | "early" | "late" | "mid" | "this" | "-"
        )
}

fn opens_sentence(candidate: &Candidate, context: &Context) -> bool {
    let before = context.word_before(candidate);
    before.chars().all(|c| !c.is_alphanumeric())
}

/// "Joe and Hunter Biden", "Frost & Sullivan": a surname behind another name is that other's.
#[must_use]
pub fn follows_a_name(candidate: &Candidate, context: &Context) -> bool {
    let before = context.word_back(candidate, 1);
    let start = candidate.tokens.start;
    let inside = context.word_back(candidate, 2).ends_with(char::is_alphanumeric);
    let named = || start.checked_sub(1).and_then(|i| context.candidate_before(i + 1));
    let other = |c: &Candidate| c.label == Some(Label::Per);
    before == "&"
        || (candidate.title.is_empty()
            && inside
            && before.chars().skip(1).any(char::is_lowercase)
            && before.starts_with(char::is_uppercase)
            && !(is_day(before) || is_month(before) || role::is_role(before.trim_end_matches('s')))
            && !role::is_honorific(before)
            && !(role::is_modifier(before) || context.is_headline(candidate))
            && named().is_none_or(other))
}

/// Whether nobody else is called so: the word is nobody's first name, and never follows one in the document.
#[must_use]
pub fn is_bare(candidate: &Candidate, context: &Context) -> bool {
    let word = context.tokens.word(candidate.tokens.start);
    if context.knowledge.is_first_name(&key(word)) {
        return false;
    }
    let name = |i: usize| {
        let before = context.tokens.word(i - 1);
        before.starts_with(char::is_uppercase) && !role::is_role(before) && !role::is_honorific(before)
    };
    candidate.tokens.len() == 1 && !(1..context.tokens.len()).any(|i| context.tokens.word(i) == word && name(i))
}

/// "Macy’s, Kellogg’s, NBC", "a used Ford Focus": something called after somebody.
#[must_use]
pub fn is_brand(candidate: &Candidate, context: &Context) -> bool {
    let next = context.word_after(candidate);
    let behind = context.tokens.word(candidate.tokens.end + 1);
    let longer = next.starts_with(char::is_uppercase)
        && next.chars().skip(1).any(char::is_lowercase)
        && !matches!(next, "Administration" | "Government" | "Cabinet" | "White")
        && context.candidate_at(candidate.tokens.end).is_none();
    let longer = longer && candidate.title.is_empty() && !context.is_headline(candidate);
    longer || (matches!(next, "'s" | "’s") && !behind.starts_with(char::is_alphanumeric))
}

/// "his sons Pavel and Igor": first names, whose surname is somebody else's.
#[must_use]
pub fn is_listed_kin(candidate: &Candidate, context: &Context) -> bool {
    candidate.title.is_empty() && (1..=5).any(|back| role::is_kin(context.word_back(candidate, back)))
}
