//! Fit: how well a trigger fits a deal, by kind, sides, words and time.

use crate::grammar::{Tag, singular};
use crate::knowledge::{Form, Kind};

use super::{Draft, Reading};
use crate::deal::amount;
use crate::deal::lexicon::{self, Sense};
use crate::deal::scene::Scene;
use crate::deal::stage::Cue;
use crate::deal::trigger::{Name, Trigger};
use crate::deal::{DealKind, Role, Stage};

impl Draft {
    /// How well a trigger fits; none where it cannot be this deal.
    pub(super) fn fit(&self, scene: &Scene, reading: &Reading, sentence: usize, is_last: bool) -> Option<f32> {
        let trigger = &reading.trigger;
        let kind = if self.package && trigger.kind == Some(DealKind::Exchange) && reading.sides.members.is_empty() {
            0.8
        } else {
            kind_fit(self.kind, trigger).or_else(|| {
                (trigger.definite && self.is_talks() && trigger.kind == Some(DealKind::Talks)).then_some(0.5)
            })?
        };
        let sides = match self.side_fit(scene, reading) {
            // "The truce was reached after mediation by Egypt": what points back at the deal just named adds a side.
            None if self.goes_on(reading, sentence, is_last) => 0.0,
            found => found?,
        };
        // Talks of two, and a truce between others: "they met and hoped for a ceasefire in Gaza".
        let alien = self.kind.is_none()
            && trigger.kind == Some(DealKind::Peace)
            && self.sides.with(Role::Party).len() >= 2
            && sides == 0.0;
        if alien || self.is_other_time(reading) {
            return None;
        }
        let words = self.word_fit(scene, trigger)? + self.head_fit(scene, trigger) + self.sum_fit(scene, trigger);
        let distance = sentence.saturating_sub(self.last) as f32;
        // "The deal came after four days of talks."
        let before = is_last && distance <= 1.0 && trigger.name == Name::Noun(Sense::Talks) && self.is_agreed();
        if !before
            && leans(trigger)
            && (distance > 2.0 || !trigger.definite && reading.sides.members.is_empty())
            && sides == 0.0
        {
            return None;
        }
        let known = sides >= 3.0 && !is_last && matches!(self.kind, None | Some(DealKind::Agreement));
        let fresh = if trigger.fresh && !known { 3.0 } else { 0.0 };
        let definite = if trigger.definite { 0.5 } else { 0.0 };
        // What has been agreed is "the accord" sooner than what is still talked about.
        let open = if self.is_talks() && is_pact(trigger) && trigger.definite { 0.5 } else { 0.0 };
        Some(kind + sides + words + definite - fresh - open - 0.08 * distance.min(10.0))
    }

    /// Whether a trigger points back at this deal, whomever else it names: "the truce" right after it, in no new words.
    fn goes_on(&self, reading: &Reading, sentence: usize, is_last: bool) -> bool {
        let trigger = &reading.trigger;
        // Another imposer has sanctions of its own, and another buyer a purchase.
        let own = matches!(self.kind, Some(DealKind::Sanctions | DealKind::Tariffs | DealKind::Acquisition));
        if own && !reading.sides.with(Role::Party).is_empty() && trigger.name != Name::Noun(Sense::Plan) {
            return false;
        }
        let same_kind = self.kind.is_some() && self.kind == trigger.kind || trigger.kind.is_none();
        // "the deal covering minerals" says which one it is.
        let told = is_pact(trigger) && trigger.kind.is_some();
        let offered = trigger.name == Name::Noun(Sense::Plan);
        let together =
            !offered && reading.sides.with(Role::Party).len() >= 2 && !matches!(self.kind, Some(DealKind::Resolution));
        trigger.definite
            && !trigger.fresh
            && (!trigger.plural || self.kind.is_some() && self.kind == trigger.kind)
            && is_last
            && same_kind
            && !together
            && !told
            && trigger.subject.is_empty()
            && sentence.saturating_sub(self.last) <= 1
    }

    /// Whether a pact has named it, which talks may have led to.
    fn is_agreed(&self) -> bool {
        if matches!(self.kind, Some(DealKind::Agreement | DealKind::Peace)) {
            return true;
        }
        self.heads.iter().any(|h| lexicon::noun(&singular(&h.to_lowercase())) == Some(Sense::Pact))
    }

