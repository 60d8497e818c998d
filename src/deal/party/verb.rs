//! Verbs and sides: who makes, brokers, imposes or suffers what a verb is done to.

use crate::grammar::{ChunkKind, Verb, gives};

use super::{Reader, Shape, Sides};
use crate::deal::frame::{Link, Relation};
use crate::deal::lexicon::{Sense, is_in};
use crate::deal::trigger::Name;
use crate::deal::{DealKind, Role};

/// Verbs by which the subject makes or seeks the deal that is the object.
const DEALING: &str = "sign reach strike clinch seal make conclude negotiate renegotiate finalize finalise ink initial
    seek pursue propose offer want discuss hold have begin start resume open continue enter join ratify accept approve
    adopt agree honor honour abandon reject break violate breach suspend cancel renew extend forge secure win get close
    complete announce unveil engage commit consider draft introduce present submit sponsor table veto pass impose lift
    ease remove waive levy slap threaten tighten maintain reimpose scrap end terminate implement enforce cut raise
    lower reduce eliminate keep delay postpone exchange swap release call demand urge work push plan back withdraw leave quit
    form establish launch expand strengthen place award receive buy purchase order acquire receive host do support
    respect observe declare prepare expect face free carry conduct set put bring increase double drop hike exempt ban adjourn sell restore reinstate trigger
    hope try schedule vote amend endorse weigh mull complete arrange build create develop outline undertake";

/// Verbs by which the subject stands between the sides.
const MEDIATING: &str = "coordinate broker mediate facilitate host guarantee oversee monitor arrange moderate";

/// Verbs by which the subject is the one a measure is aimed at.
const SUFFERING: &str = "face evade violate suffer bypass circumvent escape dodge flout";

/// Verbs by which the one a measure is aimed at, or a bystander, speaks against it.
const CONDEMNING: &str = "protest denounce condemn oppose criticize";

/// Whether a verb's subject stands between the sides.
pub(super) fn mediates(base: &str) -> bool {
    is_in(MEDIATING, base)
}

/// Whether a verb's subject is a side of the deal it acts on.
fn deals(base: &str) -> bool {
    is_in(DEALING, base)
}

/// Whether a verb's subject is a side of the deal behind a preposition: "agreed to", "engaged in", "pulled out of".
fn deals_behind(base: &str, preposition: &str) -> bool {
    const VERBS: &str = "agree commit move return work meet arrive gather get come withdraw enter call push press vote
        engage sign join begin start continue proceed lead participate accede adhere pull consent be hope back talk
        negotiate respond retaliate hit walk";
    if matches!(preposition, "up" | "off" | "out" | "down") {
        return deals(base) || matches!(base, "wrap" | "carry" | "call");
    }
    if matches!(base, "respond" | "retaliate" | "hit" | "answer") {
        return preposition == "with";
    }
    matches!(preposition, "to" | "on" | "upon" | "for" | "toward" | "towards" | "in" | "into" | "from" | "of" | "over")
        && is_in(VERBS, base)
}

/// Whether a verb is what is done with somebody else's offer.
fn answers(base: &str) -> bool {
    is_in("reject rebuff spurn accept resist", base)
}

impl Reader<'_, '_> {
    /// The agent of a passive: "by Egypt".
    pub(super) fn by_passive(&self, verb_chunk: usize, verb: &Verb, sides: &mut Sides) {
        let grammar = self.scene.grammar;
        // "the tariff paid by India"
        if self.shape == Shape::Imposed && verb.base == "pay" {
            let payer = grammar.complement(verb_chunk, &["by"]);
            return sides.extend(payer.map(|n| self.sides_of(&[n])).unwrap_or_default(), Role::Target);
        }
        if gives(verb.base) {
            sides.extend(self.subjects(verb_chunk), Role::Party);
        }
        let Some(by) = grammar.complement(verb_chunk, &["by", "between", "with"]) else { return };
        if let Some(helpers) = self.supporters(by) {
            sides.extend(self.sides_of(&grammar.coordinates(helpers)), Role::Mediator);
        }
        let agents = self.sides_of(&grammar.coordinates(by));
        let mediated = matches!(grammar.head(by.saturating_sub(2)), "mediation" | "pressure" | "efforts");
        let role = if mediated || mediates(verb.base) { Role::Mediator } else { Role::Party };
        sides.extend(agents, role);
        if self.shape == Shape::Imposed
            && let Some(on) = grammar.complement(verb_chunk, &["on", "against"])
        {
            sides.extend(grammar.coordinates(on).into_iter().flat_map(|n| self.aimed_at(n)), Role::Target);
        }
    }

