//! Confidence: how likely a draft is a deal that a reader wants a card for.

use super::DealKind;
use super::cluster::Draft;
use super::lexicon::Sense;
use super::trigger::{Name, Trigger};

/// The evidence for a draft, as it adds up.
pub(super) struct Evidence<'a> {
    /// The deal.
    pub draft: &'a Draft,
    /// Its triggers.
    pub triggers: &'a [&'a Trigger],
    /// Its kind.
    pub kind: DealKind,
    /// How many named sides it has, those whom the cast does not have included.
    pub sides: usize,
    /// Whether a proper name of its own names it: "the Paris Agreement".
    pub titled: bool,
    /// Whether a number names it: "Resolution 1701".
    pub numbered: bool,
}

/// Probability of being right, 0 to 1: a logistic sum of what speaks for the draft and against it.
pub(super) fn of(evidence: &Evidence) -> f32 {
    let best = evidence.triggers.iter().map(|t| naming(t)).fold(f32::MIN, f32::max);
    let sides = match evidence.sides {
        1 if evidence.kind == DealKind::Talks => -1.2,
        0 if evidence.kind == DealKind::Talks => -2.0,
        0 => -1.6,
        1 => -0.2,
        2 => 1.2,
        _ => 1.4,
    };
    let repeats = 0.4 * (evidence.triggers.len().min(4) - 1) as f32;
    // A meeting of which only the time or place is told is none that the article reports.
    let passing = evidence.kind == DealKind::Talks
        && evidence.triggers.iter().all(|t| t.name == Name::Noun(Sense::Meeting))
        && !evidence.draft.cues.iter().any(|c| c.weight >= 3);
    let repeats = if passing { -0.7 } else { repeats };
    let staged = if evidence.draft.cues.iter().any(|c| c.weight >= 2) { 0.5 } else { 0.0 };
    let titled = if evidence.titled { 0.8 } else { 0.0 };
    let numbered = evidence.kind == DealKind::Resolution && evidence.numbered;
    let titled = if numbered { 2.0 } else { titled };
    let sum = best + sides + repeats + staged + titled;
    1.0 / (1.0 + (-sum).exp())
}

/// How surely a trigger names a deal.
fn naming(trigger: &Trigger) -> f32 {
    let told = if trigger.kind.is_some() { 0.5 } else { 0.0 };
    match trigger.name {
        Name::Noun(sense) => match sense {
            Sense::Truce | Sense::Sanction | Sense::Tariff => 0.6,
            Sense::Resolution | Sense::Takeover => 0.3,
            Sense::Pact => 0.1 + told,
            Sense::Contract | Sense::Swap => 0.2,
            Sense::Talks => -0.2 + told,
            Sense::LoosePact => -1.0 + told,
            Sense::Meeting => -0.6,
            Sense::Ban | Sense::Order | Sense::End => -0.5,
            Sense::Plan | Sense::Step => -1.2 + told,
        },
        Name::Verb(_) if trigger.kind == Some(DealKind::Contract) => -0.1,
        Name::Verb(_) => -0.6,
    }
}
