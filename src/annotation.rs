//! The one schema that crosses every boundary: JSON from the command line, the same shape as objects in the browser.

mod assemble;
mod describe;
mod title;

pub use assemble::{Findings, assemble};

use serde::Serialize;

use crate::deal::{DealKind, Role, Stage};
use crate::knowledge::{Form, Kind};

/// All that Newsgloss says of an article.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Annotations {
    /// Version of this schema.
    pub version: u32,
    /// The article's date, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Who and what is named.
    pub entities: Vec<Entity>,
    /// Where they are named, in reading order, never overlapping.
    pub mentions: Vec<Mention>,
    /// What is quoted, and whom.
    pub quotes: Vec<Quote>,
    /// Who agrees on what with whom.
    pub deals: Vec<Deal>,
}

/// A person, nation, organization or place of the article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entity {
    /// Stable for a known entity (`nation/UA`), `article/...` for one that only the article knows.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Its full common name, or the fullest form in the article.
    pub name: String,
    /// `Q212`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<String>,
    /// Whether the knowledge pack has it.
    pub known: bool,
    /// ISO 3166 code of its nation, or its own, for a flag: `UA`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nation: Option<String>,
    /// What the article itself calls it: titles, appositions.
    pub described_as: Vec<String>,
    /// Offices at the article's date, leaders, capital, population ...
    pub facts: Vec<Fact>,
}

/// One line of a card.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Fact {
    /// `office`, `what`, `capital`, `head_of_state`, `population` ...
    pub label: String,
    /// As a card shows it.
    pub value: String,
    /// Since when, for an office: `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// The last day of an office that is over: `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Whether an office was open when its source spoke, and the article is so much later, or of no known day, that it
    /// may have changed hands: to be worded as of then.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unconfirmed: bool,
    /// Who says so.
    pub source: String,
    /// The day the source speaks of.
    pub as_of: String,
}

/// One place where an entity is named.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mention {
    /// First unit, in the offsets asked for.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The words there.
    pub text: String,
    /// Kind of its entity.
    pub kind: Kind,
    /// Index into [`Annotations::entities`].
    pub entity: usize,
    /// The others it means as well, where it means several at once: "both leaders".
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<usize>,
    /// How it names it.
    pub form: Form,
    /// Probability of being right, 0 to 1.
    pub confidence: f32,
}

/// A stretch between quotation marks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quote {
    /// First unit, at the opening mark.
    pub start: usize,
    /// One past the closing mark.
    pub end: usize,
    /// Index into [`Annotations::entities`].
    pub speaker: Option<usize>,
}

/// A deal, however often it is mentioned.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Deal {
    /// `deal/1`, in order of first mention.
    pub id: String,
    /// What sort of deal.
    pub kind: DealKind,
    /// "United States-Ukraine rare earth minerals deal".
    pub title: String,
    /// Between whom.
    pub parties: Vec<Party>,
    /// How far it is, at the article's date.
    pub stage: Stage,
    /// The words the stage is read from; none where it is only assumed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage_evidence: Option<Passage>,
    /// Subject words as they stand in the text.
    pub about: Vec<String>,
    /// Sums, as written.
    pub amounts: Vec<Amount>,
    /// Days and periods.
    pub dates: Vec<When>,
    /// Who says so: indices into [`Annotations::entities`].
    pub said_by: Vec<usize>,
    /// Conditions, as written.
    pub conditions: Vec<Passage>,
    /// Where it is named.
    pub mentions: Vec<Passage>,
    /// Probability of being a deal of this kind, 0 to 1.
    pub confidence: f32,
}

/// One side of a deal.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Party {
    /// Index into [`Annotations::entities`]; none for a side that is no entity of its own.
    pub entity: Option<usize>,
    /// Its full common name.
    pub name: String,
    /// What it does in the deal.
    pub role: Role,
}

/// A stretch of the text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Passage {
    /// First unit.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The words there.
    pub text: String,
}

/// A sum of money or goods.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Amount {
    /// Where and how it is written: "$400 billion".
    #[serde(flatten)]
    pub passage: Passage,
    /// ISO 4217, for money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// In whole units of the currency, or in the unit written behind it.
    pub value: f64,
}

/// A date or period, resolved against the article's date where the words allow.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct When {
    /// Where and how it is written: "this week or next".
    #[serde(flatten)]
    pub passage: Passage,
    /// First day, `YYYY-MM-DD`; none while unresolved or open.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
}
