//! Acts: verbs that name a deal where no noun of their clause does.

use super::{Name, Trigger, reading};
use crate::deal::lexicon::{self, Act, Sense};
use crate::deal::scene::Scene;
use crate::grammar::ChunkKind;

/// A verb group that names a deal where no noun of its clause does.
pub(super) fn by_verb(scene: &Scene, chunk: usize, nouns: &[Trigger]) -> Option<Trigger> {
    let grammar = scene.grammar;
    if grammar.kind(chunk) != ChunkKind::Verb {
        return None;
    }
    let base = grammar.verb(chunk).base;
    let act = lexicon::verb(base)?;
    let (kind, end) = reading::read(scene, chunk, act)?;
    if nouns.iter().any(|noun| is_rival(scene, chunk, act, noun)) {
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

/// Whether a noun of the clause names what the verb would, so that the verb is no mention.
fn is_rival(scene: &Scene, chunk: usize, act: Act, noun: &Trigger) -> bool {
    scene.grammar.clause(chunk).contains(&noun.chunk)
        && is_named_by(noun, act)
        && !is_again(scene, chunk, act, noun)
        && !is_terms(scene, noun, act)
        && !is_occasion(scene, noun, act)
}

/// "freed ten hostages, the third exchange": a noun behind a comma says again what the verb said; and one that follows
/// in another clause is its own: "agreed to end a dispute, he said after brokering the agreement".
fn is_again(scene: &Scene, chunk: usize, act: Act, noun: &Trigger) -> bool {
    let grammar = scene.grammar;
    let mut between = chunk + 1..noun.chunk;
    let comma = between.find(|&c| grammar.kind(c) == ChunkKind::Comma);
    let parted = act == Act::Agree && comma.is_some() && between.any(|c| grammar.kind(c) == ChunkKind::Verb);
    noun.chunk > chunk && (grammar.kind(noun.chunk - 1) == ChunkKind::Comma || parted)
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
