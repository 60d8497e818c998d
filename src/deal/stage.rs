//! Stages: how far a deal is, read from the verbs over each trigger, their mood, and the words beside it.

mod table;
mod verb;

use crate::day;
use crate::grammar::{ChunkKind, Mood};
use crate::span::Span;

use super::date;
use super::frame::{Frame, Link, Relation};
use super::lexicon::{Sense, is_in};
use super::scene::Scene;
use super::trigger::{Name, Trigger};
use super::{DealKind, Stage, When};

use table::{DONE_TO_INDEX, MODIFIER_INDEX, OPEN, STEP_INDEX};

use Stage::{Agreed, Ended, Failed, InForce, InTalks, Proposed, Signed};

/// What one trigger says of the stage, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    /// The stage said.
    pub stage: Stage,
    /// How strongly: 3 by the verb over the deal, 2 by a modifier or noun, 1 by how the trigger is worded.
    pub weight: u8,
    /// The sentence that says so.
    pub evidence: Span,
    /// Whether it tells of long ago: "In January the president blocked the sale".
    pub past: bool,
}

/// Reads the cues of a trigger, strongest first.
pub(super) fn read(scene: &Scene, trigger: &Trigger, frame: &Frame) -> Vec<Cue> {
    let sentence = scene.tokens.sentence_of(trigger.tokens.start);
    let evidence =
        scene.tokens.sentences.get(sentence).map_or(Span::default(), |s| scene.tokens.span(s.tokens.clone()));
    let past = is_past(scene, trigger, frame);
    let cue = |(stage, weight)| Cue { stage, weight, evidence, past };
    let modifier = by_modifiers(scene, trigger);
    // "would drop a threatened tariff": what has not come cannot be in force.
    let threat = |s: &Stage| *s == InForce && modifier == Some(Proposed);
    let by_verb = verb::by_verbs(scene, trigger, frame).filter(|s| !threat(s)).map(|s| (s, 3));
    let by_noun = by_nouns(scene, trigger, frame).or_else(|| by_participle(scene, trigger)).map(|s| (s, 2));
    let by_modifier = modifier.map(|s| (s, 2));
    let by_itself = by_itself(scene, trigger, frame).filter(|_| by_verb.is_none()).map(|s| (s, 1));
    [by_verb, by_noun, by_modifier, by_itself].into_iter().flatten().map(cue).collect()
}

/// Whether the sentence opens with a day long before the article's and has none since. A day behind the deal or its
/// verb may be that of the deal: "the truce reached in January collapsed".
fn is_past(scene: &Scene, trigger: &Trigger, frame: &Frame) -> bool {
    const LONG: i64 = 45;
    let Some(sentence) = scene.tokens.sentences.get(scene.tokens.sentence_of(trigger.tokens.start)) else {
        return false;
    };
    let Some(long_ago) = scene.today.and_then(|day| day::later(day, -LONG)) else { return false };
    let verb = frame.links.first().and_then(|l| scene.grammar.chunks.get(l.chunk)).map(|c| c.tokens.start);
    let opening = sentence.tokens.start..verb.unwrap_or(trigger.tokens.start).min(trigger.tokens.start);
    let old = |when: &When| when.to.is_some_and(|day| day < long_ago);
    date::find(scene, opening).iter().any(old) && date::find(scene, sentence.tokens.clone()).iter().all(old)
}

