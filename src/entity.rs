//! Entities: candidates linked to the knowledge pack and to each other.
//!
//! Full names are settled first, then the short forms that lean on them, then who acts for which nation.

mod body;
mod cast;
mod context;
mod head;
mod inside;
mod link;
mod metonym;
mod nominal;
mod pair;
mod person;
mod place;
mod pronoun;

use std::ops::Range;

use jiff::civil::Date;

use crate::entity::cast::CastBuilder;
use crate::entity::context::Context;
use crate::entity::link::Reading;
use crate::knowledge::{Kind, Knowledge, RecordId};
use crate::mention::{Candidate, Mention};
use crate::span::Span;
use crate::token::Tokens;

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
    /// Where pronouns and words for two mean them; these overlap no mention.
    pub references: Vec<Reference>,
}

/// A pronoun, or words that mean two of the cast at once: "both leaders". They are for readers; quotes and deals read
/// such words by their grammar, where being nearly sure is enough.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Its bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Whom it means, the one who was named first first; one at least. Indices into [`Cast::entities`].
    pub entities: Vec<usize>,
    /// Probability of being right, 0 to 1.
    pub confidence: f32,
}

impl Cast {
    /// The mentions whose tokens lie in a range, in reading order.
    #[must_use]
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

/// Finds out whom the candidates mean. Mentions below `threshold` are left out.
#[must_use]
pub fn resolve(
    tokens: &Tokens,
    candidates: &[Candidate],
    knowledge: &Knowledge,
    date: Option<Date>,
    threshold: f32,
) -> Cast {
    let candidates = &inside::reveal(candidates, tokens, knowledge);
    let context = Context::survey(tokens, candidates, knowledge, date);
    let readings: Vec<Reading> = candidates.iter().map(|c| link::read(c, &context)).collect();
    let mut cast = CastBuilder::new(tokens, knowledge, date, threshold);
    let is_head = |candidate, reading: &Reading| {
        matches!(reading, Reading::Unlisted { kind: Kind::Organization | Kind::Place, .. })
            && head::is_head(candidate, &context)
    };
    for (candidate, reading) in candidates.iter().zip(&readings).filter(|(c, r)| !is_head(c, r)) {
        cast.introduce(candidate, reading);
    }
    for (candidate, reading) in candidates.iter().zip(&readings) {
        match reading {
            Reading::Short(senses) => person::settle(candidate, senses, &context, &mut cast),
            _ if is_head(candidate, reading) && !head::settle(candidate, &context, &mut cast) => {
                cast.introduce(candidate, reading);
            }
            _ => {}
        }
    }
    cast.sort();
    head::find(&context, &mut cast);
    nominal::find(&context, &mut cast);
    pair::find(&context, &mut cast);
    pronoun::find(&context, &mut cast);
    cast.finish()
}
