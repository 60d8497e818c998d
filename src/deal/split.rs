//! Plurals that name two deals at once: "deals with Kyiv and Moscow", "both Ukrainian and U.S. resolutions".

use super::cluster::Reading;
use super::scene::Scene;
use super::trigger::Trigger;
use super::{DealKind, Role};

/// Makes one reading a deal of each plural whose words name two.
pub(super) fn several(scene: &Scene, readings: Vec<Reading>) -> Vec<Reading> {
    let mut split: Vec<Reading> = Vec::with_capacity(readings.len());
    let mut index = Vec::with_capacity(readings.len());
    for reading in readings {
        index.push(split.len());
        match partners(scene, &reading) {
            Some(partners) => split.extend(partners.iter().map(|&p| with_partner(&reading, p, &partners))),
            None => split.push(reading),
        }
    }
    for reading in &mut split {
        reading.trigger.about = reading.trigger.about.and_then(|at| index.get(at).copied());
    }
    split
}

/// Those who each have a deal of their own under one plural.
fn partners(scene: &Scene, reading: &Reading) -> Option<Vec<usize>> {
    let trigger = &reading.trigger;
    if !trigger.plural {
        return None;
    }
    let partners = match trigger.kind {
        Some(DealKind::Resolution) => sponsors(scene, reading),
        None | Some(DealKind::Agreement) => with_each(scene, trigger),
        _ => return None,
    };
    (partners.len() == 2).then_some(partners)
}

/// The two nations or bodies behind "with".
fn with_each(scene: &Scene, trigger: &Trigger) -> Vec<usize> {
    let with = scene.grammar.complement(trigger.chunk, &["with"]);
    with.map(|noun| scene.all_actors(&scene.grammar.coordinates(noun))).unwrap_or_default()
}

/// The nations that put forward a resolution each.
fn sponsors(scene: &Scene, reading: &Reading) -> Vec<usize> {
    let nation = |&e: &usize| scene.kind(e) == crate::knowledge::Kind::Nation;
    reading.sides.with(Role::Party).into_iter().filter(nation).collect()
}

/// The reading of one of them: the others are none of its sides.
fn with_partner(reading: &Reading, partner: usize, partners: &[usize]) -> Reading {
    let mut one =
        Reading { trigger: reading.trigger.clone(), sides: reading.sides.clone(), cues: reading.cues.clone() };
    one.sides.members.retain(|&(entity, _)| entity == partner || !partners.contains(&entity));
    one.trigger.fresh = false;
    one
}
