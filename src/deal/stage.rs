//! Stages: how far a deal is, read from the verbs over each trigger, their mood, and the words beside it.

mod table;

use jiff::SignedDuration;

use crate::grammar::{ChunkKind, Mood, Tag, singular};
use crate::span::Span;

use super::date;
use super::frame::{Frame, Link, Relation};
use super::lexicon::{self, Act, Sense, is_in};
use super::scene::Scene;
use super::trigger::{Name, Trigger};
use super::{DealKind, Stage, When};

use table::{ACHIEVED, DENY, DOES_INDEX, DONE_TO_INDEX, DOUBT, LASTING, MODIFIER_INDEX, OPEN, STEP_INDEX};

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
    let by_verb = by_verbs(scene, trigger, frame).map(|s| (s, 3));
    let by_noun = by_nouns(scene, frame).or_else(|| by_participle(scene, trigger)).map(|s| (s, 2));
    let by_modifier = by_modifiers(scene, trigger).map(|s| (s, 2));
    let by_itself = by_itself(scene, trigger, frame).filter(|_| by_verb.is_none()).map(|s| (s, 1));
    [by_verb, by_noun, by_modifier, by_itself].into_iter().flatten().map(cue).collect()
}

/// Whether the sentence opens with a day long before the article's and has none since. A day behind the deal or its
/// verb may be that of the deal: "the truce reached in January collapsed".
fn is_past(scene: &Scene, trigger: &Trigger, frame: &Frame) -> bool {
    const LONG: SignedDuration = SignedDuration::from_hours(45 * 24);
    let Some(sentence) = scene.tokens.sentences.get(scene.tokens.sentence_of(trigger.tokens.start)) else {
        return false;
    };
    let Some(long_ago) = scene.today.and_then(|day| day.checked_sub(LONG).ok()) else { return false };
    let verb = frame.links.first().and_then(|l| scene.grammar.chunks.get(l.chunk)).map(|c| c.tokens.start);
    let opening = sentence.tokens.start..verb.unwrap_or(trigger.tokens.start).min(trigger.tokens.start);
    let old = |when: &When| when.to.is_some_and(|day| day < long_ago);
    date::find(scene, opening).iter().any(old) && date::find(scene, sentence.tokens.clone()).iter().all(old)
}

/// What the governing verbs say.
fn by_verbs(scene: &Scene, trigger: &Trigger, frame: &Frame) -> Option<Stage> {
    let first = frame.links.first()?;
    let imposed = matches!(trigger.kind, Some(DealKind::Sanctions | DealKind::Tariffs));
    let bought = trigger.kind == Some(DealKind::Acquisition) && buys(first.verb.base);
    let agreed = (first.relation == Relation::Itself || bought) && frame.links.iter().any(|l| l.verb.base == "agree");
    if agreed && frame.links.iter().all(|l| !l.verb.negated) {
        return Some(if imposed { InForce } else { Agreed });
    }
    let said = match first.relation {
        Relation::Itself => act_stage(scene, trigger, first),
        Relation::Subject => subject_stage(scene, first),
        _ => object_stage(scene, trigger, first),
    };
    let said = said.or_else(|| over_stage(frame))?;
    let open = is_open(scene, frame);
    let denies = |l: &&Link| l.verb.negated || l.relation == Relation::Over && is_in(DENY, l.verb.base);
    let denied = frame.links.iter().filter(denies).count() % 2 == 1;
    if said == InForce && open && !denied && is_in(LASTING, first.verb.base) {
        return Some(InForce);
    }
    // An order that is placed for the future is placed.
    let partners = trigger.name == Name::Verb(Act::Partner);
    let ordered = (trigger.kind == Some(DealKind::Contract) || partners) && first.verb.mood == Mood::Future;
    let implemented = first.verb.base == "implement" && first.verb.mood == Mood::Future;
    if open && is_announced(scene, trigger, frame) {
        return Some(Agreed);
    }
    if open && (implemented || ordered && first.relation == Relation::Itself) {
        return Some(Agreed);
    }
    // Sanctions and tariffs that the imposer adopts or announces are in force.
    let said = if imposed && matches!(said, Agreed | Signed) { InForce } else { said };
    weigh(said, open, denied, refuses(scene, frame), trigger.kind)
        .map(|s| if is_offer(scene, trigger) && matches!(s, Signed | InForce) { Agreed } else { s })
}

/// An offer that is approved is agreed on, not signed.
fn is_offer(scene: &Scene, trigger: &Trigger) -> bool {
    lexicon::noun(&singular(scene.grammar.head(trigger.chunk))) == Some(Sense::Plan)
}

