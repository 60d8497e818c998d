//! Whether a capital or a seat of power stands for its government ("Moscow said") or for itself ("in Moscow").

use crate::entity::context::Context;
use crate::knowledge::{RecordId, Sense};
use crate::mention::Candidate;

/// Verbs and helpers by which a government acts, in the forms that follow a subject.
const ACTS: &[&str] = &[
    "accepted", "accused", "accuses", "acknowledged", "added", "adopted", "agreed", "agrees", "aims", "allowed",
    "announced", "argued", "argues", "asked", "backed", "backs", "banned", "believes", "blamed", "blames", "called",
    "calls", "can", "cannot", "claimed", "claims", "condemned", "confirmed", "considers", "continued", "continues",
    "could", "criticized", "cut", "decided", "declared", "declined", "demanded", "demands", "denied", "denies", "did",
    "does", "dismissed", "expects", "expelled", "expressed", "faces", "fears", "gave", "has", "had", "hopes",
    "imposed", "insisted", "insists", "intends", "invaded", "is", "issued", "knows", "launched", "lifted", "made",
    "maintains", "may", "might", "must", "needs", "offered", "offers", "opposed", "opposes", "ordered", "planned",
    "plans", "pledged", "promised", "proposed", "provided", "pulled", "pushed", "put", "ratified", "reacted",
    "refused", "refuses", "regards", "rejected", "rejects", "remains", "repeated", "replied", "reported", "resumed",
    "responded", "said", "says", "seeks", "sees", "sent", "should", "signaled", "signed", "sought", "stopped",
    "supplied", "supported", "supports", "suspended", "thinks", "threatened", "took", "tried", "tries", "urged",
    "urges", "vowed", "wants", "wanted", "warned", "warns", "welcomed", "will", "withdrew", "would",
];

/// Prepositions behind which a capital is a place.
const WHERE: &[&str] = &[
    "in", "at", "near", "outside", "around", "across", "inside", "over", "above", "throughout", "downtown", "central",
    "of", "from", "via", "into", "toward", "towards", "through", "beyond", "northern", "southern", "eastern",
    "western", "a", "an",
];

/// Prepositions behind which a capital is a government.
const WITH_WHOM: &[&str] = &[
    "with", "against", "between", "by", "upon", "for", "than", "pressing", "urging", "urged", "accuse", "accused",
    "accuses", "accusing", "blamed", "blames", "blaming", "told", "warned", "warns", "thanked", "asked", "condemned",
    "criticized", "pressed", "backed", "defied", "angered",
];

/// Nouns of power that a capital may own: "Moscow's demands".
const POWERS: &[&str] = &[
    "aggression", "allies", "ally", "ambassador", "assault", "attack", "attacks", "blockade", "ambitions", "approach",
    "army", "attempt", "attitude", "call", "claim", "claims", "commitment", "concerns", "consent", "decision",
    "demand", "demands", "diplomats", "economy", "efforts", "envoy", "forces", "foreign", "goal", "goals",
    "government", "influence", "intentions", "interests", "invasion", "leaders", "leadership", "military",
    "negotiators", "nuclear", "offer", "own", "plan", "plans", "policies", "policy", "position", "pressure",
    "proposal", "reaction", "refusal", "rejection", "relations", "relationship", "request", "response", "role",
    "sanctions", "security", "side", "stance", "strategy", "support", "terms", "territorial", "threat", "threats",
    "ties", "troops", "views", "war", "willingness", "withdrawal",
];

/// Nouns of city life that a capital may own: "Kyiv residents", "Moscow's airports", "Berlin Zoo".
const CITY_LIFE: &[&str] = &[
    "airport", "airports", "apartment", "area", "arena", "bureau", "buildings", "church", "convention", "court",
    "district", "embassy", "hospital", "hotel", "hotels", "international", "mayor", "metro", "native", "neighborhood",
    "neighbourhood", "office", "police", "prison", "region", "residents", "school", "skyline", "square", "stadium",
    "station", "street", "streets", "subway", "suburb", "suburbs", "summit", "time", "university", "weather", "zoo",
];

/// Verbs whose object is a place.
const REACHES: &[&str] = &[
    "visit", "visited", "visiting", "visits", "left", "leave", "leaving", "reach", "reached", "enter", "entered",
    "bomb", "bombed", "shelled", "hit", "struck", "captured", "capture", "seized", "occupied", "rocked", "toured",
    "fled", "flee", "took", "retook", "taken", "taking", "stormed", "besieged", "liberated", "surrounded", "encircled",
    "approached", "overran",
];

/// How present a nation must be in the document for its bare capital to stand for it.
const PRESENT: f32 = 0.08;