    /// Subjects, objects and agents of the verbs over the trigger, as far up as they act on the deal.
    pub(super) fn by_verbs(&self, sides: &mut Sides) {
        for link in &self.frame.links {
            let base = link.verb.base;
            let acts = match link.relation {
                Relation::Subject => {
                    self.by_predicate(link, sides);
                    continue;
                }
                Relation::Behind(p) => {
                    let preposition = self.scene.grammar.head(p);
                    let hosts = is_in("host welcome receive invite", base)
                        && matches!(preposition, "for" | "at")
                        && self.is_meeting();
                    hosts || deals_behind(base, preposition)
                }
                // "called the sanctions unjust"
                Relation::Object if base == "call" => false,
                Relation::Over if self.asks(link) => false,
                Relation::Object | Relation::Over => deals(base) || mediates(base),
                Relation::Itself => true,
            };
            if self.shape == Shape::Imposed && (self.suffers(base) || self.is_relieved(base)) {
                return sides.extend(self.subjects(link.chunk), Role::Target);
            }
            if !acts {
                return;
            }
            let talked_of = self.trigger.kind == Some(DealKind::Peace) || self.trigger.name == Name::Noun(Sense::Talks);
            // "Turkey supports the truce", but "Hamas would support a truce with Israel"
            let with = self.scene.grammar.complement(self.trigger.chunk, &["with"]).is_some();
            if talked_of && !with && is_in("support back endorse", base) {
                return;
            }
            if talked_of && is_in("discuss debate consider weigh hope expect welcome", base) {
                return;
            }
            let hosts = is_in("host welcome receive invite", base) && self.is_meeting();
            if hosts && matches!(link.relation, Relation::Behind(_)) {
                sides.extend(self.sides_of(&self.scene.grammar.objects(link.chunk)), Role::Party);
            }
            let involved = matches!(link.relation, Relation::Behind(_));
            if link.verb.passive && !involved {
                return self.by_passive(link.chunk, &link.verb, sides);
            }
            self.by_subject(link, sides);
        }
    }

    /// "Washington presses Kyiv to sign an agreement": who asks for one need not be in it.
    pub(super) fn asks(&self, link: &Link) -> bool {
        let agreement = self.trigger.kind == Some(DealKind::Agreement);
        agreement && link.relation == Relation::Over && is_in("ask press pressure urge", link.verb.base)
    }

    /// "faces tariffs"; and "condemned the sanctions", where they are not said to be on somebody else.
    fn suffers(&self, base: &str) -> bool {
        let aim = self.scene.grammar.complement(self.trigger.chunk, &["on", "against"]);
        let elsewhere = aim.is_some_and(|n| !self.aimed_at(n).is_empty());
        is_in(SUFFERING, base) || is_in(CONDEMNING, base) && !elsewhere
    }

    fn is_meeting(&self) -> bool {
        matches!(self.trigger.name, Name::Noun(Sense::Meeting | Sense::Talks))
    }

    /// "wants relief from sanctions": the subject is under them.
    fn is_relieved(&self, base: &str) -> bool {
        let relief = |&n: &usize| matches!(self.scene.grammar.head(n), "relief" | "exemption" | "easing" | "lifting");
        self.frame.nouns.iter().any(relief) && is_in("want seek demand need win get secure receive await", base)
    }

