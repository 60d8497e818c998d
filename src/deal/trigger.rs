//! Triggers: the noun and verb groups that name a deal, each with what it says of its kind.

use std::ops::Range;

use crate::article::Casing;
use crate::grammar::{ChunkKind, Governor, Tag, singular};
use crate::knowledge::Kind;
use crate::order;

mod act;
mod guard;
mod link;
mod reading;

pub(super) use reading::meeting_partner;

use super::DealKind;
use super::lexicon::{self, Act, Sense};
use super::scene::Scene;

/// How a deal is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// By a noun.
    Noun(Sense),
    /// By a verb.
    Verb(Act),
}

/// A place where a deal is named.
#[derive(Clone, Debug)]
pub(super) struct Trigger {
    /// The words to mark.
    pub tokens: Range<usize>,
    /// The noun or verb that names the deal, as a token.
    pub head: usize,
    /// Its noun or verb group.
    pub chunk: usize,
    /// How it names the deal.
    pub name: Name,
    /// The kind, where the words tell; none for "the deal", "talks".
    pub kind: Option<DealKind>,
    /// Whether it points back: "the", "this", an owner.
    pub definite: bool,
    /// Whether it opens a deal of its own: "another", "separate".
    pub fresh: bool,
    /// Whether it speaks of several.
    pub plural: bool,
    /// Modifiers that tell the subject, as tokens.
    pub subject: Vec<usize>,
    /// The trigger it is about, by index: "talks" about a "ceasefire".
    pub about: Option<usize>,
}

/// Finds the triggers of an article, in reading order.
pub(super) fn find(scene: &Scene) -> Vec<Trigger> {
    let mut triggers: Vec<Trigger> = (0..scene.grammar.chunks.len())
        .filter_map(|chunk| match scene.grammar.kind(chunk) {
            ChunkKind::Noun => by_noun(scene, chunk),
            _ => None,
        })
        .collect();
    let verbs: Vec<Trigger> =
        (0..scene.grammar.chunks.len()).filter_map(|chunk| act::by_verb(scene, chunk, &triggers)).collect();
    triggers.extend(verbs);
    order::by_key(&mut triggers, |t| t.tokens.start);
    link::link(scene, &mut triggers);
    triggers
}

/// A noun group whose head names a deal.
fn by_noun(scene: &Scene, chunk: usize) -> Option<Trigger> {
    let grammar = scene.grammar;
    let group = grammar.chunks[chunk].tokens.clone();
    let head = naming_token(scene, &group)?;
    // Phil Levy is no levy.
    if scene.cast.mention_at(head).is_some_and(|m| m.kind == Kind::Person) {
        return None;
    }
    let word = compound(scene, head);
    let sense = match lexicon::noun(&singular(&word))? {
        // "signed a declaration"
        Sense::Resolution if is_signed(scene, chunk) => Sense::Pact,
        sense => sense,
    };
    if guard::is_idiom(scene, chunk, head, sense) || guard::is_denied(scene, chunk) {
        return None;
    }
    let start = group.clone().find(|&t| !is_outside(scene, t)).unwrap_or(head);
    let modifiers: Vec<usize> = (start..head).filter(|&t| is_modifier(grammar.tag(t))).collect();
    let lower = |t: usize| grammar.lower(t);
    let earlier = |t: usize| matches!(lower(t), "last" | "previous" | "earlier" | "next" | "past");
    // "A first truce lasted a week"
    let former = |t: usize| matches!(lower(t), "a" | "an") && matches!(lower(t + 1), "first" | "earlier" | "previous");
    let fresh =
        group.clone().any(|t| lexicon::is_fresh(lower(t)) || former(t) || sense == Sense::Meeting && earlier(t));
    let subject: Vec<usize> = modifiers.iter().copied().filter(|&t| !lexicon::is_pale(lower(t)) && t != head).collect();
    let rest = title_behind(scene, chunk, head);
    let judged = is_judged(scene, chunk);
    let subject = if judged { Vec::new() } else { subject };
    let subject = Vec::into_iter(subject).chain(rest.clone().filter(|&t| is_modifier(grammar.tag(t)))).collect();
    let trigger = Trigger {
        tokens: start..group.end.max(head + 1).max(rest.end),
        head,
        chunk,
        name: Name::Noun(sense),
        kind: kind_of(scene, chunk, sense, &modifiers),
        definite: judged || is_definite(scene, chunk),
        fresh,
        plural: word.ends_with('s') && sense != Sense::Talks,
        subject,
        about: None,
    };
    guard::holds(scene, &trigger, head).then_some(trigger)
}

fn is_signed(scene: &Scene, chunk: usize) -> bool {
    matches!(scene.grammar.governor(chunk), Governor::Object(verb) if scene.grammar.verb(verb).base == "sign")
}

