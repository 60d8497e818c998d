//! The checks across rows that every table must pass.

use super::Tables;

impl Tables<'_> {
    pub(super) fn check(&mut self) {}
}
