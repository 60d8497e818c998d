//! Bodies and companies told from their namesakes: one supreme court of many, Apple and apples.

use crate::entity::context::Context;
use crate::knowledge::{Form, Guard, Kind, Record, RecordId, Sense};
use crate::mention::{Candidate, role};
use crate::token::Tokens;

/// Words of which the names of many nations' bodies are made.
const GENERIC: &[&str] = &[
    "Air", "Assembly", "Army", "Bank", "Board", "Cabinet", "Central", "Chamber", "Christian", "Coast", "Commerce",
    "Commission", "Commons", "Communist", "Conference", "Congress", "Conservative", "Conservatives", "Constitutional",
    "Council", "Court", "Defence", "Defense", "Democratic", "Democrats", "Department", "Deputies", "Electoral",
    "Federal", "Finance", "Force", "Foreign", "Freedom", "Green", "Greens", "Guard", "Guardian", "Health", "High",
    "House", "Independent", "Intelligence", "Interior", "Justice", "Labor", "Labour", "League", "Liberal", "Liberals",
    "Lords", "Marines", "Ministry", "Movement", "National", "Navy", "New", "Office", "Parliament", "Party", "People",
    "Police", "Post", "Progressive", "Public", "Representatives", "Republican", "Republicans", "Reserve", "Royal",
    "Security", "Senate", "Service", "Social", "Socialist", "Socialists", "State", "Supreme", "Times", "Tories",
    "Treasury", "Union", "United", "Workers", "Authority", "Election", "Economist", "ABC",
];

/// The words that join them.
const JOINTS: &[&str] = &["the", "The", "of", "for", "and", "'s", "’s", "'", "’"];

/// How present a nation must be beside the one that is named most, for its bodies to need no name, by their prominence:
/// the world calls the U.S. Congress "Congress".
const HOME: [f32; 4] = [0.6, 0.6, 0.15, 0.1];

/// What the document says for or against taking a candidate for a body or company.
#[must_use]
pub fn fit(sense: &Sense, record: &Record, candidate: &Candidate, context: &Context) -> f32 {
    if record.kind != Kind::Organization {
        return 0.0;
    }
    if let Some(nation) = record.nation.filter(|_| sense.form != Form::Demonym && is_generic(candidate, context.tokens))
    {
        let home = HOME.get(record.prominence as usize).copied().unwrap_or_default();
        return nation_fit(sense.record, nation, home, candidate, context);
    }
    if sense.guard != Guard::Word {
        return 0.0;
    }
    let business = if record.class == "company" { business(candidate, context) } else { 0.0 };
    if business > 0.0 {
        return business;
    }
    let single = context.tokens.word(candidate.tokens.start).len() == 1;
    let platform = single && is_platform(candidate, context);
    if goes_on(candidate, context) || single != platform {
        return -0.6;
    }
    if platform {
        return 0.2;
    }
    if context.word_before(candidate) == "the" || (record.class == "company" && opens_idly(candidate, context)) {
        return -0.3;
    }
    0.0
}

/// What speaks for a company: much in "shares of Target" and "Ford recalled", a little in what people do as well.
fn business(candidate: &Candidate, context: &Context) -> f32 {
    let before = (context.word_back(candidate, 2), context.word_back(candidate, 1));
    let owned = matches!(before, ("shares" | "Shares" | "stock" | "unit", "of" | "in"));
    match context.word_after(candidate) {
        _ if owned => 0.45,
        "shares" | "stock" | "CEO" | "stores" | "employees" | "executives" | "recalled" | "unveiled" => 0.45,
        "reported" | "announced" | "posted" | "acquired" | "fired" | "hired" | "sold" | "bought" | "launched" => 0.2,
        "'s" | "’s" => 0.15,
        _ => 0.0,
    }
}

/// Whether a name says what a body is and not whose: "Supreme Court", "The Republicans".
#[must_use]
pub fn is_generic(candidate: &Candidate, tokens: &Tokens) -> bool {
    let mut words = candidate.tokens.clone().map(|i| tokens.word(i));
    words.all(|word| GENERIC.contains(&word) || JOINTS.contains(&word))
}

