//! Clusters: which triggers name the same deal.

use super::lexicon::{self, Sense};
use super::party::Sides;
use super::scene::Scene;
use super::stage::Cue;
use super::trigger::{Name, Trigger};
use super::{DealKind, Role, Stage};
use crate::grammar::singular;

/// A deal in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    /// Its kind, once a trigger tells.
    pub kind: Option<DealKind>,
    /// Indices of its triggers, in the order they were taken in.
    pub triggers: Vec<usize>,
    /// Its sides.
    pub sides: Sides,
    /// The deal it is said to be like: "a similar truce".
    pub like: Option<usize>,
    /// Those who may be the other side.
    pub implied: Vec<usize>,
    /// What is said of its stage.
    pub cues: Vec<Cue>,
    /// Subject words, in lower case.
    pub subject: Vec<String>,
    /// Whether it is a truce and a release of people in one.
    package: bool,
    /// The head words of its triggers.
    heads: Vec<String>,
    /// The words of the proper names among its triggers: "Reciprocal Trade" of "Agreement on Reciprocal Trade".
    pub titles: Vec<Vec<String>>,
    /// The sentence of its latest trigger.
    last: usize,
}

/// A trigger with what was read of it.
pub(super) struct Reading {
    pub trigger: Trigger,
    pub sides: Sides,
    pub cues: Vec<Cue>,
}

/// Gathers triggers into deals, in reading order of their first trigger.
pub(super) fn gather(scene: &Scene, readings: &[Reading]) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut home: Vec<Option<usize>> = vec![None; readings.len()];
    for i in 0..readings.len() {
        place(scene, readings, i, &mut drafts, &mut home, 0);
    }
    drafts
}

/// Finds a trigger its deal: that of the trigger it is about, the best that fits, or a new one.
fn place(
    scene: &Scene,
    readings: &[Reading],
    i: usize,
    drafts: &mut Vec<Draft>,
    home: &mut [Option<usize>],
    depth: usize,
) -> Option<usize> {
    if home[i].is_some() {
        return home[i];
    }
    let reading = &readings[i];
    let joined = match reading.trigger.about {
        Some(about) if depth < 4 => {
            if home[about].is_none() {
                lend_sides(scene, readings, i, about, drafts, home, depth)
            } else {
                home[about]
            }
        }
        _ => None,
    };
    let found = joined.or_else(|| best(scene, reading, drafts)).or_else(|| open(reading, drafts));
    let at = found?;
    if reading.trigger.fresh && drafts[at].triggers.is_empty() {
        drafts[at].like =
            (0..at).rev().find(|&d| drafts[d].kind == reading.trigger.kind || reading.trigger.kind.is_none());
    }
    drafts[at].take(scene, i, reading);
    home[i] = Some(at);
    found
}

/// Places the trigger that another is about, with the sides of both.
fn lend_sides(
    scene: &Scene,
    readings: &[Reading],
    outer: usize,
    inner: usize,
    drafts: &mut Vec<Draft>,
    home: &mut [Option<usize>],
    depth: usize,
) -> Option<usize> {
    let mut merged = Reading {
        trigger: readings[inner].trigger.clone(),
        sides: readings[inner].sides.clone(),
        cues: readings[inner].cues.clone(),
    };
    merged.trigger.fresh |= readings[outer].trigger.fresh;
    for &(entity, role) in &readings[outer].sides.members {
        merged.sides.add(entity, role);
    }
    let _ = depth;
    let at = best(scene, &merged, drafts).or_else(|| open(&merged, drafts))?;
    drafts[at].take(scene, inner, &merged);
    home[inner] = Some(at);
    Some(at)
}

/// Opens a new deal, if the trigger can stand alone.
fn open(reading: &Reading, drafts: &mut Vec<Draft>) -> Option<usize> {
    let dependent = matches!(reading.trigger.name, Name::Noun(Sense::Plan | Sense::Step));
    if dependent && reading.trigger.kind.is_none() {
        return None;
    }
    drafts.push(Draft::default());
    Some(drafts.len() - 1)
}

/// The deal that fits a trigger best, if any fits well enough.
fn best(scene: &Scene, reading: &Reading, drafts: &[Draft]) -> Option<usize> {
    let sentence = scene.sentence_of(reading.trigger.chunk);
    let last = drafts.iter().filter_map(|d| d.triggers.last().copied()).max();
    let scored = drafts.iter().enumerate().filter_map(|(at, d)| {
        let is_last = d.triggers.last().copied() == last;
        Some((at, d.fit(scene, reading, sentence, is_last)?))
    });
    scored.max_by(|a, b| a.1.total_cmp(&b.1)).filter(|&(_, fit)| fit > 0.0).map(|(at, _)| at)
}

