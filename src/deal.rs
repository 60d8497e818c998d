//! Deals: who agrees on what with whom, how far it is, and who says so.

use jiff::civil::Date;
use serde::Serialize;

use crate::entity::Cast;
use crate::quote::Quote;
use crate::span::Span;
use crate::token::Tokens;

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
    /// Index into [`Cast::entities`].
    pub entity: usize,
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
    /// A short headline of its own.
    pub title: String,
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

/// Finds the deals of an article.
#[must_use]
pub fn find(_tokens: &Tokens, _cast: &Cast, _quotes: &[Quote], _date: Option<Date>) -> Vec<Deal> {
    Vec::new()
}