/// The last noun of a group that names a deal: the head, or one before trailing numbers ("Resolution 1701") or before a
/// step ("ceasefire extension").
fn naming_token(scene: &Scene, group: &Range<usize>) -> Option<usize> {
    let nominal = |t: &usize| matches!(scene.grammar.tag(*t), Tag::Noun | Tag::Name | Tag::Adjective);
    let trailing = |t: &usize| scene.grammar.tag(*t) == Tag::Number || scene.grammar.lower(*t) == "no.";
    let head = group.clone().rev().find(|t| !trailing(t)).filter(nominal)?;
    let sense = |t: usize| lexicon::noun(&singular(&compound(scene, t)));
    let before = || (group.start..head).rev().filter(nominal);
    match sense(head) {
        // "ceasefire extension", "trade deal proposal"
        Some(Sense::Step | Sense::Plan | Sense::End) => Some(before().find(|&t| is_firm(sense(t))).unwrap_or(head)),
        Some(_) => Some(head),
        // "tariff rates", "sanctions relief"
        None if is_measure(scene.grammar.lower(head)) => {
            before().find(|&t| matches!(sense(t), Some(Sense::Tariff | Sense::Sanction)))
        }
        None => None,
    }
}

/// Whether a sense names a deal whatever noun follows.
fn is_firm(sense: Option<Sense>) -> bool {
    use Sense::{Pact, Resolution, Sanction, Takeover, Tariff, Truce};
    matches!(sense, Some(Truce | Pact | Sanction | Tariff | Resolution | Takeover))
}

/// What sanctions and tariffs have: a rate, a program, relief from them.
fn is_measure(word: &str) -> bool {
    const MEASURES: [&str; 14] = [
        "rate", "rates", "hike", "hikes", "relief", "program", "programs", "programme", "programmes", "list", "regime",
        "waiver", "package", "measures",
    ];
    MEASURES.contains(&word)
}

/// The rest of a proper name behind its head: "on Reciprocal Trade" of "Agreement on Reciprocal Trade".
fn title_behind(scene: &Scene, chunk: usize, head: usize) -> Range<usize> {
    let capital = |t: usize| scene.tokens.word(t).starts_with(char::is_uppercase);
    let grammar = scene.grammar;
    let running =
        scene.tokens.sentences.get(scene.tokens.sentence_of(head)).is_some_and(|s| s.casing == Casing::Sentence);
    let behind = grammar.complement(chunk, &["on", "for", "of", "to"]).filter(|&n| n == chunk + 2);
    let Some(noun) = behind.filter(|_| running && capital(head)) else { return 0..0 };
    let tokens = grammar.chunks[noun].tokens.clone();
    let first = tokens.clone().find(|&t| grammar.tag(t) != Tag::Determiner);
    let titled = first.is_some_and(|t| capital(t) && scene.cast.mention_at(t).is_none());
    if titled { grammar.chunks[chunk + 1].tokens.start..tokens.end } else { 0..0 }
}

/// A head with the parts before its hyphen: "cease-fire" is "ceasefire".
fn compound(scene: &Scene, head: usize) -> String {
    let hyphen = head >= 2 && scene.grammar.tag(head - 1) == Tag::Hyphen;
    if hyphen {
        let joined = format!("{}{}", scene.grammar.lower(head - 2), scene.grammar.lower(head));
        if lexicon::noun(&singular(&joined)).is_some() {
            return joined;
        }
    }
    // "New START": a treaty by its acronym, where "start" is a plain word.
    if scene.tokens.word(head) == "START" {
        return "treaty".to_owned();
    }
    scene.grammar.lower(head).to_string()
}

fn is_modifier(tag: Tag) -> bool {
    matches!(tag, Tag::Noun | Tag::Name | Tag::Adjective)
}

/// Articles, demonstratives and owners stay outside the span.
fn is_outside(scene: &Scene, token: usize) -> bool {
    matches!(scene.grammar.tag(token), Tag::Determiner | Tag::Owner)
        || matches!(
            scene.grammar.lower(token),
            "such" | "several" | "many" | "any" | "own" | "more" | "than" | "at" | "least" | "up" | "to" | "as"
        )
}

/// "the deal", "Egypt’s offer", "its proposal".
fn is_definite(scene: &Scene, chunk: usize) -> bool {
    let first = scene.grammar.chunks[chunk].tokens.start;
    let points = matches!(scene.grammar.lower(first), "the" | "this" | "that" | "these" | "those" | "both" | "such");
    points || scene.grammar.tag(first) == Tag::Owner || scene.grammar.owner(chunk).is_some()
}

/// "It is a win-win agreement": words of judgement on the deal just named.
fn is_judged(scene: &Scene, chunk: usize) -> bool {
    let grammar = scene.grammar;
    let verb = chunk.checked_sub(1).filter(|&v| grammar.kind(v) == ChunkKind::Verb && grammar.verb(v).base == "be");
    let subject = verb.and_then(|v| v.checked_sub(1)).map(|s| grammar.head(s));
    subject.is_some_and(|s| matches!(s, "it" | "this" | "that"))
}

