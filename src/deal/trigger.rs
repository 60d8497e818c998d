//! Triggers: the noun and verb groups that name a deal, each with what it says of its kind.

use std::ops::Range;

use crate::article::Casing;
use crate::grammar::{ChunkKind, Governor, Mood, Tag, singular};
use crate::knowledge::Kind;

use super::DealKind;
use super::lexicon::{self, Act, Sense};
use super::scene::Scene;

/// How a deal is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// By a noun.
    Noun(Sense),
    /// By a verb.
    Verb(Act),
}

/// A place where a deal is named.
#[derive(Clone, Debug)]
pub(super) struct Trigger {
    /// The words to mark.
    pub tokens: Range<usize>,
    /// The noun or verb that names the deal, as a token.
    pub head: usize,
    /// Its noun or verb group.
    pub chunk: usize,
    /// How it names the deal.
    pub name: Name,
    /// The kind, where the words tell; none for "the deal", "talks".
    pub kind: Option<DealKind>,
    /// Whether it points back: "the", "this", an owner.
    pub definite: bool,
    /// Whether it opens a deal of its own: "another", "separate".
    pub fresh: bool,
    /// Whether it speaks of several.
    pub plural: bool,
    /// Modifiers that tell the subject, as tokens.
    pub subject: Vec<usize>,
    /// The trigger it is about, by index: "talks" about a "ceasefire".
    pub about: Option<usize>,
}

/// Finds the triggers of an article, in reading order.
pub(super) fn find(scene: &Scene) -> Vec<Trigger> {
    let mut triggers: Vec<Trigger> = (0..scene.grammar.chunks.len())
        .filter_map(|chunk| match scene.grammar.kind(chunk) {
            ChunkKind::Noun => by_noun(scene, chunk),
            _ => None,
        })
        .collect();
    let verbs: Vec<Trigger> =
        (0..scene.grammar.chunks.len()).filter_map(|chunk| by_verb(scene, chunk, &triggers)).collect();
    triggers.extend(verbs);
    triggers.sort_by_key(|t| t.tokens.start);
    link(scene, &mut triggers);
    triggers
}

/// A noun group whose head names a deal.
fn by_noun(scene: &Scene, chunk: usize) -> Option<Trigger> {
    let grammar = scene.grammar;
    let group = grammar.chunks[chunk].tokens.clone();
    let head = naming_token(scene, &group)?;
    let word = compound(scene, head);
    let sense = lexicon::noun(&singular(&word))?;
    if is_idiom(scene, chunk, head, sense) {
        return None;
    }
    let start = group.clone().find(|&t| !is_outside(scene, t)).unwrap_or(head);
    let modifiers: Vec<usize> = (start..head).filter(|&t| is_modifier(grammar.tag(t))).collect();
    let lower = |t: usize| grammar.lower(t);
    let earlier = |t: usize| matches!(lower(t), "first" | "last" | "previous" | "earlier" | "next" | "past");
    let fresh = group.clone().any(|t| lexicon::is_fresh(lower(t)) || sense == Sense::Meeting && earlier(t));
    let subject: Vec<usize> = modifiers.iter().copied().filter(|&t| !lexicon::is_pale(lower(t)) && t != head).collect();
    let rest = title_behind(scene, chunk, head);
    let subject = Vec::into_iter(subject).chain(rest.clone().filter(|&t| is_modifier(grammar.tag(t)))).collect();
    let trigger = Trigger {
        tokens: start..group.end.max(head + 1).max(rest.end),
        head,
        chunk,
        name: Name::Noun(sense),
        kind: kind_of(scene, chunk, sense, &modifiers),
        definite: is_definite(scene, chunk),
        fresh,
        plural: word.ends_with('s') && sense != Sense::Talks,
        subject,
        about: None,
    };
    holds(scene, &trigger, head).then_some(trigger)
}

