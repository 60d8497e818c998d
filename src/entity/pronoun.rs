//! "he" and "she", where the sentences around name one person alone, and speak of nobody else.

use std::ops::Range;

use crate::entity::cast::CastBuilder;
use crate::entity::context::Context;
use crate::knowledge::Kind;
use crate::mention::role;

/// How sure it is that the person is meant.
const CONFIDENCE: f32 = 0.6;

/// People without a name and office, who are nobody's kin.
const PEOPLE: &[&str] = &[
    "another", "anyone", "baby", "bodyguard", "boy", "boyfriend", "child", "cleric", "colleague", "counterpart",
    "doctor", "everyone", "friend", "girl", "girlfriend", "guard", "gunman", "hostage", "man", "militant", "monk",
    "neighbor", "neighbour", "nobody", "nun", "opponent", "partner", "passenger", "person", "player", "predecessor",
    "prisoner", "rival", "soldier", "somebody", "someone", "student", "successor", "suspect", "teacher", "teenager",
    "victim", "who", "woman", "worker",
];

/// What men, and what women, are called before their names.
const MEN: &[&str] = &["Mr", "Mr.", "Sir", "King", "Prince", "Lord", "Pope", "he", "him", "his"];
const WOMEN: &[&str] = &["Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dame", "Lady", "Queen", "Princess", "she", "her"];

/// Words behind which stands who is not spoken of.
const ASIDE: &[&str] = &[
    "with", "including", "by", "of", "for", "to", "from", "against", "about", "like", "than", "on", "between", "over",
    "at", "and", "or", "under", "after", "before",
];

/// Finds them, among mentions that are in order.
pub fn find(context: &Context, cast: &mut CastBuilder) {
    for i in 0..context.tokens.len() {
        let word = context.tokens.word(i);
        let others = match word {
            "he" | "He" => WOMEN,
            "she" | "She" => MEN,
            _ => continue,
        };
        if let Some(entity) = cast.sole_around(i, Kind::Person).filter(|&e| is_safe(i, e, others, context, cast)) {
            cast.refer(i..i + 1, vec![entity], CONFIDENCE);
        }
    }
}

/// Whether nothing in the pronoun's sentence up to it, and in the sentence before, speaks of somebody else, or says that
/// the person is of the other sex.
fn is_safe(pronoun: usize, entity: usize, others: &[&str], context: &Context, cast: &CastBuilder) -> bool {
    let tokens = context.tokens;
    let Some(before) = tokens.sentences.get(tokens.sentence_of(pronoun).saturating_sub(1)) else { return false };
    let start = before.tokens.start;
    let own = cast.described_in(entity, start..pronoun);
    let stranger = |i: usize| {
        let (word, lower) = (tokens.word(i), tokens.word(i).to_lowercase());
        let article = || i > 0 && matches!(tokens.word(i - 1), "a" | "an" | "the" | "A" | "An" | "The");
        let somebody = role::is_role(word) || role::is_kin(&lower) || PEOPLE.contains(&lower.as_str());
        let other = others.contains(&word) || others.contains(&lower.as_str());
        other || ((somebody || (is_agent(word) && article())) && !own.iter().any(|r| r.contains(&i)))
    };
    // "He won a rematch with LeDoux. He": whoever won it.
    let leads = |r: &Range<usize>| !r.start.checked_sub(1).is_some_and(|i| ASIDE.contains(&tokens.word(i)));
    own.iter().any(leads) && !is_quoted(start..pronoun, context) && !(start..pronoun).any(stranger)
}

/// Whether a noun may be somebody who does something: "bomber", "editor", "activist".
fn is_agent(word: &str) -> bool {
    ["er", "or", "ist", "man", "ian", "nt"].iter().any(|ending| word.ends_with(ending))
}

/// Whether a quotation is open at the end of a range.
fn is_quoted(range: Range<usize>, context: &Context) -> bool {
    let marks = |mark: &str| range.clone().filter(|&i| context.tokens.word(i) == mark).count();
    marks("“") != marks("”") || marks("\"") % 2 == 1
}
