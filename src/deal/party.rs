//! Parties: who stands on which side of a trigger, by the words around it.

mod act;
mod behind;
mod implied;
mod target;
mod verb;

use crate::grammar::Tag;
use crate::knowledge::{Form, Kind};
use crate::mention::Mention;

use super::frame::Frame;
use super::lexicon::Sense;
use super::scene::Scene;
use super::trigger::{Name, Trigger};
use super::{DealKind, Role};

/// Who is on which side of one trigger.
#[derive(Clone, Debug, Default)]
pub(super) struct Sides {
    /// Entities with their roles, each entity once.
    pub members: Vec<(usize, Role)>,
    /// Those who could be the other side if there is only one: the speaker, the subject of the sentence, a partner.
    pub implied: Vec<usize>,
    /// Whether nations that are not named deal: "countries adopted an agreement".
    pub crowd: bool,
}

impl Sides {
    /// Adds a member; one that is there keeps its role.
    pub fn add(&mut self, entity: usize, role: Role) {
        if !self.members.iter().any(|&(e, _)| e == entity) {
            self.members.push((entity, role));
        }
    }

    fn extend(&mut self, entities: impl IntoIterator<Item = usize>, role: Role) {
        for entity in entities {
            self.add(entity, role);
        }
    }

    /// The members in a role.
    pub fn with(&self, role: Role) -> Vec<usize> {
        self.members.iter().filter(|m| m.1 == role).map(|m| m.0).collect()
    }
}

/// How the sides of a kind of deal stand to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// All agree.
    Mutual,
    /// One imposes on the other.
    Imposed,
    /// A body adopts what some sponsor.
    Adopted,
    /// One buys the other.
    Bought,
}

fn shape(kind: Option<DealKind>) -> Shape {
    match kind {
        Some(DealKind::Sanctions | DealKind::Tariffs) => Shape::Imposed,
        Some(DealKind::Resolution) => Shape::Adopted,
        Some(DealKind::Acquisition) => Shape::Bought,
        _ => Shape::Mutual,
    }
}

/// Reads the sides of a trigger.
pub(super) fn read(scene: &Scene, trigger: &Trigger, frame: &Frame) -> Sides {
    let reader = Reader { scene, trigger, frame, shape: shape(trigger.kind) };
    let mut sides = Sides::default();
    if let Name::Verb(act) = trigger.name {
        reader.by_act(act, &mut sides);
    } else {
        reader.by_modifiers(&mut sides);
        reader.by_owner(&mut sides);
        reader.by_verbs(&mut sides);
        reader.by_phrases(&mut sides);
        reader.by_participle(&mut sides);
        reader.by_relative(&mut sides);
        reader.by_terms(&mut sides);
    }
    sides.implied = reader.implied();
    sides.implied.retain(|e| !sides.members.iter().any(|m| m.0 == *e));
    sides
}

struct Reader<'s, 'a> {
    scene: &'s Scene<'a>,
    trigger: &'s Trigger,
    frame: &'s Frame,
    shape: Shape,
}

impl Reader<'_, '_> {
    /// "deal between X and Y", "sanctions on Y", "takeover of Y".
    fn by_phrases(&self, sides: &mut Sides) {
        let grammar = self.scene.grammar;
        // "sanctions and other restrictions on Russia": what follows the last of a list belongs to all of it.
        let last = grammar.coordinates(self.trigger.chunk).last().copied().unwrap_or(self.trigger.chunk);
        let own = grammar.phrases(self.trigger.chunk);
        let shared = if own.is_empty() && last != self.trigger.chunk { grammar.phrases(last) } else { Vec::new() };
        let aims: Vec<usize> = grammar.complement(self.trigger.chunk, &["on", "against"]).into_iter().collect();
        for (preposition, noun) in own.into_iter().chain(shared) {
            let word = grammar.head(preposition);
            let list = grammar.coordinates(noun);
            let actors = || self.sides_of(&list);
            match (self.shape, word) {
                (_, "between" | "among" | "amongst" | "involving") => sides.extend(actors(), Role::Party),
                (Shape::Mutual | Shape::Bought | Shape::Adopted, "with" | "alongside") => {
                    sides.extend(actors(), Role::Party)
                }
                (Shape::Imposed, "to")
                    if preposition != self.trigger.chunk + 1 && !sides.with(Role::Target).is_empty() => {}
                (Shape::Imposed, "of") if preposition != self.trigger.chunk + 1 => {}
                (Shape::Imposed, "on" | "against" | "from" | "to" | "of") => self.by_target(&list, sides),
                // "relief for Syria", but "tariffs on India for its purchases of oil"
                (Shape::Imposed, "for") if aims.is_empty() => self.by_target(&list, sides),
                (Shape::Bought, "from") if self.is_bid() => sides.extend(actors(), Role::Party),
                (Shape::Bought, "to") => sides.extend(actors(), Role::Party),
                (Shape::Bought, "of") if list.len() > 1 => sides.extend(actors(), Role::Party),
                (Shape::Bought, "of" | "for" | "in") => sides.extend(actors(), Role::Target),
                (Shape::Mutual, "by") if self.is_offered_peace() && self.trigger.kind == Some(DealKind::Peace) => {
                    sides.extend(actors(), Role::Mediator)
                }
                (_, "by") => sides.extend(actors(), Role::Party),
                (Shape::Adopted, "against") => sides.extend(actors(), Role::Target),
                (Shape::Adopted, "at" | "in" | "to") => sides.extend(self.bodies(noun), Role::Party),
                (Shape::Mutual, "of") if self.is_order() => sides.extend(self.scene.named(noun), Role::Party),
                (Shape::Mutual, "from" | "to") if self.is_offer() || self.is_contact() => {
                    sides.extend(actors(), Role::Party)
                }
                _ => {}
            }
        }
    }