/// The last noun of a group that names a deal: the head, or one before trailing numbers ("Resolution 1701") or before a
/// step ("ceasefire extension").
fn naming_token(scene: &Scene, group: &Range<usize>) -> Option<usize> {
    let nominal = |t: &usize| matches!(scene.grammar.tag(*t), Tag::Noun | Tag::Name | Tag::Adjective);
    let trailing = |t: &usize| scene.grammar.tag(*t) == Tag::Number || scene.grammar.lower(*t) == "no.";
    let head = group.clone().rev().find(|t| !trailing(t)).filter(nominal)?;
    let sense = |t: usize| lexicon::noun(&singular(&compound(scene, t)));
    match sense(head) {
        Some(Sense::Step | Sense::Plan | Sense::End) => {
            let inner = (group.start..head).rev().filter(nominal).find(|&t| {
                matches!(
                    sense(t),
                    Some(
                        Sense::Truce
                            | Sense::Pact
                            | Sense::Sanction
                            | Sense::Tariff
                            | Sense::Resolution
                            | Sense::Takeover
                    )
                )
            });
            Some(inner.unwrap_or(head))
        }
        Some(_) => Some(head),
        None => {
            let rate = matches!(scene.grammar.lower(head), "rate" | "rates" | "hike" | "hikes" | "deadline" | "relief");
            let inner = (group.start..head).rev().find(|&t| matches!(sense(t), Some(Sense::Tariff | Sense::Sanction)));
            inner.filter(|_| rate)
        }
    }
}

/// The rest of a proper name behind its head: "on Reciprocal Trade" of "Agreement on Reciprocal Trade".
fn title_behind(scene: &Scene, chunk: usize, head: usize) -> Range<usize> {
    let capital = |t: usize| scene.tokens.word(t).starts_with(char::is_uppercase);
    let grammar = scene.grammar;
    let running =
        scene.tokens.sentences.get(scene.tokens.sentence_of(head)).is_some_and(|s| s.casing == Casing::Sentence);
    let behind = grammar.complement(chunk, &["on", "for", "of", "to"]).filter(|&n| n == chunk + 2);
    let Some(noun) = behind.filter(|_| running && capital(head)) else { return 0..0 };
    let tokens = grammar.chunks[noun].tokens.clone();
    let first = tokens.clone().find(|&t| grammar.tag(t) != Tag::Determiner);
    let titled = first.is_some_and(|t| capital(t) && scene.cast.mention_at(t).is_none());
    if titled { grammar.chunks[chunk + 1].tokens.start..tokens.end } else { 0..0 }
}

/// A head with the parts before its hyphen: "cease-fire" is "ceasefire".
fn compound(scene: &Scene, head: usize) -> String {
    let hyphen = head >= 2 && scene.grammar.tag(head - 1) == Tag::Hyphen;
    if hyphen {
        let joined = format!("{}{}", scene.grammar.lower(head - 2), scene.grammar.lower(head));
        if lexicon::noun(&singular(&joined)).is_some() {
            return joined;
        }
    }
    scene.grammar.lower(head).to_string()
}

fn is_modifier(tag: Tag) -> bool {
    matches!(tag, Tag::Noun | Tag::Name | Tag::Adjective)
}

/// Articles, demonstratives and owners stay outside the span.
fn is_outside(scene: &Scene, token: usize) -> bool {
    matches!(scene.grammar.tag(token), Tag::Determiner | Tag::Owner)
        || matches!(scene.grammar.lower(token), "such" | "several" | "many" | "any" | "own")
}

/// "the deal", "Egypt’s offer", "its proposal".
fn is_definite(scene: &Scene, chunk: usize) -> bool {
    let first = scene.grammar.chunks[chunk].tokens.start;
    let points = matches!(scene.grammar.lower(first), "the" | "this" | "that" | "these" | "those" | "both" | "such");
    points || scene.grammar.tag(first) == Tag::Owner || scene.grammar.owner(chunk).is_some()
}

/// Phrases that use the noun for something else: "a great deal of", "areas of agreement", "resolution of disputes".
fn is_idiom(scene: &Scene, chunk: usize, head: usize, sense: Sense) -> bool {
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
        ("memorandum", _) => {
            after != "of" || !matches!(object(), "understanding" | "cooperation" | "agreement" | "intent")
        }
        ("stake" | "stakes", _) => after != "in" || !is_company(scene, chunk),
        ("deal", _) => matches!(before, "great" | "good" | "big" | "raw" | "no") && (after == "of" || before != "big"),
        ("agreement", _) => bare && matches!(led, "of" | "in"),
        ("settlements", _) => true,
        ("understanding", _) => bare || matches!(before, "mutual" | "better" | "deeper"),
        ("resolution", _) => matches!(after, "of" | "to") && !object().contains("resolution"),
        ("exchange", _) => matches!(before, "stock" | "foreign" | "cultural" | "heated"),
        ("call" | "calls", _) => matches!(after, "for" | "to") || grammar.kind(chunk + 1) == ChunkKind::Verb,
        ("tariff", _) => grammar.kind(chunk + 1) == ChunkKind::Coordinator && bare,
        ("duty" | "duties", _) => !matches!(
            before,
            "import" | "customs" | "anti-dumping" | "dumping" | "countervailing" | "additional" | "of"
        ),
        ("conference", _) => matches!(before, "news" | "press"),
        ("order" | "orders", _) => matches!(before, "executive" | "court" | "world" | "public"),
        _ => false,
    }
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

