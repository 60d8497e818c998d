//! Links: which trigger another one is about.

use crate::grammar::{ChunkKind, Governor, Mood};

use super::{Name, Trigger};
use crate::deal::DealKind;
use crate::deal::lexicon::{Act, Sense};
use crate::deal::scene::Scene;

/// Ties a trigger to the one it is about: "talks on a ceasefire", "a deal to end the war", "ceasefire’s extension".
pub(super) fn link(scene: &Scene, triggers: &mut [Trigger]) {
    for i in 0..triggers.len() {
        let target = (i + 1..triggers.len()).take(3).find(|&j| is_about(scene, &triggers[i], &triggers[j]));
        let owner =
            || i.checked_sub(1).filter(|&j| triggers[j].chunk + 2 == triggers[i].chunk && owns(scene, &triggers[j]));
        let package = || i.checked_sub(1).filter(|&j| is_package(scene, &triggers[j], &triggers[i]));
        let apposed = || Some(i + 1).filter(|&j| j < triggers.len() && is_apposed(scene, &triggers[i], &triggers[j]));
        triggers[i].about =
            target.or_else(owner).or_else(package).or_else(apposed).or_else(|| terms_of(scene, triggers, i));
    }
}

/// "ordered 20 jets in a deal worth $2 billion": the purchase that a deal stands beside.
fn terms_of(scene: &Scene, triggers: &[Trigger], deal: usize) -> Option<usize> {
    let Name::Noun(Sense::Pact) = triggers[deal].name else { return None };
    let Governor::Preposition(p, _) = scene.grammar.governor(triggers[deal].chunk) else { return None };
    let clause = scene.grammar.clause(triggers[deal].chunk);
    let bought = |&j: &usize| {
        matches!(triggers[j].name, Name::Verb(Act::Buy | Act::Settle)) && clause.contains(&triggers[j].chunk)
    };
    let purchase = matches!(triggers[deal].kind, None | Some(DealKind::Contract | DealKind::Acquisition));
    let led = matches!(scene.grammar.head(p), "in" | "under" | "through") && purchase;
    (0..deal).rev().take(3).find(bought).filter(|_| led)
}

/// "New START, the last nuclear treaty with Russia": one deal, said twice.
fn is_apposed(scene: &Scene, name: &Trigger, noun: &Trigger) -> bool {
    let grammar = scene.grammar;
    let comma = grammar.kind(name.chunk + 1) == ChunkKind::Comma && noun.chunk == name.chunk + 2;
    let article = matches!(grammar.lower(grammar.chunks[noun.chunk].tokens.start), "the" | "a" | "an");
    let kinds = name.kind.is_none() || noun.kind.is_none() || name.kind == noun.kind;
    comma && article && kinds && grammar.coordinates(name.chunk).len() == 1
}

/// "a ceasefire and hostage release": one deal.
fn is_package(scene: &Scene, truce: &Trigger, release: &Trigger) -> bool {
    let peace = truce.kind == Some(DealKind::Peace) && release.kind == Some(DealKind::Exchange);
    peace && scene.grammar.coordinates(truce.chunk).contains(&release.chunk)
}

fn owns(scene: &Scene, trigger: &Trigger) -> bool {
    scene.grammar.kind(trigger.chunk + 1) == ChunkKind::Genitive
}

/// Whether `outer` is about `inner`, which stands behind it in the same phrase.
fn is_about(scene: &Scene, outer: &Trigger, inner: &Trigger) -> bool {
    let Name::Noun(sense) = outer.name else { return false };
    let open = matches!(
        sense,
        Sense::Pact | Sense::LoosePact | Sense::Plan | Sense::Step | Sense::Talks | Sense::Meeting | Sense::Contract
    );
    // "agreed in a call with Putin to end the war": the call is not about what was agreed.
    let led =
        outer.chunk.checked_sub(1).is_some_and(|p| matches!(scene.grammar.head(p), "in" | "during" | "at" | "after"));
    if sense == Sense::Meeting && led {
        return false;
    }
    if !open || scene.sentence_of(outer.chunk) != scene.sentence_of(inner.chunk) || inner.chunk > outer.chunk + 12 {
        return false;
    }
    match inner.name {
        Name::Noun(_) => phrase_leads_to(scene, outer.chunk, inner.chunk),
        Name::Verb(Act::EndWar | Act::Free | Act::Buy) => {
            inner.chunk == outer.chunk + 1
                || inner.chunk <= outer.chunk + 12 && verb_phrase_leads_to(scene, outer.chunk, inner.chunk)
        }
        Name::Verb(_) => false,
    }
}

/// Whether only "on", "for", "of" ... and joined nouns stand between two noun groups.
fn phrase_leads_to(scene: &Scene, from: usize, to: usize) -> bool {
    const LEADS: [&str; 11] =
        ["on", "about", "for", "of", "over", "to", "regarding", "concerning", "in", "under", "toward"];
    let grammar = scene.grammar;
    let phrases = grammar.phrases(from);
    let lead = phrases.iter().find(|&&(p, noun)| {
        LEADS.contains(&grammar.head(p)) && (noun == to || grammar.owner(to).is_some_and(|o| o == noun))
    });
    let place = |noun: usize| scene.cast.mention_at(grammar.chunks[noun].head).is_some();
    let before = |p: usize| phrases.iter().take_while(move |&&(q, _)| q < p);
    lead.is_some_and(|&(p, _)| before(p).all(|&(q, noun)| grammar.head(q) != "in" || place(noun)))
}

/// "talks with Putin about ending the war": no verb or border between but the one asked for.
fn verb_phrase_leads_to(scene: &Scene, from: usize, to: usize) -> bool {
    let before = |c: usize| to.checked_sub(c).map(|c| scene.grammar.kind(c));
    // "an agreement with the Taliban that could end the war"
    let relative = before(1) == Some(ChunkKind::Relative);
    let clean = (from + 1..to - usize::from(relative)).all(|c| {
        !matches!(
            scene.grammar.kind(c),
            ChunkKind::Verb | ChunkKind::Mark | ChunkKind::Subordinator | ChunkKind::Relative
        )
    });
    let lead = before(1) == Some(ChunkKind::Preposition);
    clean && (lead || relative || scene.grammar.verb(to).mood == Mood::Infinitive)
}
