//! The words the grammar knows: closed classes, verbs with their irregular forms, and words that are mostly nouns.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::index::{Index, index};
use super::{Tag, VerbForm};

/// Words of one class each, whatever stands around them.
const CLOSED: &[(Tag, &str)] = &[
    (Tag::Determiner, "the a an this these those some any every each no both all either neither such another what"),
    (Tag::Owner, "its his her their our my your whose"),
    (Tag::Pronoun, "he she it they we i you him them us me who himself herself itself themselves ourselves one"),
    (Tag::Pronoun, "everyone everybody someone somebody anyone nobody nothing something anything everything there"),
    (
        Tag::Preposition,
        "of in on at by with from for between among amid amidst against about over under into onto through during \
         within without across along around before after since until till toward towards upon via per despite \
         concerning regarding including following beside besides beyond behind beneath near outside inside throughout \
         alongside except unlike like versus vs off up down out worth",
    ),
    (Tag::Coordinator, "and or but nor & plus"),
    (Tag::Subordinator, "if unless because although though while whereas whether when where once so than why how as"),
    (Tag::Relative, "which that whom"),
    (Tag::Modal, "will would can could may might must shall should ’ll 'll ‘ll wo ca"),
    (Tag::Be, "be is are was were been being am ’re 're ’m 'm"),
    (Tag::Have, "have has had having ’ve 've"),
    (Tag::Do, "do does did"),
    (Tag::Not, "not n't n’t never cannot"),
    (Tag::To, "to"),
    (
        Tag::Adverb,
        "also now already still yet again ago soon later earlier today tomorrow yesterday here then thus just only \
         very too even ever almost nearly always often sometimes instead meanwhile however moreover therefore \
         together apart away back forward ahead once twice perhaps maybe indeed likewise otherwise rather quite well \
         recently far abroad closer nearer overnight tonight formally jointly outright anew altogether",
    ),
    (
        Tag::Number,
        "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred hundreds \
         thousand thousands million millions billion billions trillion dozen dozens several many few more most much \
         less least half first second third fourth fifth",
    ),
    (
        Tag::Adjective,
        "new old own other same different big small large great major minor good bad better best worse worst high low \
         long short early late last next past future full free fair common joint main chief senior top key strong \
         weak early direct current recent previous former latest final separate similar possible likely unlikely \
         existing further ongoing remaining pending outstanding upcoming forthcoming incoming competing leading growing \
         longstanding continuing missing neighboring neighbouring warring ready willing able close open serious hard soft rare raw natural young clear sweeping fresh foreign vast \
         broad wide deep bad comprehensive bilateral multilateral trilateral interim so-called draft potential \
         tentative mutual proper due subject eager keen unable reluctant prepared interested \
         fragile reckless dead void invalid unfair unjust illegal unlawful premature \
         insufficient inadequate",
    ),
];