/// Whether a company stands behind "in": "a stake in Opel".
fn is_company(scene: &Scene, chunk: usize) -> bool {
    let noun = scene.grammar.complement(chunk, &["in"]);
    let mention = noun.and_then(|n| scene.cast.mention_at(scene.grammar.chunks[n].head));
    mention.is_some_and(|m| m.kind == Kind::Organization)
}

/// The kind that a noun and its modifiers tell.
fn kind_of(scene: &Scene, chunk: usize, sense: Sense, modifiers: &[usize]) -> Option<DealKind> {
    let told = || modifiers.iter().rev().filter_map(|&t| modifier_kind(scene, t));
    // "ceasefire and hostage release deal": peace comes first.
    let peace = told().find(|&k| k == DealKind::Peace);
    let told = peace.or_else(|| told().next()).or_else(|| subject_behind(scene, chunk));
    let talks_on = |word: &str| {
        matches!(
            word,
            "trade" | "minerals" | "tariff" | "gas" | "oil" | "grain" | "nuclear" | "accession" | "debt" | "bailout"
        )
    };
    let bargains = matches!(scene.grammar.head(chunk), "talks" | "negotiations" | "negotiation");
    let treaty = modifiers.iter().any(|&t| talks_on(scene.grammar.lower(t)));
    match sense {
        Sense::Talks => told.filter(|&k| k != DealKind::Agreement || treaty && bargains).map(as_pact),
        Sense::Truce | Sense::End => Some(DealKind::Peace),
        Sense::Sanction | Sense::Ban => Some(DealKind::Sanctions),
        Sense::Tariff => Some(DealKind::Tariffs),
        Sense::Resolution => Some(DealKind::Resolution),
        Sense::Swap => Some(DealKind::Exchange),
        Sense::Takeover => Some(DealKind::Acquisition),
        Sense::Contract | Sense::Order => Some(DealKind::Contract),
        Sense::Step => None,
        Sense::Pact | Sense::LoosePact | Sense::Plan => told.map(as_pact),
        Sense::Meeting => Some(DealKind::Talks),
    }
}

/// A pact about sanctions or tariffs is an agreement.
fn as_pact(kind: DealKind) -> DealKind {
    match kind {
        DealKind::Sanctions | DealKind::Tariffs => DealKind::Agreement,
        kind => kind,
    }
}

fn modifier_kind(scene: &Scene, token: usize) -> Option<DealKind> {
    lexicon::subject(scene.grammar.lower(token)).or_else(|| lexicon::subject(&compound(scene, token)))
}

/// "a deal on grain", "talks about trade": the subject behind the noun.
fn subject_behind(scene: &Scene, chunk: usize) -> Option<DealKind> {
    let noun = scene.grammar.complement(chunk, &["on", "about", "over", "for", "of", "concerning", "regarding"])?;
    if noun > chunk + 4 {
        return None;
    }
    scene.grammar.chunks[noun].tokens.clone().rev().find_map(|t| modifier_kind(scene, t))
}

/// Nouns that name a deal only in the right company.
fn holds(scene: &Scene, trigger: &Trigger, head: usize) -> bool {
    let grammar = scene.grammar;
    let Name::Noun(sense) = trigger.name else { return true };
    let group = grammar.chunks[trigger.chunk].tokens.clone();
    let of = || grammar.complement(trigger.chunk, &["of", "to", "in", "for"]).filter(|&n| n <= trigger.chunk + 4);
    let any_in = |range: Range<usize>, test: fn(&str) -> bool| range.into_iter().any(|t| test(grammar.lower(t)));
    let behind = |test: fn(&str) -> bool| of().is_some_and(|n| any_in(grammar.chunks[n].tokens.clone(), test));
    match sense {
        Sense::Swap => any_in(group, lexicon::is_held) || behind(lexicon::is_held),
        Sense::End => behind(lexicon::is_war),
        Sense::Ban => is_sanction_ban(scene, trigger.chunk, head),
        Sense::Resolution => is_bodys(scene, trigger, head) && !is_general(scene, trigger),
        Sense::Order => any_in(group, lexicon::is_goods) || behind(lexicon::is_goods),
        Sense::LoosePact => is_made(scene, trigger.chunk) || trigger.kind.is_some() && !any_in(group, is_standing),
        Sense::Pact => !is_general(scene, trigger),
        Sense::Takeover => !any_in(group, |w| matches!(w, "military" | "taliban" | "government")),
        _ => true,
    }
}

