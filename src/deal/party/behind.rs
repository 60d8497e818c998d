//! Clauses behind the noun and sides: who made it, whom it binds, what it demands of whom.

use crate::deal::lexicon::is_in;
use crate::deal::{DealKind, Role};
use crate::grammar::{ChunkKind, Mood, Verb};

use super::{Reader, Shape, Sides};

/// Verbs that a deal suffers and never does: "the accord, reached with the help of Qatar" needs no auxiliary.
fn is_made(base: &str) -> bool {
    is_in("reach sign broker strike negotiate conclude seal mediate host draft sponsor adopt impose propose", base)
}

impl Reader<'_, '_> {
    /// "brokered by X", "signed by X and Y", "hosted by X", "that X imposed on Y" right behind the noun.
    pub(super) fn by_participle(&self, sides: &mut Sides) {
        let grammar = self.scene.grammar;
        let end = grammar.sentence(self.trigger.chunk).end;
        for at in (self.trigger.chunk + 1..end).take(6) {
            match grammar.kind(at) {
                ChunkKind::Verb => {
                    let verb = grammar.verb(at);
                    let reduced = verb.mood == Mood::Past && is_made(verb.base) && grammar.objects(at).is_empty();
                    let passive = matches!(verb.mood, Mood::Participle | Mood::Past) && verb.passive;
                    if reduced || passive || verb.mood == Mood::Participle {
                        self.by_passive(at, &verb, sides);
                    }
                    break;
                }
                ChunkKind::Mark | ChunkKind::Subordinator => break,
                _ => {}
            }
        }
        if self.trigger.kind == Some(DealKind::Contract) {
            self.by_purpose(sides);
        }
        if self.shape == Shape::Adopted {
            let verbs = (self.trigger.chunk + 1..end).filter(|&c| grammar.kind(c) == ChunkKind::Verb);
            let without = |c: &usize| c.checked_sub(1).is_some_and(|p| grammar.head(p) == "without");
            let asserted = verbs.take(4).filter(|c| !without(c) && !grammar.verb(*c).negated);
            for c in asserted {
                self.by_call(c, &grammar.verb(c), sides);
                self.by_measure(c, &grammar.verb(c), sides);
            }
        }
    }

    /// "a pact that commits the two countries to assist each other"
    pub(super) fn by_relative(&self, sides: &mut Sides) {
        let grammar = self.scene.grammar;
        let end = grammar.sentence(self.trigger.chunk).end;
        let relative = (self.trigger.chunk + 1..end).take(4).find(|&c| grammar.kind(c) == ChunkKind::Relative);
        let Some(verb) = relative.and_then(|r| (r + 1..end).take(2).find(|&c| grammar.kind(c) == ChunkKind::Verb))
        else {
            return;
        };
        if self.shape == Shape::Mutual && is_in("commit bind oblige involve unite join", grammar.verb(verb).base) {
            sides.extend(self.sides_of(&grammar.objects(verb)), Role::Party);
        }
    }

    /// "a deal under which Beijing would lift its curbs and Washington its tariffs": those who would do so.
    pub(super) fn by_terms(&self, sides: &mut Sides) {
        let grammar = self.scene.grammar;
        let which = self.trigger.chunk + 2;
        let led = grammar.kind(which - 1) == ChunkKind::Preposition && grammar.head(which - 1) == "under";
        if self.shape != Shape::Mutual || !led || grammar.head(which) != "which" {
            return;
        }
        let rest = which..grammar.sentence(which).end;
        let verbs = rest.filter(|&c| {
            grammar.kind(c) == ChunkKind::Verb && matches!(grammar.verb(c).mood, Mood::Possible | Mood::Future)
        });
        let doers: Vec<usize> = verbs.take(3).flat_map(|v| self.subjects(v)).collect();
        if doers.len() > 1 {
            sides.extend(doers, Role::Party);
        }
    }

    /// "a contract to supply gas to Globex": the one whom what is agreed goes to or comes from.
    fn by_purpose(&self, sides: &mut Sides) {
        let grammar = self.scene.grammar;
        let verb = self.trigger.chunk + 1;
        let delivers = is_in("supply deliver sell provide build buy purchase make", grammar.verb(verb).base);
        if grammar.kind(verb) == ChunkKind::Verb && delivers && grammar.verb(verb).mood == Mood::Infinitive {
            let other = grammar.complement(verb, &["to", "for", "from", "with"]);
            sides.extend(other.map(|n| self.sides_of(&[n])).unwrap_or_default(), Role::Party);
        }
    }

    /// "a resolution calling for Russia to withdraw", "demanding Russia’s withdrawal".
    pub(super) fn by_call(&self, verb_chunk: usize, verb: &Verb, sides: &mut Sides) {
        if !is_in(
            "call demand condemn urge order require press denounce declare accuse censure rebuke deplore",
            verb.base,
        ) {
            return;
        }
        let grammar = self.scene.grammar;
        let that = (grammar.head(verb_chunk + 1) == "that").then_some(verb_chunk + 2);
        let called = grammar.complement(verb_chunk, &["for", "on", "upon"]).into_iter().chain(that);
        for noun in grammar.objects(verb_chunk).into_iter().chain(called) {
            let actors = self.scene.actors(noun);
            let owner = grammar.owner(noun).map(|o| self.scene.actors(o)).unwrap_or_default();
            sides.extend(actors.into_iter().chain(owner), Role::Target);
        }
    }

    /// "a resolution that extends the embargo on Liberia": who its measure is aimed at.
    fn by_measure(&self, verb_chunk: usize, verb: &Verb, sides: &mut Sides) {
        if !is_in("impose extend renew tighten lift ease expand suspend", verb.base) {
            return;
        }
        let grammar = self.scene.grammar;
        let on = grammar.objects(verb_chunk).into_iter().find_map(|n| grammar.complement(n, &["on", "against"]));
        sides.extend(on.map(|n| self.aimed_at(n)).unwrap_or_default(), Role::Target);
    }
}
