//! Mentions: the names in the text, each with what it may stand for.
//!
//! Two sources see the same words: the knowledge pack knows names, the tagger knows how names behave. A
//! [`Candidate`] carries what both say; which entity it is, the next stage decides.

mod company;
pub mod compound;
mod joint;
mod part;
mod repeat;
pub mod role;
mod scan;
mod sift;

use std::ops::Range;

use crate::article::Casing;
use crate::knowledge::{Form, Guard, Kind, Knowledge, Sense};
use crate::mention::compound::Compounds;
use crate::order;
use crate::span::Span;
use crate::tagger::{Label, Name, Scratch, Tagger};
use crate::token::{Sentence, Tokens};

/// A name in the text, with the entity it is resolved to.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Its bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Kind of its entity.
    pub kind: Kind,
    /// How it names it.
    pub form: Form,
    /// Index into [`crate::entity::Cast::entities`].
    pub entity: usize,
    /// Probability of being right, 0 to 1.
    pub confidence: f32,
}

/// A name in the text, before it is known whom it means.
#[derive(Clone, Debug)]
pub struct Candidate<'k> {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Index of its sentence.
    pub sentence: usize,
    /// What the pack takes it for; empty for names nobody listed.
    pub senses: &'k [Sense],
    /// What the tagger, or a title before it, takes it for.
    pub label: Option<Label>,
    /// How sure the tagger is, 0 to 1.
    pub label_confidence: f32,
    /// The title before it, as tokens: "Acting U.S. Ambassador to the U.N."; may be empty.
    pub title: Range<usize>,
    /// The apposition behind it, as tokens; may be empty.
    pub apposition: Range<usize>,
}

/// The tagger's names, as ranges of tokens, in order.
#[must_use]
pub fn tag(tokens: &Tokens, tagger: &Tagger) -> Vec<Name> {
    let sentences: Vec<Compounds> = tokens.sentences.iter().map(|s| Compounds::new(tokens, s.tokens.clone())).collect();
    let tagged = tagger.tag(&sentences, &mut Scratch::default()).into_iter().zip(&sentences);
    tagged.flat_map(|(names, s)| names.into_iter().map(|n| Name { words: s.tokens(n.words.clone()), ..n })).collect()
}

/// Finds the names of an article. `names` are the tagger's, as ranges of tokens, in order.
#[must_use]
pub fn find<'k>(tokens: &Tokens, knowledge: &'k Knowledge, names: &[Name]) -> Vec<Candidate<'k>> {
    let names = sift::sift(tokens, names, knowledge);
    let mut candidates = Vec::new();
    let mut next = 0;
    for (index, sentence) in tokens.sentences.iter().enumerate() {
        let first = next;
        while names.get(next).is_some_and(|n| n.words.start < sentence.tokens.end) {
            next += 1;
        }
        let listed = scan::scan(tokens, sentence, knowledge);
        let mut found = merge(tokens, index, listed, &names[first..next], knowledge);
        joint::part(tokens, sentence, index, &mut found, knowledge);
        add_titled(tokens, sentence, index, &mut found);
        describe(tokens, sentence, &mut found, knowledge);
        candidates.append(&mut found);
    }
    company::settle(tokens, &mut candidates, knowledge);
    repeat::add_repeated(tokens, &mut candidates);
    part::drop_parts(tokens, &mut candidates, knowledge);
    candidates
}

