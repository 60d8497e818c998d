//! What the whole document shows, for deciding what a single name means.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use crate::article::Casing;
use crate::entity::body;
use crate::knowledge::{Form, Guard, Kind, Knowledge, Record, RecordId, Sense};
use crate::mention::Candidate;
use crate::tagger::Label;
use crate::token::Tokens;

/// The document as seen by the linker.
pub struct Context<'a> {
    /// Its words.
    pub tokens: &'a Tokens<'a>,
    /// What the names may mean.
    pub knowledge: &'a Knowledge,
    /// When it was published.
    pub date: Option<Date>,
    /// It reports on a game: nations are teams in it.
    pub is_sport: bool,
    candidates: &'a [Candidate<'a>],
    /// The first of the several names of people: "Paris" in "Paris Hilton".
    first_names: HashSet<&'a str>,
    /// The last of them.
    surnames: HashSet<&'a str>,
    /// Acronyms that the document itself gives another meaning: "hypersensitivity pneumonitis (HP)".
    redefined: HashSet<&'a str>,
    /// How often each record is named beyond doubt.
    named: HashMap<RecordId, usize>,
    /// How often each nation is named, by itself or by what belongs to it.
    nations: HashMap<RecordId, usize>,
    /// The sum of those.
    all_nations: usize,
    /// How often each nation's household names are named by surname: "Biden".
    household: HashMap<RecordId, usize>,
}

