//! Acts: verbs that name a deal where no noun of their clause does.

use crate::grammar::{ChunkKind, Mood, Tag, is_role};
use crate::knowledge::Kind;

use super::{Name, Trigger};
use crate::deal::DealKind;
use crate::deal::lexicon::{self, Act, Sense};
use crate::deal::scene::Scene;

/// A verb group that names a deal where no noun of its clause does.
pub(super) fn by_verb(scene: &Scene, chunk: usize, nouns: &[Trigger]) -> Option<Trigger> {
    let grammar = scene.grammar;
    if grammar.kind(chunk) != ChunkKind::Verb {
        return None;
    }
    let base = grammar.verb(chunk).base;
    let act = lexicon::verb(base)?;
    let (kind, end) = verb_reading(scene, chunk, act, base)?;
    let clause = grammar.clause(chunk);
    // A noun behind a comma says again what the verb said: "freed ten hostages, the third exchange".
    // One that follows in another clause is its own: "agreed to end a dispute, he said after brokering the agreement".
    let parted = |t: &Trigger| {
        let mut between = chunk + 1..t.chunk;
        let comma = between.find(|&c| grammar.kind(c) == ChunkKind::Comma);
        act == Act::Agree && comma.is_some() && between.any(|c| grammar.kind(c) == ChunkKind::Verb)
    };
    let again = |t: &Trigger| t.chunk > chunk && (grammar.kind(t.chunk - 1) == ChunkKind::Comma || parted(t));
    let rival = |t: &&Trigger| {
        clause.contains(&t.chunk)
            && is_named_by(t, act)
            && !again(t)
            && !is_terms(scene, t, act)
            && !is_occasion(scene, t, act)
    };
    if nouns.iter().any(|t| rival(&t)) {
        return None;
    }
    let start = grammar.chunks[chunk].head;
    let fresh = (start..end).any(|t| matches!(grammar.lower(t), "another" | "second"));
    Some(Trigger {
        tokens: start..end.max(start + 1),
        head: start,
        chunk,
        name: Name::Verb(act),
        kind: Some(kind),
        definite: false,
        fresh,
        plural: false,
        subject: Vec::new(),
        about: None,
    })
}

/// Whether a verb group names a deal of its own.
fn names_deal(scene: &Scene, chunk: usize) -> bool {
    let base = scene.grammar.verb(chunk).base;
    let act = lexicon::verb(base).filter(|act| matches!(act, Act::EndWar | Act::Free | Act::Buy | Act::Penalize));
    act.is_some_and(|act| verb_reading(scene, chunk, act, base).is_some())
}

/// "met on the sidelines of a summit": a meeting at which another takes place.
fn is_occasion(scene: &Scene, noun: &Trigger, act: Act) -> bool {
    let led = noun.chunk.checked_sub(1).map_or("", |p| scene.grammar.head(p));
    act == Act::Meet
        && noun.name == Name::Noun(Sense::Meeting)
        && matches!(led, "at" | "of" | "during" | "after" | "before" | "on")
}

/// "ordered 20 jets in a deal worth $2 billion": the verb says what the deal is.
fn is_terms(scene: &Scene, noun: &Trigger, act: Act) -> bool {
    let led = noun.chunk.checked_sub(1).is_some_and(|p| scene.grammar.kind(p) == ChunkKind::Preposition);
    led && matches!(act, Act::Buy | Act::Settle)
}

/// Whether a noun trigger in the clause names what the verb would.
fn is_named_by(noun: &Trigger, act: Act) -> bool {
    let Name::Noun(sense) = noun.name else { return false };
    match act {
        Act::EndWar => matches!(sense, Sense::Truce),
        Act::Free => matches!(sense, Sense::Swap),
        Act::Buy => matches!(sense, Sense::Takeover | Sense::Contract | Sense::Order | Sense::Pact),
        Act::Meet | Act::Visit => matches!(sense, Sense::Meeting | Sense::Talks),
        Act::Agree | Act::Negotiate => !matches!(sense, Sense::Meeting),
        Act::Penalize => matches!(sense, Sense::Sanction | Sense::Ban),
        Act::Settle => matches!(sense, Sense::Pact | Sense::Contract),
        Act::Partner => matches!(sense, Sense::Pact | Sense::LoosePact | Sense::Contract),
    }
}

