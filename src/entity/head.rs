//! Bodies called again by the noun that heads their name, "the Church" for the Church of Scientology, and the halves of a
//! divided nation by where they lie: "the North" for North Korea.

use crate::entity::cast::CastBuilder;
use crate::entity::context::Context;
use crate::knowledge::Form;
use crate::mention::Candidate;

/// Nouns that head the names of bodies and of divided nations.
const HEADS: &[&str] = &[
    "Agency", "Assembly", "Association", "Authority", "Bank", "Board", "Bureau", "Center", "Centre", "Chamber",
    "Church", "College", "Commission", "Committee", "Corporation", "Council", "Court", "Department", "Exchange",
    "Federation", "Foundation", "Fund", "Institute", "Ministry", "Museum", "North", "Organisation", "Organization",
    "Party", "Society", "South", "Tribunal", "University",
];

/// How sure it is that the noun means the one body of that name.
const CONFIDENCE: f32 = 0.75;

/// Whether a candidate is such a noun and no more.
#[must_use]
pub fn is_head(candidate: &Candidate, context: &Context) -> bool {
    let article = matches!(context.tokens.word(candidate.tokens.start), "the" | "The");
    candidate.tokens.len() == 1 + usize::from(article) && stands_alone(candidate.tokens.end - 1, context)
}

/// Takes the candidate for the one body before it whose name it heads; false where there is none, or several.
pub fn settle(candidate: &Candidate, context: &Context, cast: &mut CastBuilder) -> bool {
    let noun = candidate.tokens.end - 1;
    let Some(body) = cast.body_headed(context.tokens.word(noun), noun) else { return false };
    let candidate = Candidate { tokens: noun..noun + 1, ..candidate.clone() };
    cast.mention(&candidate, body, Form::Short, CONFIDENCE);
    true
}

/// Finds the nouns that are no candidates, among mentions that are in order.
pub fn find(context: &Context, cast: &mut CastBuilder) {
    for i in 0..context.tokens.len() {
        if !stands_alone(i, context) || cast.is_taken(i) {
            continue;
        }
        if let Some(body) = cast.body_headed(context.tokens.word(i), i) {
            cast.insert(i..i + 1, body, Form::Short, CONFIDENCE);
        }
    }
}

/// "the Church", and no longer name.
fn stands_alone(i: usize, context: &Context) -> bool {
    let word = |i: Option<usize>| i.map_or("", |i| context.tokens.word(i));
    HEADS.contains(&word(Some(i)))
        && matches!(word(i.checked_sub(1)), "the" | "The")
        && !matches!(word(Some(i + 1)), "of" | "for" | "-")
        && !word(Some(i + 1)).starts_with(char::is_uppercase)
}
