//! People: when a full name is the person the pack knows, and whose a surname is. A wrong card about a person is
//! worse than none.

mod bearer;

use jiff::civil::Date;

use crate::entity::cast::CastBuilder;
use crate::entity::context::Context;
use crate::entity::link::Reading;
use crate::entity::person::bearer::Bearer;
use crate::knowledge::{Form, Guard, Office, Record, RecordId, Sense, key};
use crate::mention::{Candidate, role};
use crate::tagger::Label;

/// Prominence from which a bare surname can be enough.
const HOUSEHOLD_NAME: u8 = 3;

/// How well a full name fits a person of the pack, about 0 to 1.
#[must_use]
pub fn weigh(sense: &Sense, record: &Record, candidate: &Candidate, context: &Context) -> f32 {
    let label = match candidate.label {
        Some(Label::Per) => 0.05,
        Some(_) => -0.5 * candidate.label_confidence,
        None => -0.05,
    };
    let base = match record.prominence {
        HOUSEHOLD_NAME.. => 0.88,
        2 if !is_common(record, context) => 0.88,
        2 => 0.6,
        _ => 0.35,
    };
    let guard = if sense.guard == Guard::None { 0.0 } else { -0.3 };
    base + label
        + guard
        + support(sense.record, record, candidate, context)
        + stranger(sense.record, record, candidate, context)
}

/// Whether many bear the surname, so that a namesake is likely: "Johnson".
fn is_common(record: &Record, context: &Context) -> bool {
    const MANY: usize = 5;
    let surname = record.name.rsplit(' ').next().unwrap_or_default();
    context.knowledge.senses(&key(surname)).len() >= MANY
}

/// What speaks for a namesake: in a document without the person's nation, a calling that the person never had, or an
/// age, as private people are given one.
fn stranger(id: RecordId, record: &Record, candidate: &Candidate, context: &Context) -> f32 {
    const CALLINGS: &[&str] = &[
        "Mayor", "Councillor", "Councilor", "Sheriff", "Officer", "Sergeant", "Sgt.", "Det.", "Detective", "Dr.",
        "Professor", "Prof.", "Coach", "Rev.", "Pastor", "Rabbi", "Father", "Sister", "Judge", "Capt.", "Cpl.",
        "teacher", "nurse", "plumber", "student", "farmer", "driver", "actor", "actress", "singer", "player",
        "striker", "pitcher", "quarterback", "painter", "author", "baker", "biologist", "professor", "coach",
    ];
    let at_home = nations(record).any(|n| context.weight_beside(n, id) > 0.0);
    if at_home || title_fits(record, candidate, context) {
        return 0.0;
    }
    let before = context.word_back(candidate, 1);
    let title = || candidate.title.clone().chain(candidate.apposition.clone()).map(|i| context.tokens.word(i));
    let calling = CALLINGS.contains(&before) || title().any(|w| CALLINGS.contains(&w));
    let end = candidate.tokens.end;
    let age = context.tokens.word(end + 1).parse::<u8>().is_ok_and(|age| age > 9);
    let aged = context.tokens.word(end) == "," && age && matches!(context.tokens.word(end + 2), "," | ".");
    if calling || aged { -0.5 } else { 0.0 }
}

/// What the document says for a person: the nation is in it, the title fits, the time fits.
fn support(id: RecordId, record: &Record, candidate: &Candidate, context: &Context) -> f32 {
    let nation = nations(record).map(|n| context.weight_beside(n, id)).fold(0.0, f32::max);
    let mut support = if nation > 0.0 { 0.05 + 0.4 * nation.min(0.6) } else { 0.0 };
    if title_fits(record, candidate, context) {
        support += if names_the_office(record, candidate, context) { 0.45 } else { 0.3 };
    }
    if context.date.is_some_and(|day| !lives_in(record, day)) {
        support -= 0.4;
    }
    support
}

fn nations(record: &Record) -> impl Iterator<Item = RecordId> {
    record.nation.into_iter().chain(record.offices.iter().filter_map(|office| office.of))
}

/// Whether a word of the title or apposition names an office the person holds or held.
#[must_use]
pub fn title_fits(record: &Record, candidate: &Candidate, context: &Context) -> bool {
    let words = || candidate.title.clone().chain(candidate.apposition.clone()).map(|i| context.tokens.word(i));
    let said =
        |office: &str| words().filter(|w| role::is_role(w) || role::is_honorific(w)).any(|w| same_role(w, office));
    record.offices.iter().any(|office| said(&office.title))
}

/// Whether the title says more of the office than its role: "Secretary of State", "Treasury Secretary".
fn names_the_office(record: &Record, candidate: &Candidate, context: &Context) -> bool {
    let telling = |w: &&str| w.len() > 4 && w.starts_with(char::is_uppercase) && !role::is_role(w);
    let words: Vec<&str> = candidate.title.clone().map(|i| context.tokens.word(i)).filter(telling).collect();
    let said = |office: &Office| words.iter().any(|word| office.title.split(' ').any(|part| part == *word));
    record.offices.iter().any(said)
}

