//! Puts what the stages found into the schema, in the offsets asked for. Entities that nothing points to stay behind.

use jiff::civil::Date;

use super::{Amount, Annotations, Deal, Entity, Fact, Mention, Party, Passage, Quote, When, describe, title};
use crate::day;
use crate::deal;
use crate::entity::{self, Cast};
use crate::knowledge::{self, Form, Kind, Knowledge, Office, Rank, Record, RecordId};
use crate::order;
use crate::quote;
use crate::span::{OffsetMap, OffsetUnit, Span};

/// What the stages found in one article.
pub struct Findings<'a> {
    /// The article's text.
    pub text: &'a str,
    /// Its date.
    pub date: Option<Date>,
    /// Who and what is named.
    pub cast: &'a Cast,
    /// Quotations.
    pub quotes: &'a [quote::Quote],
    /// Deals.
    pub deals: &'a [deal::Deal],
}

/// The schema's view of the findings.
#[must_use]
pub fn assemble(findings: &Findings, knowledge: &Knowledge, unit: OffsetUnit) -> Annotations {
    let edge = Edge { text: findings.text, offsets: OffsetMap::new(findings.text, unit), kept: kept(findings) };
    let entities = findings.cast.entities.iter().zip(&edge.kept).filter(|(_, kept)| kept.is_some());
    Annotations {
        version: 1,
        date: findings.date.map(day::show),
        entities: entities.map(|(e, _)| entity(e, findings, knowledge)).collect(),
        mentions: edge.mentions(findings.cast),
        quotes: findings.quotes.iter().map(|q| edge.quote(q)).collect(),
        deals: findings.deals.iter().enumerate().map(|(i, d)| edge.deal(i, d, findings, knowledge)).collect(),
    }
}

/// The index that each entity of the cast gets in the schema; none for those that nothing points to.
fn kept(findings: &Findings) -> Vec<Option<usize>> {
    let mut used = vec![false; findings.cast.entities.len()];
    let mentioned = findings.cast.mentions.iter().map(|m| m.entity);
    let speakers = findings.quotes.iter().filter_map(|q| q.speaker);
    let dealers =
        findings.deals.iter().flat_map(|d| d.parties.iter().filter_map(|p| p.entity).chain(d.said_by.iter().copied()));
    let referred = findings.cast.references.iter().flat_map(|r| r.entities.iter().copied());
    for entity in mentioned.chain(referred).chain(speakers).chain(dealers) {
        if let Some(slot) = used.get_mut(entity) {
            *slot = true;
        }
    }
    let mut next = 0;
    let number = |used: bool| {
        next += usize::from(used);
        used.then(|| next - 1)
    };
    used.into_iter().map(number).collect()
}

/// Carries spans and indices over the edge.
struct Edge<'a> {
    text: &'a str,
    offsets: OffsetMap,
    kept: Vec<Option<usize>>,
}

impl Edge<'_> {
    fn index(&self, entity: usize) -> Option<usize> {
        self.kept.get(entity).copied().flatten()
    }

    fn passage(&self, span: Span) -> Passage {
        let text = span.of(self.text).to_owned();
        Passage { start: self.offsets.at(span.start), end: self.offsets.at(span.end), text }
    }

    /// Mentions and references, in reading order.
    fn mentions(&self, cast: &Cast) -> Vec<Mention> {
        let mention = |m: &crate::mention::Mention| self.mention(m.span, m.kind, &[m.entity], m.form, m.confidence);
        let reference = |r: &entity::Reference| {
            let kind = cast.entities.get(*r.entities.first()?)?.kind;
            self.mention(r.span, kind, &r.entities, Form::Nominal, r.confidence)
        };
        let mut all: Vec<Mention> = cast.mentions.iter().filter_map(mention).collect();
        all.extend(cast.references.iter().filter_map(reference));
        order::by_key(&mut all, |m| m.start);
        all
    }

    /// Words that mean one entity, or several at once; none where no entity of theirs is kept.
    fn mention(&self, span: Span, kind: Kind, entities: &[usize], form: Form, confidence: f32) -> Option<Mention> {
        let Passage { start, end, text } = self.passage(span);
        let mut kept = entities.iter().filter_map(|&e| self.index(e));
        let (entity, also) = (kept.next()?, kept.collect());
        Some(Mention { start, end, text, kind, entity, also, form, confidence })
    }

    fn quote(&self, quote: &quote::Quote) -> Quote {
        let Passage { start, end, .. } = self.passage(quote.span);
        Quote { start, end, speaker: quote.speaker.and_then(|s| self.index(s)) }
    }

    fn deal(&self, index: usize, deal: &deal::Deal, findings: &Findings, knowledge: &Knowledge) -> Deal {
        let party = |p: &deal::Party| Party {
            entity: p.entity.and_then(|e| self.index(e)),
            name: p.entity.and_then(|e| own_name(e, findings, knowledge)).unwrap_or(&p.name).to_owned(),
            role: p.role,
        };
        let amount = |a: &deal::Amount| Amount {
            passage: self.passage(a.span),
            currency: a.currency.map(str::to_owned),
            value: a.value,
        };
        let when = |w: &deal::When| When {
            passage: self.passage(w.span),
            from: w.from.map(day::show),
            to: w.to.map(day::show),
        };
        let parties: Vec<Party> = deal.parties.iter().map(party).collect();
        let about: Vec<String> = deal.about.iter().map(|span| span.of(self.text).to_owned()).collect();
        Deal {
            id: format!("deal/{}", index + 1),
            kind: deal.kind,
            title: title::of(deal.kind, &parties, &about),
            parties,
            stage: deal.stage,
            stage_evidence: deal.stage_evidence.map(|span| self.passage(span)),
            about,
            amounts: deal.amounts.iter().map(amount).collect(),
            dates: deal.dates.iter().map(when).collect(),
            said_by: deal.said_by.iter().filter_map(|&e| self.index(e)).collect(),
            conditions: deal.conditions.iter().map(|&span| self.passage(span)).collect(),
            mentions: deal.mentions.iter().map(|&span| self.passage(span)).collect(),
            confidence: deal.confidence,
        }
    }
}