/// The kind that a noun and its modifiers tell.
fn kind_of(scene: &Scene, chunk: usize, sense: Sense, modifiers: &[usize]) -> Option<DealKind> {
    let told = || modifiers.iter().rev().filter_map(|&t| modifier_kind(scene, t));
    // "ceasefire and hostage release deal": peace comes first.
    let peace = told().find(|&k| k == DealKind::Peace);
    let told = peace.or_else(|| told().next()).or_else(|| subject_behind(scene, chunk));
    let talks_on = |word: &str| {
        matches!(
            word,
            "trade" | "minerals" | "tariff" | "gas" | "oil" | "grain" | "nuclear" | "accession" | "debt" | "bailout"
        )
    };
    let bargains = matches!(scene.grammar.head(chunk), "talks" | "negotiations" | "negotiation");
    let treaty = modifiers.iter().any(|&t| talks_on(scene.grammar.lower(t)));
    match sense {
        Sense::Talks => told.filter(|&k| k != DealKind::Agreement || treaty && bargains).map(as_pact),
        // "a truce in their trade war"
        Sense::Truce if is_of_trade(scene, chunk, modifiers) => Some(DealKind::Agreement),
        Sense::Truce | Sense::End => Some(DealKind::Peace),
        Sense::Sanction | Sense::Ban => Some(DealKind::Sanctions),
        Sense::Tariff => Some(DealKind::Tariffs),
        Sense::Resolution => Some(DealKind::Resolution),
        // "a currency swap"
        Sense::Swap if modifiers.iter().any(|&t| matches!(scene.grammar.lower(t), "currency" | "debt")) => {
            Some(DealKind::Agreement)
        }
        Sense::Swap => Some(DealKind::Exchange),
        Sense::Takeover => Some(DealKind::Acquisition),
        Sense::Order if is_of_company(scene, chunk) => Some(DealKind::Acquisition),
        // "the sale", "the order": of what was named before.
        Sense::Order
            if modifiers.is_empty() && is_definite(scene, chunk) && scene.grammar.phrases(chunk).is_empty() =>
        {
            None
        }
        Sense::Plan if told.is_none() && is_bid(scene, chunk) => Some(DealKind::Acquisition),
        Sense::Contract | Sense::Order => Some(DealKind::Contract),
        Sense::Step => None,
        // "a submarine deal"
        Sense::Pact
            if told.is_none()
                && scene.grammar.head(chunk) == "deal"
                && modifiers.iter().any(|&t| lexicon::is_goods(scene.grammar.lower(t))) =>
        {
            Some(DealKind::Contract)
        }
        Sense::Pact | Sense::LoosePact | Sense::Plan => told.map(as_pact),
        Sense::Meeting => Some(DealKind::Talks),
    }
}

/// "a bid for Globex", "an offer of $55 a share": an offer for a company.
fn is_bid(scene: &Scene, chunk: usize) -> bool {
    let grammar = scene.grammar;
    let company = |n: usize| scene.actors(n).iter().any(|&e| scene.kind(e) == Kind::Organization);
    let share = |n: usize| (n..n + 3).any(|c| grammar.head(c) == "share");
    matches!(grammar.head(chunk), "bid" | "offer" | "approach")
        && (grammar.complement(chunk, &["for"]).is_some_and(company)
            || grammar.complement(chunk, &["of"]).is_some_and(share))
}

/// Whether a truce is one between traders.
fn is_of_trade(scene: &Scene, chunk: usize, modifiers: &[usize]) -> bool {
    let behind = scene.grammar.complement(chunk, &["in", "on"]);
    let words = behind.map_or(0..0, |n| scene.grammar.chunks[n].tokens.clone());
    modifiers.iter().copied().chain(words).any(|t| matches!(scene.grammar.lower(t), "trade" | "tariff" | "tariffs"))
}

/// "the purchase of a stake", "the purchase of Acme": what is bought is a company.
fn is_of_company(scene: &Scene, chunk: usize) -> bool {
    let bought = scene.grammar.complement(chunk, &["of"]);
    let company = |n: usize| scene.actors(n).iter().any(|&e| scene.kind(e) == Kind::Organization);
    bought.is_some_and(|n| matches!(scene.grammar.head(n), "stake" | "company" | "rival" | "unit") || company(n))
}

/// A pact about sanctions or tariffs is an agreement.
fn as_pact(kind: DealKind) -> DealKind {
    match kind {
        DealKind::Sanctions | DealKind::Tariffs => DealKind::Agreement,
        kind => kind,
    }
}

fn modifier_kind(scene: &Scene, token: usize) -> Option<DealKind> {
    lexicon::subject(scene.grammar.lower(token)).or_else(|| lexicon::subject(&compound(scene, token)))
}

/// "a deal on grain", "talks about trade": the subject behind the noun.
fn subject_behind(scene: &Scene, chunk: usize) -> Option<DealKind> {
    let tells = |noun: usize| scene.grammar.chunks[noun].tokens.clone().rev().find_map(|t| modifier_kind(scene, t));
    // "the deal covering rare earth minerals"
    if matches!(scene.grammar.verb(chunk + 1).base, "cover" | "involve" | "concern" | "govern") {
        return scene.grammar.objects(chunk + 1).into_iter().find_map(tells);
    }
    let noun = scene.grammar.complement(chunk, &["on", "about", "over", "for", "of", "concerning", "regarding"])?;
    if noun > chunk + 8 {
        return None;
    }
    tells(noun)
}