/// Irregular verbs: base, past, participle. A form that is left out is regular.
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("become", "became", "become"),
    ("begin", "began", "begun"),
    ("bid", "bid", "bid"),
    ("bind", "bound", "bound"),
    ("break", "broke", "broken"),
    ("bring", "brought", "brought"),
    ("build", "built", "built"),
    ("buy", "bought", "bought"),
    ("catch", "caught", "caught"),
    ("choose", "chose", "chosen"),
    ("come", "came", "come"),
    ("cut", "cut", "cut"),
    ("deal", "dealt", "dealt"),
    ("draw", "drew", "drawn"),
    ("drive", "drove", "driven"),
    ("eat", "ate", "eaten"),
    ("fall", "fell", "fallen"),
    ("feel", "felt", "felt"),
    ("fight", "fought", "fought"),
    ("find", "found", "found"),
    ("flee", "fled", "fled"),
    ("fly", "flew", "flown"),
    ("forbid", "forbade", "forbidden"),
    ("freeze", "froze", "frozen"),
    ("get", "got", "gotten"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("grow", "grew", "grown"),
    ("hear", "heard", "heard"),
    ("hit", "hit", "hit"),
    ("hold", "held", "held"),
    ("keep", "kept", "kept"),
    ("know", "knew", "known"),
    ("lay", "laid", "laid"),
    ("lead", "led", "led"),
    ("leave", "left", "left"),
    ("lend", "lent", "lent"),
    ("let", "let", "let"),
    ("lose", "lost", "lost"),
    ("make", "made", "made"),
    ("mean", "meant", "meant"),
    ("meet", "met", "met"),
    ("overcome", "overcame", "overcome"),
    ("oversee", "oversaw", "overseen"),
    ("pay", "paid", "paid"),
    ("put", "put", "put"),
    ("quit", "quit", "quit"),
    ("read", "read", "read"),
    ("rise", "rose", "risen"),
    ("run", "ran", "run"),
    ("say", "said", "said"),
    ("see", "saw", "seen"),
    ("seek", "sought", "sought"),
    ("sell", "sold", "sold"),
    ("send", "sent", "sent"),
    ("set", "set", "set"),
    ("shake", "shook", "shaken"),
    ("shoot", "shot", "shot"),
    ("show", "showed", "shown"),
    ("shut", "shut", "shut"),
    ("sit", "sat", "sat"),
    ("speak", "spoke", "spoken"),
    ("spend", "spent", "spent"),
    ("split", "split", "split"),
    ("stand", "stood", "stood"),
    ("stick", "stuck", "stuck"),
    ("strike", "struck", "struck"),
    ("swear", "swore", "sworn"),
    ("take", "took", "taken"),
    ("teach", "taught", "taught"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("throw", "threw", "thrown"),
    ("undertake", "undertook", "undertaken"),
    ("undergo", "underwent", "undergone"),
    ("uphold", "upheld", "upheld"),
    ("win", "won", "won"),
    ("withdraw", "withdrew", "withdrawn"),
    ("write", "wrote", "written"),
];

/// Base forms of the verbs that news is written with.
const VERBS: &str = "
    abandon abide abolish accelerate accept accompany accomplish accord account accuse achieve acknowledge acquire act
    add address adhere adjourn adjust administer admit adopt advance advise affect affiliate affirm afford agree aid aim allege
    allow alter amend amount announce answer anticipate apologize appeal appear applaud apply appoint appreciate
    approach approve argue arise arm arrange arrest arrive ask assail assemble assert assess assign assist associate assume
    assure attach attack attempt attend authorize avoid await award back ban bar base battle be become beg begin behave
    believe belong benefit bid bind block boast bolster bomb boost border borrow boycott break brief bring broaden
    broker build burn butt buy calculate call cancel capture care carry cast cause caution cease celebrate cement
    challenge change characterize charge chair check choose cite claim clarify clash clear climb clinch close
    coerce collapse collect combat combine come comfort command commemorate commence commend comment commit communicate
    compare compel compensate compete complain complete comply compromise concede concern conclude condemn condition
    conduct confer confirm confront congratulate connect consent consider consist constitute construct consult contain continue
    contribute control convene convert convey convince cooperate coordinate cope corner cost counter counsel cover
    create criticize cross crush curb cut damage date deal debate decide declare decline decrease deepen defend defer
    define defuse defy delay deliver demand demonstrate denounce deny depart depend deploy deport describe deserve
    designate desire destroy detain deter determine develop devote die differ direct disagree disarm discard disclose
    discourage discuss dismantle dismiss dispatch display dispute disrupt dissolve distance distribute divide dominate
    donate double doubt draft drag draw drive drop earn ease eat echo elaborate elect eliminate embark embrace emerge
    emphasize employ empower enable enact encourage end endanger endorse endure enforce engage engineer enhance enjoy
    ensure enter entitle envision eradicate escalate escape establish evacuate evaluate exact examine exceed exchange
    exclude execute exempt exercise exert exhort exist exit expand expect expedite expel experience expire explain
    explode exploit explore export expose express extend extradite face facilitate fail fall favor favour fear feature
    feel fight file fill finalise finalize finance find finish fire fix flee float flout fly focus follow forbid force
    foresee forge forgive form formalise formalize formulate forward foster found free freeze fuel fulfil fulfill fund
    further gain gather generate get give go govern grab grant greet grind grow guarantee guard guide hail halt hammer
    hamper hand handle happen harm have head heal hear help hesitate highlight hike hinder hint hire hit hold honor
    honour hope host house hurt identify ignore impede implement imply import impose improve include incorporate
    increase indicate influence inform infuriate initial initiate inject ink insist inspect inspire install instruct
    integrate intend intensify intercept interrupt intervene introduce invade invest investigate invite involve issue
    join judge jump justify keep kidnap kill know label lack land lash last launch lay lead learn leave lend let level
    levy liberate license lift limit link list listen live loan lobby locate look loom lose lower maintain make manage
    march mark market match matter mean measure mediate meet merge modernise modernize modify monitor mount move mull
    name narrow need negotiate nominate normalise normalize note notify nullify object oblige observe obtain occupy
    occur offer open operate oppose order organise organize oust outline overcome overhaul oversee overthrow overturn
    owe own participate partner pass pause pave pay penalise penalize permit persuade pick place plan play plead pledge point
    police pose possess post postpone pound praise predict prefer prepare present preserve press pressure prevail
    prevent proceed process proclaim procure produce profit progress prohibit prolong promise promote promulgate propose
    protect protest prove provide provoke publish pull punish purchase pursue push put quadruple question quit quote
    raise range ratify reach react read reaffirm realise realize reassure rebuff rebuild recall receive recognise
    recognize recommend reconsider reconvene recover reduce refer refine reflect reform refrain refuse regain regard
    regret reimpose reinforce reinstate reiterate reject rejoin relate relaunch release relent relieve relinquish rely
    remain remark remind remove renegotiate renew renounce reopen repair repatriate repay repeal repeat replace reply
    report represent repudiate request require rescind rescue reserve resign resist resolve respect respond rest
    restart restore restrict restructure result resume retain retaliate retreat return reveal reverse review revise
    revive revoke ring rise roll rule run rush sabotage sack safeguard salute sanction save say scale scrap scuttle
    seal search secure see seek seem seize select sell send separate serve set settle shake shape share shatter shelve
    shift ship shoot show shrink shun shut sidestep sign signal sit slam slap slow smuggle soften solidify solve speak
    specify spell spend split sponsor spread spur stage stall stand start state stay steer stem step stick stop
    strain streamline strengthen stress stretch strike strip struggle study submit succeed suffer suggest supply
    support suppress surge surpass suppose surrender survive suspect suspend sustain swap sway swear switch table tackle take
    talk target tariff tax teach team tear telephone tell tender term terminate test thank think threaten throw thwart tie
    tighten top torpedo torture total touch tour trade train transfer transform transit transport travel treat trigger
    triple trust try turn uncover undercut underline undermine underscore understand undertake undergo unfreeze unify
    unite unravel unveil update upgrade uphold urge use vacate value veto view violate visit void voice volunteer vote
    vow wage wait waive walk want warn watch water weaken weigh welcome widen win wish withdraw withhold witness wonder
    work worry worsen wrap write yield";

/// Verbs whose plain and -s forms are nouns unless something says otherwise: "peace talks", "China exports".
const NOUNISH: &str = "
    accord account act aid aim answer appeal approach arm arrest attack attempt award ban base battle benefit bid block
    bomb border boycott call care cause challenge change charge check claim clash clear comment command compromise
    concern condition control cost cover curb damage date deal debate decline delay demand desire dispute doubt draft
    drop end exchange exercise exit experience export face favor favour fear feature fight file finance fire focus force
    form freeze fund gain guarantee guard guide halt hand harm head help hike hit honor honour hope house import increase
    influence issue land launch lead level levy license limit link list loan look mark market match matter measure
    monitor move name need object offer order own partner pause pay place plan play pledge point police post present press
    pressure process produce profit progress project promise protest purchase question range reform regard release
    report request rescue reserve respect rest result return review rise rule run sanction scale search share shift
    ship show sign signal sponsor stage stake stall stand start state step stop strain stress strike study supply
    support surge swap switch table talk target tariff tax team term test top total tour trade train transfer transit
    transport travel trust turn update upgrade use value veto view visit vote vow wage walk watch water weigh welcome
    wish witness work yield";

static WORDS: LazyLock<Index<Tag>> = LazyLock::new(|| index(CLOSED));
static BASES: LazyLock<Index<()>> = LazyLock::new(|| index(&[((), VERBS)]));
static NOUNS: LazyLock<Index<()>> = LazyLock::new(|| index(&[((), NOUNISH)]));
static FORMS: LazyLock<Index<(&'static str, VerbForm)>> = LazyLock::new(|| {
    let mut forms = Index::default();
    for &(base, past, participle) in IRREGULAR {
        forms.insert(participle, (base, VerbForm::Participle));
        forms.insert(past, (base, if past == participle { VerbForm::Past } else { VerbForm::Finite }));
        forms.insert(base, (base, VerbForm::Base));
    }
    forms
});

