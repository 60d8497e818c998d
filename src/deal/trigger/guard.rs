//! Guards: when a noun that can name a deal does not.

use std::ops::Range;

use crate::grammar::{ChunkKind, Governor, Mood, Tag, is_role, singular};
use crate::knowledge::Kind;

use super::{Name, Trigger, is_signed};
use crate::deal::DealKind;
use crate::deal::frame::{Frame, Link, Relation};
use crate::deal::lexicon::{self, Sense};
use crate::deal::scene::Scene;

/// Phrases that use the noun for something else: "a great deal of", "areas of agreement", "resolution of disputes".
pub(super) fn is_idiom(scene: &Scene, chunk: usize, head: usize, sense: Sense) -> bool {
    let grammar = scene.grammar;
    let before = head.checked_sub(1).map_or("", |t| grammar.lower(t));
    let preposition = grammar.kind(chunk + 1) == ChunkKind::Preposition;
    let after = if preposition { grammar.head(chunk + 1) } else { "" };
    let object = || grammar.complement(chunk, &[after]).map_or("", |n| grammar.head(n));
    let bare = grammar.chunks[chunk].tokens.len() == 1;
    let led =
        chunk.checked_sub(1).filter(|&c| grammar.kind(c) == ChunkKind::Preposition).map_or("", |c| grammar.head(c));
    match (grammar.lower(head), sense) {
        _ if is_domestic(before) => true,
        // A museum’s newest acquisition.
        ("acquisition" | "acquisitions", _) => {
            after != "of"
                && !matches!(before, "the" | "this" | "that" | "planned" | "proposed")
                && scene.named(chunk).is_empty()
        }
        ("text" | "texts" | "measure" | "measures", _) => !matches!(before, "the" | "these"),
        ("memorandum" | "memorandums" | "memoranda", _) => {
            let of = after == "of" && matches!(object(), "understanding" | "cooperation" | "agreement" | "intent");
            // A president signs memoranda of his own.
            !(of || after == "with" || is_signed(scene, chunk) && is_joint(scene, chunk))
        }
        ("stake" | "stakes", _) => after != "in" || !is_behind(scene, chunk, "in"),
        ("deal", _) => {
            matches!(before, "great" | "good" | "big" | "raw" | "no" | "real" | "square")
                && (after == "of" || before != "big")
        }
        // "deals on toys": of a shop.
        ("deals", _) if after == "on" => scene.named(chunk).is_empty(),
        // A gathering, but for "the convention on land mines", "the Geneva Convention".
        ("convention" | "conventions", _) => {
            !grammar.words.get(head).is_some_and(|w| w.capital) && !matches!(after, "on" | "against" | "for")
        }
        ("agreement", _) => bare && matches!(led, "of" | "in"),
        ("settlements", _) => true,
        ("understanding", _) => bare || matches!(before, "mutual" | "better" | "deeper"),
        ("resolution", _) => {
            matches!(after, "of" | "to") && !object().contains("resolution") && !is_behind(scene, chunk, "to")
        }
        ("return", _) if bare && led == "in" => true,
        ("exchange", _) => matches!(before, "stock" | "foreign" | "cultural" | "heated"),
        ("call" | "calls", _) => matches!(after, "for" | "to") || grammar.kind(chunk + 1) == ChunkKind::Verb,
        ("tariff" | "tariffs", _) if lexicon::is_service(before) => true,
        ("tariff", _) => grammar.kind(chunk + 1) == ChunkKind::Coordinator && bare,
        ("duties" | "duty", _) if before == "the" && is_tariff_before(scene, head) => false,
        ("duty" | "duties", _) => !is_levied(scene, chunk, before),
        ("order" | "orders", _) => matches!(before, "executive" | "court" | "world" | "public"),
        _ => false,
    }
}

/// "these were not peace talks": what is said not to be one.
pub(super) fn is_denied(scene: &Scene, chunk: usize) -> bool {
    let grammar = scene.grammar;
    let verb = (chunk.saturating_sub(2)..chunk).rev().find(|&c| grammar.kind(c) == ChunkKind::Verb);
    let quoted = |v: usize| (v + 1..chunk).all(|c| grammar.kind(c) == ChunkKind::Mark);
    verb.is_some_and(|v| quoted(v) && grammar.verb(v).base == "be" && grammar.verb(v).negated)
}

/// Whether two or more do what is done with a noun: "Turkey and Sweden signed", "the three nations signed".
fn is_joint(scene: &Scene, chunk: usize) -> bool {
    let Governor::Object(verb) = scene.grammar.governor(chunk) else { return false };
    let subjects = scene.grammar.subjects(verb);
    let several = |&n: &usize| scene.grammar.head(n).ends_with('s') && is_role(scene.grammar.head(n));
    subjects.iter().any(several) || scene.all_actors(&subjects).len() > 1
}