/// The name under which a company or armed group deals: the fullest form that the article gives it. Nations and
/// international bodies keep their common name.
fn own_name<'f>(entity: usize, findings: &'f Findings, knowledge: &Knowledge) -> Option<&'f str> {
    let record = findings.cast.entities.get(entity)?.record.and_then(|id| knowledge.record(id))?;
    let own = matches!(
        record.class.as_str(),
        "company"
            | "media"
            | "party"
            | "armed_group"
            | "group"
            | "movement"
            | "militia"
            | "criminal"
            | "union"
            | "ngo"
            | "university"
            | "team"
            | "platform"
            | "league"
            | "swf"
    );
    // "M23" of "M23 rebels"
    let bare = |span: Span| {
        let text: &'f str = span.of(findings.text);
        let text = text.strip_prefix("The ").unwrap_or(text);
        match text.rsplit_once(' ') {
            Some((name, last)) if last.starts_with(char::is_lowercase) => name,
            _ => text,
        }
    };
    let named = findings
        .cast
        .mentions
        .iter()
        .filter(|m| m.entity == entity && !matches!(m.form, Form::Nominal | Form::Demonym));
    named.map(|m| bare(m.span)).filter(|_| own).max_by_key(|name| name.len())
}

fn entity(entity: &entity::Entity, findings: &Findings, knowledge: &Knowledge) -> Entity {
    let record = entity.record.and_then(|id| knowledge.record(id));
    let own = entity.record.and_then(|id| knowledge.nation_code(id));
    let acting = || entity.acts_for.and_then(|n| findings.cast.entities.get(n)?.record);
    let nation = own.or_else(|| acting().and_then(|id| knowledge.nation_code(id)));
    Entity {
        id: record.map_or_else(|| format!("article/{}", knowledge::slug(&entity.name)), |r| r.id.clone()),
        kind: entity.kind,
        name: entity.name.clone(),
        wikidata: record.and_then(|r| r.wikidata.clone()),
        known: record.is_some(),
        nation: nation.map(str::to_owned),
        described_as: entity.described_as.clone(),
        facts: match (entity.record, record) {
            (Some(id), Some(record)) => facts(id, record, findings.date, knowledge),
            _ => Vec::new(),
        },
    }
}

/// What a card shows of a record on a day: offices or leaders first.
fn facts(id: RecordId, record: &Record, day: Option<Date>, knowledge: &Knowledge) -> Vec<Fact> {
    let mut facts = match record.kind {
        Kind::Person => offices(record, day),
        Kind::Nation => leaders(id, day, knowledge),
        Kind::Organization | Kind::Place => describe::what(record, knowledge).into_iter().collect(),
    };
    facts.extend(record.facts.iter().map(|f| Fact {
        label: f.label.clone(),
        value: f.value.clone(),
        source: f.source.clone(),
        as_of: f.as_of.clone(),
        ..Fact::default()
    }));
    facts
}

/// Offices held on the day; without one, the latest that ended before it.
fn offices(record: &Record, day: Option<Date>) -> Vec<Fact> {
    let held = |office: &&Office| office.is_held(day);
    let mut seen: Vec<String> = Vec::new();
    let fresh = |office: &&Office| {
        let new = !seen.contains(&office.title);
        seen.push(office.title.clone());
        new
    };
    let mut now: Vec<&Office> = record.offices.iter().filter(held).filter(fresh).collect();
    order::by_key(&mut now, |office| 2 * office.rank as usize + usize::from(office.of != record.nation));
    now.truncate(3);
    if !now.is_empty() {
        return now.into_iter().map(|office| fact("office", &office.title, office, day)).collect();
    }
    let ended = |office: &&Office| day.is_none_or(|day| office.end.is_some_and(|end| end < day));
    let last = record.offices.iter().filter(ended).max_by_key(|office| office.end);
    last.map(|office| fact("former_office", &office.title, office, day)).into_iter().collect()
}

fn leaders(nation: RecordId, day: Option<Date>, knowledge: &Knowledge) -> Vec<Fact> {
    let Some(day) = day else { return Vec::new() };
    let holder = |(label, rank)| {
        let (person, office) = knowledge.holders(nation, rank, day).into_iter().next()?;
        knowledge.record(person).map(|record| fact(label, &record.name, office, Some(day)))
    };
    [("head_of_state", Rank::HeadOfState), ("head_of_government", Rank::HeadOfGovernment)]
        .into_iter()
        .filter_map(holder)
        .collect()
}

fn fact(label: &str, value: &str, office: &Office, day: Option<Date>) -> Fact {
    Fact {
        label: label.to_owned(),
        value: value.to_owned(),
        since: office.start.map(day::show),
        until: office.end.map(day::show),
        unconfirmed: office.is_unconfirmed(day),
        source: office.source.clone(),
        as_of: office.as_of.map(day::show).unwrap_or_default(),
    }
}
