//! The sides of a whole deal: what its triggers say, put together.

use crate::grammar::ChunkKind;
use crate::knowledge::{Form, Kind};
use crate::order;

use super::cluster::{Draft, is_body, is_part_of};
use super::lexicon::Act;
use super::party::Sides;
use super::scene::Scene;
use super::trigger::{Name, Trigger};
use super::war::War;
use super::{DealKind, Party, Role};

/// Gives sides to drafts that name too few: those of the deal they are like, or the one pair that the whole article
/// is about.
pub(super) fn complete(drafts: &mut [Draft]) {
    for at in 0..drafts.len() {
        let Some(model) = drafts[at].like.map(|like| drafts[like].sides.clone()) else { continue };
        match drafts[at].sides.members.len() {
            // "similar tariffs on others": by the same imposer.
            0 if drafts[at].similar && !drafts[at].is_mutual() => {
                model.with(Role::Party).into_iter().for_each(|e| drafts[at].sides.add(e, Role::Party));
            }
            0 => drafts[at].sides = model,
            _ => drafts[at].implied.extend(model.with(Role::Party)),
        }
    }
    name_imposer(drafts);
    answer_imposer(drafts);
    name_target(drafts);
    let Some(pair) = only_pair(drafts) else { return };
    for draft in
        drafts.iter_mut().filter(|d| d.is_mutual() && (d.kind == Some(DealKind::Talks) || !d.titles.is_empty()))
    {
        let parties = draft.sides.with(Role::Party);
        let fits = parties.iter().chain(&draft.implied).all(|e| pair.contains(e));
        if parties.len() < 2 && fits {
            pair.iter().for_each(|&e| draft.sides.add(e, Role::Party));
        }
    }
}

/// Measures whose imposer is not said are those of the only one who imposes any in the article.
fn name_imposer(drafts: &mut [Draft]) {
    let imposed = |d: &&mut Draft| matches!(d.kind, Some(DealKind::Sanctions | DealKind::Tariffs));
    let mut all: Vec<Vec<usize>> = drafts.iter_mut().filter(imposed).map(|d| d.sides.with(Role::Party)).collect();
    all.retain(|p| !p.is_empty());
    let Some(first) = all.first().filter(|f| all.iter().all(|p| p == *f)).cloned() else { return };
    for draft in drafts.iter_mut().filter(imposed) {
        let targets = draft.sides.with(Role::Target);
        if draft.sides.with(Role::Party).is_empty() && !targets.iter().any(|t| first.contains(t)) {
            first.iter().for_each(|&e| draft.sides.add(e, Role::Party));
        }
    }
}

/// "Canada hits back with tariffs": those of a target are on whoever imposes on it.
fn answer_imposer(drafts: &mut [Draft]) {
    let imposed = |d: &Draft| matches!(d.kind, Some(DealKind::Sanctions | DealKind::Tariffs));
    let known: Vec<_> = drafts.iter().filter(|d| imposed(d)).map(|d| (d.kind, d.sides.clone())).collect();
    for draft in drafts.iter_mut().filter(|d| imposed(d) && d.sides.with(Role::Target).is_empty()) {
        let own = draft.sides.with(Role::Party);
        let hits = |s: &Sides| own.iter().any(|e| s.with(Role::Target).contains(e));
        let answered = known.iter().find(|(kind, s)| *kind == draft.kind && hits(s));
        let imposers = answered.map(|(_, s)| s.with(Role::Party)).unwrap_or_default();
        imposers.into_iter().for_each(|e| draft.sides.add(e, Role::Target));
    }
}

/// "Britain announced sanctions of its own": those of a second imposer on the only target of the article.
fn name_target(drafts: &mut [Draft]) {
    for kind in [DealKind::Sanctions, DealKind::Tariffs] {
        let same = |d: &&mut Draft| d.kind == Some(kind);
        let known = drafts.iter_mut().filter(same).filter(|d| !d.sides.with(Role::Target).is_empty());
        let all: Vec<_> = known.map(|d| (d.sides.with(Role::Party), d.sides.with(Role::Target))).collect();
        let Some((_, targets)) = all.first().filter(|f| all.iter().all(|other| other.1 == f.1)).cloned() else {
            continue;
        };
        let imposers: Vec<usize> = all.iter().flat_map(|other| other.0.clone()).collect();
        for draft in drafts.iter_mut().filter(same).filter(|d| d.sides.with(Role::Target).is_empty()) {
            let own = draft.sides.with(Role::Party);
            if !own.is_empty() && !own.iter().any(|e| imposers.contains(e) || targets.contains(e)) {
                targets.iter().for_each(|&e| draft.sides.add(e, Role::Target));
            }
        }
    }
}

