//! Quotations and who says them.

use crate::span::Span;

/// A stretch between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// From the opening mark to behind the closing one.
    pub span: Span,
    /// Index into [`crate::entity::Cast::entities`].
    pub speaker: Option<usize>,
}