/// Unites what the pack lists with what the tagger sees, so that no two candidates overlap.
fn merge<'k>(
    tokens: &Tokens,
    sentence: usize,
    listed: Vec<scan::Match<'k>>,
    names: &[Name],
    knowledge: &Knowledge,
) -> Vec<Candidate<'k>> {
    let mut found: Vec<Candidate<'k>> = listed
        .into_iter()
        .map(|m| {
            let same = names.iter().find(|n| n.words == m.tokens);
            let nested = |n: &&Name| covers(&n.words, &m.tokens) || covers(&m.tokens, &n.words);
            let telling = |n: &&Name| !matches!(n.label, Label::Misc | Label::Norp);
            let over = same.or_else(|| names.iter().filter(telling).find(nested));
            let over = over.filter(|n| !sift::is_doubtful_namesake(n, m.senses, knowledge));
            Candidate {
                sentence,
                label: over.map(|n| n.label),
                label_confidence: over.map_or(0.0, |n| n.confidence),
                ..bare(m.tokens, m.senses)
            }
        })
        .collect();
    for name in names {
        let name = &sift::without_owner(tokens, name, &found, knowledge);
        let rivals = || found.iter().enumerate().filter(|(_, c)| overlap(&c.tokens, &name.words));
        if rivals().any(|(_, c)| c.tokens == name.words || prevails(tokens, c, name, knowledge)) {
            continue;
        }
        if name.label == Label::Misc {
            // "Paris Agreement" is no place; the nations in "U.S.-Mexico-Canada Agreement" and "FIFA" in its cup stay.
            found.retain(|c| !covers(&name.words, &c.tokens) || !is_place(c, knowledge) || is_nation(c, knowledge));
        }
        if matches!(name.label, Label::Misc | Label::Norp) {
            continue;
        }
        if let Some(senses) = national_body(&found, name, knowledge).or_else(|| junior(tokens, &found, name)) {
            found.retain(|c| !overlap(&c.tokens, &name.words));
            found.push(Candidate {
                sentence,
                label: Some(name.label),
                label_confidence: name.confidence,
                ..bare(name.words.clone(), senses)
            });
            continue;
        }
        if name.label != Label::Per && is_tiled(tokens, &found, &name.words, knowledge) {
            continue;
        }
        found.retain(|c| !overlap(&c.tokens, &name.words));
        found.push(Candidate {
            sentence,
            label: Some(name.label),
            label_confidence: name.confidence,
            ..bare(name.words.clone(), &[])
        });
    }
    order::by_key(&mut found, |c| c.tokens.start);
    found
}

fn bare<'k>(tokens: Range<usize>, senses: &'k [Sense]) -> Candidate<'k> {
    let none = tokens.start..tokens.start;
    Candidate { sentence: 0, senses, label: None, label_confidence: 0.0, title: none.clone(), apposition: none, tokens }
}

/// Whether a name is that of a nation, or of its people.
fn is_nation(candidate: &Candidate, knowledge: &Knowledge) -> bool {
    candidate.senses.iter().any(|s| s.form != Form::Metonym && knowledge.kind_of(s) == Some(Kind::Nation))
}

fn is_place(candidate: &Candidate, knowledge: &Knowledge) -> bool {
    candidate.senses.iter().any(|s| knowledge.kind_of(s) == Some(Kind::Place))
}

/// What "US State Department" means, where the pack lists "State Department" and the tagger's name is that with its
/// nation before it.
fn national_body<'k>(found: &[Candidate<'k>], name: &Name, knowledge: &Knowledge) -> Option<&'k [Sense]> {
    let mut inside = found.iter().filter(|c| covers(&name.words, &c.tokens));
    let (nation, body) = (inside.next()?, inside.next()?);
    let tiled = nation.tokens.start == name.words.start
        && nation.tokens.end == body.tokens.start
        && body.tokens.end == name.words.end;
    let own = |s: &Sense| {
        let of = knowledge.record(s.record).filter(|r| r.kind == Kind::Organization).and_then(|r| r.nation);
        of.is_some() && nation.senses.iter().any(|n| n.form != Form::Metonym && Some(n.record) == of)
    };
    (tiled && body.senses.iter().any(own)).then_some(body.senses)
}

/// Whether the sure name of a body and others behind it make up all of an unlisted one: "U.N. World Food Program",
/// "Nippon Steel of Japan".
fn is_tiled(tokens: &Tokens, found: &[Candidate], words: &Range<usize>, knowledge: &Knowledge) -> bool {
    let sure = |c: &Candidate| c.senses.iter().any(|s| s.guard == Guard::None && s.form != Form::Demonym);
    let body = |s: &Sense| knowledge.kind_of(s) == Some(Kind::Organization);
    let opens = |c: &Candidate| c.tokens.start > words.start || c.senses.iter().any(body);
    let tiles = found.iter().filter(|c| overlap(words, &c.tokens) && sure(c) && opens(c));
    let company = found.iter().any(|c| c.tokens.start == words.start && company::is_listed(c, knowledge));
    let joins = |end: usize, c: &Candidate| {
        c.tokens.start == end || company && c.tokens.start == end + 1 && tokens.word(end) == "of"
    };
    tiles.fold(words.start, |end, c| if joins(end, c) { c.tokens.end } else { usize::MAX }) == words.end
}

