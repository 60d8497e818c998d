//! Readings: what kind of deal a verb names together with those who do it and its object.

use crate::deal::DealKind::{self, Acquisition, Agreement, Contract, Exchange, Peace, Sanctions, Talks};
use crate::deal::lexicon::{self, Act};
use crate::deal::scene::Scene;
use crate::grammar::{ChunkKind, Mood, Tag, Verb, is_role};
use crate::knowledge::Kind;

/// The kind a verb group names and the token where its mention ends; none where it names no deal.
pub(super) fn read(scene: &Scene, chunk: usize, act: Act) -> Option<(DealKind, usize)> {
    let grammar = scene.grammar;
    let reader = Reader { scene, chunk, verb: grammar.verb(chunk), object: grammar.objects(chunk).first().copied() };
    match act {
        Act::EndWar => reader.end(),
        Act::Free => reader.free(),
        Act::Buy => reader.buy(),
        Act::Visit => reader.visit(),
        Act::Meet => reader.meet(),
        Act::Agree => reader.agree(),
        Act::Penalize => reader.penalize(),
        Act::Partner => reader.partner(),
        Act::Settle => reader.settle(),
        Act::Negotiate => reader.negotiate(),
    }
}

/// Whether a verb group names a deal of its own, whoever makes it.
fn names_deal(scene: &Scene, chunk: usize) -> bool {
    let act = lexicon::verb(scene.grammar.verb(chunk).base);
    let own = act.filter(|act| matches!(act, Act::EndWar | Act::Free | Act::Buy | Act::Penalize));
    own.is_some_and(|act| read(scene, chunk, act).is_some())
}

/// Whom someone meets or speaks with.
pub(in crate::deal) fn meeting_partner(scene: &Scene, chunk: usize, base: &str) -> Vec<usize> {
    let direct = matches!(base, "meet" | "telephone" | "phone" | "call");
    let object = if direct { scene.grammar.objects(chunk) } else { Vec::new() };
    let with: &[&str] = if base == "speak" || base == "talk" { &["with", "to"] } else { &["with"] };
    let partner = scene.grammar.complement(chunk, with).map_or(Vec::new(), |n| scene.grammar.coordinates(n));
    scene.all_actors(&[object, partner].concat())
}

struct Reader<'s, 'a> {
    scene: &'s Scene<'a>,
    chunk: usize,
    verb: Verb,
    object: Option<usize>,
}

impl Reader<'_, '_> {
    fn end_of(&self, chunk: usize) -> usize {
        self.scene.grammar.chunks[chunk].tokens.end
    }

    /// A deal named by the verb alone.
    fn alone(&self, kind: DealKind, told: bool) -> Option<(DealKind, usize)> {
        told.then(|| (kind, self.end_of(self.chunk)))
    }

    /// A deal named by the verb with a noun group.
    fn with(&self, kind: DealKind, noun: usize) -> Option<(DealKind, usize)> {
        Some((kind, self.end_of(noun)))
    }

    /// Whether a word of a noun group passes a test.
    fn has(&self, noun: usize, test: fn(&str) -> bool) -> bool {
        self.scene.grammar.chunks[noun].tokens.clone().any(|t| test(self.scene.grammar.lower(t)))
    }

    fn behind(&self, prepositions: &[&str]) -> Option<usize> {
        self.scene.grammar.complement(self.chunk, prepositions)
    }

    /// Those who do it.
    fn subjects(&self) -> Vec<usize> {
        self.scene.all_actors(&self.scene.grammar.subjects(self.chunk))
    }

    /// Those with whom they do it.
    fn partners(&self, prepositions: &[&str]) -> Vec<usize> {
        self.behind(prepositions).map_or(Vec::new(), |n| self.scene.actors(n))
    }

    /// "ending the war", "halt attacks"
    fn end(&self) -> Option<(DealKind, usize)> {
        let halted = |n: &usize| {
            let head = self.scene.grammar.head(*n);
            lexicon::is_war(head) || lexicon::is_attack(head)
        };
        self.with(Peace, self.object.filter(halted)?)
    }