impl<'a> Context<'a> {
    /// Reads the candidates that leave no doubt.
    #[must_use]
    pub fn survey(
        tokens: &'a Tokens<'a>,
        candidates: &'a [Candidate<'a>],
        knowledge: &'a Knowledge,
        date: Option<Date>,
    ) -> Self {
        let mut named = HashMap::new();
        let mut nations = HashMap::new();
        let mut household = HashMap::new();
        for candidate in candidates {
            if let Some(nation) = nation_of_household_name(candidate, knowledge) {
                *household.entry(nation).or_insert(0) += 1;
            }
            let Some(record) = only_meaning(candidate, tokens, knowledge) else { continue };
            *named.entry(record).or_insert(0) += 1;
            let own = knowledge.record(record);
            let nation = own.filter(|r| r.kind == Kind::Nation).map(|_| record).or(own.and_then(|r| r.nation));
            if let Some(nation) = nation {
                *nations.entry(nation).or_insert(0) += 1;
            }
        }
        let all_nations = nations.values().sum();
        let (is_sport, redefined) = (is_sport(tokens), redefined(tokens));
        let people = || candidates.iter().filter(|c| c.label == Some(Label::Per) && c.tokens.len() > 1);
        let first_names = people().map(|c| tokens.word(c.tokens.start)).collect();
        let surnames = people().map(|c| tokens.word(c.tokens.end - 1)).collect();
        Self {
            tokens,
            knowledge,
            date,
            is_sport,
            candidates,
            first_names,
            surnames,
            redefined,
            named,
            nations,
            all_nations,
            household,
        }
    }

    /// Whether the document names a record beyond doubt.
    #[must_use]
    pub fn names(&self, record: RecordId) -> bool {
        self.named.contains_key(&record)
    }

    /// Whether the document gives an acronym a meaning of its own.
    #[must_use]
    pub fn redefines(&self, candidate: &Candidate) -> bool {
        candidate.tokens.len() == 1 && self.redefined.contains(self.tokens.word(candidate.tokens.start))
    }

    /// How strongly the document is about a nation, 0 to 1.
    #[must_use]
    pub fn weight_of(&self, nation: RecordId) -> f32 {
        self.nations.get(&nation).map_or(0.0, |&own| own as f32 / self.all_nations as f32)
    }

    /// The same, without what a record itself says for its nation.
    #[must_use]
    pub fn weight_beside(&self, nation: RecordId, record: RecordId) -> f32 {
        let of = self.knowledge.record(record).and_then(|r| r.nation);
        let own = self.named.get(&record).copied().filter(|_| of == Some(nation)).unwrap_or(0);
        let rest = self.nations.get(&nation).copied().unwrap_or(0).saturating_sub(own);
        if rest == 0 { 0.0 } else { rest as f32 / self.all_nations.saturating_sub(own).max(1) as f32 }
    }

    /// How present a nation is beside the one that is named most, 0 to 1, by household names as well.
    #[must_use]
    pub fn presence(&self, nation: RecordId) -> f32 {
        let count =
            |id: &RecordId| self.nations.get(id).copied().unwrap_or(0) + self.household.get(id).copied().unwrap_or(0);
        let most = self.nations.keys().chain(self.household.keys()).map(count).max();
        most.map_or(0.0, |most| count(&nation) as f32 / most as f32)
    }

    /// The candidate that begins at a token.
    #[must_use]
    pub fn candidate_at(&self, start: usize) -> Option<&'a Candidate<'a>> {
        let i = self.candidates.partition_point(|c| c.tokens.start < start);
        self.candidates.get(i).filter(|c| c.tokens.start == start)
    }

    /// The candidate that ends right before a token.
    #[must_use]
    pub fn candidate_before(&self, end: usize) -> Option<&'a Candidate<'a>> {
        let i = self.candidates.partition_point(|c| c.tokens.end < end);
        self.candidates.get(i).filter(|c| c.tokens.end == end)
    }

    /// Whether a person of the document has this first name or surname, and no place is meant by it anywhere: "in
    /// Paris".
    #[must_use]
    pub fn is_personal(&self, word: &str) -> bool {
        let is_where = |i: usize| matches!(self.tokens.word(i), "in" | "at" | "from" | "near" | "to" | "across");
        let place = |i: &usize| self.tokens.word(*i) == word && is_where(i - 1);
        (self.first_names.contains(word) || self.surnames.contains(word)) && !(1..self.tokens.len()).any(|i| place(&i))
    }

    /// Whether a single word is the surname of somebody whom the document names in full.
    #[must_use]
    pub fn is_surname(&self, candidate: &Candidate) -> bool {
        candidate.tokens.len() == 1 && self.surnames.contains(self.tokens.word(candidate.tokens.start))
    }

    /// Whether the document writes a word with a small letter: "turkey".
    #[must_use]
    pub fn writes_small(&self, word: &str) -> bool {
        let small = word.to_lowercase();
        (0..self.tokens.len()).any(|i| self.tokens.word(i) == small)
    }

    /// Whether the document writes a word, as it is, other than at the start of a sentence.
    #[must_use]
    pub fn writes_within_a_sentence(&self, word: &str) -> bool {
        self.tokens.sentences.iter().any(|s| s.tokens.clone().skip(1).any(|i| self.tokens.word(i) == word))
    }

    /// Whether the document is about more nations than one and its neighbour.
    #[must_use]
    pub fn is_worldly(&self) -> bool {
        self.nations.len() > 2
    }

    /// Whether another nation, or its people, is named in a candidate's sentence.
    #[must_use]
    pub fn is_beside_a_nation(&self, candidate: &Candidate) -> bool {
        let first = self.candidates.partition_point(|c| c.sentence < candidate.sentence);
        let mut beside = self.candidates[first..].iter().take_while(|c| c.sentence == candidate.sentence);
        let nation = |s: &Sense| self.knowledge.kind_of(s) == Some(Kind::Nation) && s.form != Form::Metonym;
        beside.any(|c| c.tokens != candidate.tokens && c.senses.iter().any(nation))
    }

    /// Whether a candidate stands in a headline, where every word may have a capital letter.
    #[must_use]
    pub fn is_headline(&self, candidate: &Candidate) -> bool {
        self.tokens.sentences.get(candidate.sentence).is_some_and(|s| s.casing != Casing::Sentence)
    }

    /// Whether a candidate stands in a line of capitals.
    #[must_use]
    pub fn is_in_capitals(&self, candidate: &Candidate) -> bool {
        self.tokens.sentences.get(candidate.sentence).is_some_and(|s| s.casing == Casing::Upper)
    }

    /// Whether a token belongs to a candidate's sentence.
    #[must_use]
    pub fn is_in_sentence(&self, candidate: &Candidate, token: usize) -> bool {
        self.tokens.sentences.get(candidate.sentence).is_some_and(|s| s.tokens.contains(&token))
    }

    /// How many other places of the same nation and class are named beyond doubt: states beside a state.
    #[must_use]
    pub fn siblings(&self, id: RecordId, record: &Record) -> usize {
        let alike = |other: &&RecordId| {
            **other != id
                && self.knowledge.record(**other).is_some_and(|r| {
                    r.kind == Kind::Place
                        && r.class == record.class
                        && r.nation == record.nation
                        && record.nation.is_some()
                })
        };
        self.named.keys().filter(alike).count()
    }

    /// The word before a candidate, without case.
    #[must_use]
    pub fn word_before(&self, candidate: &Candidate) -> String {
        self.word_back(candidate, 1).to_lowercase()
    }

    /// The word that governs a candidate: the one before it and its article, without case.
    #[must_use]
    pub fn governor(&self, candidate: &Candidate) -> String {
        let before = self.word_before(candidate);
        if before == "the" { self.word_back(candidate, 2).to_lowercase() } else { before }
    }

    /// The word so many places before a candidate, as written; empty before its sentence.
    #[must_use]
    pub fn word_back(&self, candidate: &Candidate, places: usize) -> &'a str {
        let before = candidate.tokens.start.checked_sub(places);
        before.filter(|&i| i >= self.sentence_start(candidate)).map_or("", |i| self.tokens.word(i))
    }

    /// The first token of a candidate's sentence.
    #[must_use]
    pub fn sentence_start(&self, candidate: &Candidate) -> usize {
        self.tokens.sentences.get(candidate.sentence).map_or(0, |s| s.tokens.start)
    }

    /// The word behind a candidate, as written.
    #[must_use]
    pub fn word_after(&self, candidate: &Candidate) -> &'a str {
        self.tokens.word(candidate.tokens.end)
    }
}

