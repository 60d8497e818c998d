//! Mentions without a name: "the Ukrainian president", "the international body", "the country".
//!
//! Each gets a confidence of its own; what is less than safe stays below the threshold.

use std::ops::Range;

use crate::entity::cast::CastBuilder;
use crate::entity::context::Context;
use crate::knowledge::{Form, Kind, Office, Rank, Record, RecordId};
use crate::mention::role;

/// The role and its nation say who it is.
const EXPLICIT: f32 = 0.85;
/// The one leader of a nation whom the article names.
const LEADER: f32 = 0.75;
/// One holder of the role in the article.
const BARE: f32 = 0.7;

/// Offices that one person at a time holds, as words of a title, with the ranks to look among.
const SOLE_OFFICES: &[(&str, &[Rank])] = &[
    ("president", &[Rank::HeadOfState, Rank::HeadOfGovernment]),
    ("prime minister", &[Rank::HeadOfGovernment]),
    ("premier", &[Rank::HeadOfGovernment]),
    ("chancellor", &[Rank::HeadOfGovernment]),
    ("king", &[Rank::HeadOfState]),
    ("queen", &[Rank::HeadOfState]),
    ("emperor", &[Rank::HeadOfState]),
    ("emir", &[Rank::HeadOfState]),
    ("sultan", &[Rank::HeadOfState]),
    ("foreign minister", &[Rank::Minister]),
    ("defense minister", &[Rank::Minister]),
    ("finance minister", &[Rank::Minister]),
    ("secretary of state", &[Rank::Minister]),
];

/// Nouns for a body that was named before.
const BODIES: &[&str] = &["international body", "world body", "global body", "bloc", "alliance"];

/// Finds the nameless mentions of an article.
pub fn find(context: &Context, cast: &mut CastBuilder) {
    let tokens = context.tokens;
    for sentence in &tokens.sentences {
        for i in sentence.tokens.clone() {
            if cast.is_taken(i) {
                continue;
            }
            let found = office(i, sentence.tokens.end, context, cast)
                .or_else(|| leader(i, context, cast))
                .or_else(|| body(i, context, cast))
                .or_else(|| country(i, context, cast));
            if let Some((range, entity, confidence)) = found {
                cast.insert(range, entity, Form::Nominal, confidence);
            }
        }
    }
}

type Found = (Range<usize>, usize, f32);

/// "the Ukrainian president", "Ukraine's president", "president of South Korea", "the president".
fn office(i: usize, end: usize, context: &Context, cast: &mut CastBuilder) -> Option<Found> {
    let (title, ranks) = SOLE_OFFICES.iter().find(|(title, _)| {
        title
            .split(' ')
            .enumerate()
            .all(|(k, word)| i + k < end && context.tokens.word(i + k).eq_ignore_ascii_case(word))
    })?;
    let range = i..i + title.split(' ').count();
    if is_title_of_somebody(&range, context, cast) || is_not_this_one(i, context) {
        return None;
    }
    if let Some(nation) = nation_of(&range, context, cast) {
        if is_any(&range, context, cast) {
            return None;
        }
        let holder = cast.holder_named(title, Some(nation)).or_else(|| {
            let record = holder_on_day(title, ranks, nation, context)?;
            cast.known(record)
        })?;
        return Some((range, holder, EXPLICIT));
    }
    let definite = matches!(word_before(i, context).as_str(), "the");
    let holder = cast.holder_named(title, None).filter(|&holder| definite && is_on_stage(holder, i, context, cast))?;
    Some((range, holder, BARE))
}

/// Whether a bare "the president" can be this one: named in this sentence or the three before, or of the nation that
/// the document is about.
fn is_on_stage(holder: usize, i: usize, context: &Context, cast: &CastBuilder) -> bool {
    let last = cast.last_mention(holder, i);
    let near = last > 0 && context.tokens.sentence_of(i) - context.tokens.sentence_of(last - 1) <= 3;
    let home = |record: &Record| record.nation.is_none_or(|nation| context.presence(nation) >= 0.5);
    near || cast.record_of(holder).is_none_or(home)
}

/// "a U.S. president", "the first president of France": none in particular.
fn is_any(range: &Range<usize>, context: &Context, cast: &CastBuilder) -> bool {
    let nation = range.start.checked_sub(1).and_then(|i| cast.mention_start(i)).unwrap_or(range.start);
    is_not_this_one(nation, context)
}

