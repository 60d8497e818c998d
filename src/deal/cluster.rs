//! Clusters: which triggers name the same deal.

mod fit;

use fit::{head_word, subject_words, sums, title};
pub(super) use fit::{is_body, is_part_of};

use super::lexicon::{self, Sense};
use super::party::Sides;
use super::scene::Scene;
use super::stage::Cue;
use super::trigger::{Name, Trigger};
use super::{DealKind, Role};

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
    /// Whether it is like that one in all but its target.
    pub similar: bool,
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
    /// The sums that its triggers name it by, in whole units: "the $3 billion deal".
    sums: Vec<f64>,
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
        place(scene, readings, i, &mut drafts, &mut home);
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
) -> Option<usize> {
    if home[i].is_some() {
        return home[i];
    }
    let reading = &readings[i];
    let joined = match reading.trigger.about {
        Some(about) => {
            if home[about].is_none() {
                lend_sides(scene, readings, i, about, drafts, home)
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
    drafts[at].similar |= reading.trigger.tokens.clone().any(|t| scene.grammar.lower(t) == "similar");
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
    let at = best(scene, &merged, drafts).or_else(|| open(&merged, drafts))?;
    drafts[at].take(scene, inner, &merged);
    home[inner] = Some(at);
    Some(at)
}

/// Opens a new deal, if the trigger can stand alone.
fn open(reading: &Reading, drafts: &mut Vec<Draft>) -> Option<usize> {
    let back = reading.trigger.name == Name::Noun(Sense::LoosePact) && reading.trigger.definite;
    let dependent = back || matches!(reading.trigger.name, Name::Noun(Sense::Plan | Sense::Step | Sense::Order));
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
    /// Whether all its sides agree alike.
    pub fn is_mutual(&self) -> bool {
        use DealKind::{Acquisition, Peace, Resolution, Sanctions, Tariffs};
        !matches!(self.kind, Some(Sanctions | Tariffs | Resolution | Acquisition | Peace))
    }

    /// What a side of an offer is in the deal: who puts a peace plan forward stands between the sides, and whom an
    /// offer is made to is one of them.
    fn role_in_offer(&self, trigger: &Trigger, role: Role) -> Role {
        let peace = self.kind == Some(DealKind::Peace);
        match role {
            _ if trigger.name != Name::Noun(Sense::Plan) => role,
            Role::Target if peace || self.is_mutual() => Role::Party,
            _ if peace => Role::Mediator,
            _ => role,
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
        for &(entity, role) in &reading.sides.members {
            self.sides.add(entity, self.role_in_offer(&reading.trigger, role));
        }
        self.sides.crowd |= reading.sides.crowd;
        self.implied.extend(reading.sides.implied.iter().copied());
        self.cues.extend(reading.cues.iter().copied());
        self.subject.extend(subject_words(scene, &reading.trigger));
        self.titles.extend(title(scene, &reading.trigger));
        self.heads.push(head_word(scene, &reading.trigger));
        self.sums.extend(sums(scene, &reading.trigger));
        let both = reading.trigger.tokens.clone().any(|t| lexicon::is_held(scene.grammar.lower(t)));
        self.package |= self.kind == Some(DealKind::Peace) && both;
        self.package |= self.kind == Some(DealKind::Peace) && reading.trigger.kind == Some(DealKind::Exchange);
        self.triggers.push(index);
        self.last = scene.sentence_of(reading.trigger.chunk);
    }
}