    /// "freed ten prisoners", "the hostages were freed", "handed over the bodies"
    fn free(&self) -> Option<(DealKind, usize)> {
        let held = |n: &usize| self.has(*n, lexicon::is_held);
        if self.verb.passive && self.scene.grammar.subjects(self.chunk).iter().any(held) {
            return self.alone(Exchange, true);
        }
        let over = || self.behind(&["over"]).filter(|&n| n == self.chunk + 2 && self.verb.base == "hand");
        let swapped = |n: &usize| self.scene.person(*n).is_some() && self.is_swap_told();
        self.with(Exchange, self.object.or_else(over).filter(|n| held(n) || swapped(n))?)
    }

    /// Whether a swap or people who are held were named in this sentence or the one before.
    fn is_swap_told(&self) -> bool {
        let grammar = self.scene.grammar;
        let start = grammar.sentence(grammar.sentence(self.chunk).start.saturating_sub(1)).start;
        let tokens = grammar.chunks[start].tokens.start..grammar.chunks[self.chunk].tokens.start;
        let told = |word: &str| matches!(word, "swap" | "exchange") || lexicon::is_held(word);
        tokens.into_iter().any(|t| told(grammar.lower(t)))
    }

    /// "buy Opel", "take over Opel", "merge with Fiat", "sell a unit", "order 20 jets"
    fn buy(&self) -> Option<(DealKind, usize)> {
        match self.verb.base {
            "merge" if self.object.is_some_and(|n| is_holding(self.scene.grammar.head(n))) => {
                self.with(Acquisition, self.object?)
            }
            "take" => self.behind_particle("over"),
            "merge" => self.behind_particle("with"),
            "sell" if !self.object.is_some_and(|n| self.has(n, lexicon::is_goods)) => {
                let noun = self.object.filter(|&n| self.is_company(n))?;
                let named = self.scene.grammar.tag(self.scene.grammar.chunks[noun].head) == Tag::Name;
                let buyer = || self.behind(&["to"]).is_some_and(|n| self.is_company(n));
                self.with(Acquisition, (!named || buyer()).then_some(noun)?)
            }
            base => {
                let noun = self.object?;
                let kind = if self.is_goods(noun) { Contract } else { Acquisition };
                let told = kind == Contract || base != "order" && self.is_company(noun);
                self.with(kind, told.then_some(noun)?)
            }
        }
    }

    fn behind_particle(&self, particle: &str) -> Option<(DealKind, usize)> {
        self.with(Acquisition, self.behind(&[particle]).filter(|&n| n == self.chunk + 2 && self.is_company(n))?)
    }

    /// Whether a noun group names a company or a part of one.
    fn is_company(&self, noun: usize) -> bool {
        let head = self.scene.grammar.chunks[noun].head;
        match self.scene.cast.mention_at(head) {
            Some(mention) => mention.kind == Kind::Organization,
            None => self.scene.grammar.tag(head) == Tag::Name || is_firm(self.scene.grammar.lower(head)),
        }
    }

    /// Whether what is bought is goods: by the word, or because it is counted and somebody sells it.
    fn is_goods(&self, noun: usize) -> bool {
        let grammar = self.scene.grammar;
        let counted = grammar.chunks[noun].tokens.clone().any(|t| grammar.tag(t) == Tag::Number);
        let of = || grammar.complement(noun, &["in", "of", "worth"]).is_some_and(|n| self.has(n, lexicon::is_goods));
        self.has(noun, lexicon::is_goods) || counted && (of() || !self.partners(&["from"]).is_empty())
    }

    /// "visited Egypt", "hosted the leaders of Japan", early in a report
    fn visit(&self) -> Option<(DealKind, usize)> {
        let grammar = self.scene.grammar;
        let subject = grammar.subjects(self.chunk).first().copied();
        let (visitor, other) =
            if self.verb.base == "host" { (self.object?, subject?) } else { (subject?, self.object?) };
        let told = self.scene.sentence_of(self.chunk) < 3 && !self.verb.passive && self.verb.mood != Mood::Gerund;
        let nations = |noun: usize| {
            let mut nations = self.scene.actors(noun);
            nations.retain(|&e| self.scene.kind(e) == Kind::Nation);
            nations
        };
        let own = nations(visitor);
        let leader = is_role(grammar.head(visitor)) || self.scene.person(visitor).is_some();
        let two = !own.is_empty() && nations(other).iter().any(|e| !own.contains(e));
        self.alone(Talks, told && leader && two)
    }