/// "the Chinese leader" for the one head of state or government of that nation whom the article names.
fn leader(i: usize, context: &Context, cast: &CastBuilder) -> Option<Found> {
    if context.tokens.word(i) != "leader" {
        return None;
    }
    let range = i..i + 1;
    let nation = nation_of(&range, context, cast)?;
    if is_title_of_somebody(&range, context, cast) || is_not_this_one(i, context) || is_any(&range, context, cast) {
        return None;
    }
    cast.leader_named(nation).map(|leader| (range, leader, LEADER))
}

/// Whether a name follows, so that the role is its title, or "and" another role.
fn is_title_of_somebody(range: &Range<usize>, context: &Context, cast: &CastBuilder) -> bool {
    let next = context.tokens.word(range.end);
    let of = ["of", "to", "for"].iter().any(|of| next.eq_ignore_ascii_case(of))
        && cast.nation_at(of_target(range.end, context)).is_none();
    cast.person_at(range.end) || role::is_role(next) || next == "-" || of
}

/// The token that "of" or "of the" points to.
fn of_target(of: usize, context: &Context) -> usize {
    if context.tokens.word(of + 1) == "the" { of + 2 } else { of + 1 }
}

/// "former president", "vice president", "a president": another one, or none in particular.
fn is_not_this_one(i: usize, context: &Context) -> bool {
    let before = word_before(i, context);
    let others = [
        "former", "ex", "vice", "deputy", "a", "an", "any", "next", "future", "new", "first", "no", "late", "as",
        "for", "assistant", "only", "last", "previous", "second", "every", "each", "another", "-", "then", "acting",
        "interim", "elected", "becoming", "become",
    ];
    others.contains(&before.as_str())
}

fn word_before(i: usize, context: &Context) -> String {
    i.checked_sub(1).map_or_else(String::new, |k| context.tokens.word(k).to_lowercase())
}

/// The nation right before the role, or behind "of".
fn nation_of(range: &Range<usize>, context: &Context, cast: &CastBuilder) -> Option<RecordId> {
    let before = range.start.checked_sub(1)?;
    let owner = if matches!(context.tokens.word(before), "’s" | "'s") { before.checked_sub(1)? } else { before };
    let behind = (context.tokens.word(range.end) == "of").then(|| of_target(range.end, context));
    cast.nation_at(owner).or_else(|| behind.and_then(|i| cast.nation_at(i)))
}

/// Who held the office on the article's day, if one person did.
fn holder_on_day(title: &str, ranks: &[Rank], nation: RecordId, context: &Context) -> Option<RecordId> {
    let day = context.date?;
    let named = |office: &Office| office.title.to_lowercase().contains(title) && !office.is_unconfirmed(Some(day));
    let holders: Vec<RecordId> = ranks
        .iter()
        .flat_map(|&rank| context.knowledge.holders(nation, rank, day))
        .filter(|(_, office)| named(office))
        .map(|(person, _)| person)
        .collect();
    let first = *holders.first()?;
    holders.iter().all(|&h| h == first).then_some(first)
}

/// "the international body" for the one that was named last.
fn body(i: usize, context: &Context, cast: &CastBuilder) -> Option<Found> {
    let words = BODIES.iter().find(|b| b.split(' ').enumerate().all(|(k, w)| context.tokens.word(i + k) == w))?;
    if word_before(i, context) != "the" {
        return None;
    }
    let entity = cast.last_before(i, |e, class| e == Kind::Organization && is_international(class))?;
    Some((i..i + words.split(' ').count(), entity, BARE))
}

fn is_international(class: &str) -> bool {
    class.starts_with("igo") || matches!(class, "bloc" | "union" | "alliance")
}

/// "the country" for the nation named last, in this sentence or the one before.
fn country(i: usize, context: &Context, cast: &CastBuilder) -> Option<Found> {
    if context.tokens.word(i) != "country" || word_before(i, context) != "the" {
        return None;
    }
    // "goods of the country of origin" are of none in particular.
    let entity = cast.sole_around(i, Kind::Nation).filter(|_| context.tokens.word(i + 1) != "of")?;
    // "France has troops in the country": another one.
    let sentence = context.tokens.sentences.get(context.tokens.sentence_of(i))?.tokens.start;
    let owns = matches!(context.tokens.word(i + 1), "'s" | "’s");
    if cast.is_named_in(entity, sentence..i) && !owns {
        return None;
    }
    Some((i..i + 1, entity, 0.55))
}