/// "said it would buy Globex", and a headline’s "Acme to buy Globex": a purchase that the buyer announces.
fn is_announced(scene: &Scene, trigger: &Trigger, frame: &Frame) -> bool {
    let [only] = frame.links.as_slice() else { return false };
    let grammar = scene.grammar;
    let tokens = grammar.chunks.get(only.chunk).map_or(0..0, |c| c.tokens.clone());
    let will = matches!(grammar.lower(tokens.start), "will" | "would");
    let buyer = only.chunk.checked_sub(1).and_then(|c| grammar.chunks.get(c));
    let named = || buyer.is_some_and(|c| c.kind == ChunkKind::Noun && grammar.tag(c.head) == Tag::Name);
    let clause = grammar.clause(only.chunk);
    let doubt = clause.clone().any(|c| DOUBT.contains(&grammar.head(c)));
    matches!(trigger.kind, Some(DealKind::Acquisition | DealKind::Contract))
        && (only.relation == Relation::Itself || only.relation == Relation::Object && buys(only.verb.base))
        && !only.verb.negated
        && !doubt
        && (will || only.verb.mood == Mood::Infinitive && named())
}

/// "will not sign", "would not sign": a refusal, where "may not sign" is a doubt.
fn refuses(scene: &Scene, frame: &Frame) -> bool {
    let modal = |l: &Link| scene.grammar.chunks.get(l.chunk).map_or("", |c| scene.grammar.lower(c.tokens.start));
    frame.links.iter().any(|l| l.verb.negated && matches!(modal(l), "will" | "would" | "wo"))
}

/// What an action that may not have happened says.
fn weigh(said: Stage, open: bool, denied: bool, refuses: bool, kind: Option<DealKind>) -> Option<Stage> {
    let imposed = matches!(kind, Some(DealKind::Sanctions | DealKind::Tariffs));
    match (said, open, denied) {
        (_, false, false) => Some(said),
        (Agreed | Signed | InForce, true, false) => Some(Proposed),
        (Agreed | Signed, _, true) => (!open || refuses).then_some(Failed),
        (Ended | Failed, _, _) if imposed => Some(InForce),
        (Ended, true, false) if kind == Some(DealKind::Peace) => Some(Proposed),
        (InTalks, _, true) if refuses => Some(Failed),
        (InTalks, true, false) => Some(Proposed),
        (Proposed, true, false) => Some(Proposed),
        _ => None,
    }
}

/// Whether the mood, the verbs over the verb or a condition leave it open that it happens.
fn is_open(scene: &Scene, frame: &Frame) -> bool {
    let Some(first) = frame.links.first() else { return false };
    let moods = frame.links.iter().any(|l| matches!(l.verb.mood, Mood::Future | Mood::Possible | Mood::Required));
    let over = frame.links.iter().skip(1).any(|l| is_in(OPEN, l.verb.base));
    // "launched a process to restore sanctions": what is aimed at has not happened, but for "managed to", "voted to".
    let aimed = first.verb.mood == Mood::Infinitive
        && frame.links.get(1).is_some_and(|l| l.relation == Relation::Over && !is_in(ACHIEVED, l.verb.base));
    let bare = aimed || frame.links.len() == 1 && first.verb.mood == Mood::Infinitive || is_aimed_at(scene, first);
    let clause = scene.grammar.clause(first.chunk);
    let doubt = clause
        .start
        .checked_sub(1)
        .is_some_and(|c| scene.grammar.kind(c) == ChunkKind::Subordinator && DOUBT.contains(&scene.grammar.head(c)));
    moods || over || bare || doubt
}

/// "interest in reaching", "focus on ending": a gerund behind a preposition, unless that says it was done.
fn is_aimed_at(scene: &Scene, link: &Link) -> bool {
    let before = link.chunk.checked_sub(1).filter(|&c| scene.grammar.kind(c) == ChunkKind::Preposition);
    let done = ["after", "by", "since", "upon", "following", "despite", "before", "with"];
    link.verb.mood == Mood::Gerund && before.is_some_and(|p| !done.contains(&scene.grammar.head(p)))
}

/// What the verb over the governing verb says, where that one says nothing: "want the deal to work".
fn over_stage(frame: &Frame) -> Option<Stage> {
    frame.links.iter().skip(1).find_map(|l| DONE_TO_INDEX.get(l.verb.base).copied()).filter(|s| *s == Proposed)
}

