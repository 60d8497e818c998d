//! Noun groups and verb groups: which words stand together, and what a verb group says of its action.

use std::ops::Range;
use std::sync::LazyLock;

use crate::entity::Cast;
use crate::knowledge::Form;

use super::index::{Index, index};
use super::lexicon::singular;
use super::{Chunk, ChunkKind, Mood, Tag, Verb, VerbForm, Word};

/// Nouns for those who act for a nation or a body: "the Ukrainian delegation" is Ukraine.
const ROLES: &str = "
    administration administrations government governments regime authorities official officials president presidents
    minister ministers premier chancellor king queen prince emir sultan leader leaders diplomat diplomats negotiator
    negotiators delegation delegations delegate delegates envoy envoys ambassador ambassadors secretary spokesman
    spokeswoman spokesperson spokespeople ministry department parliament lawmakers congress senate troops forces army
    military navy soldiers side sides team teams representatives representative counterpart counterparts cabinet chief
    head commander general prime foreign defense defence finance trade treasury state states union members member
    kingdom republic mediator mediators countries country nation nations mission council central committee leadership
    ruler pope board presidency agency lawmaker senator senators bloc";

static ROLE_NOUNS: LazyLock<Index<()>> = LazyLock::new(|| index(&[((), ROLES)]));

/// Whether a noun stands for those who act for a nation or body.
pub(crate) fn is_role(lower: &str) -> bool {
    ROLE_NOUNS.contains_key(lower) || ROLE_NOUNS.contains_key(singular(lower).as_ref())
}

/// Nouns for an armed or political band: only an organization’s name in front says who it is.
pub(crate) fn is_band(word: &str) -> bool {
    matches!(
        word,
        "group"
            | "groups"
            | "movement"
            | "militants"
            | "rebels"
            | "fighters"
            | "faction"
            | "party"
            | "network"
            | "guerrillas"
            | "insurgents"
            | "company"
            | "firm"
            | "chief"
    )
}

/// Divides a sentence into chunks and appends them.
pub(super) fn chunk(words: &[Word], cast: &Cast, sentence: Range<usize>, out: &mut Vec<Chunk>) {
    let mut at = sentence.start;
    while at < sentence.end {
        let hedge = hedge(words, at, sentence.end);
        let (kind, end) = match words[at].tag {
            _ if hedge > 0 => (ChunkKind::Noun, noun_end(words, cast, at + hedge, sentence.end)),
            Tag::Mark if let Some(end) = short_aside(words, at, sentence.end) => (ChunkKind::Adverb, end),
            Tag::Modal | Tag::Be | Tag::Have | Tag::Do | Tag::Not | Tag::To | Tag::Verb(_) => {
                (ChunkKind::Verb, verb_end(words, at, sentence.end))
            }
            Tag::Adverb if leads_verb(words, at, sentence.end) => (ChunkKind::Verb, verb_end(words, at, sentence.end)),
            tag => match single(tag) {
                Some(kind) => (kind, at + 1),
                None => (ChunkKind::Noun, noun_end(words, cast, at, sentence.end)),
            },
        };
        push(words, kind, at..end.max(at + 1), out);
        at = end.max(at + 1);
    }
}

/// How many words belong to the number behind them: "more than 300 prisoners", "up to 25 percent".
fn hedge(words: &[Word], at: usize, end: usize) -> usize {
    const HEDGES: [&[&str]; 8] = [
        &["more", "than"],
        &["less", "than"],
        &["fewer", "than"],
        &["at", "least"],
        &["at", "most"],
        &["up", "to"],
        &["as", "many", "as"],
        &["as", "much", "as"],
    ];
    let word = |i: usize| words.get(i).filter(|_| i < end);
    let stands = |hedge: &[&str]| {
        let number = word(at + hedge.len()).is_some_and(|w| w.tag == Tag::Number);
        number && (at..).zip(hedge).all(|(i, &lower)| word(i).is_some_and(|w| w.lower == lower))
    };
    HEDGES.iter().find(|hedge| stands(hedge)).map_or(0, |hedge| hedge.len())
}

/// Where a short bracket closes: "(NATO)", "(the United States)".
fn short_aside(words: &[Word], at: usize, end: usize) -> Option<usize> {
    let opens = words[at].lower == "(";
    let close = (at + 1..end.min(at + 6)).find(|&i| words[i].lower == ")")?;
    opens.then_some(close + 1)
}

fn push(words: &[Word], kind: ChunkKind, tokens: Range<usize>, out: &mut Vec<Chunk>) {
    let time = kind == ChunkKind::Noun && is_bare_time(words, &tokens, out.last());
    let time = time || kind == ChunkKind::Noun && tokens.len() == 1 && words[tokens.start].tag == Tag::Adjective;
    let kind = if time { ChunkKind::Adverb } else { kind };
    out.push(Chunk { kind, head: tokens.end - 1, tokens });
}