    /// The subject of a governing verb, with "with X" and the target behind the verb.
    fn by_subject(&self, link: &Link, sides: &mut Sides) {
        let grammar = self.scene.grammar;
        let peaceful = self.trigger.kind == Some(DealKind::Peace);
        let off = matches!(link.relation, Relation::Behind(p) if grammar.head(p) == "off");
        let calls =
            !off && matches!(link.verb.base, "propose" | "call" | "urge" | "demand" | "push" | "present" | "offer");
        let role = match self.shape {
            _ if link.verb.base == "host" && matches!(link.relation, Relation::Behind(_)) => Role::Party,
            _ if mediates(link.verb.base) => Role::Mediator,
            Shape::Mutual if peaceful && calls => Role::Mediator,
            Shape::Bought if answers(link.verb.base) => Role::Target,
            // Whom an offer is made to, not who makes it.
            _ if self.is_offered_peace() && answers(link.verb.base) => Role::Target,
            _ => Role::Party,
        };
        sides.extend(self.subjects(link.chunk), role);
        let nations = |&n: &usize| matches!(grammar.head(n), "countries" | "nations" | "states" | "governments");
        sides.crowd |= grammar.subjects(link.chunk).iter().any(nations);
        // "awarded Acme a contract"
        let receiver = grammar.objects(link.chunk).first().copied().filter(|&n| n + 1 == self.trigger.chunk);
        sides.extend(receiver.map(|n| self.sides_of(&[n])).unwrap_or_default(), Role::Party);
        if link.relation == Relation::Over {
            return;
        }
        let partner: &[&str] = if link.relation == Relation::Itself { &["with"] } else { &["with", "between"] };
        let with = grammar.complement(link.chunk, partner);
        if let Some(with) = with.filter(|_| self.shape != Shape::Imposed) {
            let partners = grammar.coordinates(with);
            sides.extend(self.sides_of(&partners), Role::Party);
        }
    }

    /// "Ukraine, joined by the UK, introduced ...": the joined belong to the subject.
    pub(super) fn subjects(&self, verb: usize) -> Vec<usize> {
        let grammar = self.scene.grammar;
        let subjects = grammar.subjects(verb);
        let mut actors = self.sides_of(&subjects);
        if actors.is_empty() {
            actors = self.scene.doers(verb);
        }
        let first = subjects.first().copied().unwrap_or(verb);
        for at in first..verb {
            let joins =
                grammar.kind(at) == ChunkKind::Verb && matches!(grammar.verb(at).base, "join" | "support" | "back");
            let by = grammar.complement(at, &["by", "with"]).filter(|_| joins);
            let along = (grammar.kind(at) == ChunkKind::Preposition
                && matches!(grammar.head(at), "with" | "alongside"))
            .then_some(at + 1);
            for noun in by.or(along).into_iter().chain(self.supporters(at)) {
                actors.extend(self.sides_of(&grammar.coordinates(noun)));
            }
        }
        actors.dedup();
        actors
    }

    /// "with support from Egypt", "with the backing of Qatar".
    fn supporters(&self, at: usize) -> Option<usize> {
        let grammar = self.scene.grammar;
        let support = matches!(grammar.head(at), "support" | "backing" | "help" | "mediation" | "assistance");
        grammar.complement(at, &["from", "of"]).filter(|_| support)
    }

    /// "talks took place between X and Y", "the deal was with X".
    fn by_predicate(&self, link: &Link, sides: &mut Sides) {
        let grammar = self.scene.grammar;
        if let Some(noun) = grammar.complement(link.chunk, &["between", "among", "with"]) {
            sides.extend(self.sides_of(&grammar.coordinates(noun)), Role::Party);
        }
        if self.shape == Shape::Adopted {
            self.by_call(link.chunk, &link.verb, sides);
        }
        if self.shape == Shape::Imposed && is_in("target hit affect cover include name punish", link.verb.base) {
            self.by_target(&grammar.objects(link.chunk), sides);
        }
    }
}