    /// Whether only talks have named it so far.
    fn is_talks(&self) -> bool {
        self.kind.is_none()
            && self.heads.iter().all(|h| lexicon::noun(&singular(&h.to_lowercase())) == Some(Sense::Talks))
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
            let acts = |a: usize, b: usize| scene.cast.principal(a) == b;
            let same = |a: usize, b: usize| {
                a == b || is_part_of(scene, a, b) || is_part_of(scene, b, a) || acts(a, b) || acts(b, a)
            };
            let common = own.iter().filter(|&&e| new.iter().any(|&n| same(e, n))).count();
            let nested = common >= own.len().min(new.len());
            let peace = matches!(self.kind, Some(DealKind::Peace | DealKind::Resolution)) && common > 0;
            // One hands over its prisoners here, the other there.
            let halves = self.kind == Some(DealKind::Exchange) && own.len() == 1 && new.len() == 1;
            let many = common >= 2 && own.len().max(new.len()) >= 3;
            if !(nested || peace || halves || many) {
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
        let title = title(scene, trigger);
        if let Some(title) = &title
            && !self.titles.is_empty()
            && !self.titles.iter().any(|t| is_same_title(t, title))
        {
            return None;
        }
        let words = subject_words(scene, trigger);
        if words.is_empty() || self.subject.is_empty() {
            return Some(0.0);
        }
        let common = words.iter().filter(|w| self.subject.contains(w)).count();
        Some(if common > 0 { 1.0 } else { -1.5 })
    }

    /// The same sum again: "the $3 billion deal" is the one that was worth as much.
    fn sum_fit(&self, scene: &Scene, trigger: &Trigger) -> f32 {
        let same = |sum: &f64| self.sums.contains(sum);
        if !self.sums.is_empty() && sums(scene, trigger).iter().any(same) { 1.5 } else { 0.0 }
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
}

/// Whether one body is an organ of the other: the Security Council of the United Nations.
pub(in crate::deal) fn is_part_of(scene: &Scene, organ: usize, body: usize) -> bool {
    scene.name(organ).strip_prefix(scene.name(body)).is_some_and(|rest| rest.starts_with(' '))
}

/// Whether an entity is a body that adopts what others put to it.
pub(in crate::deal) fn is_body(scene: &Scene, entity: usize) -> bool {
    let name = scene.name(entity);
    name.starts_with("United Nations")
        || ["Assembly", "Council", "Agency", "Board", "Organization"].iter().any(|w| name.ends_with(w))
}

/// Whether a trigger is a word for something agreed.
fn is_pact(trigger: &Trigger) -> bool {
    matches!(trigger.name, Name::Noun(Sense::Pact | Sense::LoosePact))
}

/// Words that name a deal only by pointing back at one.
fn leans(trigger: &Trigger) -> bool {
    matches!(trigger.name, Name::Noun(Sense::Plan | Sense::Step | Sense::Talks | Sense::Meeting | Sense::LoosePact))
        && trigger.kind.is_none()
        && !trigger.plural
}

/// The modifiers that tell one deal from another of its kind, in lower case.
pub(super) fn subject_words(scene: &Scene, trigger: &Trigger) -> Vec<String> {
    let says_kind =
        |word: &str| lexicon::subject(word).is_some_and(|k| Some(k) == trigger.kind && k != DealKind::Agreement);
    let held = |word: &str| lexicon::is_held(word) || lexicon::noun(&singular(word)).is_some();
    let named = |t: &&usize| scene.cast.mention_at(**t).is_none();
    let words = trigger.subject.iter().filter(named).map(|&t| scene.grammar.lower(t));
    words.filter(|w| !says_kind(w) && !held(w)).map(str::to_owned).collect()
}

/// The words of a trigger that is a proper name: a capitalized noun with words of its own, or a pact named after the
/// place where it was made ("the Paris climate agreement").
pub(super) fn title(scene: &Scene, trigger: &Trigger) -> Option<Vec<String>> {
    let words = subject_words(scene, trigger);
    let capital = |t: usize| scene.grammar.words.get(t).is_some_and(|w| w.capital);
    if capital(trigger.head) && capital(trigger.tokens.start) && !words.is_empty() {
        return Some(words);
    }
    let place =
        scene.cast.mention_at(trigger.tokens.start).filter(|m| m.form == Form::Metonym || m.kind == Kind::Place)?;
    let after = scene.grammar.tag(place.tokens.end) != Tag::Hyphen && trigger.definite && is_pact(trigger);
    after.then(|| vec![scene.grammar.lower(trigger.tokens.start).to_owned()])
}

/// Whether half of all words of two proper names are the same.
fn is_same_title(a: &[String], b: &[String]) -> bool {
    let common = a.iter().filter(|w| b.contains(w)).count();
    2 * common >= a.len() + b.len() - common
}

/// The sums among the words of a trigger, in whole units.
pub(super) fn sums(scene: &Scene, trigger: &Trigger) -> Vec<f64> {
    amount::find(scene, trigger.tokens.clone()).iter().map(|amount| amount.value).collect()
}

pub(super) fn head_word(scene: &Scene, trigger: &Trigger) -> String {
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
        Name::Noun(Sense::Order) => matches!(kind, DealKind::Acquisition | DealKind::Contract),
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
