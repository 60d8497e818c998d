//! Acts and sides: who does and who suffers what a verb names that is itself the deal.

use crate::deal::frame::Relation;
use crate::deal::lexicon::{self, Act};
use crate::deal::trigger::meeting_partner;
use crate::deal::{DealKind, Role};
use crate::grammar::ChunkKind;
use crate::knowledge::Kind;

use super::{Reader, Sides};

impl Reader<'_, '_> {
    /// The sides of a deal that a verb names.
    pub(super) fn by_act(&self, act: Act, sides: &mut Sides) {
        let grammar = self.scene.grammar;
        let chunk = self.trigger.chunk;
        let verb = grammar.verb(chunk);
        let subjects = self.subjects(chunk);
        if act == Act::EndWar {
            return self.by_end(subjects, sides);
        }
        if act != Act::Free || !verb.passive {
            sides.extend(subjects, Role::Party);
        }
        match act {
            Act::EndWar => {}
            Act::Meet => sides.extend(meeting_partner(self.scene, chunk, verb.base), Role::Party),
            Act::Visit => sides.extend(self.sides_of(&grammar.objects(chunk)), Role::Party),
            Act::Buy if verb.base == "sell" => self.by_sale(sides),
            Act::Buy => self.by_purchase(sides),
            Act::Penalize => self.by_penalty(sides),
            Act::Free => sides.extend(self.behind(&["with", "by"]), Role::Party),
            Act::Agree | Act::Negotiate | Act::Partner | Act::Settle => {
                sides.extend(self.paid(act), Role::Party);
                sides.extend(self.behind(&["with", "between"]), Role::Party);
            }
        }
    }

    /// Those behind a preposition after the verb.
    fn behind(&self, prepositions: &[&str]) -> Vec<usize> {
        let noun = self.scene.grammar.complement(self.trigger.chunk, prepositions);
        noun.map(|n| self.sides_of(&[n])).unwrap_or_default()
    }

    /// "Israel and Hamas agreed to end the war": two who end it are its sides; one who seeks that stands between them.
    fn by_end(&self, subjects: Vec<usize>, sides: &mut Sides) {
        self.by_attack(self.trigger.chunk, &subjects, sides);
        if subjects.len() >= 2 {
            sides.extend(subjects, Role::Party);
        }
        for link in self.frame.links.iter().filter(|l| l.relation == Relation::Over) {
            let role = if link.verb.base == "agree" { Role::Party } else { Role::Mediator };
            sides.extend(self.scene.doers(link.chunk), role);
        }
    }

    /// "sell a unit to Globex"
    fn by_sale(&self, sides: &mut Sides) {
        sides.extend(self.behind(&["to"]), Role::Party);
        if self.trigger.kind == Some(DealKind::Acquisition) {
            sides.extend(self.bought(self.trigger.chunk), Role::Target);
        }
    }

    /// "buy Globex", "take over Globex", "order jets from Airbus"
    fn by_purchase(&self, sides: &mut Sides) {
        let chunk = self.trigger.chunk;
        let contract = self.trigger.kind == Some(DealKind::Contract);
        if contract {
            sides.extend(self.makers(chunk), Role::Party);
        } else {
            sides.extend(self.bought(chunk), Role::Target);
        }
        sides.extend(self.behind(&["over", "with"]), Role::Target);
        if contract {
            sides.extend(self.behind(&["from"]), Role::Party);
        }
    }

    /// "sanctioned Iran", "banned imports from Russia"
    fn by_penalty(&self, sides: &mut Sides) {
        let grammar = self.scene.grammar;
        let objects = grammar.objects(self.trigger.chunk);
        self.by_target(&objects, sides);
        let goods = objects.into_iter().chain([self.trigger.chunk]);
        let of = goods.filter_map(|n| grammar.complement(n, &["from", "to", "of", "on"])).next();
        sides.extend(of.map(|n| self.aimed_at(n)).unwrap_or_default(), Role::Target);
    }

    /// "agreed to halt attacks on Ukraine": the attacker and the attacked.
    fn by_attack(&self, verb: usize, attackers: &[usize], sides: &mut Sides) {
        let grammar = self.scene.grammar;
        let Some(&object) = grammar.objects(verb).first() else { return };
        let Some(on) = grammar.complement(object, &["on", "against"]) else { return };
        let mut attacked = self.sides_of(&grammar.coordinates(on));
        attacked.extend(grammar.owner(on).map(|o| self.sides_of(&[o])).unwrap_or_default());
        if !attacked.is_empty() {
            sides.extend(attackers.iter().copied().chain(attacked), Role::Party);
        }
    }

    /// "agreed to pay Acme $3 million to settle a lawsuit": Acme, the object of the verb over the settlement.
    fn paid(&self, act: Act) -> Vec<usize> {
        let over = self.frame.links.get(1).filter(|l| act == Act::Settle && l.verb.base == "pay");
        let receiver = over.and_then(|l| self.scene.grammar.objects(l.chunk).first().copied());
        receiver.map(|n| self.sides_of(&[n])).unwrap_or_default()
    }

    /// The companies that are bought, those of an apposition included: "another airline, Globex".
    fn bought(&self, verb: usize) -> Vec<usize> {
        let grammar = self.scene.grammar;
        let objects = grammar.objects(verb);
        let mut found = self.sides_of(&objects);
        let apposed = objects.last().filter(|&&n| grammar.kind(n + 1) == ChunkKind::Comma).map(|n| n + 2);
        if let Some(name) = apposed.filter(|_| found.is_empty()) {
            found = self.sides_of(&[name]);
        }
        found
    }

    /// The company that goods are named after: "Boeing aircraft".
    fn makers(&self, verb: usize) -> Vec<usize> {
        let goods = |&n: &usize| {
            let tokens = self.scene.grammar.chunks[n].tokens.clone();
            tokens.into_iter().any(|t| lexicon::is_goods(self.scene.grammar.lower(t)))
        };
        let objects = self.scene.grammar.objects(verb);
        let company = |e: &usize| self.scene.kind(*e) == Kind::Organization;
        objects.into_iter().filter(goods).flat_map(|n| self.scene.named(n)).filter(company).collect()
    }
}
