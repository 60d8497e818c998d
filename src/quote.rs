//! Quotations and who says them.

use crate::entity::Cast;
use crate::span::Span;
use crate::token::Tokens;

/// A stretch between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// From the opening mark to behind the closing one.
    pub span: Span,
    /// Index into [`crate::entity::Cast::entities`].
    pub speaker: Option<usize>,
}

/// Finds the quotations of an article.
#[must_use]
pub fn find(_tokens: &Tokens, _cast: &Cast) -> Vec<Quote> {
    Vec::new()
}