impl Draft {
    /// How well a trigger fits; none where it cannot be this deal.
    fn fit(&self, scene: &Scene, reading: &Reading, sentence: usize, is_last: bool) -> Option<f32> {
        let trigger = &reading.trigger;
        let kind = if self.package && trigger.kind == Some(DealKind::Exchange) && reading.sides.members.is_empty() {
            0.8
        } else {
            kind_fit(self.kind, trigger)?
        };
        let sides = self.side_fit(scene, reading)?;
        if self.is_other_time(reading) {
            return None;
        }
        let words = self.word_fit(scene, trigger)? + self.head_fit(scene, trigger);
        let distance = sentence.saturating_sub(self.last) as f32;
        if leans(trigger) && (distance > 2.0 || !trigger.definite && reading.sides.members.is_empty()) && sides == 0.0 {
            return None;
        }
        let known = sides >= 3.0 && !is_last && matches!(self.kind, None | Some(DealKind::Agreement));
        let fresh = if trigger.fresh && !known { 3.0 } else { 0.0 };
        let definite = if trigger.definite { 0.5 } else { 0.0 };
        Some(kind + sides + words + definite - fresh - 0.08 * distance)
    }

    /// Shared sides, or none where they contradict each other.
    fn side_fit(&self, scene: &Scene, reading: &Reading) -> Option<f32> {
        let imposed = matches!(self.kind, Some(DealKind::Sanctions | DealKind::Tariffs | DealKind::Acquisition));
        let roles: &[Role] = if imposed { &[Role::Party, Role::Target] } else { &[Role::Party] };
        let mut shared = 0;
        for &role in roles {
            let (mut own, mut new) = (self.sides.with(role), reading.sides.with(role));
            if self.kind == Some(DealKind::Resolution) {
                // Whose draft it is tells resolutions apart, not which body it is put to.
                own.retain(|&e| !is_body(scene, e));
                new.retain(|&e| !is_body(scene, e));
            }
            let same = |a: usize, b: usize| a == b || is_part_of(scene, a, b) || is_part_of(scene, b, a);
            let common = own.iter().filter(|&&e| new.iter().any(|&n| same(e, n))).count();
            let nested = common >= own.len().min(new.len());
            let peace = matches!(self.kind, Some(DealKind::Peace | DealKind::Resolution)) && common > 0;
            // One hands over its prisoners here, the other there.
            let halves = self.kind == Some(DealKind::Exchange) && own.len() == 1 && new.len() == 1;
            let akin = common >= 2 && own.len().max(new.len()) >= 3;
            if !(nested || peace || halves || akin) {
                return None;
            }
            if imposed && common == 0 && !own.is_empty() && !new.is_empty() {
                return None;
            }
            shared += common;
        }
        Some(1.5 * shared as f32)
    }

    /// Whether one is planned and the other exists: two deals.
    fn is_other_time(&self, reading: &Reading) -> bool {
        let modified = |cues: &[Cue], stage: Stage| cues.iter().any(|c| c.weight == 2 && c.stage == stage);
        let parted = |a: Stage, b: Stage| modified(&self.cues, a) && modified(&reading.cues, b);
        let done = reading.cues.iter().any(|c| c.weight == 3 && c.stage == Stage::Ended);
        let said = |cues: &[Cue], stage: Stage| cues.iter().any(|c| c.weight == 3 && c.stage == stage);
        // A meeting that was held and one that is planned.
        let held = self.kind == Some(DealKind::Talks)
            && (said(&self.cues, Stage::Ended) && said(&reading.cues, Stage::Proposed)
                || said(&self.cues, Stage::Proposed) && said(&reading.cues, Stage::Ended));
        held || parted(Stage::Proposed, Stage::InForce)
            || parted(Stage::InForce, Stage::Proposed)
            || self.kind == Some(DealKind::Exchange) && done && modified(&self.cues, Stage::Proposed)
    }

    /// Shared subject words; a different proper name parts two instruments.
    fn word_fit(&self, scene: &Scene, trigger: &Trigger) -> Option<f32> {
        let words = subject_words(scene, trigger);
        if words.is_empty() || self.subject.is_empty() {
            return Some(0.0);
        }
        let common = words.iter().filter(|w| self.subject.contains(w)).count();
        if is_titled(scene, trigger) && !self.titles.is_empty() && !self.titles.iter().any(|t| is_same_title(t, &words))
        {
            return None;
        }
        Some(if common > 0 { 1.0 } else { -1.5 })
    }

    /// The same noun again speaks for the same deal, the more so if it is always capitalized ("the Agreement").
    fn head_fit(&self, scene: &Scene, trigger: &Trigger) -> f32 {
        let head = head_word(scene, trigger);
        let same = self.heads.contains(&head);
        let weight = 0.05 * self.triggers.len().min(6) as f32;
        if !same {
            weight
        } else if head.starts_with(char::is_uppercase) {
            weight + 1.5
        } else {
            weight + 0.3
        }
    }