/// A body is that of the nation named right before it or behind "of", or of the one that the document is about.
fn nation_fit(body: RecordId, nation: RecordId, home: f32, candidate: &Candidate, context: &Context) -> f32 {
    match owner(candidate, context) {
        Some(owner) if owner == nation => 0.4,
        Some(_) => -1.0,
        None if context.names(body) => 0.2,
        None if context.presence(nation) >= home => 0.1,
        None => -1.0,
    }
}

/// The nation in "Pakistan's Supreme Court", "the British Conservatives", "the Supreme Court of India", "the Foreign
/// Ministry in Moscow".
fn owner(candidate: &Candidate, context: &Context) -> Option<RecordId> {
    let start = candidate.tokens.start;
    let owner_end = if matches!(context.word_back(candidate, 1), "'s" | "’s") { start - 1 } else { start };
    let of = |word: &str| matches!(word, "of" | "in");
    let the = usize::from(context.tokens.word(candidate.tokens.end + 1) == "the");
    let behind = of(context.word_after(candidate)).then(|| context.candidate_at(candidate.tokens.end + 1 + the));
    let neighbour = context.candidate_before(owner_end).or(behind.flatten())?;
    let nation = |s: &Sense| {
        let record = context.knowledge.record(s.record).filter(|_| s.form != Form::Metonym)?;
        match record.kind {
            Kind::Nation => Some(s.record),
            Kind::Place => record.nation,
            _ => None,
        }
    };
    neighbour.senses.iter().find_map(nation)
}

/// "Uber Eats", "Dow Jones", "X-shaped": the name is part of a longer one.
#[must_use]
pub fn goes_on(candidate: &Candidate, context: &Context) -> bool {
    let end = candidate.tokens.end;
    let next = context.word_after(candidate);
    let glued = |i: usize| context.tokens.tokens.get(i).is_some_and(|t| t.glued);
    let small = |i: usize| context.tokens.word(i).starts_with(char::is_lowercase);
    let title = context.candidate_at(end).is_none() && next.chars().skip(1).any(char::is_lowercase);
    let title = title && !role::is_role(next) && !role::is_modifier(next);
    (next.starts_with(char::is_uppercase) && title && context.is_in_sentence(candidate, end))
        || (next == "-" && glued(end) && glued(end + 1) && small(end + 1) && candidate.tokens.len() == 1)
}

/// "posted on X", "X post".
fn is_platform(candidate: &Candidate, context: &Context) -> bool {
    let after = context.word_after(candidate);
    matches!(context.word_before(candidate).as_str(), "on" | "to" | "via" | "called" | "now")
        || matches!(after, "post" | "posts" | "account" | "user" | "users" | "owner" | "formerly")
}

/// "Shell casings lay on the road": a sentence that opens with the word, which no company does anything in, in a
/// document that never writes it within a sentence.
fn opens_idly(candidate: &Candidate, context: &Context) -> bool {
    const BUSINESS: &[&str] = &[
        "shares", "stock", "stores", "employees", "workers", "executives", "executive", "chief", "founder",
        "customers", "spokesman", "spokeswoman", "spokesperson", "officials", "engineers", "is", "has", "was", "will",
        "would", "says", "said", "plans", "also", "had", "can", "could", "may", "did", "and", ",", "'s", "’s", "(",
        "now", "set", "makes", "owns", "faces", "wants", "hopes", "beat", "cut", "cuts", "sees", "gets", "takes",
        "made", "sold",
    ];
    let word = context.tokens.word(candidate.tokens.start);
    let next = context.word_after(candidate);
    context.sentence_start(candidate) == candidate.tokens.start
        && !BUSINESS.contains(&next)
        && !next.ends_with("ed")
        && !next.is_empty()
        && !context.writes_within_a_sentence(word)
}