    /// The actors of noun groups; in business also people, and companies whose name looks like a person’s.
    fn sides_of(&self, nouns: &[usize]) -> Vec<usize> {
        let business = matches!(self.trigger.kind, Some(DealKind::Acquisition | DealKind::Contract));
        let mut all = Vec::new();
        for &noun in nouns {
            let mut found = self.scene.actors(noun);
            if found.is_empty() && business {
                found.extend(self.scene.person(noun).filter(|&p| self.scene.cast.principal(p) == p));
            }
            all.extend(found.into_iter().filter(|e| !all.contains(e)).collect::<Vec<_>>());
        }
        all
    }

    /// "a call from Zelenskyy", "a visit to Egypt"
    fn is_contact(&self) -> bool {
        self.trigger.name == Name::Noun(Sense::Meeting)
    }

    /// "a takeover proposal from Acme"
    fn is_bid(&self) -> bool {
        matches!(self.scene.grammar.head(self.trigger.chunk), "bid" | "offer" | "proposal" | "approach")
    }

    fn is_order(&self) -> bool {
        self.trigger.name == Name::Noun(Sense::Order)
    }

    fn is_offer(&self) -> bool {
        matches!(self.trigger.name, Name::Noun(Sense::Plan | Sense::Swap | Sense::Order | Sense::Contract))
    }

    /// The international bodies in a noun group.
    fn bodies(&self, noun: usize) -> Vec<usize> {
        let organization = |&e: &usize| self.scene.kind(e) == Kind::Organization;
        self.scene.actors(noun).into_iter().filter(organization).collect()
    }

    /// "U.S.-Ukraine deal", "UN resolution", "Iran sanctions", "Egyptian proposal", "UN-brokered truce".
    fn by_modifiers(&self, sides: &mut Sides) {
        let grammar = self.scene.grammar;
        let group = grammar.chunks[self.trigger.chunk].tokens.clone();
        for mention in self.scene.cast.mentions_in(group) {
            let entity = self.scene.cast.principal(mention.entity);
            if !self.scene.can_deal(entity) {
                continue;
            }
            match self.modifier_role(mention) {
                Some(role) => sides.add(entity, role),
                None => continue,
            }
        }
    }

    fn modifier_role(&self, mention: &Mention) -> Option<Role> {
        let grammar = self.scene.grammar;
        let hyphen = grammar.tag(mention.tokens.end) == Tag::Hyphen;
        let behind = grammar.words.get(mention.tokens.end + 1).filter(|_| hyphen);
        if let Some(word) = behind.filter(|w| w.tag == Tag::Adjective && !w.base.is_empty()) {
            let between =
                verb::mediates(word.base) || matches!(word.base, "lead" | "back" | "sponsor" | "support" | "propose");
            return match word.base {
                _ if between && self.shape == Shape::Mutual => Some(Role::Mediator),
                _ if between => Some(Role::Party),
                "base" | "bear" => None,
                _ => Some(Role::Party),
            };
        }
        // "the Paris Agreement", "the Minsk accords": named after where they were made.
        if mention.form == Form::Metonym && !hyphen && grammar.tag(mention.tokens.start.wrapping_sub(1)) != Tag::Hyphen
        {
            return None;
        }
        match self.shape {
            Shape::Imposed if self.scene.is_adjectival(mention) => Some(Role::Party),
            Shape::Imposed => Some(Role::Target),
            Shape::Mutual if self.is_offered_peace() || self.is_peacemaker(mention) => Some(Role::Mediator),
            _ => Some(Role::Party),
        }
    }

    /// "the Trump peace agreement": a peace deal named after a person.
    fn is_peacemaker(&self, mention: &Mention) -> bool {
        self.trigger.kind == Some(DealKind::Peace) && mention.kind == Kind::Person
    }

    /// A plan for peace that somebody puts forward: its author stands between the sides.
    fn is_offered_peace(&self) -> bool {
        self.trigger.name == Name::Noun(Sense::Plan)
    }

    /// "Ukraine’s deal", "our deals".
    fn by_owner(&self, sides: &mut Sides) {
        let grammar = self.scene.grammar;
        let chunk = self.trigger.chunk;
        let mut owners = grammar.owner(chunk).map(|o| self.scene.actors(o)).unwrap_or_default();
        // "tariffs of its own"
        let own = grammar.complement(chunk, &["of"]).map(|n| grammar.chunks[n].tokens.clone());
        if let Some(own) = own.filter(|t| grammar.tag(t.start) == Tag::Owner && grammar.lower(t.end - 1) == "own") {
            // Whoever makes it owns it: in "presses Kyiv to sign a deal of its own", Kyiv.
            let makers = self.frame.links.first().map(|link| self.subjects(link.chunk)).unwrap_or_default();
            owners.extend(if makers.is_empty() { self.scene.referents(own.start) } else { makers });
        }
        let first = grammar.chunks[chunk].tokens.start;
        if grammar.tag(first) == Tag::Owner {
            owners.extend(self.scene.referents(first));
            let person = || grammar.antecedents.get(first).copied().flatten();
            if owners.is_empty() && self.shape == Shape::Bought {
                owners.extend(person());
            }
        }
        let role = match self.shape {
            Shape::Mutual if self.is_offered_peace() => Role::Mediator,
            _ => Role::Party,
        };
        sides.extend(owners, role);
    }
}
