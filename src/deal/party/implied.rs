//! Implied sides: who may be the other side where the words name only one.

use std::ops::Range;

use crate::deal::DealKind;
use crate::deal::lexicon::Act;
use crate::deal::trigger::Name;
use crate::grammar::{ChunkKind, Mood};
use crate::knowledge::Kind;

use super::{Reader, Shape};

impl Reader<'_, '_> {
    /// Who else may be a side where the words name only one: who asks the other for it, the speaker, the subject of
    /// the sentence, those it says the subject is with.
    pub(super) fn implied(&self) -> Vec<usize> {
        let grammar = self.scene.grammar;
        let with = grammar.complement(self.trigger.chunk, &["with"]).is_some();
        let exchange = self.trigger.kind == Some(DealKind::Exchange);
        let sale = self.receivers();
        if !sale.is_empty() {
            return sale;
        }
        if !with && !exchange && self.trigger.kind != Some(DealKind::Talks) {
            return self.askers();
        }
        let sentence = grammar.sentence(self.trigger.chunk);
        if exchange {
            return self.homes(sentence);
        }
        let mut others: Vec<usize> = self.scene.speaker_at(self.trigger.tokens.start).into_iter().collect();
        others = others.into_iter().map(|e| self.scene.cast.principal(e)).filter(|&e| self.scene.can_deal(e)).collect();
        let told = self.frame.links.first().is_some_and(|l| !self.subjects(l.chunk).is_empty());
        if let Some(verb) = sentence.clone().find(|&c| grammar.kind(c) == ChunkKind::Verb).filter(|_| !told) {
            others.extend(self.sides_of(&grammar.subjects(verb)));
        }
        let with = (sentence.start..self.trigger.chunk).filter(|&c| grammar.head(c) == "with");
        others.extend(with.flat_map(|c| self.scene.actors(c + 1)));
        others
    }

    /// "Washington presses Kyiv to sign an agreement": between the two, where no third is named.
    fn askers(&self) -> Vec<usize> {
        let over = self.frame.links.iter().filter(|link| self.asks(link));
        over.flat_map(|link| self.subjects(link.chunk)).collect()
    }

    /// The nations of those who are freed: "returned the bodies of Ukrainian soldiers", "a U.S. reporter was freed".
    pub(super) fn homes(&self, sentence: Range<usize>) -> Vec<usize> {
        let grammar = self.scene.grammar;
        let person = |c: &usize| grammar.kind(*c) == ChunkKind::Noun && self.scene.actors(*c).is_empty();
        sentence.filter(person).flat_map(|c| self.scene.named(c)).collect()
    }

    /// "a deal handing the islands to Mauritius": whom the gerund behind the deal gives something; "buys French
    /// frigates": whose they are.
    pub(super) fn receivers(&self) -> Vec<usize> {
        let grammar = self.scene.grammar;
        if let Name::Verb(Act::Buy) = self.trigger.name {
            let nation = |e: &usize| self.scene.kind(*e) == Kind::Nation;
            let objects = grammar.objects(self.trigger.chunk).into_iter();
            return objects.flat_map(|n| self.scene.named(n)).filter(nation).collect();
        }
        let verb = self.trigger.chunk + 1;
        let gives = grammar.kind(verb) == ChunkKind::Verb && grammar.verb(verb).mood == Mood::Gerund;
        let to = grammar.complement(verb, &["to"]).filter(|_| gives && self.shape == Shape::Mutual);
        to.map(|n| self.sides_of(&grammar.coordinates(n))).unwrap_or_default()
    }
}
