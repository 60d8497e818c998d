//! Builds the cast: one entity for all candidates that mean the same.

mod query;

use std::collections::HashMap;
use std::ops::Range;

use jiff::civil::Date;

use crate::entity::link::Reading;
use crate::entity::{Cast, Entity, Reference, person};
use crate::knowledge::{Form, Kind, Knowledge, RecordId, Sense};
use crate::mention::{Candidate, Mention, role};
use crate::order;
use crate::token::{Tokens, fold};

/// A cast in the making.
pub struct CastBuilder<'a> {
    tokens: &'a Tokens<'a>,
    knowledge: &'a Knowledge,
    date: Option<Date>,
    threshold: f32,
    cast: Cast,
    by_record: HashMap<RecordId, usize>,
    by_name: HashMap<(Kind, String), usize>,
    /// The words of each person's full names in the article, folded, in order of appearance.
    people: Vec<(Vec<String>, usize)>,
}

impl<'a> CastBuilder<'a> {
    /// An empty cast that takes no mention below `threshold`.
    #[must_use]
    pub fn new(tokens: &'a Tokens<'a>, knowledge: &'a Knowledge, date: Option<Date>, threshold: f32) -> Self {
        let (by_record, by_name) = (HashMap::new(), HashMap::new());
        Self { tokens, knowledge, date, threshold, cast: Cast::default(), by_record, by_name, people: Vec::new() }
    }

    /// Takes in a candidate that names somebody or something in full.
    pub fn introduce(&mut self, candidate: &Candidate, reading: &Reading) {
        match *reading {
            Reading::Known { record, form, confidence } => {
                if confidence < self.threshold {
                    return;
                }
                let Some(entity) = self.known(record) else { return };
                if self.cast.entities[entity].kind == Kind::Person && form != Form::Short {
                    self.remember(candidate, entity);
                }
                self.mention(candidate, entity, form, confidence);
            }
            Reading::Unlisted { kind: Kind::Person, confidence } => self.introduce_person(candidate, confidence),
            Reading::Unlisted { kind, confidence } if confidence >= self.threshold => {
                let words = self.words(candidate);
                let entity = self.unlisted(kind, &words.join(" "), self.text(candidate.tokens.clone()));
                let acronym = words.len() == 1 && self.cast.entities[entity].name != words[0];
                if kind == Kind::Organization && words.len() > 2 {
                    self.by_name.entry((kind, initials(&words))).or_insert(entity);
                }
                self.mention(candidate, entity, if acronym { Form::Acronym } else { Form::Name }, confidence);
            }
            _ => {}
        }
    }

    /// Takes in a person whom only this article knows.
    pub fn introduce_person(&mut self, candidate: &Candidate, confidence: f32) {
        if confidence < self.threshold {
            return;
        }
        let words = self.words(candidate);
        let same = self.people.iter().find(|(full, _)| is_same_person(full, &words)).map(|(_, entity)| *entity);
        let entity =
            same.unwrap_or_else(|| self.unlisted(Kind::Person, &words.join(" "), self.text(candidate.tokens.clone())));
        self.remember(candidate, entity);
        self.mention(candidate, entity, Form::Name, confidence);
    }

    /// Adds a mention, and what is said of the entity there.
    pub fn mention(&mut self, candidate: &Candidate, entity: usize, form: Form, confidence: f32) {
        let said: Vec<String> =
            [&candidate.title, &candidate.apposition].into_iter().filter_map(|range| self.description(range)).collect();
        let Some(e) = self.cast.entities.get_mut(entity) else { return };
        for words in said {
            if !e.described_as.contains(&words) {
                e.described_as.push(words);
            }
        }
        let kind = e.kind;
        let span = self.tokens.span(candidate.tokens.clone());
        self.cast.mentions.push(Mention { span, tokens: candidate.tokens.clone(), kind, form, entity, confidence });
    }

    /// The words of a title or apposition, if they say more than "Mr.".
    fn description(&self, range: &Range<usize>) -> Option<String> {
        let telling = range.clone().any(|i| role::is_role(self.tokens.word(i)));
        let text = self.text(range.clone());
        let bare = ["the ", "a ", "an "].iter().find_map(|article| text.strip_prefix(article)).unwrap_or(&text);
        telling.then(|| bare.to_owned())
    }

    /// Adds a mention, if it is sure enough, among mentions that are in order ([`CastBuilder::sort`]).
    pub fn insert(&mut self, tokens: Range<usize>, entity: usize, form: Form, confidence: f32) {
        let Some(kind) = self.cast.entities.get(entity).map(|e| e.kind) else { return };
        if confidence >= self.threshold {
            let span = self.tokens.span(tokens.clone());
            let place = self.cast.mentions.partition_point(|m| m.tokens.start < tokens.start);
            self.cast.mentions.insert(place, Mention { span, tokens, kind, form, entity, confidence });
        }
    }