/// The two sides of every deal of the article that has two, if they are the same in all.
fn only_pair(drafts: &[Draft]) -> Option<Vec<usize>> {
    let sorted = |d: &Draft| {
        let mut parties = d.sides.with(Role::Party);
        order::by_key(&mut parties, |&party| party);
        parties
    };
    let mut pairs = drafts.iter().filter(|d| d.is_mutual()).map(sorted).filter(|p| p.len() >= 2);
    let first = pairs.next().filter(|p| p.len() == 2)?;
    pairs.all(|p| p == first).then_some(first)
}

/// Settles who is on which side.
pub(super) fn settle(scene: &Scene, kind: DealKind, draft: &Draft, triggers: &[&Trigger], wars: &[War]) -> Vec<Party> {
    let mut members = draft.sides.members.clone();
    if kind == DealKind::Peace {
        part_mediators(scene, &mut members, triggers, wars);
    }
    if matches!(kind, DealKind::Peace | DealKind::Exchange) {
        name_mediators(scene, &mut members, triggers);
    }
    if kind == DealKind::Peace {
        name_pair(scene, &mut members, triggers);
    }
    if kind == DealKind::Resolution {
        name_organ(scene, &mut members);
        name_body(scene, &mut members);
    }
    drop_wholes(scene, &mut members);
    drop_principals(scene, &mut members);
    if kind == DealKind::Acquisition {
        members.retain(|m| scene.kind(m.0) != Kind::Nation);
    }
    let mutual = matches!(
        kind,
        DealKind::Agreement | DealKind::Peace | DealKind::Talks | DealKind::Exchange | DealKind::Contract
    );
    let parties = members.iter().filter(|m| m.1 == Role::Party).count();
    if mutual && parties == 1 {
        let other = draft.implied.iter().find(|e| !members.iter().any(|m| m.0 == **e));
        members.extend(other.map(|&e| (e, Role::Party)));
    }
    let mut parties: Vec<Party> = Vec::with_capacity(members.len());
    for (entity, role) in members {
        if !parties.iter().any(|p| p.name == scene.name(entity)) {
            let listed = (entity < scene.cast.entities.len()).then_some(entity);
            parties.push(Party { entity: listed, name: scene.name(entity).to_owned(), role });
        }
    }
    parties
}

/// A resolution of the United Nations is that of its organ, where the article names just one.
fn name_organ(scene: &Scene, members: &mut [(usize, Role)]) {
    for member in members.iter_mut().filter(|m| m.1 == Role::Party) {
        let mut organs = (0..scene.cast.entities.len()).filter(|&e| is_part_of(scene, e, member.0));
        if let (Some(organ), None) = (organs.next(), organs.next()) {
            member.0 = organ;
        }
    }
}

/// A resolution without a body is that of the only one the article names.
fn name_body(scene: &Scene, members: &mut Vec<(usize, Role)>) {
    let all = || 0..scene.cast.entities.len();
    let mut bodies = all().filter(|&e| is_body(scene, e) && !all().any(|organ| is_part_of(scene, organ, e)));
    if let (Some(body), None) = (bodies.next(), bodies.next())
        && !members.iter().any(|m| m.0 == body)
    {
        members.push((body, Role::Party));
    }
}

/// Where an organ and its whole are both named, the organ acts: the Security Council, not the United Nations.
fn drop_wholes(scene: &Scene, members: &mut Vec<(usize, Role)>) {
    let all = members.clone();
    members.retain(|m| !all.iter().any(|other| is_part_of(scene, other.0, m.0)));
}

/// Where people of a nation are the targets, the nation is not: "sanctions on two Israeli ministers, X and Y".
fn drop_principals(scene: &Scene, members: &mut Vec<(usize, Role)>) {
    let all = members.clone();
    let acts_for = |e: usize, nation: usize| e != nation && scene.cast.principal(e) == nation;
    members.retain(|m| m.1 != Role::Target || !all.iter().any(|o| o.1 == Role::Target && acts_for(o.0, m.0)));
}

