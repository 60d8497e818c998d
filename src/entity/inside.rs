//! What the pack knows of names that only the tagger found: surnames that begin small ("von der Leyen"), and the place
//! that a longer name begins with ("Mecca" in "Mecca’s Grand Mosque", "Los Angeles" in "Los Angeles Sheriff").

use std::ops::Range;

use crate::knowledge::{Guard, Kind, Knowledge, Sense};
use crate::mention::{Candidate, role};
use crate::tagger::Label;
use crate::token::{Tokens, fold};

/// The candidates, each with what the pack lists it as, or cut to the place it begins with where the rest says only
/// what is there.
#[must_use]
pub fn reveal<'k>(candidates: &[Candidate<'k>], tokens: &Tokens, knowledge: &'k Knowledge) -> Vec<Candidate<'k>> {
    let listed = |c: &Candidate<'k>| {
        if !c.senses.is_empty() {
            return None;
        }
        match c.label {
            Some(Label::Per) => untitled(c, tokens, knowledge).or_else(|| surname(c, tokens, knowledge)),
            Some(Label::Org | Label::Loc) => place(c, tokens, knowledge),
            _ => None,
        }
    };
    candidates.iter().map(|c| listed(c).unwrap_or_else(|| c.clone())).collect()
}

/// "King Charles": the title stays outside.
fn untitled<'k>(candidate: &Candidate<'k>, tokens: &Tokens, knowledge: &'k Knowledge) -> Option<Candidate<'k>> {
    let start = candidate.tokens.start;
    let name = start + 1..candidate.tokens.end;
    let titled = role::is_form_of_address(tokens.word(start)) && candidate.title.is_empty() && !name.is_empty();
    let senses = titled.then(|| senses(name.clone(), tokens, knowledge)).flatten()?;
    Some(Candidate { title: start..start + 1, tokens: name, senses, ..candidate.clone() })
}

fn surname<'k>(candidate: &Candidate<'k>, tokens: &Tokens, knowledge: &'k Knowledge) -> Option<Candidate<'k>> {
    let senses = senses(candidate.tokens.clone(), tokens, knowledge)?;
    tokens
        .word(candidate.tokens.start)
        .starts_with(char::is_lowercase)
        .then(|| Candidate { senses, ..candidate.clone() })
}

fn place<'k>(candidate: &Candidate<'k>, tokens: &Tokens, knowledge: &'k Knowledge) -> Option<Candidate<'k>> {
    let facility = |i: usize| FACILITIES.contains(&tokens.word(i));
    let cuts = |i: &usize| {
        let word = tokens.word(*i);
        matches!(word, "'s" | "’s") || role::is_role(word) || (*i..candidate.tokens.end).all(facility)
    };
    let end = candidate.tokens.clone().skip(1).find(cuts)?;
    let place = candidate.tokens.start..end;
    let senses = senses(place.clone(), tokens, knowledge)?;
    let is_place = |s: &Sense| {
        let sure = s.guard == Guard::None || !facility(end);
        sure && matches!(knowledge.kind_of(s), Some(Kind::Place | Kind::Nation))
    };
    let listed = senses.iter().any(is_place);
    listed.then(|| Candidate { tokens: place, senses, label: Some(Label::Loc), ..candidate.clone() })
}

/// Words that say what is there, behind the name of a city that has many such.
const FACILITIES: &[&str] = &[
    "Airport", "Arena", "Central", "Centre", "Center", "Convention", "Harbor", "Harbour", "Hospital", "International",
    "Port", "Prison", "Stadium", "Station", "Train", "Zoo",
];

/// What the pack lists under just these words.
fn senses<'k>(words: Range<usize>, tokens: &Tokens, knowledge: &'k Knowledge) -> Option<&'k [Sense]> {
    let (count, senses) = knowledge.matches(words.clone().map(|i| fold(tokens.word(i)))).pop()?;
    (count == words.len()).then_some(senses)
}
