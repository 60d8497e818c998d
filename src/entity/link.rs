//! What a single candidate means: each sense is weighed by its guard, by what the tagger sees, and by the document.
//! Meaning nothing in the pack is an answer too.

use crate::entity::context::Context;
use crate::entity::{body, metonym, person, place};
use crate::knowledge::{Form, Guard, Kind, Record, RecordId, Sense};
use crate::mention::{Candidate, role};
use crate::order;
use crate::tagger::Label;

/// What a candidate is taken for.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// A record of the pack.
    Known {
        /// Which.
        record: RecordId,
        /// How it is named.
        form: Form,
        /// Probability of being right.
        confidence: f32,
    },
    /// Somebody or something that the pack does not have.
    Unlisted {
        /// What it is.
        kind: Kind,
        /// Probability of being right.
        confidence: f32,
    },
    /// Part of a person's name; whose, the article's full names tell, or else these senses.
    Short(Vec<Sense>),
    /// No name, or none that can be told.
    Nothing,
}

/// Below this a sense is not believed.
const BELIEF: f32 = 0.5;
/// Two senses nearer to each other than this fit equally well.
const EQUAL: f32 = 0.01;

/// Takes a candidate for what it most probably means.
#[must_use]
pub fn read(candidate: &Candidate, context: &Context) -> Reading {
    if context.redefines(candidate) {
        return Reading::Nothing;
    }
    if is_somebody(candidate, context) {
        return Reading::Short(Vec::new());
    }
    let own = |sense: &Sense| sense.guard == Guard::Word && context.is_surname(candidate);
    if let Some((sense, confidence)) = best(candidate, context).filter(|(sense, _)| !own(sense)) {
        return known(candidate, sense, confidence.min(0.99), context);
    }
    let short: Vec<Sense> = candidate.senses.iter().filter(|s| s.form == Form::Short).copied().collect();
    let called = candidate.label.is_none_or(|l| l == Label::Per) || context.is_surname(candidate);
    if !short.is_empty() && called {
        return Reading::Short(short);
    }
    if let Some(seat) = lone_metonym(candidate, context) {
        return seat;
    }
    unlisted(candidate, context)
}

/// The sense that fits best, where it is believed. Two bodies that fit equally well: none.
fn best<'c>(candidate: &'c Candidate, context: &Context) -> Option<(&'c Sense, f32)> {
    let names = candidate.senses.iter().rev().filter(|s| s.form != Form::Short && s.form != Form::Metonym);
    let mut weighed: Vec<(&Sense, f32)> = names.map(|sense| (sense, weigh(sense, candidate, context))).collect();
    // The greatest first: the bits of positive numbers are ordered as they are.
    order::by_key(&mut weighed, |(_, confidence)| (2.0 - confidence).to_bits() as usize);
    let &(sense, confidence) = weighed.first().filter(|(_, confidence)| *confidence >= BELIEF)?;
    let body = |s: &Sense| context.knowledge.kind_of(s) == Some(Kind::Organization);
    let rival = |(other, c): &(&Sense, f32)| other.record != sense.record && confidence - c < EQUAL && body(other);
    (!body(sense) || !weighed.get(1).is_some_and(rival)).then_some((sense, confidence))
}

/// "My aunt Georgia"; "Paris" where the document speaks of Paris Hilton or Valentina Paris, and of no city.
fn is_somebody(candidate: &Candidate, context: &Context) -> bool {
    let place = |s: &Sense| matches!(context.knowledge.kind_of(s), Some(Kind::Nation | Kind::Place));
    let demonym = candidate.senses.iter().any(|s| s.form == Form::Demonym);
    candidate.tokens.len() == 1
        && candidate.senses.iter().any(place)
        && !demonym
        && (role::is_kin(&context.word_before(candidate))
            || context.is_personal(context.tokens.word(candidate.tokens.start)))
}