/// "Sen." and "Senator", "Gov." and "Governor", "president" and "President of Russia".
fn same_role(word: &str, office: &str) -> bool {
    let stem = word.trim_end_matches('.').to_lowercase();
    if matches!(stem.as_str(), "mr" | "mrs" | "ms" | "miss" | "dr" | "sir") {
        return false;
    }
    let office = office.to_lowercase();
    let mut words = office.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.any(|w| w == stem || (stem.len() >= 3 && stem.len() <= 4 && word.ends_with('.') && w.starts_with(&stem)))
}

/// Whether the article's day lies in or near the person's public life.
fn lives_in(record: &Record, day: Date) -> bool {
    let first = record.offices.iter().filter_map(|o| o.start).min();
    let last = record.offices.iter().map(|o| o.end.or(o.as_of)).max().flatten();
    first.is_none_or(|d| i32::from(d.year()) - i32::from(day.year()) <= 12)
        && last.is_none_or(|d| i32::from(day.year()) - i32::from(d.year()) <= 30)
}

/// Finds the owner of a short name: somebody the article names in full, else a household name of the pack, else
/// somebody whom only this article knows.
pub fn settle(candidate: &Candidate, senses: &[Sense], context: &Context, cast: &mut CastBuilder) {
    if bearer::is_no_name(candidate, context) || bearer::follows_a_name(candidate, context) {
        return;
    }
    let kin = bearer::is_listed_kin(candidate, context);
    match bearer::among(&cast.owners_of(candidate, senses, !kin), candidate, context, cast) {
        Bearer::Sure(owner) => return cast.mention(candidate, owner, Form::Short, 0.95),
        Bearer::Unclear => return,
        Bearer::Nobody => {}
    }
    if let Some((record, confidence)) = household_name(candidate, senses, context) {
        cast.introduce(candidate, &Reading::Known { record, form: Form::Short, confidence });
        return;
    }
    if candidate.label == Some(Label::Per) {
        let doubt = if senses.is_empty() && candidate.title.is_empty() { 0.8 } else { 0.95 };
        cast.introduce_person(candidate, candidate.label_confidence * doubt);
    }
}

/// The one well-known person whom a bare surname can mean here.
fn household_name(candidate: &Candidate, senses: &[Sense], context: &Context) -> Option<(RecordId, f32)> {
    let known: Vec<(RecordId, &Record, f32)> = senses
        .iter()
        .filter_map(|s| {
            context.knowledge.record(s.record).map(|r| (s.record, r, support(s.record, r, candidate, context)))
        })
        .filter(|(_, r, support)| {
            let known = *support > 0.0 || (*support >= 0.0 && senses.len() == 1 && bearer::is_bare(candidate, context));
            (r.prominence >= HOUSEHOLD_NAME && known) || title_fits(r, candidate, context) && *support >= 0.34
        })
        .collect();
    let weight = |(_, record, support): &(_, &Record, f32)| support + f32::from(record.prominence) * 0.1;
    let &(id, record, support) = known.iter().rev().max_by(|a, b| weight(a).total_cmp(&weight(b)))?;
    // "Representatives Strickland and Miller": one of many, unless a title tells or another name is joined to it.
    let joined = matches!(context.word_back(candidate, 1), "-" | "–");
    let common = (senses.len() >= 4 && !joined) || (senses.len() == 3 && support < 0.12);
    let vague = common && candidate.title.is_empty();
    if vague || bearer::is_brand(candidate, context) || bearer::is_listed_kin(candidate, context) {
        return None;
    }
    // Two who fit equally well: none.
    let clear = known.get(1).is_none_or(|(_, r, s)| support - s > 0.08 || record.prominence > r.prominence);
    let label = match candidate.label {
        Some(Label::Per) => 0.2,
        None if !context.is_sport => 0.0,
        _ => return None,
    };
    clear.then_some((id, (0.55 + label + support * 0.4).min(0.95)))
}

/// Whom a person acts for on a day, by a high office held then: a nation, a union, the body they head.
#[must_use]
pub fn acts_for(record: &Record, day: Option<Date>) -> Option<RecordId> {
    let offices = || record.offices.iter().filter(|office| office.is_held(day) && office.is_high());
    let own = offices().find(|o| o.of.is_some() && o.of == record.nation);
    own.or_else(|| offices().next()).and_then(|office| office.of)
}

/// The nation a person acts for by the title an undated article gives: "President Bush" acts for what he presided over.
#[must_use]
pub fn acts_for_by_title(record: &Record, titles: &[String]) -> Option<RecordId> {
    let said =
        |office: &Office| titles.iter().filter(|t| !role::is_past(t)).any(|t| office.title.starts_with(t.as_str()));
    record.offices.iter().find(|office| office.is_high() && said(office)).and_then(|office| office.of)
}