/// Whether a word, behind a name, is what governments do: "said", "will".
#[must_use]
pub fn is_act(word: &str) -> bool {
    ACTS.contains(&word)
}

/// Whether the candidate acts, or is dealt with, as the government of `nation`.
#[must_use]
pub fn is_government(candidate: &Candidate, nation: RecordId, context: &Context) -> bool {
    let before = context.governor(candidate);
    let after = context.word_after(candidate);
    let behind = context.tokens.word(candidate.tokens.end + 1);
    let where_to = WHERE.contains(&before.as_str()) || REACHES.contains(&before.as_str());
    if is_dateline(candidate, context) || is_address(candidate, context) || where_to {
        return false;
    }
    if matches!(after, "-" | "–") {
        return !matches!(behind, "based" | "area" | "born");
    }
    if before == "to" {
        return moves_nobody(candidate, context);
    }
    if WITH_WHOM.contains(&before.as_str()) || ACTS.contains(&after) || acts_in_pair(candidate, context) {
        return true;
    }
    let noun = if matches!(after, "’s" | "'s") { behind } else { after };
    if CITY_LIFE.contains(&noun.to_lowercase().as_str()) {
        return false;
    }
    match partner(candidate, context) {
        Some(with) if WITH_WHOM.contains(&with) || with == "both" => true,
        Some(with) if WHERE.contains(&with) => false,
        _ => POWERS.contains(&noun) || (is_capital(candidate, context) && context.weight_of(nation) >= PRESENT),
    }
}

/// "Washington and Beijing agreed": two capitals that act together.
fn acts_in_pair(candidate: &Candidate, context: &Context) -> bool {
    let word = |ahead: usize| context.tokens.word(candidate.tokens.end + ahead);
    let acts = ACTS.contains(&word(2)) || word(2).ends_with("ed");
    context.word_after(candidate) == "and" && word(1).starts_with(char::is_uppercase) && acts
}

/// Whether the candidate is a city that may stand for its government unasked, and no building.
fn is_capital(candidate: &Candidate, context: &Context) -> bool {
    let class = |s: &Sense| context.knowledge.record(s.record).is_some_and(|r| r.class == "capital");
    candidate.senses.iter().any(class)
}

/// "KYIV, Ukraine (AP) —", "MOSCOW —": where the report was filed.
fn is_dateline(candidate: &Candidate, context: &Context) -> bool {
    let opens = context.sentence_start(candidate) == candidate.tokens.start;
    opens && matches!(context.word_after(candidate), "—" | "–" | "--" | "(" | ",")
}

/// "Moscow, Russia".
fn is_address(candidate: &Candidate, context: &Context) -> bool {
    let next = context.tokens.word(candidate.tokens.end + 1);
    context.word_after(candidate) == ","
        && next.starts_with(char::is_uppercase)
        && context.tokens.word(candidate.tokens.end + 2) == ","
}

/// "aid to Kyiv" against "travelled to Kyiv": whether what goes there is no traveller.
fn moves_nobody(candidate: &Candidate, context: &Context) -> bool {
    const GIFTS: &[&str] = &[
        "aid", "assistance", "arms", "weapons", "support", "funding", "supplies", "proposal", "offer", "message",
        "sell", "sold", "transfer", "transfers", "deliveries", "shipments", "concessions", "ultimatum", "given",
        "provide", "provided", "providing", "send", "sending", "commitment", "close", "loyal", "owed", "according",
        "equipment", "attributed",
    ];
    const TRAVEL: &[&str] = &[
        "trip", "visit", "visits", "travel", "travelled", "traveled", "traveling", "flew", "fly", "flight", "flights",
        "went", "go", "going", "return", "returned", "came", "come", "arrived", "drove", "moved", "way", "close",
        "road",
    ];
    let window =
        candidate.tokens.start.saturating_sub(9).max(context.sentence_start(candidate))..candidate.tokens.start;
    window.rev().map(|i| context.tokens.word(i)).find_map(|w| match () {
        () if GIFTS.contains(&w) => Some(true),
        () if TRAVEL.contains(&w) => Some(false),
        () => None,
    }) == Some(true)
}

/// The word that governs a pair of names of which the candidate is the second: "with" in "deals with Kyiv and Moscow".
fn partner<'a>(candidate: &Candidate, context: &Context<'a>) -> Option<&'a str> {
    let word = |back: usize| context.word_back(candidate, back);
    let joined = matches!(word(1), "and" | "," | "or") && word(2).starts_with(char::is_uppercase);
    (3..=4).map(word).find(|w| joined && w.starts_with(char::is_lowercase))
}
