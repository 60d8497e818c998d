//! What a pack says: entities, their facts and offices, and what aliases may mean.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::day;

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A person, known or not.
    Person,
    /// A state, an observer, a territory with a government of its own.
    Nation,
    /// A body, bloc, party, company, armed group or medium.
    Organization,
    /// Any other place: city, province, region, sea, building.
    Place,
}

/// How a mention names its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// Its name, full or customary: "Russian Federation", "U.S.", "Putin".
    Name,
    /// Part of its name, once the whole is known.
    Short,
    /// "NATO".
    Acronym,
    /// "Ukrainian", "Ukrainians".
    Demonym,
    /// A capital or seat that stands for the government: "Moscow".
    Metonym,
    /// No name at all: "the Ukrainian president".
    Nominal,
}

/// Index of a record in the pack.
pub type RecordId = u32;

/// One entity of the pack.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// `nation/UA`, `person/vladimir-putin`, `organization/nato`, `place/crimea`.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Its full common name.
    pub name: String,
    /// `Q212`, where known.
    pub wikidata: Option<String>,
    /// What it is more closely: `un_member`, `territory`, `city`, `region`, `company`, `armed_group` ...
    pub class: String,
    /// The nation it belongs to: a person's, a city's, a ministry's.
    pub nation: Option<RecordId>,
    /// How much news writes of it, 0 (seldom) to 3 (daily): decides between namesakes when nothing else does.
    pub prominence: u8,
    /// What a card shows.
    pub facts: Vec<Fact>,
    /// A person's offices, latest first; empty for all else.
    pub offices: Vec<Office>,
    /// Members of an organization.
    pub members: Vec<RecordId>,
}

/// One line of a card.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// `capital`, `population`, `area_km2`, `government` ...
    pub label: String,
    /// As a card shows it.
    pub value: String,
    /// Who says so.
    pub source: String,
    /// The day the source speaks of, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub as_of: String,
}

/// The weight of an office, by which a person acts for a nation or a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    /// Monarch, president.
    HeadOfState,
    /// Prime minister, chancellor, executive president.
    HeadOfGovernment,
    /// Minister, secretary, ambassador, envoy: acts for the nation.
    Minister,
    /// Member of a legislature.
    Legislator,
    /// Head of an organization or central bank.
    Head,
    /// Any other.
    Other,
}

/// How many days after its source spoke an open office is taken to be held: three months.
const TRUST: i64 = 92;

/// An office that a person holds or held.
#[derive(Clone, Debug, PartialEq)]
pub struct Office {
    /// "President of Russia".
    pub title: String,
    /// How weighty it is.
    pub rank: Rank,
    /// The nation or organization it belongs to.
    pub of: Option<RecordId>,
    /// First day, where known.
    pub start: Option<Date>,
    /// Last day; none while it lasts or where unknown.
    pub end: Option<Date>,
    /// Who says so.
    pub source: String,
    /// Until when the source can speak: after this day an open office is unconfirmed.
    pub as_of: Option<Date>,
}

impl Office {
    /// Whether the office is held on a day. An office without a start is taken to be held until it ends.
    #[must_use]
    pub fn held_on(&self, day: Date) -> bool {
        self.start.is_none_or(|start| start <= day) && self.end.is_none_or(|end| day <= end)
    }

    /// Whether the office is held on a day; where no day is known, whether it lasts.
    #[must_use]
    pub fn is_held(&self, day: Option<Date>) -> bool {
        day.map_or(self.end.is_none(), |day| self.held_on(day))
    }

    /// Whether the source is too old to say that the office is still held on a day; where no day is known, whether it
    /// was open at all when the source spoke.
    #[must_use]
    pub fn is_unconfirmed(&self, day: Option<Date>) -> bool {
        let late = |as_of: Date| day.is_none_or(|day| day::between(as_of, day) > TRUST);
        self.end.is_none() && self.as_of.is_some_and(late)
    }

    /// Whether its holder speaks and signs for what the office belongs to.
    #[must_use]
    pub fn is_high(&self) -> bool {
        matches!(self.rank, Rank::HeadOfState | Rank::HeadOfGovernment | Rank::Minister | Rank::Head)
    }
}

/// What must hold before an ambiguous alias is believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Guard {
    /// Nothing: the alias means this entity.
    None,
    /// Only in a document that names the entity in full, or names it with an office or its nation (surnames,
    /// "General Assembly", "the Fed").
    Context,
    /// Also an ordinary word or a common name ("Turkey", "Jordan", "Chad", "Who"): wants support from the words
    /// around it.
    Word,
}

/// One meaning of an alias.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Sense {
    /// What it may stand for.
    pub record: RecordId,
    /// How the alias names it.
    pub form: Form,
    /// What must hold first.
    pub guard: Guard,
}