/// Modifiers of a standing relation, which is no deal: "strategic partnership".
fn is_standing(word: &str) -> bool {
    matches!(
        word,
        "strategic" | "security" | "defense" | "defence" | "military" | "longstanding" | "enduring" | "close"
    )
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
        between.is_some_and(|n| !scene.actors(n).is_empty()) || !scene.named(trigger.chunk).is_empty()
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
    let behind = scene.grammar.complement(chunk, &["on", "of", "against"]);
    let behind = behind.map_or(0..0, |n| scene.grammar.chunks[n].tokens.clone());
    group.chain(behind).any(|t| OBJECTS.contains(&scene.grammar.lower(t)))
}

/// A resolution of an international body: numbered, named with it, or in an article that names one.
fn is_bodys(scene: &Scene, trigger: &Trigger, head: usize) -> bool {
    let word = scene.grammar.lower(head);
    let international = |name: &str| {
        ["Nations", "Assembly", "Council", "Union", "Organization", "League", "Agency"].iter().any(|w| name.contains(w))
    };
    let body = scene.cast.entities.iter().any(|e| e.kind == Kind::Organization && international(&e.name));
    let named = trigger.tokens.len() > 1 && !scene.cast.mentions_in(trigger.tokens.clone()).is_empty();
    let numbered = trigger.tokens.clone().any(|t| scene.grammar.tag(t) == Tag::Number);
    match word {
        "resolution" | "resolutions" => body || named || numbered,
        _ => {
            (named || body)
                && trigger.tokens.len() > 1
                && !scene.grammar.lower(trigger.tokens.start).starts_with("emergency")
        }
    }
}

/// A verb group that names a deal where no noun of its clause does.
fn by_verb(scene: &Scene, chunk: usize, nouns: &[Trigger]) -> Option<Trigger> {
    let grammar = scene.grammar;
    if grammar.kind(chunk) != ChunkKind::Verb {
        return None;
    }
    let base = grammar.verb(chunk).base;
    let act = lexicon::verb(base)?;
    let (kind, end) = verb_reading(scene, chunk, act, base)?;
    let clause = grammar.clause(chunk);
    let rival = |t: &&Trigger| clause.contains(&t.chunk) && is_named_by(t, act);
    if nouns.iter().any(|t| rival(&t)) {
        return None;
    }
    let start = grammar.chunks[chunk].head;
    let fresh = (start..end).any(|t| matches!(grammar.lower(t), "another" | "second"));
    Some(Trigger {
        tokens: start..end.max(start + 1),
        head: start,
        chunk,
        name: Name::Verb(act),
        kind: Some(kind),
        definite: false,
        fresh,
        plural: false,
        subject: Vec::new(),
        about: None,
    })
}

/// Whether a noun trigger in the clause names what the verb would.
fn is_named_by(noun: &Trigger, act: Act) -> bool {
    let Name::Noun(sense) = noun.name else { return false };
    match act {
        Act::EndWar => matches!(sense, Sense::Truce),
        Act::Free => matches!(sense, Sense::Swap),
        Act::Buy => matches!(sense, Sense::Takeover | Sense::Contract | Sense::Order | Sense::Pact),
        Act::Meet => matches!(sense, Sense::Meeting | Sense::Talks),
        Act::Agree | Act::Negotiate => !matches!(sense, Sense::Meeting),
        Act::Penalize => matches!(sense, Sense::Sanction | Sense::Ban),
        Act::Partner => matches!(sense, Sense::Pact | Sense::LoosePact | Sense::Contract),
    }
}