/// A belief in a sense, where a capital may yet turn into its government.
fn known(candidate: &Candidate, sense: &Sense, confidence: f32, context: &Context) -> Reading {
    match seat_of(candidate, context) {
        Some(nation) if is_seat(sense, context) && metonym::is_government(candidate, nation.record, context) => {
            Reading::Known { record: nation.record, form: Form::Metonym, confidence: confidence * 0.95 }
        }
        _ => Reading::Known { record: sense.record, form: sense.form, confidence },
    }
}

/// Whose government a capital or seat can stand for: that of a union which the document names and whose host it does
/// not ("Brussels"), else that of its nation.
fn seat_of<'c>(candidate: &'c Candidate, context: &Context) -> Option<&'c Sense> {
    let mut seats = candidate.senses.iter().filter(|s| s.form == Form::Metonym);
    let nation = seats.next()?;
    Some(seats.find(|union| context.names(union.record) && !context.names(nation.record)).unwrap_or(nation))
}

/// Whether a sense is a capital or a building, and no state that shares its name.
fn is_seat(sense: &Sense, context: &Context) -> bool {
    context.knowledge.record(sense.record).is_some_and(|r| r.kind == Kind::Place && r.class != "state")
}

/// A seat of government that is no place of its own in the pack.
fn lone_metonym(candidate: &Candidate, context: &Context) -> Option<Reading> {
    let sense = seat_of(candidate, context)?;
    metonym::is_government(candidate, sense.record, context).then_some(Reading::Known {
        record: sense.record,
        form: Form::Metonym,
        confidence: 0.8,
    })
}

/// How well a sense fits, about 0 to 1.
fn weigh(sense: &Sense, candidate: &Candidate, context: &Context) -> f32 {
    let Some(record) = context.knowledge.record(sense.record) else { return 0.0 };
    if record.kind == Kind::Person {
        return person::weigh(sense, record, candidate, context);
    }
    let guarded = sense.guard != Guard::None;
    let mut score = if guarded { 0.4 } else { 0.9 };
    score += label_fit(record.kind, sense.form, guarded, candidate);
    if guarded {
        score += guarded_support(sense, record, candidate, context);
    }
    let spelled = sense.form == Form::Acronym && context.is_in_capitals(candidate);
    let longer = record.kind == Kind::Nation && sense.guard == Guard::Word && is_part_of_a_name(candidate, context);
    if longer || ((sense.guard == Guard::Word || spelled) && is_word_here(candidate, context)) {
        score -= 0.5;
    }
    score += body::fit(sense, record, candidate, context);
    if matches!(record.kind, Kind::Nation | Kind::Place) && sense.form == Form::Name {
        score += place::fit(sense.guard, record, candidate, context);
    }
    if record.kind == Kind::Nation || matches!(record.class.as_str(), "country" | "city" | "capital") {
        score *= nation_fit(sense, candidate, context);
    }
    score + 0.01 * f32::from(record.prominence)
}

/// What the tagger says for or against a kind.
fn label_fit(kind: Kind, form: Form, guarded: bool, candidate: &Candidate) -> f32 {
    let Some(label) = candidate.label else { return 0.0 };
    let fits = match (label, kind) {
        (Label::Loc, Kind::Nation | Kind::Place) | (Label::Org, Kind::Organization) => true,
        (Label::Norp, Kind::Nation) => form == Form::Demonym,
        (Label::Norp, Kind::Organization) => true,
        (Label::Org | Label::Misc, Kind::Nation | Kind::Place) | (Label::Loc, Kind::Organization) => return 0.0,
        _ => false,
    };
    let weight = match (fits, guarded) {
        (true, true) => 0.35,
        (true, false) => 0.08,
        (false, true) => -0.4,
        // Nothing else is likely to be called "Johnson & Johnson".
        (false, false) if candidate.tokens.len() > 2 => -0.2,
        (false, false) => -0.45,
    };
    weight * candidate.label_confidence
}