/// The class of a closed-class word.
pub(super) fn closed(word: &str) -> Option<Tag> {
    WORDS.get(word).copied()
}

/// Whether a verb's plain and -s forms are nouns more often.
pub(super) fn is_nounish(base: &str) -> bool {
    NOUNS.contains_key(base)
}

/// The base and form of a known verb: "signing" is "sign", a gerund.
pub(super) fn verb(word: &str) -> Option<(&'static str, VerbForm)> {
    if let Some(&found) = FORMS.get(word) {
        return Some(found);
    }
    if let Some(&base) = BASES.get_key_value(word).map(|(base, ())| base) {
        return Some((base, VerbForm::Base));
    }
    const ENDINGS: [(&str, VerbForm); 3] = [("ing", VerbForm::Gerund), ("ed", VerbForm::Past), ("s", VerbForm::Third)];
    let (stem, form) = ENDINGS.iter().find_map(|&(ending, form)| Some((word.strip_suffix(ending)?, form)))?;
    stems(stem, form)
        .find_map(|candidate| BASES.get_key_value(candidate.as_ref()).map(|(base, ())| base))
        .map(|&base| (base, form))
}

/// What a stem may have been before its ending: "agre", "agree"; "swapp", "swap"; "rati", "ratify".
fn stems(stem: &str, form: VerbForm) -> impl Iterator<Item = Cow<'_, str>> {
    let doubled = stem.len() > 2 && stem.as_bytes()[stem.len() - 1] == stem.as_bytes()[stem.len() - 2];
    let single = doubled.then(|| stem.get(..stem.len() - 1)).flatten().map(Cow::Borrowed);
    let silent = (form != VerbForm::Third).then(|| Cow::Owned(format!("{stem}e")));
    let y = stem.strip_suffix('i').or(stem.strip_suffix("ie")).map(|s| Cow::Owned(format!("{s}y")));
    let ie = (form == VerbForm::Gerund).then(|| stem.strip_suffix('y')).flatten().map(|s| Cow::Owned(format!("{s}ie")));
    let es = (form == VerbForm::Third).then(|| stem.strip_suffix('e')).flatten().map(Cow::Borrowed);
    [Some(Cow::Borrowed(stem)), silent, single, y, ie, es].into_iter().flatten()
}