/// The kind a verb names with its object, and where its mention ends.
fn verb_reading(scene: &Scene, chunk: usize, act: Act, base: &str) -> Option<(DealKind, usize)> {
    let grammar = scene.grammar;
    let verb_end = grammar.chunks[chunk].tokens.end;
    let object = grammar.objects(chunk).first().copied();
    let object_words =
        |noun: usize, test: fn(&str) -> bool| grammar.chunks[noun].tokens.clone().any(|t| test(grammar.lower(t)));
    let end_of = |noun: usize| grammar.chunks[noun].tokens.end;
    match act {
        Act::EndWar => {
            let noun = object.filter(|&n| lexicon::is_war(grammar.head(n)))?;
            Some((DealKind::Peace, end_of(noun)))
        }
        Act::Free => {
            let passive = grammar.verb(chunk).passive;
            let subject = || grammar.subjects(chunk).into_iter().find(|&n| object_words(n, lexicon::is_held));
            if passive && subject().is_some() {
                return Some((DealKind::Exchange, verb_end));
            }
            let noun = object.filter(|&n| object_words(n, lexicon::is_held))?;
            Some((DealKind::Exchange, end_of(noun)))
        }
        Act::Buy => buy_reading(scene, chunk, base),
        Act::Meet => {
            let subjects = scene.all_actors(&grammar.subjects(chunk));
            let other = meeting_partner(scene, chunk, base);
            let early = scene.sentence_of(chunk) < 3;
            let planned =
                matches!(grammar.verb(chunk).mood, Mood::Infinitive | Mood::Future | Mood::Possible | Mood::Gerund);
            if planned && !early {
                return None;
            }
            let two = subjects.len() >= 2 || !subjects.is_empty() && other.iter().any(|o| !subjects.contains(o));
            two.then_some((DealKind::Talks, verb_end))
        }
        Act::Agree => {
            let subjects = scene.all_actors(&grammar.subjects(chunk));
            let with = grammar.complement(chunk, &["with"]).map_or(Vec::new(), |n| scene.actors(n));
            (subjects.len() + with.len() >= 2).then_some((DealKind::Agreement, verb_end))
        }
        Act::Penalize => {
            let trade = |n: usize| matches!(grammar.head(n), "imports" | "exports" | "shipments" | "assets");
            if matches!(base, "ban" | "prohibit" | "freeze") {
                let noun = object.filter(|&n| trade(n))?;
                return Some((DealKind::Sanctions, end_of(noun)));
            }
            object.filter(|&n| !scene.actors(n).is_empty())?;
            Some((DealKind::Sanctions, verb_end))
        }
        Act::Partner => {
            let with = grammar.complement(chunk, &["with"])?;
            (!scene.actors(with).is_empty()).then_some((DealKind::Agreement, verb_end))
        }
        Act::Negotiate => {
            let with = grammar.complement(chunk, &["with", "between"])?;
            (!scene.actors(with).is_empty()).then_some((DealKind::Talks, verb_end))
        }
    }
}

/// "buy Opel", "take over Opel", "merge with Fiat", "order 20 jets".
fn buy_reading(scene: &Scene, chunk: usize, base: &str) -> Option<(DealKind, usize)> {
    let grammar = scene.grammar;
    let verb_end = grammar.chunks[chunk].tokens.end;
    let company = |noun: usize| {
        let head = grammar.chunks[noun].head;
        let unlisted = grammar.tag(head) == Tag::Name && scene.cast.mention_at(head).is_none();
        let named = unlisted || scene.cast.mention_at(head).is_some_and(|m| m.kind == Kind::Organization);
        named
            || matches!(
                grammar.lower(head),
                "company" | "firm" | "rival" | "carmaker" | "airline" | "bank" | "unit" | "stake"
            )
    };
    let particle = match base {
        "take" => "over",
        "merge" => "with",
        _ => "",
    };
    if !particle.is_empty() {
        let noun = grammar.complement(chunk, &[particle]).filter(|&n| n == chunk + 2 && company(n))?;
        return Some((DealKind::Acquisition, grammar.chunks[noun].tokens.end));
    }
    let noun = grammar.objects(chunk).first().copied()?;
    let holds = |n: usize, test: fn(&str) -> bool| grammar.chunks[n].tokens.clone().any(|t| test(grammar.lower(t)));
    let seller = || grammar.complement(chunk, &["from"]).is_some_and(|n| !scene.actors(n).is_empty());
    let counted = grammar.chunks[noun].tokens.clone().any(|t| grammar.tag(t) == Tag::Number);
    let of = || grammar.complement(noun, &["in", "of", "worth"]).is_some_and(|n| holds(n, lexicon::is_goods));
    let goods = holds(noun, lexicon::is_goods) || counted && (of() || seller());
    let kind = if goods { DealKind::Contract } else { DealKind::Acquisition };
    (goods || base != "order" && company(noun)).then_some((kind, grammar.chunks[noun].tokens.end.max(verb_end)))
}

