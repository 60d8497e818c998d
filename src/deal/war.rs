//! Wars: who fights whom, so that a peace deal has its sides and the others stand between them.

use crate::grammar::ChunkKind;

use super::lexicon;
use super::scene::Scene;

/// A war the article speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct War {
    /// Those who fight, each once.
    pub sides: Vec<usize>,
    /// The noun group that names it.
    pub chunk: usize,
}

/// Finds the wars whose sides the words around them name.
pub(super) fn find(scene: &Scene) -> Vec<War> {
    let chunks = 0..scene.grammar.chunks.len();
    chunks.filter_map(|chunk| named(scene, chunk)).filter(|war| war.sides.len() >= 2).collect()
}

/// "the Russia–Ukraine war", "fighting between X and Y", "X’s invasion of Y", "the war X is waging on Y".
fn named(scene: &Scene, chunk: usize) -> Option<War> {
    let grammar = scene.grammar;
    let is_invasion = |verb: usize| matches!(grammar.verb(verb).base, "invade" | "attack");
    let mut sides = Vec::new();
    if grammar.kind(chunk) == ChunkKind::Verb && is_invasion(chunk) && !grammar.verb(chunk).passive {
        sides = scene.all_actors(&grammar.subjects(chunk));
        add(&mut sides, scene.all_actors(&grammar.objects(chunk)));
    } else if grammar.kind(chunk) == ChunkKind::Noun && lexicon::is_war(grammar.head(chunk)) {
        sides = scene.named(chunk);
        for (preposition, noun) in grammar.phrases(chunk) {
            let joins = matches!(grammar.head(preposition), "between" | "of" | "against" | "on" | "with" | "by");
            if joins {
                add(&mut sides, scene.all_actors(&grammar.coordinates(noun)));
            }
        }
    }
    Some(War { sides, chunk })
}

fn add(sides: &mut Vec<usize>, more: Vec<usize>) {
    for side in more {
        if !sides.contains(&side) {
            sides.push(side);
        }
    }
}
