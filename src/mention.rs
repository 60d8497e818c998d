//! Mentions: the names in the text, each with what it may stand for.

use std::ops::Range;

use crate::knowledge::{Form, Kind};
use crate::span::Span;

/// A name in the text, with the entity it is resolved to.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Its bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Kind of its entity.
    pub kind: Kind,
    /// How it names it.
    pub form: Form,
    /// Index into [`crate::entity::Cast::entities`].
    pub entity: usize,
    /// Probability of being right, 0 to 1.
    pub confidence: f32,
}
