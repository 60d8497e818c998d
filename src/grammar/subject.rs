//! Subjects: who does what a verb group says, also where the words are shared, turned or far apart.

use super::clause::{CLAUSE_OPENERS, REACH};
use super::{ChunkKind, Grammar, Mood, Tag};

/// Words that part what is said to be from what may be: verbs whose object does the infinitive.
const OBJECT_CONTROL: &[&str] = &[
    "urge", "ask", "call", "want", "expect", "force", "allow", "require", "invite", "persuade", "press", "tell",
    "order", "help", "enable", "push", "pressure", "encourage", "convince", "permit", "authorize", "see", "let",
    "request", "demand",
];

/// Verbs whose object does the gerund behind "for": "praised Egypt for brokering the truce".
const PRAISE: &[&str] = &[
    "applaud", "praise", "commend", "thank", "congratulate", "criticize", "blame", "condemn", "accuse", "credit",
    "salute",
];

/// Verbs whose subject is against what their object is to do.
const BLOCKING: &[&str] = &["veto", "reject", "block", "oppose", "condemn", "denounce", "dismiss"];

/// Those of them that hardly ever stand inside the clause they open.
const CONJUNCTIONS: &[&str] = &["after", "before", "until", "since", "as"];

impl Grammar<'_> {
    /// The noun groups that do what a verb group says, in reading order; for a passive, those it is done to.
    #[must_use]
    pub fn subjects(&self, verb: usize) -> Vec<usize> {
        match self.subject(verb, 0) {
            Some(noun) => self.joined_before(noun),
            None => Vec::new(),
        }
    }

    fn subject(&self, verb: usize, depth: usize) -> Option<usize> {
        if depth > 4 {
            return None;
        }
        let start = self.sentence(verb).start.max(verb.saturating_sub(REACH));
        let borrows = self.borrows_subject(verb);
        let mut at = verb;
        let mut fallback = None;
        while at > start {
            at -= 1;
            match self.kind(at) {
                ChunkKind::Adverb | ChunkKind::Preposition | ChunkKind::Genitive => {}
                ChunkKind::Comma => at = self.before_aside(at, start),
                ChunkKind::Mark if self.is_dash(at) && self.before_aside(at, start) < at => {
                    at = self.before_aside(at, start)
                }
                ChunkKind::Noun if matches!(self.head(at), "jr." | "sr.") && self.chunks[at].tokens.len() == 1 => {}
                ChunkKind::Noun => {
                    let first = self.leftmost(at);
                    match self.before(first).map(|p| (p, self.kind(p))) {
                        Some((p, ChunkKind::Preposition)) if !borrows && CONJUNCTIONS.contains(&self.head(p)) => {
                            return Some(at);
                        }
                        Some((p, ChunkKind::Preposition)) if CLAUSE_OPENERS.contains(&self.head(p)) => {
                            fallback = fallback.or((!borrows).then_some(at));
                        }
                        Some((_, ChunkKind::Preposition)) => {}
                        Some((_, ChunkKind::Verb)) if borrows => {}
                        _ => match self.start_of_phrase(first) {
                            Some(list) => {
                                at = list;
                                continue;
                            }
                            None => return Some(at),
                        },
                    }
                    at = first;
                }
                ChunkKind::Relative => return fallback.or_else(|| self.antecedent(at)),
                ChunkKind::Coordinator => {}
                ChunkKind::Verb => return fallback.or_else(|| self.subject_through(verb, at, depth)),
                ChunkKind::Subordinator | ChunkKind::Mark => {
                    return fallback.or_else(|| self.outer_subject(verb, at, depth));
                }
            }
        }
        fallback
    }

    /// Whether a verb group shares the subject of the one before: "and signed", ", calling", "in drafting".
    fn borrows_subject(&self, verb: usize) -> bool {
        let joint = self.before(verb).map(|c| self.kind(c));
        let joined = matches!(joint, Some(ChunkKind::Coordinator | ChunkKind::Comma | ChunkKind::Preposition));
        joined || self.verb(verb).mood == Mood::Infinitive
    }

    /// The subject of `verb` where another verb group stands before it.
    fn subject_through(&self, verb: usize, other: usize, depth: usize) -> Option<usize> {
        let controls = OBJECT_CONTROL.contains(&self.verb(other).base) && !self.verb(other).passive;
        if self.verb(verb).mood == Mood::Infinitive && controls {
            let object = self.objects(other).last().copied().or_else(|| self.complement(other, &["on", "upon", "for"]));
            if object.is_some_and(|o| o < verb) {
                return object;
            }
        }
        // "vetoed a resolution to impose sanctions": those who veto impose none.
        let blocks = BLOCKING.contains(&self.verb(other).base) && !self.objects(other).is_empty();
        if self.verb(verb).mood == Mood::Infinitive && blocks {
            return None;
        }
        let praised = self.verb(verb).mood == Mood::Gerund && PRAISE.contains(&self.verb(other).base);
        if praised && let Some(&object) = self.objects(other).last() {
            return Some(object);
        }
        self.subject(other, depth + 1)
    }

    /// "Trump said he met Putin, calling for a deal": a gerund or participle borrows the subject of the clause before.
    fn outer_subject(&self, verb: usize, border: usize, depth: usize) -> Option<usize> {
        let borrowed = matches!(self.verb(verb).mood, Mood::Gerund | Mood::Infinitive | Mood::Participle);
        let start = self.sentence(verb).start;
        let outer = (start..border).rev().find(|&i| self.kind(i) == ChunkKind::Verb)?;
        if borrowed { self.subject(outer, depth + 1) } else { None }
    }

    /// Whether a chunk is a dash that sets off an aside.
    fn is_dash(&self, chunk: usize) -> bool {
        self.head(chunk).starts_with(crate::token::is_dash)
    }

    /// Skips an aside between two commas or dashes: from the mark that closes it to the one that opens it.
    fn before_aside(&self, comma: usize, start: usize) -> usize {
        let dash = self.is_dash(comma);
        let ends = |i: usize| self.kind(i) == ChunkKind::Mark && !(dash && self.is_dash(i));
        let inner = (start..comma).rev().take(14).take_while(|&i| !ends(i));
        let mut opens = None;
        let mut verb = false;
        for i in inner {
            verb |= self.kind(i) == ChunkKind::Verb;
            if if dash { self.is_dash(i) } else { self.kind(i) == ChunkKind::Comma } {
                opens = Some(i);
                break;
            }
            if self.kind(i) == ChunkKind::Coordinator && !verb && !dash {
                return comma;
            }
        }
        match opens {
            Some(open) if open > start && self.kind(open - 1) == ChunkKind::Noun => open,
            _ => comma,
        }
    }

    /// The noun a relative pronoun stands for.
    fn antecedent(&self, relative: usize) -> Option<usize> {
        let start = self.sentence(relative).start;
        let nearest = (start..relative).rev().take(4).find(|&i| self.kind(i) == ChunkKind::Noun)?;
        // "an agreement with Japan that lowers tariffs", "sanctions on Iran that ban": what does so is the first.
        let is_name = |noun: usize| self.tag(self.chunks[noun].head) == Tag::Name;
        let led = |p: usize| matches!(self.head(p), "with" | "against" | "on" | "for");
        let over = self.before(nearest).filter(|&p| self.kind(p) == ChunkKind::Preposition && led(p));
        let over = over.and_then(|p| self.before(p)).filter(|&n| self.kind(n) == ChunkKind::Noun && !is_name(n));
        let that = self.head(relative) != "who" && is_name(nearest);
        Some(over.filter(|_| that).unwrap_or(nearest))
    }

    /// Where the list starts that a noun group ends, if a preposition stands before it: "between Russia and Ukraine".
    fn start_of_phrase(&self, noun: usize) -> Option<usize> {
        let and = self.before(noun).filter(|&c| self.kind(c) == ChunkKind::Coordinator || self.joins_names(c))?;
        let mut joint = self.skip_comma(and);
        for _ in 0..8 {
            let other = self.before(joint).filter(|&n| self.kind(n) == ChunkKind::Noun)?;
            let first = self.leftmost(other);
            let before = self.before(first)?;
            match self.kind(before) {
                ChunkKind::Preposition => return Some(first),
                ChunkKind::Comma => joint = before,
                _ => return None,
            }
        }
        None
    }

    /// A noun group with those joined before it.
    pub(super) fn joined_before(&self, noun: usize) -> Vec<usize> {
        let mut members = vec![noun];
        let mut at = self.leftmost(noun);
        while let Some(joint) = self.before(at) {
            let list = members.len() > 1 && self.kind(joint) == ChunkKind::Comma || self.joins_names(joint);
            let and = self.kind(joint) == ChunkKind::Coordinator && self.head(joint) != "but";
            if !(list || and) {
                break;
            }
            let joint = if and { self.skip_comma(joint) } else { joint };
            let Some(other) = self.before(joint).filter(|&n| self.kind(n) == ChunkKind::Noun) else { break };
            at = self.leftmost(other);
            if self.before(at).is_some_and(|p| self.kind(p) == ChunkKind::Preposition) {
                break;
            }
            members.push(other);
        }
        members.reverse();
        members
    }

    /// Whether a comma stands for "and" between two names, as in headlines: "Ukraine, Russia swap prisoners".
    fn joins_names(&self, comma: usize) -> bool {
        let is_name = |noun: usize| self.chunks.get(noun).is_some_and(|c| self.tag(c.head) == Tag::Name);
        let sentence = self.sentence(comma);
        let open = sentence.end.checked_sub(1).is_some_and(|last| self.kind(last) != ChunkKind::Mark);
        let only = || sentence.clone().filter(|&c| self.kind(c) == ChunkKind::Comma).count() == 1;
        self.kind(comma) == ChunkKind::Comma
            && open
            && only()
            && comma.checked_sub(1).is_some_and(is_name)
            && self.kind(comma + 1) == ChunkKind::Noun
    }

    pub(super) fn skip_comma(&self, joint: usize) -> usize {
        match joint.checked_sub(1) {
            Some(i) if self.kind(i) == ChunkKind::Comma => i,
            _ => joint,
        }
    }
}
