//! Targets: whom a measure is aimed at, by name, by what they sell, or as examples of a crowd.

use crate::deal::lexicon;
use crate::deal::{DealKind, Role};
use crate::grammar::ChunkKind;

use super::{Reader, Sides};

impl Reader<'_, '_> {
    /// Those whom a measure on these noun groups is aimed at.
    pub(super) fn by_target(&self, nouns: &[usize], sides: &mut Sides) {
        for &noun in nouns {
            sides.extend(self.aimed_at(noun).into_iter().chain(self.examples(noun)), Role::Target);
        }
    }

    /// The players a measure is aimed at: the actor, or a nation anywhere in the group ("Liberian timber").
    pub(super) fn aimed_at(&self, noun: usize) -> Vec<usize> {
        let phrase = || self.scene.grammar.complement(noun, &["from", "of", "in"]).filter(|&n| n <= noun + 3);
        // "sanctions on Jane Smith": a person under sanctions is no nation.
        if let Some(person) = self.scene.person(noun).filter(|_| self.trigger.kind == Some(DealKind::Sanctions)) {
            return vec![person];
        }
        // "30 billion Canadian dollars of American goods"
        let measure = lexicon::is_measure(self.scene.grammar.head(noun));
        let mut found = self.scene.actors(noun);
        if found.is_empty() && !measure {
            found = self.scene.named(noun);
        }
        if found.is_empty() {
            found = phrase().map(|n| self.sides_of(&[n])).unwrap_or_default();
        }
        if found.is_empty() {
            found.extend(self.scene.person(noun));
        }
        found
    }

    /// Those named behind "including" or "such as": "entities, including Hamas and the Houthis".
    pub(super) fn examples(&self, noun: usize) -> Vec<usize> {
        let grammar = self.scene.grammar;
        // "entities connected to the Houthis"
        if is_tie(grammar.verb(noun + 1).base) {
            let to = grammar.complement(noun + 1, &["to", "with"]).map(|n| grammar.coordinates(n));
            return to.unwrap_or_default().into_iter().flat_map(|n| self.aimed_at(n)).collect();
        }
        let led = |c: &usize| matches!(grammar.head(*c), "including" | "such" | "notably" | "namely");
        let end = grammar.sentence(noun).end;
        let joint = |c: &usize| matches!(grammar.kind(*c), ChunkKind::Comma | ChunkKind::Mark | ChunkKind::Preposition);
        let lead = (noun + 1..end).take(3).take_while(joint).find(led);
        let first = lead.map(|c| if grammar.kind(c + 1) == ChunkKind::Noun { c + 1 } else { c + 2 });
        let mut list = first.map(|n| grammar.coordinates(n)).unwrap_or_default();
        // "Iran and its proxies, Hamas and the Houthis"
        if let Some(next) = list.last().map(|n| n + 2).filter(|&n| grammar.kind(n - 1) == ChunkKind::Comma) {
            list.extend(grammar.coordinates(next));
        }
        list.into_iter().flat_map(|n| self.aimed_at(n)).collect()
    }
}

/// Verbs that tie those without a name to those with one.
fn is_tie(base: &str) -> bool {
    matches!(base, "connect" | "link" | "tie" | "affiliate" | "associate")
}
