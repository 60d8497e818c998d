//! Places told from their namesakes by what stands beside them: "Paris, Texas", "Savannah, Georgia", "eastern
//! Washington".

use crate::entity::context::Context;
use crate::knowledge::{Form, Guard, Kind, Record, RecordId, Sense};
use crate::mention::Candidate;

/// Speaks firmly against a sense.
const AGAINST: f32 = -1.0;
/// Speaks for a sense that wants support.
const FOR: f32 = 0.4;

/// What the neighbours say for or against taking a candidate for a place or a nation.
#[must_use]
pub fn fit(guard: Guard, record: &Record, candidate: &Candidate, context: &Context) -> f32 {
    if lies_elsewhere(record, candidate, context) || is_part_of_a_title(candidate, context) {
        return AGAINST;
    }
    if guard == Guard::Word && matches!(record.class.as_str(), "region" | "river") {
        return if context.word_before(candidate) == "the" { 0.0 } else { -FOR };
    }
    let holder = behind_a_town(candidate, context);
    match (record.kind, is_division(record)) {
        (Kind::Place, true) if holder.is_some_and(|nation| nation.is_none() || nation == record.nation) => FOR,
        (Kind::Place, true) if is_seat_too(candidate) && !has_sibling(record, candidate, context) => -FOR,
        (Kind::Nation, _) if holder.is_some() && may_be_a_division(candidate, context) => -FOR,
        _ => 0.0,
    }
}

/// States, provinces and the like: what a town is named with.
fn is_division(record: &Record) -> bool {
    matches!(record.class.as_str(), "state" | "province" | "federal_subject" | "oblast" | "canton" | "emirate")
}

/// Whether a division that the place does not lie in is named right behind it: "Paris, Texas", but not "Mexico, Texas
/// and Arizona".
fn lies_elsewhere(record: &Record, candidate: &Candidate, context: &Context) -> bool {
    let Some(division) = context.candidate_at(candidate.tokens.end + 1) else { return false };
    if context.word_after(candidate) != "," || is_listed(division, context) || is_division(record) {
        return false;
    }
    let within = |s: &Sense| s.form == Form::Name && Some(s.record) == record.nation;
    if division.senses.iter().any(within) {
        return false;
    }
    let divisions: Vec<&Record> = records(division, context).filter(|r| is_division(r)).collect();
    let region = record.facts.iter().find(|fact| fact.label == "region" && record.kind == Kind::Place);
    let holds = |r: &&Record| {
        r.nation.is_some() && r.nation == record.nation && region.is_none_or(|region| region.value == r.name)
    };
    !divisions.is_empty() && !divisions.iter().any(holds)
}

/// Whether more of a list follows, or a title: "Texas and Arizona", "California Gov."
fn is_listed(candidate: &Candidate, context: &Context) -> bool {
    let (next, then) = (context.word_after(candidate), context.tokens.word(candidate.tokens.end + 1));
    matches!(next, "and" | "or" | "&")
        || next.starts_with(char::is_uppercase)
        || (next == "," && (matches!(then, "and" | "or") || context.candidate_at(candidate.tokens.end + 1).is_some()))
}

/// The nation of the town that a candidate is named with, none inside where no pack knows the town: "Savannah, Georgia",
/// "Fulton County, Georgia".
fn behind_a_town(candidate: &Candidate, context: &Context) -> Option<Option<RecordId>> {
    let comma = candidate.tokens.start.checked_sub(1).filter(|_| context.word_back(candidate, 1) == ",")?;
    if context.word_back(candidate, 2) == "County" {
        return Some(None);
    }
    let town = context.candidate_before(comma)?;
    let city = records(town, context).find(|r| matches!(r.class.as_str(), "city" | "capital"))?;
    city.nation.map(Some)
}

/// Whether a name is also that of a seat of power: "Washington".
fn is_seat_too(candidate: &Candidate) -> bool {
    candidate.senses.iter().any(|s| s.form == Form::Metonym)
}

fn may_be_a_division(candidate: &Candidate, context: &Context) -> bool {
    records(candidate, context).any(is_division)
}

/// Whether a division of the same nation stands beside it in a list: "Oregon and Washington".
fn has_sibling(record: &Record, candidate: &Candidate, context: &Context) -> bool {
    let joins = |word: &str| matches!(word, "," | "and" | "or");
    let sibling = |c: &Candidate| records(c, context).any(|r| is_division(r) && r.nation == record.nation);
    let skip = |word: &str, next: &str| usize::from(word == "," && joins(next));
    let (before, after) = (context.word_back(candidate, 1), context.word_after(candidate));
    let earlier = candidate.tokens.start.checked_sub(1 + skip(context.word_back(candidate, 2), before));
    let later = candidate.tokens.end + 1 + skip(after, context.tokens.word(candidate.tokens.end + 1));
    (joins(before) && earlier.and_then(|i| context.candidate_before(i)).is_some_and(sibling))
        || (joins(after) && context.candidate_at(later).is_some_and(sibling))
        || matches!(before, "eastern" | "western" | "northern" | "southern" | "central" | "Eastern" | "Western")
}

/// "New York magazine": what is named after a place.
fn is_part_of_a_title(candidate: &Candidate, context: &Context) -> bool {
    matches!(context.word_after(candidate), "magazine" | "newspaper")
}

fn records<'c>(candidate: &'c Candidate, context: &'c Context) -> impl Iterator<Item = &'c Record> {
    candidate.senses.iter().filter(|s| s.form == Form::Name).filter_map(|s| context.knowledge.record(s.record))
}
