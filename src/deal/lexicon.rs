//! The words deals are written with: nouns and verbs that name them, and words that tell one sort from another.

use std::sync::LazyLock;

use crate::deal::DealKind::{self, Acquisition, Agreement, Contract, Exchange, Peace, Sanctions, Tariffs};
use crate::grammar::{Index, index};

/// How a noun names a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Sense {
    /// Something agreed: "deal", "accord".
    Pact,
    /// Something agreed, or much else: "partnership", "framework". Says little alone.
    LoosePact,
    /// Something offered: "plan", "proposal". Names a deal only beside another word that does.
    Plan,
    /// An act on a deal: "extension", "signing". Names it only beside another word that does.
    Step,
    /// Two sides that speak: "talks", "negotiations".
    Talks,
    /// Two sides that meet: "summit", "call".
    Meeting,
    /// "ceasefire", "truce"
    Truce,
    /// "sanctions", "embargo"
    Sanction,
    /// "ban", "freeze": a sanction only with the right words around it.
    Ban,
    /// "tariffs", "duties"
    Tariff,
    /// "resolution"
    Resolution,
    /// "swap", "release": of people who are held.
    Swap,
    /// "takeover", "merger"
    Takeover,
    /// "contract"
    Contract,
    /// "order", "purchase": a contract only with sides.
    Order,
    /// "end", "cessation": peace only before a word for war.
    End,
}

/// Singular head nouns.
const NOUNS: &[(Sense, &str)] = &[
    (Sense::Pact, "deal agreement accord pact treaty memorandum mou settlement convention compact entente detente"),
    (Sense::Pact, "nafta usmca cusma jcpoa cptpp rcep ttip"),
    (
        Sense::LoosePact,
        "partnership framework arrangement compromise consensus protocol understanding transaction package venture",
    ),
    (Sense::Plan, "plan proposal offer bid roadmap formula document text measure"),
    (Sense::Step, "extension renewal"),
    (Sense::Talks, "talk negotiation discussion dialogue consultation"),
    (Sense::Meeting, "summit meeting call conversation visit"),
    (Sense::Truce, "ceasefire truce armistice"),
    (Sense::Sanction, "sanction embargo"),
    (Sense::Ban, "ban freeze restriction curb blacklist blockade"),
    (Sense::Tariff, "tariff duty levy quota"),
    (Sense::Resolution, "resolution motion declaration communique"),
    (Sense::Swap, "swap exchange release handover transfer repatriation return"),
    (Sense::Takeover, "takeover merger acquisition buyout stake"),
    (Sense::Contract, "contract"),
    (Sense::Order, "order purchase sale licence license"),
    (Sense::End, "end ending cessation halt"),
];

/// Modifiers, and words behind "on", "about" and "for", that tell what a pact or talks are about.
const SUBJECTS: &[(DealKind, &str)] = &[
    (Peace, "peace peaceful ceasefire truce armistice disengagement hostilities pullout"),
    (Exchange, "prisoner prisoners hostage hostages detainee detainees captives remains swap"),
    (Acquisition, "takeover merger acquisition buyout"),
    (Contract, "purchase procurement supply licensing licence license lawsuit"),
    (
        Agreement,
        "trade economic commercial minerals mineral nuclear climate arms weapons security defense defence aid energy gas \
         oil pipeline grain migration migrant border fisheries fishing investment tax labour labor budget cooperation \
         strategic military partnership development technology maritime water extradition aviation tariff monetary \
         financial loan bailout debt accession association disarmament proliferation basing transit visa customs free",
    ),
    (Sanctions, "sanctions embargo"),
    (Tariffs, "tariffs duties"),
];

/// Those who are swapped or released.
const HELD: &str = "prisoner prisoners hostage hostages detainee detainees captive captives inmate inmates remains body
    bodies pow pows abductees journalists crew servicemen soldiers";

/// What peace ends.
const WARS: &str = "war wars conflict conflicts fighting hostilities violence bloodshed invasion offensive crisis
    insurgency bombardment fire killing";

/// What a settlement ends.
const SUITS: &str =
    "feud litigation lawsuit lawsuits suit suits litigation claims dispute case cases allegations charges complaint";

/// Networks and services whose prices are called tariffs.
const SERVICES: &str = "mobile data phone telephone telecom call roaming electricity power water energy utility rail
    freight heating hotel feed-in postal household";

/// What a truce halts, besides war itself.
const ATTACKS: &str = "attack attacks airstrikes shelling bombing bombings raid raids assault assaults";

/// Goods that are ordered or sold on contract.
const GOODS: &str =
    "jet jets aircraft plane planes airplane airplanes airliner airliners helicopter helicopters missile missiles tanks
    weapons engines ships ship submarines submarine frigates satellites reactors reactor locomotives buses trains
    vehicles chips turbines drones drone systems vaccines doses fighters";

/// Modifiers that open a deal of its own.
const FRESH: &str = "another separate similar competing rival different second further parallel other additional";

