//! Verbs over a deal and its stage: what is done to it, what it does, and whether it has happened.

use crate::deal::frame::{Frame, Link, Relation};
use crate::deal::lexicon::{self, Act, Sense, is_in};
use crate::deal::scene::Scene;
use crate::deal::trigger::{Name, Trigger};
use crate::deal::{DealKind, Stage};
use crate::grammar::{ChunkKind, Mood, Tag, singular};

use super::table::{ACHIEVED, DENY, DOES_INDEX, DONE_TO_INDEX, DOUBT, LASTING, OPEN};

use Stage::{Agreed, Ended, Failed, InForce, InTalks, Proposed, Signed};

/// What the governing verbs say.
pub(super) fn by_verbs(scene: &Scene, trigger: &Trigger, frame: &Frame) -> Option<Stage> {
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
        ("bring" | "put", _) if trigger.kind == Some(DealKind::Resolution) => Some(Proposed),
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