    /// "met Putin", "spoke with Putin"; a plan to meet only early in a report
    fn meet(&self) -> Option<(DealKind, usize)> {
        // "have not met since 2019"
        if self.verb.negated {
            return None;
        }
        // "called President Zelenskyy today", not "called Putin a partner"
        let called = |n: usize| self.scene.person(n).is_some() && self.scene.grammar.kind(n + 1) != ChunkKind::Noun;
        if self.verb.base == "call" && !self.object.is_some_and(called) {
            return None;
        }
        let planned = matches!(self.verb.mood, Mood::Infinitive | Mood::Future | Mood::Possible | Mood::Gerund);
        let (subjects, others) = (self.subjects(), meeting_partner(self.scene, self.chunk, self.verb.base));
        let two = subjects.len() >= 2 || !subjects.is_empty() && others.iter().any(|o| !subjects.contains(o));
        self.alone(Talks, two && (!planned || self.scene.sentence_of(self.chunk) < 3))
    }

    /// "agreed to cooperate", unless the verb behind says what is agreed: "agreed to cease hostilities"
    fn agree(&self) -> Option<(DealKind, usize)> {
        let grammar = self.scene.grammar;
        let mut rest = self.chunk + 1..grammar.clause(self.chunk).end;
        let next = rest.find(|&c| grammar.kind(c) == ChunkKind::Verb);
        let to = next.filter(|&c| grammar.verb(c).mood == Mood::Infinitive);
        let committed = self.verb.mood == Mood::Past && to == grammar.after(self.chunk) && to.is_some();
        let bound = self.verb.base == "agree" || committed;
        let sides = self.subjects().len() + self.partners(&["with"]).len();
        self.alone(Agreement, bound && sides >= 2 && !to.is_some_and(|c| names_deal(self.scene, c)))
    }

    /// "sanctioned Iran", "banned imports"
    fn penalize(&self) -> Option<(DealKind, usize)> {
        let noun = self.object?;
        let head = self.scene.grammar.head(noun);
        if matches!(self.verb.base, "ban" | "prohibit" | "freeze") {
            let trade = matches!(head, "imports" | "exports" | "shipments" | "assets");
            return self.with(Sanctions, trade.then_some(noun)?);
        }
        let named = || !self.scene.named(noun).is_empty() || self.scene.person(noun).is_some();
        self.alone(Sanctions, !self.scene.actors(noun).is_empty() || named() || is_listed(head))
    }

    /// "are partnering", "will cooperate with Globex"
    fn partner(&self) -> Option<(DealKind, usize)> {
        let settled = matches!(self.verb.mood, Mood::Future | Mood::Past) || self.verb.progressive;
        let sides = !self.partners(&["with"]).is_empty() || self.subjects().len() >= 2;
        self.alone(Agreement, sides && (self.verb.base == "partner" || settled))
    }

    /// "settled the lawsuit", "settled with Globex"
    fn settle(&self) -> Option<(DealKind, usize)> {
        let suit = self.object.filter(|&n| self.has(n, lexicon::is_suit));
        let named = !self.subjects().is_empty() && !self.partners(&["with"]).is_empty();
        // "called on both countries to settle their dispute": nations go to no court.
        let nations = self.subjects().iter().any(|&e| self.scene.kind(e) == Kind::Nation);
        let told = self.verb.base == "settle" && !nations && (suit.is_some() || named);
        told.then(|| (Contract, self.end_of(suit.unwrap_or(self.chunk))))
    }

    /// "negotiating with Moscow"
    fn negotiate(&self) -> Option<(DealKind, usize)> {
        self.alone(Talks, !self.partners(&["with", "between"]).is_empty())
    }
}

/// Those who stand on sanctions lists without a name: "sanctioned 600 individuals and entities".
fn is_listed(word: &str) -> bool {
    const LISTED: [&str; 9] =
        ["individuals", "entities", "officials", "companies", "people", "tankers", "vessels", "banks", "oligarchs"];
    LISTED.contains(&word)
}

/// A company without its name, or what can be bought of one.
fn is_firm(word: &str) -> bool {
    const FIRMS: [&str; 13] = [
        "company", "firm", "rival", "carmaker", "airline", "bank", "unit", "stake", "business", "division",
        "subsidiary", "arm", "operations",
    ];
    FIRMS.contains(&word)
}

/// What companies merge: "their rail businesses".
fn is_holding(word: &str) -> bool {
    matches!(word, "businesses" | "operations" | "units" | "companies" | "divisions" | "assets")
}