/// The singular of a noun, by its ending: "treaties", "taxes", "sanctions"; other words as they are.
#[must_use]
pub fn singular(word: &str) -> Cow<'_, str> {
    match word {
        _ if word.len() < 4 || word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") => word.into(),
        _ if word.ends_with("ies") && word.len() > 4 => format!("{}y", &word[..word.len() - 3]).into(),
        _ if ["xes", "ches", "shes", "sses", "goes"].iter().any(|e| word.ends_with(e)) => word[..word.len() - 2].into(),
        _ => word.strip_suffix('s').unwrap_or(word).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verb_forms() {
        for (word, expected) in [
            ("signing", Some(("sign", VerbForm::Gerund))),
            ("agreed", Some(("agree", VerbForm::Past))),
            ("agrees", Some(("agree", VerbForm::Third))),
            ("imposing", Some(("impose", VerbForm::Gerund))),
            ("swapped", Some(("swap", VerbForm::Past))),
            ("ratified", Some(("ratify", VerbForm::Past))),
            ("ratifies", Some(("ratify", VerbForm::Third))),
            ("reaches", Some(("reach", VerbForm::Third))),
            ("broke", Some(("break", VerbForm::Finite))),
            ("withdrawn", Some(("withdraw", VerbForm::Participle))),
            ("met", Some(("meet", VerbForm::Past))),
            ("dying", Some(("die", VerbForm::Gerund))),
            ("trial", None),
            ("Ukraine", None),
        ] {
            assert_eq!(verb(word), expected, "{word}");
        }
    }

    #[test]
    fn singulars() {
        for (word, expected) in [
            ("treaties", "treaty"),
            ("sanctions", "sanction"),
            ("taxes", "tax"),
            ("talks", "talk"),
            ("crisis", "crisis"),
            ("embargoes", "embargo"),
        ] {
            assert_eq!(singular(word), expected);
        }
    }
}
