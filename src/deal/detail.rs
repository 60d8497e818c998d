//! Details of a deal: what it is about, who says so, on which conditions.

use std::ops::Range;

use crate::grammar::{ChunkKind, Tag};
use crate::quote::is_speech;
use crate::span::Span;

use super::scene::Scene;
use super::trigger::{Name, Trigger};

/// The subject of a deal as it stands in the text: modifiers of its noun, and what follows "on", "about", "covering".
pub(super) fn about(scene: &Scene, triggers: &[&Trigger]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for trigger in triggers {
        let spans = modifiers(scene, trigger).into_iter().chain(phrase(scene, trigger));
        for span in spans {
            let words = |s: &Span| s.of(scene.tokens.text).to_lowercase();
            if !found.iter().any(|f| words(f).contains(&words(&span))) {
                found.push(span);
            }
        }
    }
    found.truncate(3);
    found
}

/// "rare earth minerals" of "rare earth minerals deal".
fn modifiers(scene: &Scene, trigger: &Trigger) -> Option<Span> {
    let names = |t: &usize| scene.cast.mention_at(*t).is_some();
    let first = *trigger.subject.iter().find(|t| !names(t))?;
    let last = *trigger.subject.iter().rev().find(|t| !names(t))?;
    Some(scene.tokens.span(first..last + 1))
}

/// "grain exports" of "a deal on grain exports".
fn phrase(scene: &Scene, trigger: &Trigger) -> Option<Span> {
    let grammar = scene.grammar;
    if !matches!(trigger.name, Name::Noun(_)) {
        return None;
    }
    let noun = grammar.complement(trigger.chunk, &["on", "about", "over", "concerning", "regarding", "covering"])?;
    let chunk = grammar.chunks.get(noun)?;
    // "blocked the purchase on the ground that"
    let reason = matches!(grammar.lower(chunk.head), "ground" | "grounds" | "condition" | "basis" | "paper");
    if reason || scene.cast.mention_at(chunk.head).is_some() || grammar.tag(chunk.head) == Tag::Pronoun {
        return None;
    }
    let start = chunk.tokens.clone().find(|&t| !matches!(grammar.tag(t), Tag::Determiner | Tag::Owner))?;
    Some(scene.tokens.span(start..chunk.tokens.end))
}

/// Who says what is said of a deal: speakers of quotations and subjects of verbs of speech around its mentions.
pub(super) fn said_by(scene: &Scene, triggers: &[&Trigger]) -> Vec<usize> {
    let mut speakers = Vec::new();
    for trigger in triggers {
        let speaker = scene.speaker_at(trigger.tokens.start).or_else(|| reporter(scene, trigger.chunk));
        if let Some(speaker) = speaker.filter(|s| !speakers.contains(s)) {
            speakers.push(speaker);
        }
    }
    speakers
}

/// What `find` finds in the sentences of a deal's mentions, each sentence read once.
pub(super) fn in_sentences<T>(scene: &Scene, triggers: &[&Trigger], find: impl Fn(Range<usize>) -> Vec<T>) -> Vec<T> {
    let mut sentences: Vec<usize> = triggers.iter().map(|t| scene.tokens.sentence_of(t.head)).collect();
    sentences.dedup();
    let ranges = sentences.into_iter().filter_map(|s| scene.tokens.sentences.get(s)).map(|s| s.tokens.clone());
    ranges.flat_map(find).collect()
}

/// The one whom a verb of speech over the clause names: "Egypt said", "..., Trump said".
fn reporter(scene: &Scene, chunk: usize) -> Option<usize> {
    let grammar = scene.grammar;
    let speech = |c: &usize| {
        grammar.kind(*c) == ChunkKind::Verb && is_speech(grammar.verb(*c).base) && !grammar.verb(*c).passive
    };
    let mut verbs = grammar.sentence(chunk).filter(speech);
    verbs.find_map(|verb| {
        let nouns = grammar.subjects(verb);
        nouns.into_iter().find_map(|n| {
            let head = grammar.chunks[n].head;
            scene.cast.mention_at(head).map(|m| m.entity).or(grammar.antecedents[head])
        })
    })
}

/// "if Russia withdraws", "unless it is ratified", "on condition that ..." in the sentences of its mentions.
pub(super) fn conditions(scene: &Scene, triggers: &[&Trigger]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for trigger in triggers {
        let sentence = scene.grammar.sentence(trigger.chunk);
        for at in sentence.clone() {
            let Some(span) = condition(scene, at, sentence.end) else { continue };
            if !found.contains(&span) {
                found.push(span);
            }
        }
    }
    found
}

fn condition(scene: &Scene, at: usize, end: usize) -> Option<Span> {
    let grammar = scene.grammar;
    let opens = matches!(grammar.head(at), "if" | "unless" | "provided" | "condition" | "pending");
    let kind = grammar.kind(at);
    if !opens || kind == ChunkKind::Noun && grammar.head(at) != "condition" {
        return None;
    }
    let border = |c: &usize| matches!(grammar.kind(*c), ChunkKind::Mark | ChunkKind::Comma);
    let last = (at + 1..end).find(border).unwrap_or(end);
    let verb = (at + 1..last).any(|c| grammar.kind(c) == ChunkKind::Verb);
    let tokens = grammar.chunks[at].tokens.start..grammar.chunks[last - 1].tokens.end;
    (verb || grammar.head(at) == "pending").then(|| scene.tokens.span(tokens))
}
