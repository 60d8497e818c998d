//! Whom of the cast a short name, a role or a noun can mean.

use std::ops::Range;

use super::CastBuilder;
use crate::entity::{Entity, Reference};
use crate::knowledge::{Form, Kind, Office, Rank, Record, RecordId, Sense};
use crate::mention::{Candidate, Mention, role};

impl<'a> CastBuilder<'a> {
    /// The people of the article whom a short name may mean, in order of appearance; by their first names as well,
    /// where `first` says so.
    #[must_use]
    pub fn owners_of(&self, candidate: &Candidate, senses: &[Sense], first: bool) -> Vec<usize> {
        let words = self.words(candidate);
        let mut owners = Vec::new();
        for (full, entity) in &self.people {
            let record = self.cast.entities[*entity].record;
            let listed = record.is_some_and(|record| senses.iter().any(|s| s.record == record));
            if (listed || is_part_of(&words, full, first)) && !owners.contains(entity) {
                owners.push(*entity);
            }
        }
        owners
    }

    /// The record of an entity.
    #[must_use]
    pub fn record_of(&self, entity: usize) -> Option<&'a Record> {
        self.knowledge.record(self.cast.entities.get(entity)?.record?)
    }

    /// The tokens of the first mention of an entity.
    #[must_use]
    pub fn first_mention(&self, entity: usize) -> Option<Range<usize>> {
        self.cast.mentions.iter().find(|m| m.entity == entity).map(|m| m.tokens.clone())
    }

    /// Where an entity was last mentioned before a token; 0 if only later.
    #[must_use]
    pub fn last_mention(&self, entity: usize, token: usize) -> usize {
        let before = |m: &&Mention| m.entity == entity && m.tokens.start < token;
        self.cast.mentions.iter().filter(before).map(|m| m.tokens.start + 1).max().unwrap_or(0)
    }

    /// The one organization named before a token whose name this noun heads: first, or last; or the half of a nation,
    /// where the other is named as well.
    #[must_use]
    pub fn body_headed(&self, noun: &str, token: usize) -> Option<usize> {
        let headed = |e: &Entity| {
            let mut words = e.name.split(' ');
            words.next() == Some(noun) || words.next_back() == Some(noun)
        };
        let halved = |e: &Entity| {
            let whole = e.name.strip_prefix(noun).filter(|_| e.kind == Kind::Nation);
            let other = |half: &Entity| half.name != e.name && half.kind == Kind::Nation;
            whole.is_some_and(|whole| self.cast.entities.iter().any(|half| other(half) && half.name.ends_with(whole)))
        };
        let heads = |&entity: &usize| {
            let e = &self.cast.entities[entity];
            let kind = (e.kind == Kind::Organization && headed(e)) || halved(e);
            kind && self.last_mention(entity, token) > 0
        };
        let mut bodies = (0..self.cast.entities.len()).filter(heads);
        let first = bodies.next()?;
        bodies.next().is_none().then_some(first)
    }

    /// Whether a token belongs to a mention.
    #[must_use]
    pub fn is_taken(&self, token: usize) -> bool {
        self.cast.mention_at(token).is_some()
    }

    /// Whether a token belongs to a person's name.
    #[must_use]
    pub fn person_at(&self, token: usize) -> bool {
        self.cast.mention_at(token).is_some_and(|m| m.kind == Kind::Person)
    }

    /// The nation named at a token.
    #[must_use]
    pub fn nation_at(&self, token: usize) -> Option<RecordId> {
        let mention = self.cast.mention_at(token).filter(|m| m.kind == Kind::Nation)?;
        self.cast.entities.get(mention.entity)?.record
    }

    /// Whether an entity is called by its own name in a range of tokens.
    #[must_use]
    pub fn is_named_in(&self, entity: usize, tokens: Range<usize>) -> bool {
        self.cast.mentions_in(tokens).iter().any(|m| m.entity == entity && m.form == Form::Name)
    }

    /// The first token of the mention that covers a token.
    #[must_use]
    pub fn mention_start(&self, token: usize) -> Option<usize> {
        self.cast.mention_at(token).map(|m| m.tokens.start)
    }

    /// Who is named in a range of tokens, and who is meant there two at a time; "U.S.-led" names nobody.
    #[must_use]
    pub fn named_in(&self, tokens: Range<usize>) -> Vec<usize> {
        let led = |m: &&Mention| {
            self.tokens.word(m.tokens.end) == "-" && self.tokens.word(m.tokens.end + 1).starts_with(char::is_lowercase)
        };
        let inside = |r: &&Reference| tokens.contains(&r.tokens.start);
        let meant = self.cast.references.iter().filter(inside).flat_map(|r| r.entities.iter().copied());
        let mentions = self.cast.mentions_in(tokens.clone()).iter().filter(|m| !led(m));
        mentions.map(|m| m.entity).chain(meant).collect()
    }

    /// The mentions of an entity in a range of tokens, each with the title before it and the apposition behind it.
    #[must_use]
    pub fn described_in(&self, entity: usize, tokens: Range<usize>) -> Vec<Range<usize>> {
        let described = |m: &Mention| {
            let title = role::title_before(self.tokens, tokens.start, m.tokens.start, |_| false);
            let apposition = role::apposition_after(self.tokens, m.tokens.end, tokens.end);
            title.map_or(m.tokens.start, |t| t.start)..apposition.map_or(m.tokens.end, |a| a.end)
        };
        let own = self.cast.mentions_in(tokens.clone()).iter().filter(|m| m.entity == entity);
        own.map(described).collect()
    }

    /// What an entity is, and more closely.
    #[must_use]
    pub fn kind_and_class(&self, entity: usize) -> (Option<Kind>, &str) {
        let class = self.record_of(entity).map_or("", |record| record.class.as_str());
        (self.cast.entities.get(entity).map(|e| e.kind), class)
    }

    /// Whether somebody holds an office of this title, for this nation if one is given.
    #[must_use]
    pub fn holds(&self, entity: usize, title: &str, nation: Option<RecordId>) -> bool {
        let record = self.record_of(entity);
        // Without a day the pack cannot tell who is in office; the article's own titles can.
        let official = self.date.is_some()
            && record.is_some_and(|r| {
                r.offices.iter().filter(|o| o.is_held(self.date)).any(|o| {
                    o.title.to_lowercase().contains(title)
                        && (nation.is_none() || o.of == nation)
                        && o.rank != Rank::Other
                })
            });
        let described = || match nation {
            None => self.is_called(entity, title),
            Some(_) => self.titles(entity, title).any(|d| self.described_nation(std::slice::from_ref(d)) == nation),
        };
        official || ((record.is_none() || self.date.is_none()) && described())
    }

    /// Whether a title or apposition of the article says so, and does not say that it is over.
    #[must_use]
    pub fn is_called(&self, entity: usize, title: &str) -> bool {
        self.titles(entity, title).next().is_some()
    }

    fn titles(&self, entity: usize, title: &str) -> impl Iterator<Item = &String> {
        let said = self.cast.entities.get(entity).map(|e| e.described_as.as_slice()).unwrap_or_default();
        said.iter().filter(move |d| !role::is_past(d) && d.to_lowercase().contains(title))
    }

    /// The one person of the article who holds an office of this title, for this nation if one is given.
    #[must_use]
    pub fn holder_named(&self, title: &str, nation: Option<RecordId>) -> Option<usize> {
        let person = |&entity: &usize| self.cast.entities[entity].kind == Kind::Person;
        let people = (0..self.cast.entities.len()).filter(person);
        let mut holders = people.filter(|&entity| self.holds(entity, title, nation));
        let first = holders.next()?;
        holders.next().is_none().then_some(first)
    }

    /// Whether the pack has somebody at the head of a nation or its government, of this one if one is given.
    #[must_use]
    pub fn leads(&self, entity: usize, nation: Option<RecordId>) -> bool {
        let heads = |o: &Office| {
            matches!(o.rank, Rank::HeadOfState | Rank::HeadOfGovernment) && (nation.is_none() || o.of == nation)
        };
        self.record_of(entity).is_some_and(|r| r.offices.iter().any(|o| heads(o) && o.is_held(self.date)))
    }

    /// The one person of the article who heads this nation or its government.
    #[must_use]
    pub fn leader_named(&self, nation: RecordId) -> Option<usize> {
        let mut leaders = (0..self.cast.entities.len()).filter(|&entity| self.leads(entity, Some(nation)));
        let first = leaders.next()?;
        leaders.next().is_none().then_some(first)
    }

    /// The entity named last before a token whose kind and class fit.
    #[must_use]
    pub fn last_before(&self, token: usize, fits: impl Fn(Kind, &str) -> bool) -> Option<usize> {
        let class = |entity: usize| {
            let record = self.cast.entities.get(entity)?.record?;
            self.knowledge.record(record).map(|r| r.class.as_str())
        };
        let before = self.cast.mentions.iter().rev().filter(|m| m.tokens.end <= token);
        before.filter(|m| fits(m.kind, class(m.entity).unwrap_or_default())).map(|m| m.entity).next()
    }

    /// The only entity of a kind in a token's sentence up to it, and in the sentence before.
    #[must_use]
    pub fn sole_around(&self, token: usize, kind: Kind) -> Option<usize> {
        let sentence = self.tokens.sentence_of(token);
        let start = self.tokens.sentences.get(sentence.saturating_sub(1))?.tokens.start;
        let mut around = self.cast.mentions_in(start..token).iter().filter(|m| m.kind == kind).map(|m| m.entity);
        let first = around.next()?;
        around.all(|e| e == first).then_some(first)
    }
}

/// Whether `short` is how somebody called `full` is called again: a surname, or with `first` what the name begins with.
fn is_part_of(short: &[String], full: &[String], first: bool) -> bool {
    let shorter = !short.is_empty() && short.len() < full.len();
    short == full || (shorter && (full.ends_with(short) || (first && full.starts_with(short))))
}