    /// Adds a pronoun or words that mean two at once, if that is sure enough.
    pub fn refer(&mut self, tokens: Range<usize>, entities: Vec<usize>, confidence: f32) {
        if confidence >= self.threshold {
            let span = self.tokens.span(tokens.clone());
            self.cast.mentions.retain(|m| m.tokens.end <= tokens.start || tokens.end <= m.tokens.start);
            self.cast.references.push(Reference { span, tokens, entities, confidence });
        }
    }

    /// Puts the mentions in reading order.
    pub fn sort(&mut self) {
        order::by_key(&mut self.cast.mentions, |m| m.tokens.start);
    }

    /// The finished cast, with who acts for whom.
    #[must_use]
    pub fn finish(mut self) -> Cast {
        for entity in 0..self.cast.entities.len() {
            let nation = self.acts_for(entity).and_then(|record| self.known(record));
            self.cast.entities[entity].acts_for = nation.filter(|&n| n != entity);
        }
        self.cast
    }

    /// The nation that an entity acts for.
    fn acts_for(&self, entity: usize) -> Option<RecordId> {
        let entity = self.cast.entities.get(entity)?;
        let record = entity.record.and_then(|id| self.knowledge.record(id));
        match (entity.kind, record) {
            (Kind::Person, Some(record)) => {
                let described = || self.described_nation(&entity.described_as);
                let titled = || person::acts_for_by_title(record, &entity.described_as).filter(|_| self.date.is_none());
                person::acts_for(record, self.date).or_else(described).or_else(titled)
            }
            (Kind::Person, None) => self.described_nation(&entity.described_as),
            (Kind::Place | Kind::Organization, Some(record)) if is_arm_of_state(&record.class) => record.nation,
            _ => None,
        }
    }

    /// The nation in a title: "Ukrainian Foreign Minister", "Acting U.S. Ambassador to the U.N.".
    fn described_nation(&self, descriptions: &[String]) -> Option<RecordId> {
        let officials =
            ["minister", "ambassador", "president", "secretary", "envoy", "chancellor", "premier", "spokes"];
        descriptions.iter().filter(|d| !role::is_past(d)).find_map(|description| {
            let lower = description.to_lowercase();
            if !officials.iter().any(|o| lower.contains(o)) {
                return None;
            }
            let words: Vec<&str> = description.split([' ', '-', '’', '\'']).collect();
            (0..words.len()).find_map(|i| {
                let found = self.knowledge.matches(words[i..].iter().map(|w| fold(w)));
                let nation = |s: &&Sense| self.knowledge.kind_of(s) == Some(Kind::Nation) && s.form != Form::Metonym;
                found.last().and_then(|(_, senses)| senses.iter().find(nation)).map(|s| s.record)
            })
        })
    }

    /// The entity of a record, new or not.
    pub fn known(&mut self, record: RecordId) -> Option<usize> {
        if let Some(&entity) = self.by_record.get(&record) {
            return Some(entity);
        }
        let source = self.knowledge.record(record)?;
        let entity = self.add(source.kind, source.name.clone(), Some(record));
        self.by_record.insert(record, entity);
        Some(entity)
    }

    /// The entity of a name that the pack does not have, new or not.
    fn unlisted(&mut self, kind: Kind, key: &str, name: String) -> usize {
        if let Some(&entity) = self.by_name.get(&(kind, key.to_owned())) {
            return entity;
        }
        let entity = self.add(kind, name, None);
        self.by_name.insert((kind, key.to_owned()), entity);
        entity
    }

    fn add(&mut self, kind: Kind, name: String, record: Option<RecordId>) -> usize {
        self.cast.entities.push(Entity { kind, name, record, described_as: Vec::new(), acts_for: None });
        self.cast.entities.len() - 1
    }

    fn remember(&mut self, candidate: &Candidate, entity: usize) {
        let words = self.words(candidate);
        if !self.people.iter().any(|(full, _)| *full == words) {
            self.people.push((words, entity));
        }
    }

    fn words(&self, candidate: &Candidate) -> Vec<String> {
        candidate.tokens.clone().map(|i| fold(self.tokens.word(i)).into_owned()).collect()
    }

    /// Tokens as one line.
    fn text(&self, tokens: Range<usize>) -> String {
        let text = self.tokens.span(tokens).of(self.tokens.text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// "Syrian Observatory for Human Rights" as an acronym: "SOHR".
fn initials(words: &[String]) -> String {
    words.iter().filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect()
}

/// "George W. Bush" and "George Bush": same first and last word, and no middle that differs.
fn is_same_person(a: &[String], b: &[String]) -> bool {
    let ends = a.len() >= 2 && b.len() >= 2 && a.first() == b.first() && a.last() == b.last();
    a == b || (ends && (a.len() == 2 || b.len() == 2))
}

/// Ministries, armies, agencies and seats of power speak for their nation.
fn is_arm_of_state(class: &str) -> bool {
    matches!(class, "gov" | "gov_dept" | "gov_agency" | "military" | "legislature" | "building")
}