/// Chunks of one word.
fn single(tag: Tag) -> Option<ChunkKind> {
    Some(match tag {
        Tag::Preposition => ChunkKind::Preposition,
        Tag::Coordinator => ChunkKind::Coordinator,
        Tag::Comma => ChunkKind::Comma,
        Tag::Genitive => ChunkKind::Genitive,
        Tag::Subordinator => ChunkKind::Subordinator,
        Tag::Relative => ChunkKind::Relative,
        Tag::Adverb | Tag::Time => ChunkKind::Adverb,
        Tag::Mark | Tag::Hyphen => ChunkKind::Mark,
        _ => return None,
    })
}

/// "last week", "next month" without a preposition.
fn is_bare_time(words: &[Word], tokens: &Range<usize>, before: Option<&Chunk>) -> bool {
    const SPANS: [&str; 9] = ["week", "month", "year", "day", "night", "weekend", "summer", "morning", "spring"];
    const WHICH: [&str; 6] = ["last", "next", "this", "earlier", "later", "that"];
    let bare = before.is_none_or(|c| c.kind != ChunkKind::Preposition);
    bare && WHICH.contains(&words[tokens.start].lower.as_ref()) && SPANS.contains(&words[tokens.end - 1].lower.as_ref())
}

/// Whether an adverb stands before a verb group: "formally signed".
fn leads_verb(words: &[Word], at: usize, end: usize) -> bool {
    let next = words[at..end].iter().find(|w| w.tag != Tag::Adverb);
    next.is_some_and(|w| matches!(w.tag, Tag::Modal | Tag::Be | Tag::Have | Tag::Do | Tag::Verb(_)))
}

fn verb_end(words: &[Word], start: usize, end: usize) -> usize {
    let mut last = start;
    for (i, word) in words.iter().enumerate().take(end).skip(start) {
        match word.tag {
            Tag::To if i > start => break,
            Tag::Verb(_) => return i + 1,
            Tag::Modal | Tag::Be | Tag::Have | Tag::Do | Tag::To | Tag::Not => last = i,
            Tag::Adverb => {}
            _ => break,
        }
    }
    last + 1
}

fn noun_end(words: &[Word], cast: &Cast, start: usize, end: usize) -> usize {
    if words[start].tag == Tag::Pronoun {
        return start + 1;
    }
    let mut at = start;
    while at < end {
        match words[at].tag {
            Tag::Determiner | Tag::Owner if at > start && !after_quantifier(words, start, at) => break,
            Tag::Adjective if at > start && is_predicate(words, at, end) => break,
            Tag::Determiner | Tag::Owner | Tag::Noun | Tag::Name | Tag::Adjective | Tag::Number => {
                if at > start && (starts_time(words, at, end) || starts_sum(words, at)) {
                    break;
                }
                at += 1;
            }
            Tag::Hyphen if at > start && at + 1 < end => at += 1,
            Tag::Adverb if modifies(words, start, at, end) => at += 1,
            Tag::Coordinator if joins_modifiers(words, cast, start, at, end) => at += 1,
            Tag::Comma if joins_adjectives(words, at, end) => at += 1,
            Tag::Pronoun if at > start => break,
            _ => break,
        }
    }
    at
}

/// "called the duties unlawful": an adjective behind its noun, with no noun to follow.
fn is_predicate(words: &[Word], at: usize, end: usize) -> bool {
    let follows = words.get(at + 1).filter(|_| at + 1 < end);
    matches!(words[at - 1].tag, Tag::Noun)
        && follows.is_none_or(|w| {
            !matches!(w.tag, Tag::Noun | Tag::Name | Tag::Adjective | Tag::Hyphen | Tag::Number | Tag::Verb(_))
        })
}

/// "both the", "all its"
fn after_quantifier(words: &[Word], start: usize, at: usize) -> bool {
    at == start + 1 && matches!(words[start].lower.as_ref(), "both" | "all" | "half" | "such" | "what")
}

/// "... last week": a time that begins inside a run of nouns.
fn starts_time(words: &[Word], at: usize, end: usize) -> bool {
    let nominal = matches!(words[at - 1].tag, Tag::Noun | Tag::Name);
    let which = matches!(words[at].lower.as_ref(), "last" | "next" | "early" | "late");
    let unit = words.get(at + 1).filter(|_| at + 1 < end);
    nominal
        && which
        && unit.is_some_and(|w| matches!(w.lower.as_ref(), "week" | "month" | "year" | "weekend" | "night"))
}

/// "pay Acme $3 million": a sum behind a name is a group of its own.
fn starts_sum(words: &[Word], at: usize) -> bool {
    matches!(words[at].lower.as_ref(), "$" | "€" | "£" | "¥" | "us$") && words[at - 1].tag == Tag::Name
}