/// Whether duties are those of customs: by the word before, or by what is done with them.
fn is_levied(scene: &Scene, chunk: usize, before: &str) -> bool {
    const WHICH: [&str; 12] = [
        "import", "export", "customs", "anti-dumping", "dumping", "countervailing", "additional", "of", "provisional",
        "retaliatory", "punitive", "reciprocal",
    ];
    let verb = match scene.grammar.governor(chunk) {
        Governor::Object(verb) => scene.grammar.verb(verb).base,
        _ => "",
    };
    let aimed = scene.grammar.complement(chunk, &["on"]).is_some_and(|n| !scene.named(n).is_empty());
    aimed
        || WHICH.contains(&before)
        || matches!(verb, "impose" | "slap" | "levy" | "raise" | "hike" | "double" | "charge" | "cut")
}

/// Whether tariffs were named before, so that "the duties" are those.
fn is_tariff_before(scene: &Scene, token: usize) -> bool {
    (0..token).any(|t| matches!(scene.grammar.lower(t), "tariff" | "tariffs" | "levy" | "levies"))
}

/// Modifiers of deals that no two states or bodies make: "bipartisan agreement", "plea deal".
fn is_domestic(modifier: &str) -> bool {
    matches!(
        modifier,
        "bipartisan"
            | "plea"
            | "prenuptial"
            | "record"
            | "book"
            | "confidentiality"
            | "disclosure"
            | "divorce"
            | "coalition"
            | "congressional"
    )
}

/// Whether an organization stands behind a preposition: "a stake in Opel", "a resolution to the Assembly".
fn is_behind(scene: &Scene, chunk: usize, preposition: &str) -> bool {
    let noun = scene.grammar.complement(chunk, &[preposition]);
    let mention = noun.and_then(|n| scene.cast.mention_at(scene.grammar.chunks[n].head));
    mention.is_some_and(|m| m.kind == Kind::Organization) || noun.is_some_and(|n| scene.stranger(n).is_some())
}

/// Nouns that name a deal only in the right company.
pub(super) fn holds(scene: &Scene, trigger: &Trigger, head: usize) -> bool {
    let grammar = scene.grammar;
    let Name::Noun(sense) = trigger.name else { return true };
    let group = grammar.chunks[trigger.chunk].tokens.clone();
    let of = || grammar.complement(trigger.chunk, &["of", "to", "in", "for"]).filter(|&n| n <= trigger.chunk + 4);
    let any_in = |range: Range<usize>, test: fn(&str) -> bool| range.into_iter().any(|t| test(grammar.lower(t)));
    let behind = |test: fn(&str) -> bool| of().is_some_and(|n| any_in(grammar.chunks[n].tokens.clone(), test));
    match sense {
        Sense::Swap if trigger.kind == Some(DealKind::Agreement) => true,
        Sense::Swap => any_in(group, lexicon::is_held) || behind(lexicon::is_held) || is_swap_again(scene, trigger),
        Sense::End => behind(lexicon::is_war),
        Sense::Tariff => !is_term(scene, trigger.chunk),
        Sense::Ban => is_sanction_ban(scene, trigger.chunk, head),
        Sense::Resolution => is_bodys(scene, trigger, head) && !is_general(scene, trigger),
        Sense::Order => {
            let priced = group.clone().any(|t| grammar.tag(t) == Tag::Number && grammar.lower(t) == "$");
            let bare = trigger.definite && trigger.tokens.len() == 1;
            bare || priced
                || any_in(group, lexicon::is_goods)
                || behind(lexicon::is_goods)
                || trigger.kind == Some(DealKind::Acquisition)
        }
        Sense::LoosePact if trigger.definite && trigger.subject.is_empty() => true,
        Sense::LoosePact => is_made(scene, trigger.chunk) || trigger.kind.is_some() && !any_in(group, is_standing),
        Sense::Pact => !is_general(scene, trigger),
        Sense::Meeting => !is_in_passing(scene, trigger.chunk) && !any_in(group, is_inner),
        Sense::Takeover => !any_in(group, |w| matches!(w, "military" | "taliban" | "government")),
        _ => true,
    }
}

/// "the accord would remove 4 billion euros of duties": tariffs that a deal is about are none of their own.
fn is_term(scene: &Scene, chunk: usize) -> bool {
    let grammar = scene.grammar;
    let frame = Frame::of_noun(grammar, chunk);
    let open = |l: &&Link| matches!(l.verb.mood, Mood::Future | Mood::Possible | Mood::Infinitive);
    let Some(link) = frame.links.first().filter(|l| l.relation == Relation::Object && open(l)) else {
        return false;
    };
    let pact = |&n: &usize| {
        let sense = lexicon::noun(&singular(grammar.head(n)));
        matches!(sense, Some(Sense::Pact | Sense::LoosePact))
    };
    grammar.subjects(link.chunk).iter().any(pact)
}

