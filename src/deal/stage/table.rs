//! The words that tell a stage: verbs over the deal, modifiers before it, nouns it hangs on.

use std::sync::LazyLock;

use crate::deal::Stage::{self, Agreed, Ended, Failed, InForce, InTalks, Proposed, Signed};
use crate::grammar::{Index, index};

/// What a verb says of the deal that is its object.
pub(super) const DONE_TO: &[(Stage, &str)] = &[
    (
        Proposed,
        "propose offer consider plan want urge demand threaten weigh mull suggest call request promise draft introduce \
         present submit recommend envision prepare hope push prepare schedule invite table advocate",
    ),
    (
        InTalks,
        "negotiate renegotiate discuss pursue seek debate hold have start begin resume continue open work mediate conduct",
    ),
    (
        Agreed,
        "reach strike clinch seal conclude finalize finalise announce agree secure accept initial forge win broker make \
         unveil complete hammer close welcome hail applaud place award order",
    ),
    (Signed, "sign ratify adopt approve pass ink clear endorse formalize formalise enact authorize"),
    (
        InForce,
        "impose implement enforce extend renew maintain expand tighten honor honour respect observe reimpose slap levy \
         increase raise double apply strengthen uphold bolster widen reinstate restore retain keep prolong circumvent \
         evade oversee monitor supervise",
    ),
    (
        Ended,
        "lift end remove terminate waive scrap cancel withdraw leave quit repeal rescind revoke abolish eliminate drop ease",
    ),
    (Failed, "reject veto break violate breach suspend abandon block scuttle derail sabotage defeat torpedo halt"),
];

/// What a verb says of the deal that is its subject.
pub(super) const DOES: &[(Stage, &str)] = &[
    (InTalks, "continue proceed resume drag begin start progress focus open convene go"),
    (InForce, "hold remain apply last yield govern"),
    (Ended, "expire end lapse conclude close"),
    (Failed, "collapse fail stall unravel falter fall crumble founder break"),
];

/// Modifiers in front of the trigger.
pub(super) const MODIFIERS: &[(Stage, &str)] = &[
    (
        Proposed,
        "planned proposed possible potential draft future prospective forthcoming upcoming likely threatened \
         suggested hoped-for envisioned further",
    ),
    (InTalks, "ongoing continuing intensive"),
    (Agreed, "tentative preliminary agreed reached initial"),
    (Signed, "signed ratified adopted"),
    (InForce, "existing longstanding long-standing current present standing existing renewed extended"),
    (Ended, "expired former old lifted ended"),
    (Failed, "failed collapsed stalled broken suspended doomed rejected"),
];

/// Nouns the trigger hangs on: "signing of", "lifting of".
pub(super) const STEPS: &[(Stage, &str)] = &[
    (Agreed, "conclusion announcement"),
    (InForce, "extension renewal imposition compliance adherence"),
    (Ended, "lifting removal expiration expiry end waiver relief"),
    (Failed, "collapse rejection breakdown suspension violation violations breach failure"),
    (InTalks, "round progress talks negotiations"),
    (Proposed, "call threat threats prospect"),
];

/// Verbs over a verb that leave its action open.
pub(super) const OPEN: &str =
    "want seek hope plan expect intend aim try urge call ask propose threaten promise pledge vow offer
    consider wish need like demand suggest agree prepare schedule decide set attempt push press encourage be work move
    allow require favor struggle look commit";

/// Verbs over an infinitive that say that it came true, or that stand for a denial.
pub(super) const ACHIEVED: &str =
    "manage help vote proceed continue begin start come go use act get refuse fail decline forget";

/// Verbs over a verb that deny it.
pub(super) const DENY: &str = "refuse fail decline reject deny oppose forget avoid stop";

/// Verbs that take it for granted that their object is in force, even where they are only planned.
pub(super) const LASTING: &str =
    "maintain keep retain extend renew expand tighten prolong uphold strengthen increase raise";

/// Words that open a condition or a doubt over a clause.
pub(super) const DOUBT: [&str; 5] = ["if", "unless", "whether", "should", "once"];

pub(super) static DONE_TO_INDEX: Stages = LazyLock::new(|| index(DONE_TO));

pub(super) static DOES_INDEX: Stages = LazyLock::new(|| index(DOES));

pub(super) static MODIFIER_INDEX: Stages = LazyLock::new(|| index(MODIFIERS));

pub(super) static STEP_INDEX: Stages = LazyLock::new(|| index(STEPS));

type Stages = LazyLock<Index<Stage>>;
