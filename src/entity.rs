//! Entities: mentions linked to the knowledge pack and to each other.

use std::ops::Range;

use crate::knowledge::{Kind, RecordId};
use crate::mention::Mention;

/// A person, nation, organization or place of the article.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: Kind,
    /// Full common name, or the fullest form in the article.
    pub name: String,
    /// Its record in the pack; none where only the article knows it.
    pub record: Option<RecordId>,
    /// Titles and appositions the article gives it, in order: "Acting U.S. Ambassador to the U.N.".
    pub described_as: Vec<String>,
    /// The nation it speaks and signs for at the article's date, if it is one of this cast: Putin for Russia, the
    /// White House for the United States. Index into [`Cast::entities`].
    pub acts_for: Option<usize>,
}

/// All who appear in an article. An entity may have no mention: the nation that a minister acts for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cast {
    /// Who and what.
    pub entities: Vec<Entity>,
    /// Where, in reading order, never overlapping.
    pub mentions: Vec<Mention>,
}

impl Cast {
    /// The mentions whose tokens lie in a range, in reading order.
    pub fn mentions_in(&self, tokens: Range<usize>) -> &[Mention] {
        let first = self.mentions.partition_point(|m| m.tokens.start < tokens.start);
        let last = self.mentions.partition_point(|m| m.tokens.end <= tokens.end);
        &self.mentions[first..last.max(first)]
    }

    /// The mention that covers a token.
    #[must_use]
    pub fn mention_at(&self, token: usize) -> Option<&Mention> {
        let i = self.mentions.partition_point(|m| m.tokens.end <= token);
        self.mentions.get(i).filter(|m| m.tokens.contains(&token))
    }

    /// The entity that answers for `entity` in a deal: the nation it acts for, else itself.
    #[must_use]
    pub fn principal(&self, entity: usize) -> usize {
        self.entities.get(entity).and_then(|e| e.acts_for).unwrap_or(entity)
    }
}
