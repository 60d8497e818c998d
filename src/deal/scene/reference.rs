//! References: whom "we", "they", "the two sides" and "the council" stand for.

use std::ops::Range;

use crate::entity::Cast;
use crate::grammar::{ChunkKind, Grammar, Tag};
use crate::knowledge::Kind;
use crate::mention::Mention;
use crate::quote::Quote;
use crate::token::Tokens;

use super::Scene;

/// The nation whose statement a text is: it says "we" outside quotations, and one nation acts in it more than others.
pub(in crate::deal) fn author(cast: &Cast, grammar: &Grammar, quotes: &[Quote], tokens: &Tokens) -> Option<usize> {
    let quoted = |token| quote_around(quotes, tokens, token).is_some();
    let first_person = |&t: &usize| matches!(grammar.lower(t), "we" | "our" | "us" | "my") && !quoted(t);
    if (0..tokens.len()).filter(first_person).take(2).count() < 2 {
        return None;
    }
    let mut acts = vec![0; cast.entities.len()];
    for verb in (0..grammar.chunks.len()).filter(|&c| grammar.kind(c) == ChunkKind::Verb) {
        for noun in grammar.subjects(verb) {
            let named = cast.mention_at(grammar.chunks[noun].head).map(|m| cast.principal(m.entity));
            if let Some(nation) = named.filter(|&e| cast.entities[e].kind == Kind::Nation) {
                acts[nation] += 1;
            }
        }
    }
    let most = *acts.iter().max()?;
    let mut leaders = (0..acts.len()).filter(|&e| 2 * acts[e] > most);
    leaders.next().filter(|_| most >= 2 && leaders.next().is_none())
}

/// The quotation around a token; quotations stand in reading order, and none in another.
fn quote_around<'q>(quotes: &'q [Quote], tokens: &Tokens, token: usize) -> Option<&'q Quote> {
    let span = tokens.tokens.get(token)?.span;
    let at = quotes.partition_point(|q| q.span.end <= span.start);
    quotes.get(at).filter(|q| q.span.contains(&span))
}

impl Scene<'_> {
    /// "the council", "the union": the body named last whose name has the word.
    pub(in crate::deal) fn body_named_before(&self, head: &str, token: usize) -> Option<usize> {
        if !matches!(head, "council" | "assembly" | "union" | "commission" | "agency" | "league" | "organization") {
            return None;
        }
        let before = self.cast.mentions.partition_point(|m| m.tokens.end <= token);
        let fits = |m: &&Mention| {
            m.kind == Kind::Organization && self.cast.entities[m.entity].name.to_lowercase().contains(head)
        };
        let inside = self.cast.mention_at(token + 1).is_some();
        self.cast.mentions[..before].iter().rev().take(40).find(fits).map(|m| m.entity).filter(|_| !inside)
    }

    /// "the two countries", "both sides": whether a noun group speaks of two that were named before.
    pub(in crate::deal) fn is_pair(&self, noun: usize) -> bool {
        let chunk = &self.grammar.chunks[noun];
        let whose = matches!(
            self.grammar.lower(chunk.head),
            "sides"
                | "countries"
                | "nations"
                | "governments"
                | "leaders"
                | "parties"
                | "companies"
                | "neighbors"
                | "neighbours"
                | "firms"
                | "rivals"
                | "presidents"
                | "ministers"
                | "allies"
                | "powers"
        );
        let two = chunk.tokens.clone().take(2).any(|t| matches!(self.grammar.lower(t), "two" | "both"));
        whose && two && self.cast.mentions_in(chunk.tokens.clone()).is_empty()
    }

    /// The two players named last before a token, if the sentences that name them name no others.
    pub(in crate::deal) fn pair_before(&self, token: usize) -> Vec<usize> {
        let sentence = self.tokens.sentence_of(token);
        let first = sentence.saturating_sub(2);
        for back in (first..=sentence).rev() {
            let Some(start) = self.tokens.sentences.get(back).map(|s| s.tokens.start) else { break };
            let mentions = self.cast.mentions_in(start..token);
            let named = self.players(mentions.iter().map(|m| m.entity).collect());
            if named.len() >= 2 {
                return if named.len() == 2 { named } else { Vec::new() };
            }
        }
        Vec::new()
    }

    /// "Google and Match said they had settled": the several subjects of the first verb before, named with their heads.
    pub(in crate::deal) fn they(&self, pronoun: usize) -> Vec<usize> {
        let own = self.grammar.sentence(pronoun);
        let last = own.start.checked_sub(1).map(|chunk| self.grammar.sentence(chunk));
        let first_verb = |range: Range<usize>| range.into_iter().find(|&c| self.grammar.kind(c) == ChunkKind::Verb);
        let verbs = [first_verb(own.start..pronoun), last.and_then(first_verb)];
        // A pronoun among them would lead back here, or from sentence to sentence without end.
        let named =
            |nouns: Vec<usize>| nouns.into_iter().filter(|&n| !self.is_pronoun(self.grammar.chunks[n].head)).collect();
        let several = verbs.into_iter().flatten().map(|v| named(self.grammar.subjects(v)));
        let actors = several.map(|nouns: Vec<usize>| self.all_actors(&nouns));
        actors.into_iter().find(|actors| actors.len() >= 2).unwrap_or_default()
    }

    /// Whom a pronoun or owner word stands for; the first person stands for the speaker of the quotation around it.
    pub(in crate::deal) fn referent(&self, token: usize) -> Option<usize> {
        match self.grammar.lower(token) {
            "we" | "us" | "our" | "i" | "my" | "me" if self.is_quoted(token) => self.speaker_at(token),
            "we" | "us" | "our" | "i" | "my" | "me" => self.author,
            _ => self.grammar.antecedents[token],
        }
    }

    /// Whom the owner word of a noun group stands for: "his administration".
    pub(in crate::deal) fn owner_before(&self, noun: usize) -> Option<usize> {
        let mut group = self.grammar.chunks[noun].tokens.clone();
        self.referent(group.find(|&t| self.grammar.tag(t) == Tag::Owner)?)
    }

    /// Whom an owner word stands for, as players.
    pub(in crate::deal) fn referents(&self, token: usize) -> Vec<usize> {
        self.players(self.referent(token).into_iter().collect())
    }

    /// The speaker of the quotation around a token.
    pub(in crate::deal) fn speaker_at(&self, token: usize) -> Option<usize> {
        quote_around(self.quotes, self.tokens, token)?.speaker
    }

    pub(in crate::deal) fn is_quoted(&self, token: usize) -> bool {
        quote_around(self.quotes, self.tokens, token).is_some()
    }
}