/// "a potentially sweeping deal"
fn modifies(words: &[Word], start: usize, at: usize, end: usize) -> bool {
    let opened = matches!(words[at - usize::from(at > start)].tag, Tag::Determiner | Tag::Owner | Tag::Adjective);
    let next = words.get(at + 1).filter(|_| at + 1 < end);
    opened && next.is_some_and(|w| matches!(w.tag, Tag::Adjective | Tag::Noun))
}

/// "economic, military" before a noun: adjectives alone are listed inside a group.
fn joins_adjectives(words: &[Word], at: usize, end: usize) -> bool {
    let next = words.get(at + 1).filter(|_| at + 1 < end);
    let after = words.get(at + 2).filter(|_| at + 2 < end);
    words[at - 1].tag == Tag::Adjective
        && next.is_some_and(|w| w.tag == Tag::Adjective)
        && after.is_some_and(|w| matches!(w.tag, Tag::Noun | Tag::Adjective))
}

/// "Ukrainian and U.S. resolutions", "trade and investment agreement": modifiers of one noun.
fn joins_modifiers(words: &[Word], cast: &Cast, start: usize, at: usize, end: usize) -> bool {
    let run =
        (at + 1..end).take_while(|&i| matches!(words[i].tag, Tag::Noun | Tag::Name | Tag::Adjective | Tag::Hyphen));
    let last = run.last().unwrap_or(at);
    if last < at + 2 || at == start || words[at].lower == "but" {
        return false;
    }
    let nation =
        |i: usize| cast.mention_at(i).is_some_and(|m| m.form == Form::Demonym || words[i].lower.ends_with('.'));
    let common_head = words[last].tag == Tag::Noun || is_pact(&words[last].lower);
    let nations = nation(at - 1) && cast.mention_at(at + 1).is_some();
    let adjectives = words[at - 1].tag == Tag::Adjective && words[at + 1].tag == Tag::Adjective;
    let nouns = words[at - 1].tag == Tag::Noun
        && (start..at - 1).all(|i| !matches!(words[i].tag, Tag::Noun | Tag::Number))
        && is_pact(&words[last].lower)
        && words[at - 1].lower != words[last].lower;
    common_head && (nations || adjectives || nouns)
}

/// Heads before which two subjects are joined: "trade and investment agreement".
fn is_pact(lower: &str) -> bool {
    matches!(
        lower,
        "agreement"
            | "agreements"
            | "deal"
            | "deals"
            | "pact"
            | "treaty"
            | "accord"
            | "framework"
            | "talks"
            | "partnership"
    )
}

/// Reads a verb group.
pub(super) fn read_verb(words: &[Word]) -> Verb {
    let mut verb = Verb { base: "", mood: Mood::Present, negated: false, passive: false, progressive: false };
    let mut be = false;
    let mut form = None;
    let mut fixed = false;
    for word in words {
        match word.tag {
            Tag::Not => verb.negated = true,
            Tag::To => (verb.mood, fixed) = (Mood::Infinitive, true),
            Tag::Modal => (verb.mood, fixed) = (modality(&word.lower), true),
            Tag::Be | Tag::Have | Tag::Do => {
                be = word.tag == Tag::Be;
                verb.base = if be {
                    "be"
                } else if word.tag == Tag::Have {
                    "have"
                } else {
                    "do"
                };
                if !fixed {
                    (verb.mood, fixed) = (auxiliary_mood(&word.lower), true);
                }
            }
            Tag::Verb(f) => {
                verb.base = word.base;
                form = Some(f);
            }
            _ => {}
        }
    }
    let Some(form) = form else { return verb };
    verb.passive =
        be && matches!(form, VerbForm::Past | VerbForm::Participle) || !fixed && form == VerbForm::Participle;
    verb.progressive = be && form == VerbForm::Gerund;
    if !fixed {
        verb.mood = match form {
            VerbForm::Past | VerbForm::Finite => Mood::Past,
            VerbForm::Gerund => Mood::Gerund,
            VerbForm::Participle => Mood::Participle,
            VerbForm::Base | VerbForm::Third => Mood::Present,
        };
    }
    verb
}

fn modality(modal: &str) -> Mood {
    match modal {
        "will" | "shall" | "’ll" | "'ll" | "wo" => Mood::Future,
        "must" | "should" => Mood::Required,
        _ => Mood::Possible,
    }
}

/// "has signed" and "was signed" are past, "is signing" is present.
fn auxiliary_mood(auxiliary: &str) -> Mood {
    match auxiliary {
        "was" | "were" | "had" | "did" | "been" | "has" | "have" | "’ve" | "'ve" => Mood::Past,
        "being" | "having" => Mood::Gerund,
        // The subjunctive: "demanded that sanctions be lifted".
        "be" => Mood::Required,
        _ => Mood::Present,
    }
}
