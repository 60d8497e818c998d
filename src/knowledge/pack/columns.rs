//! Records and aliases as columns: alike stands beside alike, which halves the bytes on the wire.
//!
//! Nothing that follows from something else is written twice. Records are sorted by kind and by the key of their
//! name, so the keys that are names of their own record come in the order of the records: such a sense needs no
//! record id, and a name that equals its key no text. An id that is the slug of its name is not written either.
//! Links to records and days are written plus one, 0 stands for none.
//!
//! A page waits while a pack is taken in, by code that the browser has not optimized yet: so bytes and texts stand in
//! one piece, which is copied at once.

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use crate::knowledge::{Form, Guard, Kind, Rank, RecordId};

/// Texts in one piece, each closed by a line break, which none of them holds.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Lines(pub String);

#[cfg(any(test, feature = "tools"))]
impl Lines {
    /// Adds a text at the end.
    pub fn push(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push('\n');
    }
}

/// Texts that some records have.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Own {
    /// Which records, in order.
    pub records: Vec<RecordId>,
    /// The text of each.
    pub texts: Lines,
}

/// The pack as it is written.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Columns {
    /// Strings that come again and again: classes, labels, titles, sources, days.
    pub shared: Lines,
    /// Aliases.
    pub keys: Keys,
    /// Entities.
    pub records: Records,
    /// What cards show of them.
    pub facts: Facts,
    /// What they hold or held.
    pub offices: Offices,
    /// Members of organizations, sorted by organization.
    pub members: Vec<(RecordId, Vec<RecordId>)>,
}

/// Aliases in order, each as the bytes it shares with the one before and the rest.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Keys {
    /// Bytes shared with the key before.
    pub shared_bytes: ByteBuf,
    /// The rest of each key.
    pub rests: Lines,
    /// How many senses each has.
    pub senses: ByteBuf,
    /// Form, guard and owner of each sense.
    pub tags: ByteBuf,
    /// The record of each sense that is not the name of the next record of its kind.
    pub records: Vec<RecordId>,
}

/// Entities, in the order of [`KINDS`], then of the keys of their names.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Records {
    /// How many there are of each kind.
    pub kinds: [u32; 4],
    /// Ids that are no slugs of names, without the word for the kind.
    pub ids: Own,
    /// Names that are not their own keys.
    pub names: Own,
    /// Number behind the Q; 0 for none.
    pub wikidata: Vec<u32>,
    /// Index into [`Columns::shared`].
    pub class: Vec<u16>,
    /// Link to a record.
    pub nation: Vec<u32>,
    /// 0 to 3.
    pub prominence: ByteBuf,
}

/// Facts of all records in turn; `label`, `source` and `as_of` index into [`Columns::shared`].
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Facts {
    /// How many each record has.
    pub count: ByteBuf,
    /// What is said.
    pub label: Vec<u16>,
    /// As a card shows it.
    pub value: Lines,
    /// Who says so.
    pub source: Vec<u16>,
    /// The day it speaks of.
    pub as_of: Vec<u16>,
}

/// Offices of all records in turn; `title` and `source` index into [`Columns::shared`].
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Offices {
    /// How many each record has.
    pub count: ByteBuf,
    /// "President of Russia".
    pub title: Vec<u16>,
    /// Index into [`RANKS`].
    pub rank: ByteBuf,
    /// Link to a record.
    pub of: Vec<u32>,
    /// Days since [`FIRST_DAY`].
    pub start: Vec<u32>,
    /// Days in office where the start is known, else days since [`FIRST_DAY`].
    pub end: Vec<u32>,
    /// Who says so.
    pub source: Vec<u16>,
    /// Days since [`FIRST_DAY`].
    pub as_of: Vec<u32>,
}

/// Kinds in the order of their records.
pub const KINDS: [Kind; 4] = [Kind::Person, Kind::Nation, Kind::Organization, Kind::Place];
/// Forms by number.
pub const FORMS: [Form; 6] = [Form::Name, Form::Short, Form::Acronym, Form::Demonym, Form::Metonym, Form::Nominal];
/// Guards by number.
pub const GUARDS: [Guard; 3] = [Guard::None, Guard::Context, Guard::Word];
/// Ranks by number.
pub const RANKS: [Rank; 6] =
    [Rank::HeadOfState, Rank::HeadOfGovernment, Rank::Minister, Rank::Legislator, Rank::Head, Rank::Other];
/// The day that days are counted from.
pub const FIRST_DAY: Date = date(1800, 1, 1);

/// The tag of a sense is `form * 3 + guard`, or, for a record's own name, `OWN + kind * 3 + guard`.
pub const OWN: u8 = (FORMS.len() * GUARDS.len()) as u8;

/// What is written before the slug of a name, by kind.
pub fn prefix(kind: Kind) -> &'static str {
    match kind {
        Kind::Nation => "nation/",
        Kind::Organization => "organization/",
        Kind::Place => "place/",
        Kind::Person => "person/",
    }
}