/// Modifiers that say nothing of the subject.
const PALE: &str = "new major big historic final latest first second third last recent serious landmark initial possible
    potential planned proposed draft tentative preliminary existing current previous earlier ongoing comprehensive
    broad sweeping controversial long-awaited good better best great important key joint bilateral mutual direct
    formal informal high-level intensive indirect renewed fresh separate similar competing another such any future
    forthcoming upcoming lasting permanent temporary signed stalled failed international so-called full own same two
    three hour day week month year hours days weeks months years percent pct framework several many other additional further interim binding
    reckless bad worse worst terrible horrible disastrous wonderful fantastic amazing beautiful perfect fair unfair
    original largest biggest smallest strongest toughest harshest swift quick speedy fragile shaky quiet secret win-win";

/// How a verb names a deal where no noun in its clause does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Act {
    /// "ending the war"
    EndWar,
    /// "freed the prisoners"
    Free,
    /// "buy a rival"
    Buy,
    /// "met with"
    Meet,
    /// "visited", "hosted": a leader at another’s.
    Visit,
    /// "agreed to"
    Agree,
    /// "sanctioned"
    Penalize,
    /// "negotiating"
    Negotiate,
    /// "is partnering with"
    Partner,
    /// "settled the lawsuit"
    Settle,
}

/// Base forms of verbs.
const VERBS: &[(Act, &str)] = &[
    (Act::EndWar, "end stop halt cease"),
    (Act::Free, "release free swap exchange hand transfer return repatriate"),
    (Act::Buy, "buy acquire purchase take merge order sell"),
    (Act::Meet, "meet speak talk telephone phone call confer consult"),
    (Act::Visit, "visit host"),
    (Act::Agree, "agree commit"),
    (Act::Penalize, "sanction blacklist ban prohibit freeze"),
    (Act::Negotiate, "negotiate"),
    (Act::Partner, "partner team ally cooperate collaborate"),
    (Act::Settle, "settle resolve"),
];

/// A word list as a look-up.
type Words<T> = LazyLock<Index<T>>;

static NOUN_INDEX: Words<Sense> = LazyLock::new(|| index(NOUNS));
static SUBJECT_INDEX: Words<DealKind> = LazyLock::new(|| index(SUBJECTS));
static VERB_INDEX: Words<Act> = LazyLock::new(|| index(VERBS));
static SETS: Words<u16> = LazyLock::new(|| {
    let mut sets: Index<u16> = Index::default();
    for (bit, words) in
        [(1, HELD), (2, WARS), (4, GOODS), (8, FRESH), (16, PALE), (32, SUITS), (64, SERVICES), (128, ATTACKS)]
    {
        for word in words.split_whitespace() {
            *sets.entry(word).or_default() |= bit;
        }
    }
    sets
});

fn in_set(word: &str, bit: u16) -> bool {
    SETS.get(word).is_some_and(|bits| bits & bit != 0)
}

/// The sense of a singular head noun.
pub(super) fn noun(singular: &str) -> Option<Sense> {
    NOUN_INDEX.get(singular).copied()
}

/// The act of a verb's base form.
pub(super) fn verb(base: &str) -> Option<Act> {
    VERB_INDEX.get(base).copied()
}

/// The kind of deal that a modifier speaks of.
pub(super) fn subject(word: &str) -> Option<DealKind> {
    SUBJECT_INDEX.get(word).copied()
}

/// Whether a word is for people who are held.
pub(super) fn is_held(word: &str) -> bool {
    in_set(word, 1)
}

/// Whether a word is for war.
pub(super) fn is_war(word: &str) -> bool {
    in_set(word, 2)
}

/// Whether a word is for attacks, which a truce halts.
pub(super) fn is_attack(word: &str) -> bool {
    in_set(word, 128)
}

/// Whether a word is for goods sold on contract.
pub(super) fn is_goods(word: &str) -> bool {
    in_set(word, 4)
}

/// Whether a word is for what a settlement ends.
pub(super) fn is_suit(word: &str) -> bool {
    in_set(word, 32)
}

/// Whether a noun says how much, before "of" and what it is of.
pub(super) fn is_measure(word: &str) -> bool {
    const MEASURES: [&str; 12] = [
        "dollars", "euros", "pounds", "yuan", "billion", "million", "percent", "%", "worth", "tons", "tonnes",
        "barrels",
    ];
    MEASURES.contains(&word)
}

/// Whether a word is for a service that has a price list.
pub(super) fn is_service(word: &str) -> bool {
    in_set(word, 64)
}

/// Whether a word stands in a list of words.
pub(super) fn is_in(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split_whitespace().any(|w| w == word)
}

/// Whether a modifier opens a deal of its own.
pub(super) fn is_fresh(word: &str) -> bool {
    in_set(word, 8)
}

/// Whether a modifier says nothing of a deal's subject.
pub(super) fn is_pale(word: &str) -> bool {
    in_set(word, 16)
}