/// In a peace deal those who fight are the parties; others who seek it stand between them.
fn part_mediators(scene: &Scene, members: &mut Vec<(usize, Role)>, triggers: &[&Trigger], wars: &[War]) {
    let Some(war) = its_war(scene, members, triggers, wars) else { return };
    for member in members.iter_mut() {
        member.1 = if war.sides.contains(&member.0) { Role::Party } else { Role::Mediator };
    }
    for &side in &war.sides {
        if !members.iter().any(|m| m.0 == side) {
            members.push((side, Role::Party));
        }
    }
}

/// "Egypt and Qatar, which mediate between the two sides", "Turkey acted as mediator".
fn name_mediators(scene: &Scene, members: &mut Vec<(usize, Role)>, triggers: &[&Trigger]) {
    let grammar = scene.grammar;
    let around = triggers.iter().flat_map(|t| {
        let own = grammar.sentence(t.chunk);
        own.start..grammar.sentence(own.end).end.max(own.end)
    });
    let verbs = around.filter(|&c| grammar.kind(c) == ChunkKind::Verb && is_mediation(scene, c));
    let mediators: Vec<usize> = verbs.flat_map(|v| scene.doers(v)).collect();
    for mediator in mediators {
        match members.iter_mut().find(|m| m.0 == mediator) {
            Some(member) => member.1 = Role::Mediator,
            None => members.push((mediator, Role::Mediator)),
        }
    }
}

/// Whether a verb says that its subject stands between others.
fn is_mediation(scene: &Scene, verb: usize) -> bool {
    let grammar = scene.grammar;
    let read = grammar.verb(verb);
    let leads = || grammar.objects(verb).iter().any(|&n| grammar.head(n) == "mediation");
    let office = || grammar.complement(verb, &["as"]).is_some_and(|n| is_mediator(grammar.head(n)));
    !read.passive
        && (leads()
            || matches!(read.base, "mediate" | "broker") && grammar.objects(verb).is_empty()
            || matches!(read.base, "act" | "serve") && office())
}

fn is_mediator(word: &str) -> bool {
    matches!(word, "mediator" | "mediators" | "intermediary" | "intermediaries" | "broker" | "guarantor" | "guarantors")
}

/// A peace of which fewer than two sides are said is that of the only two whom its sentences name, mediators aside.
fn name_pair(scene: &Scene, members: &mut Vec<(usize, Role)>, triggers: &[&Trigger]) {
    let parties = members.iter().filter(|m| m.1 == Role::Party).count();
    let mut around: Vec<usize> = Vec::new();
    let sentences = triggers.iter().filter_map(|t| scene.tokens.sentences.get(scene.tokens.sentence_of(t.head)));
    for mention in sentences.flat_map(|s| scene.cast.mentions_in(s.tokens.clone())) {
        let named = scene.cast.principal(mention.entity);
        let bystander = mention.form == Form::Demonym || members.iter().any(|m| m.0 == named && m.1 != Role::Party);
        if scene.can_deal(named) && !bystander && !around.contains(&named) {
            around.push(named);
        }
    }
    if parties < 2 && around.len() == 2 {
        let new = around.into_iter().filter(|e| !members.iter().any(|m| m.0 == *e)).collect::<Vec<_>>();
        members.extend(new.into_iter().map(|e| (e, Role::Party)));
    }
}

/// The war a peace deal is to end: the one its words name, or the only one the article speaks of.
fn its_war<'w>(scene: &Scene, members: &[(usize, Role)], triggers: &[&Trigger], wars: &'w [War]) -> Option<&'w War> {
    let ends = triggers.iter().any(|t| t.name == Name::Verb(Act::EndWar));
    let named = triggers.iter().any(|t| scene.cast.mentions_in(t.tokens.clone()).len() >= 2);
    let fights = |war: &&War| members.iter().any(|m| war.sides.contains(&m.0));
    let same = wars.windows(2).all(|w| w[0].sides.iter().all(|s| w[1].sides.contains(s)));
    wars.iter().find(fights).or_else(|| wars.first().filter(|_| ends || same && !named))
}
