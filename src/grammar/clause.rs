//! Who does what: subjects, objects, prepositions, and the clause around a chunk.

use std::ops::Range;

use super::{ChunkKind, Grammar, Mood};

/// What stands over a noun group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Governor {
    /// It is the object of this verb group.
    Object(usize),
    /// It is the subject of this verb group.
    Subject(usize),
    /// It follows this preposition, which leans on that noun or verb group, if any.
    Preposition(usize, Option<usize>),
    /// It owns this noun group: "the deal’s terms".
    Owner(usize),
    /// Nothing is known to.
    Nothing,
}

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

/// Prepositions that also open a clause: "after Egypt brokered a truce".
const CLAUSE_OPENERS: &[&str] = &["after", "before", "until", "since", "as", "like", "for", "with"];

/// Those of them that hardly ever stand inside the clause they open.
const CONJUNCTIONS: &[&str] = &["after", "before", "until", "since", "as"];

/// How many chunks a search looks at before it gives up; keeps long sentences linear.
const REACH: usize = 40;

impl Grammar<'_> {
    /// The noun groups joined with a noun group that come after it: "Russia, Iran and China"; itself first.
    #[must_use]
    pub fn coordinates(&self, noun: usize) -> Vec<usize> {
        let end = self.sentence(noun).end;
        let mut members = vec![noun];
        let mut pending = Vec::new();
        let mut at = noun + 1;
        while at < end.min(noun + REACH) {
            let closes = self.kind(at) == ChunkKind::Coordinator && self.head(at) != "but";
            let comma = self.kind(at) == ChunkKind::Comma;
            let mut next = at + 1;
            let closes = closes || comma && self.kind(next) == ChunkKind::Coordinator && self.head(next) != "but";
            if comma && closes {
                next += 1;
            }
            if !(closes || comma) || self.kind(next) != ChunkKind::Noun {
                break;
            }
            pending.push(next);
            if closes {
                members.append(&mut pending);
                break;
            }
            at = self.skip_genitive(next) + 1;
        }
        members
    }

    /// The last chunk of an owner and what it owns: "Taiwan" of "Taiwan’s foreign minister".
    fn skip_genitive(&self, noun: usize) -> usize {
        let owned = self.kind(noun + 1) == ChunkKind::Genitive && self.kind(noun + 2) == ChunkKind::Noun;
        if owned { noun + 2 } else { noun }
    }

    /// The owner of a noun group: "Ukraine" of "Ukraine’s minerals".
    #[must_use]
    pub fn owner(&self, noun: usize) -> Option<usize> {
        let genitive = noun.checked_sub(1).filter(|&g| self.kind(g) == ChunkKind::Genitive)?;
        let owner = genitive.checked_sub(1)?;
        (self.kind(owner) == ChunkKind::Noun).then_some(owner)
    }

    /// The first chunk that belongs to a noun group, its owners included.
    fn leftmost(&self, noun: usize) -> usize {
        let mut at = noun;
        while let Some(owner) = self.owner(at) {
            at = owner;
        }
        at
    }

    /// The chunk before `at` that is no adverb, within the sentence.
    fn before(&self, at: usize) -> Option<usize> {
        let start = self.sentence(at).start;
        (start..at).rev().find(|&i| self.kind(i) != ChunkKind::Adverb)
    }

    /// The chunk after `at` that is no adverb, within the sentence.
    pub(crate) fn after(&self, at: usize) -> Option<usize> {
        (at + 1..self.sentence(at).end).find(|&i| self.kind(i) != ChunkKind::Adverb)
    }

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
                            fallback = fallback.or(Some(at).filter(|_| !borrows));
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
        (start..relative).rev().take(4).find(|&i| self.kind(i) == ChunkKind::Noun)
    }

    /// Where the list starts that a noun group ends, if a preposition stands before it: "between Russia and Ukraine".
    fn start_of_phrase(&self, noun: usize) -> Option<usize> {
        let and = self.before(noun).filter(|&c| self.kind(c) == ChunkKind::Coordinator)?;
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
    fn joined_before(&self, noun: usize) -> Vec<usize> {
        let mut members = vec![noun];
        let mut at = self.leftmost(noun);
        while let Some(joint) = self.before(at) {
            let list = members.len() > 1 && self.kind(joint) == ChunkKind::Comma;
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

    fn skip_comma(&self, joint: usize) -> usize {
        match joint.checked_sub(1) {
            Some(i) if self.kind(i) == ChunkKind::Comma => i,
            _ => joint,
        }
    }

    /// The noun groups right behind a verb group, with those joined to them.
    #[must_use]
    pub fn objects(&self, verb: usize) -> Vec<usize> {
        match self.after(verb).filter(|&n| self.kind(n) == ChunkKind::Noun) {
            Some(noun) => self.coordinates(self.skip_genitive(noun)),
            None => Vec::new(),
        }
    }

    /// The noun group behind one of these prepositions, among the phrases that follow a chunk.
    #[must_use]
    pub fn complement(&self, chunk: usize, prepositions: &[&str]) -> Option<usize> {
        self.phrases(chunk).into_iter().find(|&(p, _)| prepositions.contains(&self.head(p))).map(|(_, noun)| noun)
    }

    /// The prepositional phrases that follow a noun or verb group, as preposition and first noun group.
    #[must_use]
    pub fn phrases(&self, chunk: usize) -> Vec<(usize, usize)> {
        let end = self.sentence(chunk).end.min(chunk + REACH);
        let mut found = Vec::new();
        let mut at = chunk + 1;
        while at < end {
            match self.kind(at) {
                ChunkKind::Preposition if self.kind(at + 1) == ChunkKind::Noun && at + 1 < end => {
                    let noun = self.skip_genitive(at + 1);
                    found.push((at, noun));
                    at = self.coordinates(noun).last().copied().unwrap_or(noun);
                }
                ChunkKind::Noun if at == chunk + 1 && self.kind(chunk) == ChunkKind::Verb => {
                    at = self.objects(chunk).last().copied().unwrap_or(at);
                }
                ChunkKind::Adverb | ChunkKind::Genitive | ChunkKind::Preposition => {}
                _ => break,
            }
            at += 1;
        }
        found
    }

    /// What stands over a noun group.
    #[must_use]
    pub fn governor(&self, noun: usize) -> Governor {
        if self.kind(noun + 1) == ChunkKind::Genitive && self.kind(noun + 2) == ChunkKind::Noun {
            return Governor::Owner(noun + 2);
        }
        let first = self.first_joined(noun);
        match self.before(first) {
            Some(p) if self.kind(p) == ChunkKind::Preposition => {
                if CLAUSE_OPENERS.contains(&self.head(p))
                    && self.finite_verb_after(noun).is_some()
                    && self.head(p) != "for"
                {
                    return self.finite_verb_after(noun).map_or(Governor::Nothing, Governor::Subject);
                }
                Governor::Preposition(p, self.leans_on(p))
            }
            Some(v) if self.kind(v) == ChunkKind::Verb && self.verb(v).base != "be" && !self.verb(v).passive => {
                match self.finite_verb_after(noun).filter(|&next| self.is_clause(noun, next)) {
                    Some(next) => Governor::Subject(next),
                    None => Governor::Object(v),
                }
            }
            Some(n) if self.kind(n) == ChunkKind::Noun && self.verb_before_receiver(n).is_some() => {
                self.verb_before_receiver(n).map_or(Governor::Nothing, Governor::Object)
            }
            _ => self.finite_verb_after(noun).map_or(Governor::Nothing, Governor::Subject),
        }
    }

    /// Whether a noun and a verb after it stand in one clause: "said [a settlement may] be possible".
    fn is_clause(&self, noun: usize, verb: usize) -> bool {
        (noun + 1..verb).all(|c| matches!(self.kind(c), ChunkKind::Preposition | ChunkKind::Noun | ChunkKind::Adverb))
            && !matches!(self.verb(verb).mood, Mood::Participle | Mood::Gerund | Mood::Infinitive)
    }

    /// The verb whose second object follows a noun group: "awarded Acme a contract", "maintain at 19 percent the tariffs".
    fn verb_before_receiver(&self, noun: usize) -> Option<usize> {
        let verb = self.before(self.leftmost(noun)).filter(|&v| self.kind(v) == ChunkKind::Verb);
        let gives =
            |v: &usize| matches!(self.verb(*v).base, "give" | "award" | "offer" | "grant" | "hand" | "deny" | "send");
        verb.filter(gives).or_else(|| self.verb_of_phrase(noun))
    }

    /// The verb group whose phrase a noun group ends: "maintain" of "maintain at 19 percent", before a late object.
    fn verb_of_phrase(&self, noun: usize) -> Option<usize> {
        let preposition = self.before(self.leftmost(noun)).filter(|&p| self.kind(p) == ChunkKind::Preposition)?;
        let verb = self.before(preposition).filter(|&v| self.kind(v) == ChunkKind::Verb)?;
        (self.verb(verb).base != "be" && !self.verb(verb).passive).then_some(verb)
    }

    /// The noun or verb group that a preposition leans on: the nearest before it, phrases skipped only for a verb.
    fn leans_on(&self, preposition: usize) -> Option<usize> {
        let at = self.before(preposition)?;
        matches!(self.kind(at), ChunkKind::Noun | ChunkKind::Verb).then_some(at)
    }

    /// The first chunk of a list that a noun group belongs to.
    fn first_joined(&self, noun: usize) -> usize {
        self.leftmost(self.joined_before(noun).first().copied().unwrap_or(noun))
    }

    /// The verb group whose subject a noun group can be: the next one, phrases and asides skipped.
    fn finite_verb_after(&self, noun: usize) -> Option<usize> {
        let end = self.sentence(noun).end.min(noun + REACH);
        let mut aside = false;
        for at in noun + 1..end {
            match self.kind(at) {
                ChunkKind::Verb if aside => {}
                ChunkKind::Verb => {
                    let verb = self.verb(at);
                    let finite = !matches!(verb.mood, Mood::Infinitive | Mood::Gerund);
                    return (finite && self.subjects(at).contains(&noun) || at == noun + 1).then_some(at);
                }
                ChunkKind::Relative => aside = true,
                ChunkKind::Comma => aside = !aside,
                ChunkKind::Mark | ChunkKind::Subordinator => return None,
                _ => {}
            }
        }
        None
    }

    /// The verb groups over a verb group: of "is expected to sign", "expected"; of "refused to sign", "refused".
    #[must_use]
    pub fn controller(&self, verb: usize) -> Option<usize> {
        if !matches!(self.verb(verb).mood, Mood::Infinitive | Mood::Gerund) {
            return None;
        }
        let start = self.sentence(verb).start.max(verb.saturating_sub(12));
        for at in (start..verb).rev() {
            match self.kind(at) {
                ChunkKind::Verb => return Some(at),
                ChunkKind::Mark | ChunkKind::Subordinator | ChunkKind::Relative => return None,
                _ => {}
            }
        }
        None
    }

    /// The chunks of the clause around a chunk: between marks, subordinators and relatives.
    #[must_use]
    pub fn clause(&self, chunk: usize) -> Range<usize> {
        let sentence = self.sentence(chunk);
        let border =
            |i: &usize| matches!(self.kind(*i), ChunkKind::Mark | ChunkKind::Subordinator | ChunkKind::Relative);
        let start = (sentence.start..chunk).rev().find(border).map_or(sentence.start, |i| i + 1);
        let end = (chunk + 1..sentence.end).find(border).unwrap_or(sentence.end);
        start..end
    }
}
