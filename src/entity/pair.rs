//! Two at once: "both leaders", "the two countries", "the two Koreas". Marked only where the sentences right before
//! name exactly two who can be meant.

use std::ops::Range;

use crate::entity::cast::CastBuilder;
use crate::entity::context::Context;
use crate::knowledge::Kind;
use crate::order;

/// How sure it is that those two are meant.
const CONFIDENCE: f32 = 0.7;
/// How many sentences may lie between them and the words that mean them.
const REACH: usize = 2;

/// Who can be meant by a word for several.
enum Sought {
    /// Nations: "countries".
    Nations,
    /// Nations, and the groups that fight and deal with them: "sides".
    Sides,
    /// People who head a nation: "leaders".
    Leaders,
    /// People with an office of this title: "presidents".
    Holders(&'static str),
}

impl Sought {
    fn are_people(&self) -> bool {
        matches!(self, Self::Leaders | Self::Holders(_))
    }
}

/// Whom a word in the plural, in lower case, can mean.
fn sought(word: &str) -> Option<Sought> {
    Some(match word {
        "countries" | "nations" | "governments" | "capitals" => Sought::Nations,
        "sides" => Sought::Sides,
        "leaders" => Sought::Leaders,
        "presidents" => Sought::Holders("president"),
        "premiers" => Sought::Holders("premier"),
        "chancellors" => Sought::Holders("chancellor"),
        "ministers" => Sought::Holders("minister"),
        _ => return None,
    })
}

/// Finds the words that mean two of the cast, among mentions that are in order.
pub fn find(context: &Context, cast: &mut CastBuilder) {
    // The last sentence whose words for two people, or two nations, left open who is meant.
    let mut unclear = [None; 2];
    for (number, sentence) in context.tokens.sentences.iter().enumerate() {
        for i in sentence.tokens.clone() {
            let Some(tokens) = opening(i, sentence.tokens.end, context) else { continue };
            let noun = context.tokens.word(tokens.end - 1).to_lowercase();
            if let Some(two) = koreas(&noun, context, cast) {
                cast.refer(tokens, two.to_vec(), CONFIDENCE);
            } else if let Some(sought) = sought(&noun).filter(|s| s.are_people() || !context.is_sport) {
                let last = &mut unclear[usize::from(sought.are_people())];
                match named_before(i, &sought, *last, context, cast) {
                    Some(two) => cast.refer(tokens, two.to_vec(), CONFIDENCE),
                    None => *last = Some(number),
                }
            }
        }
    }
}

/// "both leaders" and, without its article, "two prime ministers", where they begin at a token.
fn opening(i: usize, end: usize, context: &Context) -> Option<Range<usize>> {
    let word = |i: usize| context.tokens.word(i).to_lowercase();
    let definite = || i.checked_sub(1).is_some_and(|i| matches!(word(i).as_str(), "the" | "these"));
    // "thousands died on both sides"
    let idle = i.checked_sub(1).is_some_and(|i| word(i) == "on") && word(i + 1) == "sides";
    let several = (word(i) == "both" && !idle) || (word(i) == "two" && definite());
    let titled = matches!(word(i + 1).as_str(), "prime" | "foreign" | "defense" | "defence" | "finance");
    let noun = i + 1 + usize::from(titled);
    let of = matches!(word(noun + 1).as_str(), "of" | "who" | "that" | "," | "and" | "-");
    (several && noun < end && !of).then_some(i..noun + 1)
}

/// "the two Koreas" for the nations that end so.
fn koreas(noun: &str, context: &Context, cast: &mut CastBuilder) -> Option<[usize; 2]> {
    let half = |name: &str| context.knowledge.senses(name).first().map(|s| s.record).filter(|_| noun == "koreas");
    let (north, south) = (half("North Korea")?, half("South Korea")?);
    Some([cast.known(north)?, cast.known(south)?])
}

/// The two who are named in the nearest sentences before a token, where no third is; nobody where such words in the
/// sentence numbered `unclear` already left open who is meant.
fn named_before(
    token: usize,
    sought: &Sought,
    unclear: Option<usize>,
    context: &Context,
    cast: &CastBuilder,
) -> Option<[usize; 2]> {
    let sentence = context.tokens.sentence_of(token);
    // "Both countries" behind a sentence on Ukraine, before which Germany's chancellor spoke, are not those two.
    let (mut found, mut together): (Vec<usize>, bool) = (Vec::new(), sought.are_people());
    for number in (sentence.saturating_sub(REACH)..=sentence).rev() {
        let range = context.tokens.sentences.get(number)?.tokens.clone();
        let here = fitting(range.start..range.end.min(token), sought, cast)?;
        if unclear == Some(number) {
            return None;
        }
        together |= here.len() == 2;
        found.extend(here);
        order::by_key(&mut found, |&entity| entity);
        found.dedup();
        if found.len() >= 2 {
            break;
        }
    }
    order::by_key(&mut found, |&entity| cast.first_mention(entity).map_or(0, |tokens| tokens.start));
    found.try_into().ok().filter(|_| together)
}

/// Those named in a range of tokens who can be meant, each once; none where it leaves open who is.
fn fitting(range: Range<usize>, sought: &Sought, cast: &CastBuilder) -> Option<Vec<usize>> {
    let mut found = Vec::new();
    for entity in cast.named_in(range) {
        if !found.contains(&entity) && fits(sought, entity, cast)? {
            found.push(entity);
        }
    }
    Some(found)
}

/// Whether the pack or the article has somebody at the head of something.
fn is_leader(entity: usize, cast: &CastBuilder) -> bool {
    const HEADS: &[&str] = &["president", "prime minister", "premier", "chancellor", "king"];
    cast.leads(entity, None)
        || cast.is_called(entity, "leader")
        || HEADS.iter().any(|head| cast.holds(entity, head, None))
}

/// Whether an entity can be one of those meant; none where it leaves open who is.
fn fits(sought: &Sought, entity: usize, cast: &CastBuilder) -> Option<bool> {
    let (kind, class) = cast.kind_and_class(entity);
    let person = || kind == Some(Kind::Person);
    Some(match sought {
        Sought::Sides if kind == Some(Kind::Organization) && class != "media" => {
            return matches!(class, "armed_group" | "bloc" | "movement" | "militia").then_some(true);
        }
        Sought::Nations | Sought::Sides => kind == Some(Kind::Nation),
        Sought::Leaders => person() && is_leader(entity, cast),
        Sought::Holders(title) => person() && cast.holds(entity, title, None),
    })
}