/// What "Joseph R. Biden, Jr." means, where the pack lists the name without the suffix.
fn junior<'k>(tokens: &Tokens, found: &[Candidate<'k>], name: &Name) -> Option<&'k [Sense]> {
    let listed = found.iter().find(|c| c.tokens.start == name.words.start && c.tokens.end < name.words.end)?;
    let suffix = |i: usize| matches!(tokens.word(i), "," | "Jr." | "Jr" | "Sr." | "Sr" | "II" | "III");
    (listed.tokens.len() > 1 && (listed.tokens.end..name.words.end).all(suffix)).then_some(listed.senses)
}

fn covers(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Whether a listed name stands against an overlapping one of the tagger.
fn prevails(tokens: &Tokens, listed: &Candidate, name: &Name, knowledge: &Knowledge) -> bool {
    if covers(&listed.tokens, &name.words) {
        return true;
    }
    let sure = listed.senses.iter().any(|s| s.guard == Guard::None);
    if !covers(&name.words, &listed.tokens) {
        return sure && listed.tokens.len() > 1;
    }
    // The tagger's name goes further: "Bank of Georgia", "Jordan Henderson". A direction before a nation and a
    // hyphenated neighbour behind it are no part of a name.
    let extra = (name.words.start..listed.tokens.start).chain(listed.tokens.end..name.words.end);
    let slight = extra.clone().all(|i| is_direction(tokens.word(i)) || !tokens.word(i).starts_with(char::is_uppercase));
    let joined = extra.clone().any(|i| matches!(tokens.word(i), "-" | "–" | "and"));
    name.confidence < 0.4 || (is_nation(listed, knowledge) && (slight || joined) && name.label != Label::Per)
}

fn is_direction(word: &str) -> bool {
    matches!(
        word,
        "North" | "South" | "East" | "West" | "Northern" | "Southern" | "Eastern" | "Western" | "Central" | "Occupied"
    )
}

/// People nobody listed and the tagger missed: capitalized words behind a title.
fn add_titled(tokens: &Tokens, sentence: &Sentence, index: usize, found: &mut Vec<Candidate>) {
    let taken = |found: &[Candidate], i: usize| found.iter().any(|c| c.tokens.contains(&i));
    let mut i = sentence.tokens.start + 1;
    while i < sentence.tokens.end {
        let titled = role::is_form_of_address(tokens.word(i - 1));
        let end =
            (i..sentence.tokens.end.min(i + 4)).find(|&k| !is_name_part(tokens, k) || taken(found, k)).unwrap_or(i + 4);
        if titled && end > i && end < i + 4 && sentence.casing == Casing::Sentence {
            found.push(Candidate {
                sentence: index,
                label: Some(Label::Per),
                label_confidence: 0.6,
                ..bare(i..end, &[])
            });
        }
        i = end.max(i + 1);
    }
    order::by_key(found, |c| c.tokens.start);
}

fn is_name_part(tokens: &Tokens, i: usize) -> bool {
    let word = tokens.word(i);
    let small = matches!(word, "de" | "van" | "von" | "bin" | "al" | "der" | "-")
        && tokens.word(i + 1).starts_with(char::is_uppercase);
    let name = word.starts_with(char::is_uppercase) && !role::is_role(word) && !role::is_modifier(word);
    name || small
}

/// Gives each name the title before it and the apposition behind it.
fn describe(tokens: &Tokens, sentence: &Sentence, found: &mut [Candidate], knowledge: &Knowledge) {
    let ranges: Vec<Range<usize>> = found.iter().map(|c| c.tokens.clone()).collect();
    for (n, candidate) in found.iter_mut().enumerate() {
        let listed = candidate.senses.iter().any(|s| knowledge.kind_of(s) == Some(Kind::Person));
        if candidate.label != Some(Label::Per) && !listed {
            continue;
        }
        let is_name = |i: usize| ranges[..n].iter().any(|r| r.contains(&i));
        if let Some(title) = role::title_before(tokens, sentence.tokens.start, candidate.tokens.start, is_name) {
            candidate.title = title;
        }
        if let Some(apposition) = role::apposition_after(tokens, candidate.tokens.end, sentence.tokens.end) {
            candidate.apposition = apposition;
        }
    }
}