/// What speaks for an alias that may mean something else.
fn guarded_support(sense: &Sense, record: &Record, candidate: &Candidate, context: &Context) -> f32 {
    let mut support = if context.names(sense.record) { 0.4 } else { 0.0 };
    if let Some(nation) = record.nation {
        support += 0.3 * context.weight_of(nation).min(0.5) + if context.names(nation) { 0.05 } else { 0.0 };
    }
    if record.kind == Kind::Nation {
        support += 0.1 + 0.4 * context.weight_of(sense.record).min(0.5);
        if !context.is_worldly() && !stands_like_a_nation(candidate, context) {
            support -= 0.35;
        }
    }
    if record.kind == Kind::Place {
        support += 0.06 * context.siblings(sense.record, record).min(4) as f32;
    }
    if matches!(record.kind, Kind::Nation | Kind::Place) && is_where(&context.word_before(candidate)) {
        support += 0.1;
    }
    support
}

/// "Jordan Peele", and not "U.S.-Jordan Free Trade Agreement".
fn is_part_of_a_name(candidate: &Candidate, context: &Context) -> bool {
    body::goes_on(candidate, context) && !matches!(context.word_back(candidate, 1), "-" | "–")
}

/// "in Chad", "Chad's army", "Chad said", "Chad and Niger", and not "I saw Chad fall".
fn stands_like_a_nation(candidate: &Candidate, context: &Context) -> bool {
    let (before, after) = (context.governor(candidate), context.word_after(candidate));
    let placed = is_where(&before) || matches!(before.as_str(), "for" | "by" | "near" | "visit" | "visited" | "left");
    let part = before.ends_with("ern") || matches!(before.as_str(), "north" | "south" | "east" | "west" | "central");
    let acts = matches!(after, "'s" | "’s" | "-" | "–") || metonym::is_act(after);
    placed || part || acts || context.is_beside_a_nation(candidate)
}

/// "Turkey is served with cranberries", "WHO IS AHEAD": a sentence opens with a word, or a line of capitals holds one,
/// that the document also writes small.
fn is_word_here(candidate: &Candidate, context: &Context) -> bool {
    candidate.tokens.len() == 1
        && (context.sentence_start(candidate) == candidate.tokens.start || context.is_in_capitals(candidate))
        && context.writes_small(context.tokens.word(candidate.tokens.start))
}

fn is_where(word: &str) -> bool {
    matches!(word, "in" | "of" | "from" | "to" | "with" | "between" | "across" | "throughout" | "against" | "into")
}

/// A nation's name is a team's in a report on a game, unless something happens in it; and "thousands of Afghans" are
/// people, where "the Afghans" may be their government.
fn nation_fit(sense: &Sense, candidate: &Candidate, context: &Context) -> f32 {
    let before = context.word_before(candidate);
    let place = matches!(before.as_str(), "in" | "from" | "across" | "throughout");
    let people = sense.form == Form::Demonym && is_plural(candidate, context);
    let team = context.is_sport && !place && (people || sense.form != Form::Demonym);
    if team || (people && before != "the") { 0.3 } else { 1.0 }
}

/// Whether a demonym is a noun in the plural: "Afghans", not "Swiss" or "Chinese".
fn is_plural(candidate: &Candidate, context: &Context) -> bool {
    let word = candidate.tokens.end.checked_sub(1).map_or("", |i| context.tokens.word(i));
    word.ends_with('s') && !word.ends_with("ss")
}

/// What the tagger or a title makes of a name that the pack does not have.
fn unlisted(candidate: &Candidate, context: &Context) -> Reading {
    let kind = match candidate.label {
        Some(Label::Per) => Kind::Person,
        Some(Label::Org) => Kind::Organization,
        Some(Label::Loc) => Kind::Place,
        _ => return Reading::Nothing,
    };
    // A name that the pack lists and the context refuses is unlike an unheard one: be slower to believe in it.
    let refused = candidate.senses.iter().any(|s| context.knowledge.kind_of(s) == Some(kind) && kind != Kind::Person);
    if context.is_sport && !candidate.senses.is_empty() && kind != Kind::Person {
        return Reading::Nothing;
    }
    let confidence = candidate.label_confidence * if refused { 0.6 } else { 1.0 };
    if kind == Kind::Person && candidate.tokens.len() == 1 {
        return Reading::Short(Vec::new());
    }
    Reading::Unlisted { kind, confidence }
}
