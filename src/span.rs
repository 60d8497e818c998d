//! Half-open byte spans, and the one conversion of byte offsets to UTF-16 and to code points.
//!
//! Inside the core every offset is a byte offset into the article's text. Other units exist only at the edge.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open range of bytes, `start..end`, on character boundaries of the article's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span `start..end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The characters under the span; empty where the span does not fit the text.
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Whether the two spans share a byte.
    #[must_use]
    pub fn overlaps(&self, other: &Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies inside this span.
    #[must_use]
    pub fn contains(&self, other: &Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span covers no byte.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// The unit in which offsets leave the core.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OffsetUnit {
    /// UTF-16 code units, as JavaScript strings and the DOM count.
    #[default]
    Utf16,
    /// Unicode code points, as Python strings count.
    Char,
    /// Bytes of UTF-8.
    Byte,
}

/// Byte offsets to another unit: one pass over the text, then a look-up an offset.
pub struct OffsetMap {
    /// `(byte, offset)` after each character whose widths differ in the two units, ascending.
    steps: Vec<(usize, usize)>,
}

impl OffsetMap {
    /// Reads the text once.
    #[must_use]
    pub fn new(text: &str, unit: OffsetUnit) -> Self {
        let width = |c: char| match unit {
            OffsetUnit::Utf16 => c.len_utf16(),
            OffsetUnit::Char => 1,
            OffsetUnit::Byte => c.len_utf8(),
        };
        let mut steps = Vec::new();
        let mut offset = 0;
        for (byte, c) in text.char_indices() {
            offset += width(c);
            if width(c) != c.len_utf8() {
                steps.push((byte + c.len_utf8(), offset));
            }
        }
        Self { steps }
    }

    /// The offset, in the map's unit, of a byte offset on a character boundary.
    #[must_use]
    pub fn at(&self, byte: usize) -> usize {
        match self.steps.partition_point(|&(b, _)| b <= byte) {
            0 => byte,
            n => self.steps[n - 1].1 + (byte - self.steps[n - 1].0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_in_each_unit() {
        let text = "a–b🙂c";
        let offsets = |unit| {
            let map = OffsetMap::new(text, unit);
            text.char_indices().map(|(b, _)| map.at(b)).collect::<Vec<_>>()
        };
        assert_eq!(offsets(OffsetUnit::Byte), [0, 1, 4, 5, 9]);
        assert_eq!(offsets(OffsetUnit::Char), [0, 1, 2, 3, 4]);
        assert_eq!(offsets(OffsetUnit::Utf16), [0, 1, 2, 3, 5]);
    }
}
