//! Whether a capital or a seat of power stands for its government ("Moscow said") or for itself ("in Moscow").

use crate::entity::context::Context;
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
    "western",
];

/// Prepositions behind which a capital is a government.
const WITH_WHOM: &[&str] =
    &["with", "against", "between", "by", "upon", "for", "than", "pressing", "urging", "urged", "accuse"];

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

/// Whether the candidate acts, or is dealt with, as a government.
#[must_use]
pub fn is_government(candidate: &Candidate, context: &Context) -> bool {
    let before = context.word_before(candidate);
    let after = context.word_after(candidate);
    if is_dateline(candidate, context) || is_address(candidate, context) || WHERE.contains(&before.as_str()) {
        return false;
    }
    let joined = |i: usize| matches!(context.tokens.word(i), "-" | "–");
    if joined(candidate.tokens.end) {
        return context.tokens.word(candidate.tokens.end + 1) != "based"
            && context.tokens.word(candidate.tokens.end + 1) != "area";
    }
    if before == "to" {
        return moves_nobody(candidate, context);
    }
    if WITH_WHOM.contains(&before.as_str()) || ACTS.contains(&after) {
        return true;
    }
    let noun = if matches!(after, "’s" | "'s") { context.tokens.word(candidate.tokens.end + 1) } else { after };
    POWERS.contains(&noun) || is_paired(candidate, context)
}

/// "KYIV, Ukraine (AP) —", "MOSCOW —": where the report was filed.
fn is_dateline(candidate: &Candidate, context: &Context) -> bool {
    let opens =
        context.tokens.sentences.get(candidate.sentence).is_some_and(|s| s.tokens.start == candidate.tokens.start);
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
    let first = context.tokens.sentences.get(candidate.sentence).map_or(0, |s| s.tokens.start);
    let window = candidate.tokens.start.saturating_sub(9).max(first)..candidate.tokens.start;
    window.rev().map(|i| context.tokens.word(i)).find_map(|w| match () {
        () if GIFTS.contains(&w) => Some(true),
        () if TRAVEL.contains(&w) => Some(false),
        () => None,
    }) == Some(true)
}

/// "Kyiv and Moscow", "between Washington and Brussels": joined to another name by "and", behind a word that wants
/// partners.
fn is_paired(candidate: &Candidate, context: &Context) -> bool {
    let first = context.tokens.sentences.get(candidate.sentence).map_or(0, |s| s.tokens.start);
    if context.word_before(candidate) != "and" || candidate.tokens.start < first + 3 {
        return false;
    }
    let word = |back: usize| context.tokens.word(candidate.tokens.start - back);
    let partner = word(2).starts_with(char::is_uppercase);
    let opener =
        (3..=4).filter(|b| candidate.tokens.start >= first + b).map(word).find(|w| w.starts_with(char::is_lowercase));
    partner && opener.is_some_and(|w| WITH_WHOM.contains(&w) || matches!(w, "both"))
}
