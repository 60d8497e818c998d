//! Deals: who agrees on what with whom, how far it is, and who says so.

use jiff::civil::Date;
use serde::Serialize;

use crate::entity::Cast;
use crate::grammar::{Grammar, Tag};
use crate::order;
use crate::quote::Quote;
use crate::span::Span;
use crate::token::Tokens;

mod amount;
mod cluster;
mod confidence;
mod date;
mod detail;
mod frame;
mod lexicon;
mod party;
mod scene;
mod side;
mod split;
mod stage;
mod stranger;
#[cfg(test)]
mod tests;
mod trigger;
mod war;

use cluster::{Draft, Reading};
use confidence::Evidence;
use frame::Frame;
use lexicon::Sense;
use scene::Scene;
use stranger::Strangers;
use trigger::{Name, Trigger};
use war::War;

/// What sort of deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DealKind {
    /// Any agreement, pact, treaty or partnership between states or bodies.
    Agreement,
    /// Ceasefire, peace settlement, the end of a war.
    Peace,
    /// Sanctions, embargo, asset freeze.
    Sanctions,
    /// Tariffs, duties, quotas.
    Tariffs,
    /// A resolution, motion or declaration of an international body.
    Resolution,
    /// Swap or release of prisoners, hostages, remains.
    Exchange,
    /// Negotiations, summit, meeting about none of the above.
    Talks,
    /// Merger, takeover, stake.
    Acquisition,
    /// Order, supply contract, licence, settlement of a lawsuit.
    Contract,
}

/// What a party does in a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Agrees, negotiates, sponsors or imposes.
    Party,
    /// Is sanctioned, tariffed, addressed.
    Target,
    /// Hosts, brokers, guarantees.
    Mediator,
}

/// How far a deal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Called for, offered, threatened, planned.
    Proposed,
    /// Being negotiated.
    InTalks,
    /// Agreed in principle, announced, initialled.
    Agreed,
    /// Signed, adopted, ratified.
    Signed,
    /// Imposed, in effect, extended.
    InForce,
    /// Expired, lifted, completed.
    Ended,
    /// Rejected, vetoed, collapsed, suspended.
    Failed,
}

/// One side of a deal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Index into [`Cast::entities`]; none for a name that the cast does not have.
    pub entity: Option<usize>,
    /// What it is called there.
    pub name: String,
    /// What it does.
    pub role: Role,
}

/// A sum in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// Where it is written.
    pub span: Span,
    /// ISO 4217, for money.
    pub currency: Option<&'static str>,
    /// In whole units.
    pub value: f64,
}

/// A date or period in the text, as an interval where the words allow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// Where it is written.
    pub span: Span,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

/// One real-world deal of the article.
#[derive(Clone, Debug, PartialEq)]
pub struct Deal {
    /// What sort.
    pub kind: DealKind,
    /// Between whom.
    pub parties: Vec<Party>,
    /// How far it is.
    pub stage: Stage,
    /// The clause or sentence the stage is read from.
    pub stage_evidence: Option<Span>,
    /// Subject words.
    pub about: Vec<Span>,
    /// Sums.
    pub amounts: Vec<Amount>,
    /// Days and periods.
    pub dates: Vec<When>,
    /// Who says so: indices into [`Cast::entities`].
    pub said_by: Vec<usize>,
    /// Conditions.
    pub conditions: Vec<Span>,
    /// Where it is named, in reading order.
    pub mentions: Vec<Span>,
    /// Probability of being right, 0 to 1.
    pub confidence: f32,
}

/// Finds the deals of an article, in order of first mention.
#[must_use]
pub fn find(tokens: &Tokens, cast: &Cast, grammar: &Grammar, quotes: &[Quote], date: Option<Date>) -> Vec<Deal> {
    let strangers = Strangers::find(tokens, cast, grammar);
    let author = scene::author(cast, grammar, quotes, tokens);
    let scene = Scene { tokens, cast, quotes, grammar, strangers: &strangers, author, today: date };
    let readings: Vec<Reading> = trigger::find(&scene).into_iter().map(|t| read(&scene, t)).collect();
    let readings = split::several(&scene, readings);
    let wars = war::find(&scene);
    let mut drafts = cluster::gather(&scene, &readings);
    side::complete(&mut drafts);
    let mut deals: Vec<Deal> = drafts.into_iter().map(|draft| finish(&scene, draft, &readings, &wars)).collect();
    order::by_key(&mut deals, |deal| deal.mentions.first().map_or(0, |m| m.start));
    deals
}

/// Reads sides and stage of a trigger.
fn read(scene: &Scene, trigger: Trigger) -> Reading {
    let frame = match trigger.name {
        Name::Noun(_) => Frame::of_noun(scene.grammar, trigger.chunk),
        Name::Verb(_) => Frame::of_verb(scene.grammar, trigger.chunk),
    };
    let sides = party::read(scene, &trigger, &frame);
    let cues = stage::read(scene, &trigger, &frame);
    Reading { trigger, sides, cues }
}

/// Makes a deal of a draft.
fn finish(scene: &Scene, draft: Draft, readings: &[Reading], wars: &[War]) -> Deal {
    let mut triggers: Vec<&Trigger> = draft.triggers.iter().map(|&i| &readings[i].trigger).collect();
    order::by_key(&mut triggers, |t| t.tokens.start);
    let kind = draft.kind.unwrap_or_else(|| plain_kind(&triggers));
    let parties = side::settle(scene, kind, &draft, &triggers, wars);
    let cue = stage::latest(&draft.cues);
    let about = detail::about(scene, &triggers);
    let numbered = triggers.iter().any(|t| t.tokens.clone().any(|i| scene.grammar.tag(i) == Tag::Number));
    let evidence = Evidence {
        draft: &draft,
        triggers: &triggers,
        kind,
        sides: sides_of(&draft, kind, &parties),
        titled: !draft.titles.is_empty(),
        numbered,
    };
    Deal {
        kind,
        stage: cue.map_or_else(|| stage::default(kind), |c| c.stage),
        stage_evidence: cue.map(|c| c.evidence),
        amounts: detail::in_sentences(scene, &triggers, |tokens| amount::find(scene, tokens)),
        dates: detail::in_sentences(scene, &triggers, |tokens| date::find(scene, tokens)),
        said_by: detail::said_by(scene, &triggers),
        conditions: detail::conditions(scene, &triggers),
        mentions: triggers.iter().map(|t| scene.tokens.span(t.tokens.clone())).collect(),
        confidence: confidence::of(&evidence),
        parties,
        about,
    }
}

/// How many sides a deal has for its confidence: those between whom it is, one for mediators of a peace, two for a
/// crowd of nations without names.
fn sides_of(draft: &Draft, kind: DealKind, parties: &[Party]) -> usize {
    let between = parties.iter().filter(|p| p.role != Role::Mediator).count();
    let mediated = kind == DealKind::Peace && between < parties.len();
    between + usize::from(mediated) + if draft.sides.crowd && between == 0 { 2 } else { 0 }
}

/// The kind of a deal that no word tells more of: talks where only talks are named.
fn plain_kind(triggers: &[&Trigger]) -> DealKind {
    let talks = triggers.iter().all(|t| matches!(t.name, Name::Noun(Sense::Talks | Sense::Meeting)));
    if talks { DealKind::Talks } else { DealKind::Agreement }
}