/// "the exchange", "in a swap": that of the prisoners named shortly before.
fn is_swap_again(scene: &Scene, trigger: &Trigger) -> bool {
    let grammar = scene.grammar;
    let word = grammar.lower(trigger.head);
    let bare = grammar.chunks[trigger.chunk].tokens.len() == 1;
    let of_other = grammar.complement(trigger.chunk, &["of", "for"]).is_some();
    let first = scene.tokens.sentence_of(trigger.head).saturating_sub(2);
    let start = scene.tokens.sentences.get(first).map_or(0, |s| s.tokens.start);
    let held = || (start..trigger.head).any(|t| lexicon::is_held(grammar.lower(t)));
    matches!(word, "swap" | "exchange" | "release" | "handover") && !bare && !of_other && held()
}

/// Modifiers of a standing relation, which is no deal: "strategic partnership".
fn is_standing(word: &str) -> bool {
    matches!(
        word,
        "strategic" | "security" | "defense" | "defence" | "military" | "longstanding" | "enduring" | "close"
    )
}

/// Modifiers of meetings within one house: "cabinet meeting", "board meeting".
fn is_inner(word: &str) -> bool {
    const INNER: [&str; 20] = [
        "cabinet", "board", "staff", "hands", "committee", "town", "prayer", "annual", "shareholder", "shareholders",
        "campaign", "parliamentary", "party", "family", "community", "council", "faculty", "team", "weekly",
        "courtesy",
    ];
    INNER.contains(&word)
}

/// "during his visit", "after the call": a meeting that only sets the time of something else.
fn is_in_passing(scene: &Scene, chunk: usize) -> bool {
    let Governor::Preposition(p, _) = scene.grammar.governor(chunk) else { return false };
    let ahead = p.checked_sub(1).is_some_and(|a| scene.grammar.head(a) == "ahead");
    let when =
        ahead || matches!(scene.grammar.head(p), "during" | "after" | "before" | "since" | "following" | "ahead");
    when && !matches!(scene.grammar.head(chunk), "summit" | "summits")
}

/// A partnership or framework that somebody signs, reaches or announces.
fn is_made(scene: &Scene, chunk: usize) -> bool {
    let Governor::Object(verb) = scene.grammar.governor(chunk) else { return false };
    matches!(scene.grammar.verb(verb).base, "sign" | "reach" | "announce" | "form" | "launch" | "conclude" | "finalize")
}

/// Deals in general: a bare plural without sides, "trade deals are hard".
fn is_general(scene: &Scene, trigger: &Trigger) -> bool {
    let grammar = scene.grammar;
    let sided = || {
        let between = grammar.complement(trigger.chunk, &["with", "between", "among"]);
        let named = scene.named(trigger.chunk);
        let nation = named.iter().any(|&e| scene.kind(e) == Kind::Nation);
        between.is_some_and(|n| !scene.actors(n).is_empty()) || named.len() >= 2 || nation
    };
    let made = || match grammar.governor(trigger.chunk) {
        Governor::Object(verb) => !scene.all_actors(&grammar.subjects(verb)).is_empty(),
        _ => false,
    };
    trigger.plural && !trigger.definite && !sided() && !made()
}

/// "a travel ban on officials", "an asset freeze", "bans on exports".
fn is_sanction_ban(scene: &Scene, chunk: usize, head: usize) -> bool {
    const OBJECTS: [&str; 16] = [
        "travel", "visa", "asset", "assets", "arms", "export", "exports", "import", "imports", "oil", "trade",
        "weapons", "funds", "flight", "sales", "shipments",
    ];
    let group = scene.grammar.chunks[chunk].tokens.start..head;
    // "the restrictions", where sanctions were named before
    let again = matches!(scene.grammar.lower(head), "restrictions" | "curbs" | "ban");
    let the = head.checked_sub(1).is_some_and(|t| scene.grammar.lower(t) == "the");
    let sanctions = || (0..head).any(|t| matches!(scene.grammar.lower(t), "sanctions" | "curbs" | "embargo"));
    if again && the && sanctions() {
        return true;
    }
    let behind = scene.grammar.complement(chunk, &["on", "of", "against"]);
    let behind = behind.map_or(0..0, |n| scene.grammar.chunks[n].tokens.clone());
    group.chain(behind).any(|t| OBJECTS.contains(&scene.grammar.lower(t)))
}

/// A resolution of an international body: numbered, named with it, or in an article that names one.
fn is_bodys(scene: &Scene, trigger: &Trigger, head: usize) -> bool {
    let word = scene.grammar.lower(head);
    let international = |name: &str| {
        ["Nations", "Assembly", "Council", "Union", "Organization", "League", "Agency", "European Parliament"]
            .iter()
            .any(|w| name.contains(w))
    };
    let body = scene.cast.entities.iter().any(|e| e.kind == Kind::Organization && international(&e.name));
    let named = trigger.tokens.len() > 1 && !scene.cast.mentions_in(trigger.tokens.clone()).is_empty();
    let numbered = (head..trigger.tokens.end).any(|t| scene.grammar.tag(t) == Tag::Number);
    match word {
        "resolution" | "resolutions" => body || named || numbered,
        _ => {
            (named || body)
                && trigger.tokens.len() > 1
                && !scene.grammar.lower(trigger.tokens.start).starts_with("emergency")
        }
    }
}
