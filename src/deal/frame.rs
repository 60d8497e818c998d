//! Frames: the verbs that govern a trigger, nearest first, and how it hangs on each.

use crate::grammar::{ChunkKind, Governor, Grammar, Mood, Tag, Verb, singular};

use super::lexicon::{self, Act, Sense};

/// How a trigger hangs on a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// "signed the deal", "the deal was signed"
    Object,
    /// "the deal collapsed"
    Subject,
    /// "agreed to the deal": behind this preposition.
    Behind(usize),
    /// The verb over the governing verb: "refused" of "refused to sign the deal".
    Over,
    /// The trigger is this verb.
    Itself,
}

/// One governing verb.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    /// Its chunk.
    pub chunk: usize,
    /// The verb read.
    pub verb: Verb,
    /// How the trigger hangs on it.
    pub relation: Relation,
}

/// The verbs over a trigger, and the nouns between.
#[derive(Clone, Debug, Default)]
pub(super) struct Frame {
    /// Nearest first.
    pub links: Vec<Link>,
    /// Noun groups the trigger hangs on: "signing" of "the signing of the deal".
    pub nouns: Vec<usize>,
}

/// How many nouns a frame climbs over.
const CLIMB: usize = 3;

impl Frame {
    /// The frame of a noun group.
    pub fn of_noun(grammar: &Grammar, noun: usize) -> Self {
        let mut frame = Self::default();
        let mut at = noun;
        if let Some(verb) = verb_of_exchange(grammar, noun) {
            return frame.under(grammar, verb, Relation::Itself);
        }
        for _ in 0..CLIMB {
            match grammar.governor(at) {
                Governor::Object(verb) => return frame.under(grammar, verb, Relation::Object),
                Governor::Subject(verb) => {
                    let passive = grammar.verb(verb).passive;
                    let relation = if passive { Relation::Object } else { Relation::Subject };
                    frame = frame.under(grammar, verb, relation);
                    return frame.before(grammar, verb);
                }
                Governor::Preposition(p, Some(over)) if grammar.kind(over) == ChunkKind::Verb => {
                    return frame.under(grammar, over, Relation::Behind(p));
                }
                Governor::Preposition(p, Some(over)) if carries(grammar, p, over) => {
                    frame.nouns.push(over);
                    at = over;
                }
                Governor::Owner(owned) => {
                    frame.nouns.push(owned);
                    at = owned;
                }
                _ => return frame,
            }
        }
        frame
    }

    /// The frame of a verb that is itself the trigger.
    pub fn of_verb(grammar: &Grammar, verb: usize) -> Self {
        Self::default().under(grammar, verb, Relation::Itself)
    }

    /// Adds a verb and those over it.
    fn under(mut self, grammar: &Grammar, verb: usize, relation: Relation) -> Self {
        self.links.push(Link { chunk: verb, verb: grammar.verb(verb), relation });
        let mut at = verb;
        while let Some(over) = grammar.controller(at).filter(|_| self.links.len() < 4) {
            self.links.push(Link { chunk: over, verb: grammar.verb(over), relation: Relation::Over });
            at = over;
        }
        self
    }

    /// Puts the verb that a subject's verb leads to before it: "the deal is expected to be signed".
    fn before(mut self, grammar: &Grammar, verb: usize) -> Self {
        let next = grammar.after(verb).filter(|&n| grammar.kind(n) == ChunkKind::Verb);
        let Some(next) = next.filter(|&n| grammar.verb(n).mood == Mood::Infinitive) else { return self };
        let read = grammar.verb(next);
        let relation = if read.passive { Relation::Object } else { Relation::Subject };
        for link in &mut self.links {
            link.relation = Relation::Over;
        }
        self.links.insert(0, Link { chunk: next, verb: read, relation });
        self
    }
}

/// "released five prisoners in exchange for the remains", "freed in a swap": the verb that says what is exchanged.
fn verb_of_exchange(grammar: &Grammar, noun: usize) -> Option<usize> {
    let led = noun.checked_sub(1).is_some_and(|p| grammar.head(p) == "in");
    let swap = matches!(grammar.head(noun), "exchange" | "return" | "swap");
    if !(led && swap) {
        return None;
    }
    let is_verb = |c: &usize| grammar.kind(*c) == ChunkKind::Verb;
    let frees = |v: &usize| lexicon::verb(grammar.verb(*v).base) == Some(Act::Free);
    // "exchanged 300 prisoners, both said, in a swap": whoever says so stands between.
    let freed = (grammar.sentence(noun).start..noun).rev().filter(is_verb).find(frees);
    let nearest = || (grammar.clause(noun).start..noun).rev().find(is_verb);
    freed.or_else(|| nearest().filter(|_| grammar.head(noun) == "return"))
}

/// Nouns through which a trigger is still what is acted on: "signing of", "talks on", "progress on", "terms of".
fn carries(grammar: &Grammar, preposition: usize, noun: usize) -> bool {
    const PREPOSITIONS: [&str; 8] = ["of", "on", "to", "for", "about", "in", "over", "from"];
    const CARRIERS: [&str; 34] = [
        "signing", "details", "terms", "progress", "work", "kind", "round", "series", "part", "set", "package", "text",
        "end", "start", "number", "lifting", "imposition", "threat", "violation", "violations", "breach", "suspension",
        "resumption", "implementation", "announcement", "participation", "membership", "role", "obligations",
        "support", "approval", "relief", "exemption", "easing",
    ];
    let head = grammar.head(noun);
    let sense = lexicon::noun(&singular(head));
    let trigger = sense.is_some_and(|s| !matches!(s, Sense::Meeting));
    // "renewed $5 billion of a currency swap"
    let measure = grammar.tag(grammar.chunks[noun].head) == Tag::Number || lexicon::is_measure(head);
    grammar.head(preposition) == "of" && measure
        || PREPOSITIONS.contains(&grammar.head(preposition)) && (trigger || CARRIERS.contains(&head))
}