fn by_nouns(scene: &Scene, trigger: &Trigger, frame: &Frame) -> Option<Stage> {
    // "the potential imposition of tariffs"
    let open = |n: &usize| {
        let mut words = scene.grammar.chunks[*n].tokens.clone();
        words.any(|t| MODIFIER_INDEX.get(scene.grammar.lower(t)) == Some(&Proposed))
    };
    if frame.nouns.iter().any(open) {
        return Some(Proposed);
    }
    let stage = frame.nouns.iter().find_map(|&n| STEP_INDEX.get(scene.grammar.head(n)).copied());
    // "wants the lifting of sanctions": not lifted yet.
    let wished = frame.links.first().is_some_and(|l| is_in(OPEN, l.verb.base) || l.verb.negated);
    let stage = stage.filter(|&s| s != Ended || !wished);
    if !matches!(trigger.kind, Some(DealKind::Sanctions | DealKind::Tariffs)) {
        return stage;
    }
    // "a round of tariffs" is none of talks, and a suspension of tariffs that lapses brings them back.
    let undone = frame.links.first().is_some_and(|l| is_in("let allow end lift lapse expire run", l.verb.base));
    stage.filter(|&s| s != InTalks && !(undone && matches!(s, Ended | Failed)))
}

/// "an agreement signed in 2006": the participle right behind the noun.
fn by_participle(scene: &Scene, trigger: &Trigger) -> Option<Stage> {
    // "the deal, announced in January, ..."
    let comma = scene.grammar.kind(trigger.chunk + 1) == ChunkKind::Comma;
    let behind = trigger.chunk + 1 + usize::from(comma);
    let verb = scene.grammar.verb(behind);
    let reduced = verb.mood == Mood::Past && !verb.passive && scene.grammar.objects(behind).is_empty();
    let participle = verb.mood == Mood::Participle || reduced && comma;
    let participle = participle && scene.grammar.kind(behind) == ChunkKind::Verb;
    DONE_TO_INDEX.get(verb.base).copied().filter(|&s| participle && matches!(s, Agreed | Signed))
}

fn by_modifiers(scene: &Scene, trigger: &Trigger) -> Option<Stage> {
    trigger.tokens.clone().find_map(|t| MODIFIER_INDEX.get(scene.grammar.lower(t)).copied())
}

/// What the wording of a trigger says by itself: talks are held, an extension is of something in force.
fn by_itself(scene: &Scene, trigger: &Trigger, frame: &Frame) -> Option<Stage> {
    let Name::Noun(sense) = trigger.name else { return None };
    match sense {
        Sense::Talks => Some(InTalks),
        // "agreed in a phone call": it was held.
        Sense::Meeting => frame.links.first().filter(|l| is_held_at(scene, l)).map(|_| Ended),
        Sense::Step => STEP_INDEX.get(scene.grammar.head(trigger.chunk)).copied(),
        _ => None,
    }
}

/// "said at the meeting", "agreed in a call": what was done there says that it took place.
fn is_held_at(scene: &Scene, link: &Link) -> bool {
    let Relation::Behind(p) = link.relation else { return false };
    link.verb.mood == Mood::Past && matches!(scene.grammar.head(p), "in" | "at" | "during" | "by" | "after")
}

/// The stage of a deal of which nothing is said.
pub(super) fn default(kind: DealKind) -> Stage {
    match kind {
        DealKind::Agreement | DealKind::Contract => Agreed,
        DealKind::Sanctions | DealKind::Tariffs => InForce,
        DealKind::Talks => InTalks,
        DealKind::Resolution => Signed,
        DealKind::Peace | DealKind::Exchange | DealKind::Acquisition => Proposed,
    }
}

/// The latest stage that the cues support: the farthest along the lattice, a failure only from a verb over the deal.
/// What happened long ago counts where nothing newer is said.
pub(super) fn latest(cues: &[Cue]) -> Option<Cue> {
    let new: Vec<Cue> = cues.iter().filter(|c| !c.past).copied().collect();
    let cues = if new.is_empty() { cues } else { &new };
    let failed = cues.iter().rfind(|c| c.stage == Failed && c.weight == 3);
    let reached = cues.iter().filter(|c| c.stage != Failed).max_by_key(|c| (c.stage, c.weight));
    match (failed, reached) {
        (Some(_), Some(reached)) if reached.stage > Signed => Some(*reached),
        (Some(failed), _) => Some(*failed),
        (None, Some(reached)) => Some(*reached),
        (None, None) => cues.first().copied(),
    }
}