/// The one record that an unguarded candidate can mean. A capital counts for its place; a name that says only what a
/// body is counts where the whole world uses it: "State Department".
fn only_meaning(candidate: &Candidate, tokens: &Tokens, knowledge: &Knowledge) -> Option<RecordId> {
    let meant: Vec<&Sense> = candidate.senses.iter().filter(|s| s.form != Form::Metonym).collect();
    let sense = match meant.as_slice() {
        [only] => *only,
        [] => candidate.senses.first()?,
        _ => return None,
    };
    let sure = sense.guard == Guard::None && sense.form != Form::Short;
    let vague = |record: &Record| record.prominence < 2 && body::is_generic(candidate, tokens);
    (sure && knowledge.record(sense.record).is_some_and(|r| !vague(r))).then_some(sense.record)
}

/// The nation of the one person, known to every reader, whom a bare surname can mean.
fn nation_of_household_name(candidate: &Candidate, knowledge: &Knowledge) -> Option<RecordId> {
    let short = candidate.senses.iter().all(|s| s.form == Form::Short) && candidate.label == Some(Label::Per);
    let mut known = candidate.senses.iter().filter_map(|s| knowledge.record(s.record)).filter(|r| r.prominence >= 3);
    let person = known.next().filter(|_| short)?;
    person.nation.filter(|_| known.next().is_none())
}

/// The acronyms behind "(" or ", or" whose letters begin the lower-case words before.
fn redefined<'a>(tokens: &Tokens<'a>) -> HashSet<&'a str> {
    let opened =
        |i: &usize| tokens.word(i - 1) == "(" || (tokens.word(i - 1) == "or" && *i > 2 && tokens.word(i - 2) == ",");
    let spelled = |i: &usize| {
        let letters = tokens.word(*i).chars();
        let end = i - if tokens.word(i - 1) == "(" { 1 } else { 2 };
        let count = letters.clone().count();
        (2..6).contains(&count)
            && count <= end
            && letters.zip(end - count..end).all(|(letter, k)| {
                letter.is_ascii_uppercase() && tokens.word(k).starts_with(letter.to_ascii_lowercase())
            })
    };
    (1..tokens.len()).filter(opened).filter(spelled).map(|i| tokens.word(i)).collect()
}

/// Words that hardly anything but a report on a game uses.
const SPORT: &[&str] = &[
    "goal", "goals", "scored", "striker", "midfielder", "defender", "goalkeeper", "penalty", "quarterfinal",
    "quarterfinals", "semifinal", "semifinals", "quarter-final", "semi-final", "halftime", "half-time", "kickoff",
    "referee", "innings", "wicket", "wickets", "playoff", "playoffs", "medal", "medals", "football", "soccer", "rugby",
    "cricket", "basketball", "hockey", "tennis", "fifa", "uefa", "equaliser", "equalizer", "offside", "match",
    "matches", "touchdown", "goalless", "knockout", "winger", "batsman", "bowler", "dribbled", "volley", "header",
    "tournament", "qualifier", "qualifiers", "quarterback", "fixtures", "standings", "teammates", "coach", "berth",
];

/// Whether the document reports on a game: several such words, and one in sixty at least.
fn is_sport(tokens: &Tokens) -> bool {
    let words = (0..tokens.len()).map(|i| tokens.word(i).to_lowercase());
    let found: Vec<String> = words.filter(|w| SPORT.contains(&w.as_str())).collect();
    let distinct = found.iter().collect::<HashSet<_>>().len();
    distinct >= 4 && found.len() >= 6 && found.len() * 60 > tokens.len()
}