fn object_stage(scene: &Scene, trigger: &Trigger, link: &Link) -> Option<Stage> {
    let talks = matches!(trigger.name, Name::Noun(Sense::Talks | Sense::Meeting));
    let bid = talks || matches!(trigger.kind, Some(DealKind::Acquisition | DealKind::Exchange));
    let imposed = matches!(trigger.kind, Some(DealKind::Sanctions | DealKind::Tariffs));
    let done = matches!(trigger.kind, Some(DealKind::Acquisition | DealKind::Exchange | DealKind::Contract));
    let preposition = match link.relation {
        Relation::Behind(p) => scene.grammar.head(p),
        _ => "",
    };
    match (link.verb.base, preposition) {
        // What the imposer agrees on is decided.
        ("agree", "to" | "on" | "upon") if imposed => Some(InForce),
        ("agree" | "commit", "to" | "on" | "upon") => Some(if talks { Proposed } else { Agreed }),
        ("call" | "push" | "press" | "appeal" | "ask", "for") => Some(Proposed),
        ("call" | "break", "off") => Some(Failed),
        ("call", "") => None,
        ("drop" | "scrap" | "cancel" | "terminate" | "end" | "quit" | "leave", "") if bid => Some(Failed),
        ("meet" | "gather" | "arrive" | "return" | "convene", "for") => Some(InTalks),
        ("enter", "into") => Some(Signed),
        ("work" | "engage", _) => Some(InTalks),
        ("have", "") if !talks => Some(Agreed),
        ("renew" | "extend" | "restart" | "revive", _) if talks => Some(InTalks),
        (base, "") if buys(base) && trigger.kind == Some(DealKind::Acquisition) => Some(Agreed),
        ("complete", _) if talks || done => Some(Ended),
        ("withdraw" | "pull", "from" | "out" | "of") => Some(Ended),
        ("walk" | "back", "from" | "of" | "out" | "away") => Some(Failed),
        ("respond" | "retaliate" | "hit", "with") => (link.verb.mood != Mood::Past).then_some(Proposed),
        ("move", "to" | "toward") => Some(InTalks),
        (_, "with" | "in" | "at" | "by" | "as" | "under" | "during" | "since" | "after" | "before") => None,
        (base, _) if link.verb.progressive => in_progress(base),
        (base, _) => DONE_TO_INDEX.get(base).copied(),
    }
}

/// Whether a verb says that its object changes hands.
fn buys(base: &str) -> bool {
    matches!(base, "acquire" | "buy" | "purchase" | "take" | "sell")
}

/// "is finalizing": under way, not done.
fn in_progress(base: &str) -> Option<Stage> {
    let stage = DONE_TO_INDEX.get(base).copied()?;
    Some(if matches!(stage, Agreed | Signed) && base != "sign" { InTalks } else { stage })
}

fn subject_stage(scene: &Scene, link: &Link) -> Option<Stage> {
    if link.verb.base == "be" {
        return state(scene, link);
    }
    match (link.verb.base, scene.grammar.after(link.chunk).map(|c| scene.grammar.head(c))) {
        ("take", Some("place")) => Some(InTalks),
        ("take" | "enter" | "come", Some("force" | "effect" | "into")) => Some(InForce),
        // "lasted a week", but "has lasted"
        ("last", _) if link.verb.mood == Mood::Past && !is_perfect(scene, link) => Some(Ended),
        ("break" | "fall", next) => matches!(next, Some("down" | "apart" | "through")).then_some(Failed),
        (base, _) => DOES_INDEX.get(base).copied(),
    }
}

fn is_perfect(scene: &Scene, link: &Link) -> bool {
    let chunk = scene.grammar.chunks.get(link.chunk);
    chunk.is_some_and(|c| matches!(scene.grammar.lower(c.tokens.start), "has" | "have"))
}

/// "is in force", "are under way", "is dead".
fn state(scene: &Scene, link: &Link) -> Option<Stage> {
    let grammar = scene.grammar;
    let end = grammar.sentence(link.chunk).end;
    (link.chunk + 1..end).take(3).find_map(|c| match grammar.head(c) {
        "force" | "effect" | "place" => Some(InForce),
        "way" | "underway" | "ongoing" => Some(InTalks),
        "dead" | "void" => Some(Failed),
        "over" => Some(Ended),
        "possible" | "likely" | "near" | "close" | "planned" => Some(Proposed),
        "final" | "done" | "complete" => Some(Agreed),
        _ => None,
    })
}

/// What a verb that is itself the trigger says of its deal.
fn act_stage(scene: &Scene, trigger: &Trigger, link: &Link) -> Option<Stage> {
    let act = match trigger.name {
        Name::Verb(act) => act,
        Name::Noun(Sense::Swap) => Act::Free,
        Name::Noun(_) => return None,
    };
    // "after meeting his counterpart"
    let after = link.chunk.checked_sub(1).is_some_and(|p| matches!(scene.grammar.head(p), "after" | "following"));
    let done = after || !matches!(link.verb.mood, Mood::Present | Mood::Gerund | Mood::Infinitive);
    Some(match act {
        Act::EndWar if done => InForce,
        Act::EndWar => Proposed,
        Act::Free | Act::Meet | Act::Visit if done => Ended,
        Act::Meet | Act::Visit if link.verb.mood == Mood::Infinitive => Agreed,
        Act::Meet | Act::Visit | Act::Negotiate => InTalks,
        Act::Free => Agreed,
        Act::Buy if trigger.kind == Some(DealKind::Contract) => Agreed,
        Act::Buy if done && link.verb.mood == Mood::Past => Agreed,
        Act::Buy => Proposed,
        Act::Agree | Act::Partner | Act::Settle => Agreed,
        Act::Penalize => InForce,
    })
}

fn by_nouns(scene: &Scene, frame: &Frame) -> Option<Stage> {
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
    stage.filter(|&s| s != Ended || !wished)
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
