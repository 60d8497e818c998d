//! Two at once: "both leaders", "the two countries", "the two Koreas". Marked only where the sentences right before
//! name exactly two who can be meant.

use std::ops::Range;

use crate::entity::cast::CastBuilder;
use crate::entity::context::Context;
use crate::knowledge::Kind;

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
    for sentence in &context.tokens.sentences {
        for i in sentence.tokens.clone() {
            if let Some(tokens) = opening(i, sentence.tokens.end, context)
                && let Some(two) = koreas(&tokens, context, cast).or_else(|| named_before(&tokens, context, cast))
            {
                cast.insert_pair(tokens, two, CONFIDENCE);
            }
        }
    }
}

/// "both leaders" and, without its article, "two prime ministers", where they begin at a token.
fn opening(i: usize, end: usize, context: &Context) -> Option<Range<usize>> {
    let word = |i: usize| context.tokens.word(i).to_lowercase();
    let definite = || i.checked_sub(1).is_some_and(|i| matches!(word(i).as_str(), "the" | "these"));
    let several = word(i) == "both" || (word(i) == "two" && definite());
    let titled = matches!(word(i + 1).as_str(), "prime" | "foreign" | "defense" | "defence" | "finance");
    let noun = i + 1 + usize::from(titled);
    let of = matches!(word(noun + 1).as_str(), "of" | "who" | "that" | "," | "and" | "-");
    (several && noun < end && !of).then_some(i..noun + 1)
}

/// "the two Koreas" for the nations that end so.
fn koreas(tokens: &Range<usize>, context: &Context, cast: &mut CastBuilder) -> Option<[usize; 2]> {
    let name = context.tokens.word(tokens.end - 1).strip_suffix('s').filter(|name| *name == "Korea")?;
    let half = |side: &str| context.knowledge.senses(&[side, name].concat()).first().map(|s| s.record);
    let halves = [half("North ")?, half("South ")?];
    Some([cast.known(halves[0])?, cast.known(halves[1])?])
}

/// The two who are named in the nearest sentences before, where no third is.
fn named_before(tokens: &Range<usize>, context: &Context, cast: &CastBuilder) -> Option<[usize; 2]> {
    let sought = sought(&context.tokens.word(tokens.end - 1).to_lowercase())?;
    let sentence = context.tokens.sentence_of(tokens.start);
    let (mut found, mut together): (Vec<usize>, bool) = (Vec::new(), sought.are_people());
    for back in 0..=REACH.min(sentence) {
        let named = context.tokens.sentences.get(sentence - back)?.tokens.clone();
        let mut here = Vec::new();
        for entity in cast.named_in(named.start..named.end.min(tokens.start)) {
            if !here.contains(&entity) && fits(&sought, entity, cast)? {
                here.push(entity);
            }
        }
        together |= here.len() == 2;
        found.extend(here.into_iter().filter(|entity| !found.contains(entity)).collect::<Vec<_>>());
        if found.len() >= 2 {
            break;
        }
    }
    // "Both countries" behind a sentence on Ukraine, in which another nation's chancellor spoke, are not those two.
    found.sort_by_key(|&entity| cast.first_mention(entity).map(|tokens| tokens.start));
    found.try_into().ok().filter(|_| together && !(context.is_sport && !sought.are_people()))
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