/// The kind a verb names with its object, and where its mention ends.
fn verb_reading(scene: &Scene, chunk: usize, act: Act, base: &str) -> Option<(DealKind, usize)> {
    let grammar = scene.grammar;
    let verb_end = grammar.chunks[chunk].tokens.end;
    let object = grammar.objects(chunk).first().copied();
    let object_words =
        |noun: usize, test: fn(&str) -> bool| grammar.chunks[noun].tokens.clone().any(|t| test(grammar.lower(t)));
    let end_of = |noun: usize| grammar.chunks[noun].tokens.end;
    match act {
        Act::EndWar => {
            let halted = |n: usize| lexicon::is_war(grammar.head(n)) || lexicon::is_attack(grammar.head(n));
            let noun = object.filter(|&n| halted(n))?;
            Some((DealKind::Peace, end_of(noun)))
        }
        Act::Free => {
            let passive = grammar.verb(chunk).passive;
            let subject = || grammar.subjects(chunk).into_iter().find(|&n| object_words(n, lexicon::is_held));
            if passive && subject().is_some() {
                return Some((DealKind::Exchange, verb_end));
            }
            let swapped = |n: usize| scene.person(n).is_some() && is_swap_told(scene, chunk);
            // "handed over the bodies"
            let over = || grammar.complement(chunk, &["over"]).filter(|&n| n == chunk + 2 && base == "hand");
            let noun = object.or_else(over).filter(|&n| object_words(n, lexicon::is_held) || swapped(n))?;
            Some((DealKind::Exchange, end_of(noun)))
        }
        Act::Buy => buy_reading(scene, chunk, base),
        Act::Visit => {
            let hosts = base != "visit";
            let (visitor, host) = if hosts { (object?, None) } else { (*grammar.subjects(chunk).first()?, object) };
            let verb = grammar.verb(chunk);
            let told = scene.sentence_of(chunk) < 3 && !verb.passive && verb.mood != Mood::Gerund;
            let nations =
                |nouns: &[usize]| scene.all_actors(nouns).into_iter().filter(|&e| scene.kind(e) == Kind::Nation);
            let role = is_role(grammar.head(visitor));
            let leader = (role || scene.person(visitor).is_some()) && nations(&[visitor]).next().is_some();
            let others: Vec<usize> = match host {
                Some(host) => nations(&[host]).collect(),
                None => nations(&grammar.subjects(chunk)).collect(),
            };
            let two = others.iter().any(|e| !scene.actors(visitor).contains(e));
            (told && leader && two && (!hosts || base == "host")).then_some((DealKind::Talks, verb_end))
        }
        Act::Meet => {
            let subjects = scene.all_actors(&grammar.subjects(chunk));
            let other = meeting_partner(scene, chunk, base);
            // "called President Zelenskyy today", not "called Putin a partner"
            let called = |&n: &usize| scene.person(n).is_some() && grammar.kind(n + 1) != ChunkKind::Noun;
            if base == "call" && !grammar.objects(chunk).first().is_some_and(called) {
                return None;
            }
            let early = scene.sentence_of(chunk) < 3;
            let planned =
                matches!(grammar.verb(chunk).mood, Mood::Infinitive | Mood::Future | Mood::Possible | Mood::Gerund);
            if planned && !early {
                return None;
            }
            let two = subjects.len() >= 2 || !subjects.is_empty() && other.iter().any(|o| !subjects.contains(o));
            two.then_some((DealKind::Talks, verb_end))
        }
        Act::Agree => {
            let subjects = scene.all_actors(&grammar.subjects(chunk));
            let with = grammar.complement(chunk, &["with"]).map_or(Vec::new(), |n| scene.actors(n));
            // "agreed to cease hostilities": the verb behind says what is agreed.
            let mut rest = chunk + 1..grammar.clause(chunk).end;
            let behind = rest.find(|&c| grammar.kind(c) == ChunkKind::Verb);
            let behind = behind.filter(|&c| grammar.verb(c).mood == Mood::Infinitive);
            if behind.is_some_and(|c| names_deal(scene, c)) {
                return None;
            }
            let bound =
                base == "agree" || grammar.after(chunk).is_some_and(|c| grammar.verb(c).mood == Mood::Infinitive);
            (bound && subjects.len() + with.len() >= 2).then_some((DealKind::Agreement, verb_end))
        }
        Act::Penalize => {
            let trade = |n: usize| matches!(grammar.head(n), "imports" | "exports" | "shipments" | "assets");
            if matches!(base, "ban" | "prohibit" | "freeze") {
                let noun = object.filter(|&n| trade(n))?;
                return Some((DealKind::Sanctions, end_of(noun)));
            }
            let aimed =
                |n: usize| !scene.named(n).is_empty() || scene.person(n).is_some() || is_listed(grammar.head(n));
            object.filter(|&n| !scene.actors(n).is_empty() || aimed(n))?;
            Some((DealKind::Sanctions, verb_end))
        }
        Act::Partner => {
            let subjects = scene.all_actors(&grammar.subjects(chunk));
            let with = grammar.complement(chunk, &["with"]).map_or(Vec::new(), |n| scene.actors(n));
            let settled =
                matches!(grammar.verb(chunk).mood, Mood::Future | Mood::Past) || grammar.verb(chunk).progressive;
            let sides = !with.is_empty() || subjects.len() >= 2;
            (sides && (base == "partner" || settled)).then_some((DealKind::Agreement, verb_end))
        }
        Act::Settle => {
            let suit = object.filter(|&n| object_words(n, lexicon::is_suit));
            let sides = scene.all_actors(&grammar.subjects(chunk));
            let with = grammar.complement(chunk, &["with"]).map_or(Vec::new(), |n| scene.actors(n));
            let named = !sides.is_empty() && !with.is_empty();
            (base == "settle" && (suit.is_some() || named)).then(|| (DealKind::Contract, suit.map_or(verb_end, end_of)))
        }
        Act::Negotiate => {
            let with = grammar.complement(chunk, &["with", "between"])?;
            (!scene.actors(with).is_empty()).then_some((DealKind::Talks, verb_end))
        }
    }
}