/// Whom someone meets or speaks with.
pub(super) fn meeting_partner(scene: &Scene, chunk: usize, base: &str) -> Vec<usize> {
    let direct = matches!(base, "meet" | "telephone" | "phone");
    let object = if direct { scene.grammar.objects(chunk) } else { Vec::new() };
    let with: &[&str] = if base == "speak" || base == "talk" { &["with", "to"] } else { &["with"] };
    let partner = scene.grammar.complement(chunk, with).map_or(Vec::new(), |n| scene.grammar.coordinates(n));
    scene.all_actors(&[object, partner].concat())
}

/// Ties a trigger to the one it is about: "talks on a ceasefire", "a deal to end the war", "ceasefire’s extension".
fn link(scene: &Scene, triggers: &mut [Trigger]) {
    for i in 0..triggers.len() {
        let target = (i + 1..triggers.len()).take(3).find(|&j| is_about(scene, &triggers[i], &triggers[j]));
        let owner =
            || i.checked_sub(1).filter(|&j| triggers[j].chunk + 2 == triggers[i].chunk && owns(scene, &triggers[j]));
        let package = || i.checked_sub(1).filter(|&j| is_package(scene, &triggers[j], &triggers[i]));
        triggers[i].about = target.or_else(owner).or_else(package);
    }
}

/// "a ceasefire and hostage release": one deal.
fn is_package(scene: &Scene, truce: &Trigger, release: &Trigger) -> bool {
    let peace = truce.kind == Some(DealKind::Peace) && release.kind == Some(DealKind::Exchange);
    peace && scene.grammar.coordinates(truce.chunk).contains(&release.chunk)
}

fn owns(scene: &Scene, trigger: &Trigger) -> bool {
    scene.grammar.kind(trigger.chunk + 1) == ChunkKind::Genitive
}

/// Whether `outer` is about `inner`, which stands behind it in the same phrase.
fn is_about(scene: &Scene, outer: &Trigger, inner: &Trigger) -> bool {
    let Name::Noun(sense) = outer.name else { return false };
    let open = matches!(
        sense,
        Sense::Pact | Sense::LoosePact | Sense::Plan | Sense::Step | Sense::Talks | Sense::Meeting | Sense::Contract
    );
    if !open || scene.sentence_of(outer.chunk) != scene.sentence_of(inner.chunk) || inner.chunk > outer.chunk + 12 {
        return false;
    }
    match inner.name {
        Name::Noun(_) => phrase_leads_to(scene, outer.chunk, inner.chunk),
        Name::Verb(Act::EndWar | Act::Free | Act::Buy) => {
            inner.chunk == outer.chunk + 1
                || inner.chunk <= outer.chunk + 12 && verb_phrase_leads_to(scene, outer.chunk, inner.chunk)
        }
        Name::Verb(_) => false,
    }
}

/// Whether only "on", "for", "of" ... and joined nouns stand between two noun groups.
fn phrase_leads_to(scene: &Scene, from: usize, to: usize) -> bool {
    const LEADS: [&str; 11] =
        ["on", "about", "for", "of", "over", "to", "regarding", "concerning", "in", "under", "toward"];
    let grammar = scene.grammar;
    let phrases = grammar.phrases(from);
    let lead = phrases.iter().find(|&&(p, noun)| {
        LEADS.contains(&grammar.head(p)) && (noun == to || grammar.owner(to).is_some_and(|o| o == noun))
    });
    let place = |noun: usize| scene.cast.mention_at(grammar.chunks[noun].head).is_some();
    let before = |p: usize| phrases.iter().take_while(move |&&(q, _)| q < p);
    lead.is_some_and(|&(p, _)| before(p).all(|&(q, noun)| grammar.head(q) != "in" || place(noun)))
}

/// "talks with Putin about ending the war": no verb or border between but the one asked for.
fn verb_phrase_leads_to(scene: &Scene, from: usize, to: usize) -> bool {
    let clean = (from + 1..to).all(|c| {
        !matches!(
            scene.grammar.kind(c),
            ChunkKind::Verb | ChunkKind::Mark | ChunkKind::Subordinator | ChunkKind::Relative
        )
    });
    let lead = to.checked_sub(1).is_some_and(|c| scene.grammar.kind(c) == ChunkKind::Preposition);
    clean && (lead || scene.grammar.verb(to).mood == Mood::Infinitive)
}
