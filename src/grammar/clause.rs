//! Who does what: subjects, objects, prepositions, and the clause around a chunk.

use std::ops::Range;

use super::{ChunkKind, Grammar, Mood, Tag};

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

/// Prepositions that also open a clause: "after Egypt brokered a truce".
pub(super) const CLAUSE_OPENERS: &[&str] = &["after", "before", "until", "since", "as", "like", "for", "with"];

/// How many chunks a search looks at before it gives up; keeps long sentences linear.
pub(super) const REACH: usize = 40;

/// Whether a verb has two objects: the one who gets and what is given.
pub(crate) fn gives(base: &str) -> bool {
    matches!(base, "give" | "award" | "offer" | "grant" | "hand" | "deny" | "send")
}

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
            let member = self.skip_genitive(next);
            pending.push(member);
            if closes {
                members.append(&mut pending);
                break;
            }
            at = member + 1;
        }
        // "Iran, Libya and, with strings attached, Cuba": two more names make a list, however it ends.
        let is_name = |&n: &usize| self.chunks.get(n).is_some_and(|c| self.tag(c.head) == Tag::Name);
        if pending.len() >= 2 && pending.iter().chain([&noun]).all(is_name) {
            members.append(&mut pending);
        }
        members
    }

    /// The last chunk of an owner and what it owns: "Taiwan" of "Taiwan’s foreign minister".
    pub(super) fn skip_genitive(&self, noun: usize) -> usize {
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
    pub(super) fn leftmost(&self, noun: usize) -> usize {
        let mut at = noun;
        while let Some(owner) = self.owner(at) {
            at = owner;
        }
        at
    }

    /// The chunk before `at` that is no adverb, within the sentence.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        let start = self.sentence(at).start;
        (start..at).rev().find(|&i| self.kind(i) != ChunkKind::Adverb)
    }

    /// The chunk after `at` that is no adverb, within the sentence.
    pub(crate) fn after(&self, at: usize) -> Option<usize> {
        (at + 1..self.sentence(at).end).find(|&i| self.kind(i) != ChunkKind::Adverb)
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
            Some(v) if self.kind(v) == ChunkKind::Verb && self.takes_object(v) => {
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
        verb.filter(|&v| gives(self.verb(v).base)).or_else(|| self.verb_of_phrase(noun))
    }

    /// Whether a noun right behind a verb group is its object: of a passive only what is given, "was awarded a contract".
    fn takes_object(&self, verb: usize) -> bool {
        let read = self.verb(verb);
        read.base != "be" && (!read.passive || gives(read.base))
    }

    /// The verb group whose phrase a noun group ends: "maintain" of "maintain at 19 percent", before a late object.
    fn verb_of_phrase(&self, noun: usize) -> Option<usize> {
        let preposition = self.before(self.leftmost(noun)).filter(|&p| self.kind(p) == ChunkKind::Preposition)?;
        let verb = self.before(preposition).filter(|&v| self.kind(v) == ChunkKind::Verb)?;
        (self.verb(verb).base != "be" && !self.verb(verb).passive).then_some(verb)
    }

    /// The noun or verb group that a preposition leans on: the nearest before it, phrases skipped only for a verb.
    fn leans_on(&self, preposition: usize) -> Option<usize> {
        let mut at = self.before(preposition)?;
        // "pulled out of the deal"
        if matches!(self.head(at), "out" | "off" | "up" | "down") {
            at = self.before(at)?;
        }
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
        let (mut relative, mut after_relative) = (false, false);
        for at in noun + 1..end {
            match self.kind(at) {
                // "the deal that lets Ukraine export grain was extended": the first finite verb is the relative’s.
                ChunkKind::Verb if relative => relative = !self.is_finite(at),
                ChunkKind::Verb if aside => {}
                ChunkKind::Verb if after_relative => {
                    let joined = self.kind(at - 1) == ChunkKind::Coordinator;
                    if self.is_finite(at) && !joined && self.verb(at).mood != Mood::Participle {
                        return Some(at);
                    }
                }
                ChunkKind::Verb => {
                    return (self.is_finite(at) && self.subjects(at).contains(&noun) || at == noun + 1).then_some(at);
                }
                ChunkKind::Relative if self.kind(at - 1) == ChunkKind::Comma => aside = true,
                ChunkKind::Relative => (relative, after_relative) = (true, true),
                ChunkKind::Comma => aside = !aside,
                ChunkKind::Mark | ChunkKind::Subordinator => return None,
                _ => {}
            }
        }
        None
    }

    fn is_finite(&self, verb: usize) -> bool {
        !matches!(self.verb(verb).mood, Mood::Infinitive | Mood::Gerund)
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