    /// Takes a trigger in.
    fn take(&mut self, scene: &Scene, index: usize, reading: &Reading) {
        self.kind = match (self.kind, reading.trigger.kind) {
            (None | Some(DealKind::Agreement | DealKind::Talks), Some(kind))
                if self.triggers.is_empty() || self.kind.is_none() =>
            {
                Some(kind)
            }
            (None, None) => None,
            (own, _) => own,
        };
        // Who puts a peace plan forward stands between the sides.
        let offered = self.kind == Some(DealKind::Peace) && reading.trigger.name == Name::Noun(Sense::Plan);
        for &(entity, role) in &reading.sides.members {
            self.sides.add(entity, if offered { Role::Mediator } else { role });
        }
        self.implied.extend(reading.sides.implied.iter().copied());
        self.cues.extend(reading.cues.iter().copied());
        self.subject.extend(subject_words(scene, &reading.trigger));
        if is_titled(scene, &reading.trigger) {
            self.titles.push(subject_words(scene, &reading.trigger));
        }
        self.heads.push(head_word(scene, &reading.trigger));
        let both = reading.trigger.tokens.clone().any(|t| lexicon::is_held(scene.grammar.lower(t)));
        self.package |= self.kind == Some(DealKind::Peace) && both;
        self.package |= self.kind == Some(DealKind::Peace) && reading.trigger.kind == Some(DealKind::Exchange);
        self.triggers.push(index);
        self.last = scene.sentence_of(reading.trigger.chunk);
    }
}

/// Whether one body is an organ of the other: the Security Council of the United Nations.
pub(super) fn is_part_of(scene: &Scene, organ: usize, body: usize) -> bool {
    let name = |e: usize| scene.cast.entities.get(e).map_or("", |e| e.name.as_str());
    name(organ).strip_prefix(name(body)).is_some_and(|rest| rest.starts_with(' '))
}

/// Whether an entity is a body that adopts what others put to it.
fn is_body(scene: &Scene, entity: usize) -> bool {
    let name = scene.cast.entities.get(entity).map_or("", |e| e.name.as_str());
    name.starts_with("United Nations")
        || ["Assembly", "Council", "Agency", "Board", "Organization"].iter().any(|w| name.ends_with(w))
}

/// Words that name a deal only by pointing back at one.
fn leans(trigger: &Trigger) -> bool {
    matches!(trigger.name, Name::Noun(Sense::Plan | Sense::Step | Sense::Talks | Sense::Meeting | Sense::LoosePact))
        && trigger.kind.is_none()
        && !trigger.plural
}

/// The modifiers that tell one deal from another of its kind, in lower case.
fn subject_words(scene: &Scene, trigger: &Trigger) -> Vec<String> {
    let says_kind =
        |word: &str| lexicon::subject(word).is_some_and(|k| Some(k) == trigger.kind && k != DealKind::Agreement);
    let held = |word: &str| lexicon::is_held(word) || lexicon::noun(&singular(word)).is_some();
    let named = |t: &&usize| scene.cast.mention_at(**t).is_none();
    let words = trigger.subject.iter().filter(named).map(|&t| scene.grammar.lower(t));
    words.filter(|w| !says_kind(w) && !held(w)).map(str::to_owned).collect()
}

/// Whether a trigger is a proper name: a capitalized noun with words of its own.
fn is_titled(scene: &Scene, trigger: &Trigger) -> bool {
    let capital = scene.grammar.words.get(trigger.head).is_some_and(|w| w.capital);
    let first = scene.grammar.words.get(trigger.tokens.start).is_some_and(|w| w.capital);
    capital && first && !subject_words(scene, trigger).is_empty()
}

/// Whether half of all words of two proper names are the same.
fn is_same_title(a: &[String], b: &[String]) -> bool {
    let common = a.iter().filter(|w| b.contains(w)).count();
    2 * common >= a.len() + b.len() - common
}

fn head_word(scene: &Scene, trigger: &Trigger) -> String {
    scene.tokens.word(trigger.head).to_owned()
}

/// How well a trigger's kind fits a deal's.
fn kind_fit(own: Option<DealKind>, trigger: &Trigger) -> Option<f32> {
    let generic = |kind: DealKind| match trigger.name {
        Name::Noun(Sense::Pact | Sense::LoosePact) => {
            !matches!(kind, DealKind::Sanctions | DealKind::Tariffs | DealKind::Resolution | DealKind::Talks)
        }
        Name::Noun(Sense::Plan | Sense::Step) => kind != DealKind::Talks,
        Name::Noun(Sense::Talks) => !matches!(kind, DealKind::Sanctions | DealKind::Tariffs),
        Name::Noun(Sense::Meeting) => kind == DealKind::Talks,
        _ => false,
    };
    match (own, trigger.kind) {
        (Some(own), Some(new)) if own == new => Some(1.0),
        (Some(_), Some(_)) => None,
        (Some(DealKind::Peace), None) if generic(DealKind::Peace) && !trigger.definite && trigger.plural => Some(-1.0),
        (Some(own @ (DealKind::Acquisition | DealKind::Contract | DealKind::Exchange)), None) => {
            (generic(own) && trigger.definite).then_some(0.0)
        }
        (Some(own), None) => generic(own).then_some(0.3),
        (None, Some(new)) => matches!(new, DealKind::Agreement | DealKind::Peace).then_some(0.2),
        (None, None) => Some(0.5),
    }
}