/// Whether a swap or people who are held were named in this sentence or the one before.
fn is_swap_told(scene: &Scene, chunk: usize) -> bool {
    let grammar = scene.grammar;
    let start = grammar.sentence(grammar.sentence(chunk).start.saturating_sub(1)).start;
    let tokens = grammar.chunks[start].tokens.start..grammar.chunks[chunk].tokens.start;
    tokens.into_iter().any(|t| matches!(grammar.lower(t), "swap" | "exchange") || lexicon::is_held(grammar.lower(t)))
}

/// Those who stand on sanctions lists without a name: "sanctioned 600 individuals and entities".
fn is_listed(word: &str) -> bool {
    const LISTED: [&str; 9] =
        ["individuals", "entities", "officials", "companies", "people", "tankers", "vessels", "banks", "oligarchs"];
    LISTED.contains(&word)
}

/// "buy Opel", "take over Opel", "merge with Fiat", "order 20 jets".
fn buy_reading(scene: &Scene, chunk: usize, base: &str) -> Option<(DealKind, usize)> {
    let grammar = scene.grammar;
    let verb_end = grammar.chunks[chunk].tokens.end;
    let company = |noun: usize| {
        let head = grammar.chunks[noun].head;
        let unlisted = grammar.tag(head) == Tag::Name && scene.cast.mention_at(head).is_none();
        let named = unlisted || scene.cast.mention_at(head).is_some_and(|m| m.kind == Kind::Organization);
        named
            || matches!(
                grammar.lower(head),
                "company"
                    | "firm"
                    | "rival"
                    | "carmaker"
                    | "airline"
                    | "bank"
                    | "unit"
                    | "stake"
                    | "business"
                    | "division"
                    | "subsidiary"
                    | "arm"
                    | "operations"
            )
    };
    if base == "merge"
        && let Some(&own) = grammar.objects(chunk).first()
        && matches!(grammar.head(own), "businesses" | "operations" | "units" | "companies" | "divisions" | "assets")
    {
        return Some((DealKind::Acquisition, grammar.chunks[own].tokens.end));
    }
    let particle = match base {
        "take" => "over",
        "merge" => "with",
        _ => "",
    };
    if !particle.is_empty() {
        let noun = grammar.complement(chunk, &[particle]).filter(|&n| n == chunk + 2 && company(n))?;
        return Some((DealKind::Acquisition, grammar.chunks[noun].tokens.end));
    }
    let noun = grammar.objects(chunk).first().copied()?;
    let holds = |n: usize, test: fn(&str) -> bool| grammar.chunks[n].tokens.clone().any(|t| test(grammar.lower(t)));
    if base == "sell" && !holds(noun, lexicon::is_goods) {
        let own = !matches!(grammar.tag(grammar.chunks[noun].head), Tag::Name) && company(noun);
        let to = grammar.complement(chunk, &["to"]).is_some_and(company);
        return (own || company(noun) && to).then_some((DealKind::Acquisition, grammar.chunks[noun].tokens.end));
    }
    let seller = || grammar.complement(chunk, &["from"]).is_some_and(|n| !scene.actors(n).is_empty());
    let counted = grammar.chunks[noun].tokens.clone().any(|t| grammar.tag(t) == Tag::Number);
    let of = || grammar.complement(noun, &["in", "of", "worth"]).is_some_and(|n| holds(n, lexicon::is_goods));
    let goods = holds(noun, lexicon::is_goods) || counted && (of() || seller());
    let kind = if goods { DealKind::Contract } else { DealKind::Acquisition };
    (goods || base != "order" && company(noun)).then_some((kind, grammar.chunks[noun].tokens.end.max(verb_end)))
}

/// Whom someone meets or speaks with.
pub(in crate::deal) fn meeting_partner(scene: &Scene, chunk: usize, base: &str) -> Vec<usize> {
    let direct = matches!(base, "meet" | "telephone" | "phone" | "call");
    let object = if direct { scene.grammar.objects(chunk) } else { Vec::new() };
    let with: &[&str] = if base == "speak" || base == "talk" { &["with", "to"] } else { &["with"] };
    let partner = scene.grammar.complement(chunk, with).map_or(Vec::new(), |n| scene.grammar.coordinates(n));
    scene.all_actors(&[object, partner].concat())
}
