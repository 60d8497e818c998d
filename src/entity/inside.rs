//! Places inside longer names that nobody lists: "Mecca" in "Mecca’s Grand Mosque", "Los Angeles" in "Los Angeles
//! Sheriff".

use crate::knowledge::{Kind, Knowledge};
use crate::mention::{Candidate, role};
use crate::tagger::Label;
use crate::token::{Tokens, fold};

/// The candidates, each cut to the place it begins with where the rest says only what is there.
#[must_use]
pub fn reveal<'k>(candidates: &[Candidate<'k>], tokens: &Tokens, knowledge: &'k Knowledge) -> Vec<Candidate<'k>> {
    candidates.iter().map(|c| place_in(c, tokens, knowledge).unwrap_or_else(|| c.clone())).collect()
}

fn place_in<'k>(candidate: &Candidate<'k>, tokens: &Tokens, knowledge: &'k Knowledge) -> Option<Candidate<'k>> {
    if !candidate.senses.is_empty() || !matches!(candidate.label, Some(Label::Org | Label::Loc)) {
        return None;
    }
    let cuts = |i: &usize| matches!(tokens.word(*i), "'s" | "’s") || role::is_role(tokens.word(*i));
    let end = candidate.tokens.clone().skip(1).find(cuts)?;
    let place = candidate.tokens.start..end;
    let (count, senses) = knowledge.matches(place.clone().map(|i| fold(tokens.word(i)))).pop()?;
    let is_place = senses.iter().any(|s| matches!(knowledge.kind_of(s), Some(Kind::Place | Kind::Nation)));
    let label = Some(Label::Loc);
    (count == place.len() && is_place).then(|| Candidate { tokens: place, senses, label, ..candidate.clone() })
}
