//! Deals in sentences of our own, as a reader would tell them.

use jiff::civil::date;

use crate::grammar::sample;
use crate::quote;

use super::{Role, find};

/// The deals of a text, one a line: kind, stage, parties (`>` before a target, `~` before a mediator), mentions.
fn told(text: &str) -> String {
    sample::with(text, |tokens, cast, grammar| {
        let quotes = quote::find(tokens, cast, grammar);
        let deals = find(tokens, cast, grammar, &quotes, None);
        let name = |kind: &str| kind.to_lowercase();
        let lines = deals.iter().filter(|d| d.confidence >= crate::THRESHOLD).map(|deal| {
            let mut parties: Vec<String> = deal
                .parties
                .iter()
                .map(|p| {
                    let mark = match p.role {
                        Role::Party => "",
                        Role::Target => ">",
                        Role::Mediator => "~",
                    };
                    format!("{mark}{}", p.name)
                })
                .collect();
            parties.sort();
            let kind = name(&format!("{:?}", deal.kind));
            let stage = name(&format!("{:?}", deal.stage));
            format!("{kind} {stage} [{}]", parties.join(", "))
        });
        lines.collect::<Vec<_>>().join("; ")
    })
}

/// Checks a table of texts and what they tell; shows all that differ.
fn check(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|&(text, expected)| (text, expected, told(text)))
        .filter(|(_, expected, found)| found != expected)
        .map(|(text, expected, found)| format!("{text}\n  expected {expected}\n  found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), table.len(), wrong.join("\n"));
}

#[test]
fn agreements() {
    check(&[
        ("The United States and Japan signed a trade agreement on Monday.", "agreement signed [Japan, United States]"),
        ("Japan has reached a trade deal with Mexico, officials said.", "agreement agreed [Japan, Mexico]"),
        ("A fisheries pact between Canada and France took effect Friday.", "agreement inforce [Canada, France]"),
        ("China and Pakistan are negotiating a free trade agreement.", "agreement intalks [China, Pakistan]"),
        (
            "Turkey called for a new migration deal with the European Union.",
            "agreement proposed [European Union, Turkey]",
        ),
        ("India rejected a proposed trade deal with China.", "agreement failed [China, India]"),
        ("Britain withdrew from the fishing treaty with France.", "agreement ended [France, United Kingdom]"),
        ("The U.S.-India nuclear deal was approved by both parliaments.", "agreement signed [India, United States]"),
        ("Moscow and Beijing agreed to build a gas pipeline.", "agreement agreed [China, Russia]"),
        ("Iran’s energy agreement with Pakistan has collapsed.", "agreement failed [Iran, Pakistan]"),
        ("Germany and France could sign a defense pact next month.", "agreement proposed [France, Germany]"),
        ("Mexico has not ratified the treaty with Canada.", "agreement failed [Canada, Mexico]"),
        ("Egypt extended its grain agreement with Ukraine for a year.", "agreement inforce [Egypt, Ukraine]"),
        ("A memorandum of understanding on energy was signed by Egypt and Israel.", "agreement signed [Egypt, Israel]"),
        (
            "Ukraine and Germany signed an agreement on weapons production. The accord covers ten years.",
            "agreement signed [Germany, Ukraine]",
        ),
        ("“Our deal with Canada is done,” Trump said.", "agreement agreed [Canada, United States]"),
        (
            "The Trump administration is pressing Kyiv to sign a minerals agreement.",
            "agreement proposed [Ukraine, United States]",
        ),
        ("Trump flew home. His government signed a trade deal with Japan.", "agreement signed [Japan, United States]"),
        (
            "The United States and Russia are close. Now Washington is pressing Kyiv to sign a minerals agreement of its own.",
            "agreement proposed [Ukraine, United States]",
        ),
        ("Canada has urged Mexico to join an energy pact with Chile.", "agreement proposed [Chile, Mexico]"),
    ]);
}

#[test]
fn peace() {
    check(&[
        (
            "Israel and Hamas agreed to a ceasefire brokered by Egypt and Qatar.",
            "peace agreed [Hamas, Israel, ~Egypt, ~Qatar]",
        ),
        ("A truce between India and Pakistan is holding.", "peace inforce [India, Pakistan]"),
        ("Turkey offered to host peace talks between Russia and Ukraine.", "peace proposed [Russia, Ukraine, ~Turkey]"),
        ("Hamas rejected an Israeli cease-fire proposal.", "peace failed [Hamas, Israel]"),
        ("Washington urged Russia and Ukraine to end the war.", "peace proposed [Russia, Ukraine, ~United States]"),
        (
            "Biden and Zelenskyy discussed the talks in Geneva on a ceasefire and hostage release deal between Israel and Hamas.",
            "peace intalks [Hamas, Israel]",
        ),
        ("The cease-fire between Israel and Hamas collapsed on Sunday.", "peace failed [Hamas, Israel]"),
        (
            "An Egyptian-brokered truce between Israel and Hamas took effect at dawn.",
            "peace inforce [Hamas, Israel, ~Egypt]",
        ),
    ]);
}

#[test]
fn sanctions_and_tariffs() {
    check(&[
        ("The United States imposed sanctions on Iran on Tuesday.", "sanctions inforce [>Iran, United States]"),
        (
            "The European Union extended its sanctions against Russia for six months.",
            "sanctions inforce [>Russia, European Union]",
        ),
        ("New sanctions were imposed on Iran by the European Union.", "sanctions inforce [>Iran, European Union]"),
        (
            "Trump threatened to impose tariffs on Canada and Mexico.",
            "tariffs proposed [>Canada, >Mexico, United States]",
        ),
        ("China raised tariffs on American soybeans.", "tariffs inforce [>United States, China]"),
        ("Washington lifted the arms embargo on Egypt.", "sanctions ended [>Egypt, United States]"),
        ("Germany refused to lift sanctions on Russia.", "sanctions inforce [>Russia, Germany]"),
        ("Iran demanded that U.S. sanctions be lifted.", "sanctions inforce [United States]"),
        ("Beijing faces new U.S. tariffs on steel.", "tariffs inforce [>China, United States]"),
        ("The United States sanctioned Iranian companies and officials.", "sanctions inforce [>Iran, United States]"),
        ("Washington lifted sanctions on Jane Smith.", "sanctions ended [>Jane Smith, United States]"),
        ("Britain ended its Iran sanctions program.", "sanctions ended [>Iran, United Kingdom]"),
        (
            "The European Union will maintain sanctions on entities in Iran.",
            "sanctions inforce [>Iran, European Union]",
        ),
        ("Japan banned imports from Russia.", "sanctions inforce [>Russia, Japan]"),
        ("Washington froze the assets of Iranian officials.", "sanctions inforce [>Iran, United States]"),
    ]);
}

#[test]
fn resolutions() {
    check(&[
        (
            "The U.N. Security Council adopted a resolution demanding that Israel withdraw.",
            "resolution signed [>Israel, United Nations Security Council]",
        ),
        (
            "Russia vetoed a U.N. Security Council resolution condemning Iran.",
            "resolution failed [>Iran, Russia, United Nations Security Council]",
        ),
        (
            "France introduced a resolution at the General Assembly calling on Russia to stop.",
            "resolution proposed [>Russia, France, United Nations General Assembly]",
        ),
    ]);
}

#[test]
fn exchanges_and_talks() {
    check(&[
        ("Russia and Ukraine swapped 200 prisoners of war on Friday.", "exchange ended [Russia, Ukraine]"),
        ("Israel and Hamas agreed on a prisoner swap.", "exchange agreed [Hamas, Israel]"),
        ("Trump met with Putin in Geneva on Friday.", "talks ended [Russia, United States]"),
        ("Chinese and Indian officials will hold talks in Geneva next week.", "talks proposed [China, India]"),
        ("Talks between Iran and Germany opened on Monday in Geneva.", "talks intalks [Germany, Iran]"),
        ("Biden spoke by phone with Zelenskyy on Tuesday.", "talks ended [Ukraine, United States]"),
        ("Talks between Turkey and Egypt broke down.", "talks failed [Egypt, Turkey]"),
    ]);
}

#[test]
fn business() {
    check(&[
        ("Acme agreed to buy Globex for $4 billion.", "acquisition agreed [>Globex, Acme]"),
        ("Globex rejected a takeover bid by Acme.", "acquisition failed [>Globex, Acme]"),
        ("Acme is in talks to acquire Globex.", "acquisition intalks [>Globex, Acme]"),
        ("Acme completed its takeover of Globex.", "acquisition ended [>Globex, Acme]"),
        ("Acme says it is interested in taking over Globex.", "acquisition proposed [>Globex, Acme]"),
        ("Acme plans to buy another airline, Globex, next year.", "acquisition proposed [>Globex, Acme]"),
        ("Airbus is partnering with Globex on a new engine.", "agreement agreed [Airbus, Globex]"),
        ("Acme announced the purchase of 30 Boeing aircraft.", "contract agreed [Acme, Boeing]"),
        ("Egypt awarded Airbus a $2 billion contract for satellites.", "contract agreed [Airbus, Egypt]"),
        ("Egypt agreed to purchase $1.2 billion in armored vehicles from Acme.", "contract agreed [Acme, Egypt]"),
        ("Acme will purchase 3 million tons of gas from Globex.", "contract agreed [Acme, Globex]"),
        ("Acme and Globex announced a partnership to build ships.", "agreement agreed [Acme, Globex]"),
        ("Acme signed two contracts with Globex.", "contract signed [Acme, Globex]"),
        ("Acme ordered 40 jets from Airbus.", "contract agreed [Acme, Airbus]"),
        ("Airbus won a contract with Globex to build satellites.", "contract agreed [Airbus, Globex]"),
        ("Egypt will buy 20 fighter jets from France.", "contract agreed [Egypt, France]"),
        ("A merger of Acme and Globex has been approved.", "acquisition signed [Acme, Globex]"),
    ]);
}

#[test]
fn no_deals() {
    check(&[
        ("The team signed a new goalkeeper and won a great deal of praise.", ""),
        ("Trade deals are hard, the minister said.", ""),
        ("There was broad agreement in the room.", ""),
        ("The library extended its opening hours.", ""),
        ("Police released two prisoners on Monday.", ""),
        ("Her New Year’s resolution was to run more.", ""),
        ("The company’s talks with staff about canteen food were cheerful.", ""),
        ("Trump discussed the weather with reporters.", ""),
        ("The settlement was founded in 1820 by farmers.", ""),
        ("Lawmakers reached a bipartisan agreement on roads.", ""),
    ]);
}

#[test]
fn pronouns_lead_nowhere_twice() {
    check(&[
        ("They met. They said they would sign the deal they wanted.", ""),
        ("Acme and Globex said they had signed a contract.", "contract signed [Acme, Globex]"),
    ]);
}

#[test]
fn many_mentions_one_deal() {
    check(&[
        (
            "Russia and China signed a gas deal on Monday. The agreement took years of talks. The deal runs until 2050.",
            "agreement signed [China, Russia]",
        ),
        (
            "Japan signed a trade deal with India. A separate deal with Mexico is being negotiated.",
            "agreement signed [India, Japan]; agreement intalks [Japan, Mexico]",
        ),
        (
            "The United States imposed sanctions on Iran. The European Union imposed sanctions on Russia.",
            "sanctions inforce [>Iran, United States]; sanctions inforce [>Russia, European Union]",
        ),
        (
            "Egypt has deals with Israel and Turkey.",
            "agreement agreed [Egypt, Israel]; agreement agreed [Egypt, Turkey]",
        ),
    ]);
}

/// What the deals of a text, read on Monday, 24 February 2025, tell beside their sides: what they are about, sums, days,
/// who says so, conditions.
fn details(text: &str) -> String {
    sample::with(text, |tokens, cast, grammar| {
        let quotes = quote::find(tokens, cast, grammar);
        let deals = find(tokens, cast, grammar, &quotes, Some(date(2025, 2, 24)));
        let told = deals.iter().filter(|d| d.confidence >= crate::THRESHOLD).map(|deal| {
            let about = deal.about.iter().map(|s| format!("about {}", s.of(text)));
            let sums = deal.amounts.iter().map(|a| format!("{} {}", a.currency.unwrap_or("-"), a.value));
            let day = |d: Option<jiff::civil::Date>| d.map_or("-".into(), |d| d.to_string());
            let dates = deal.dates.iter().map(|w| format!("{} to {}", day(w.from), day(w.to)));
            let said = deal.said_by.iter().map(|&e| format!("says {}", cast.entities[e].name));
            let conditions = deal.conditions.iter().map(|s| s.of(text).to_owned());
            let parts: Vec<String> = about.chain(sums).chain(dates).chain(said).chain(conditions).collect();
            parts.join(", ")
        });
        told.collect::<Vec<_>>().join("; ")
    })
}

#[test]
fn what_else_is_told() {
    let table = [
        ("Japan and Mexico signed a fisheries agreement.", "about fisheries"),
        ("Egypt and Israel reached a deal on gas exports.", "about gas exports"),
        ("Acme agreed to buy Globex for $4.5 billion.", "USD 4500000000"),
        ("Egypt awarded Airbus a €2 billion contract for satellites.", "EUR 2000000000"),
        ("Russia and China signed a gas deal on Friday.", "about gas, 2025-02-21 to 2025-02-21"),
        ("Trump will sign the trade deal with Japan next week.", "about trade, 2025-03-03 to 2025-03-09"),
        ("The arms embargo on Iran runs until 2030, France said.", "about arms, - to 2030-12-31, says France"),
        ("“The deal with Canada is done,” Trump said.", "says Donald Trump"),
        (
            "Canada would sign the treaty with Mexico if Washington drops its claims, Jane Smith said.",
            "says Jane Smith, if Washington drops its claims",
        ),
        ("Turkey and Egypt could sign a trade pact soon.", "about trade, - to -"),
    ];
    let wrong: Vec<String> = table
        .iter()
        .map(|&(text, expected)| (text, expected, details(text)))
        .filter(|(_, expected, found)| found != expected)
        .map(|(text, expected, found)| format!("{text}\n  expected {expected}\n  found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The stage of the first deal, and the sentence it is read from.
fn evidence(text: &str) -> String {
    sample::with(text, |tokens, cast, grammar| {
        let deals = find(tokens, cast, grammar, &quote::find(tokens, cast, grammar), Some(date(2025, 6, 13)));
        let deal = deals.first().expect("a deal");
        let from = deal.stage_evidence.map_or("nothing said", |span| span.of(text));
        format!("{:?}: {from}", deal.stage)
    })
}

#[test]
fn stages_name_their_evidence() {
    for (text, expected) in [
        (
            "Japan called for a trade deal with India. The deal was signed on Friday.",
            "Signed: The deal was signed on Friday.",
        ),
        (
            "A treaty between Canada and Mexico took effect in May. It is the first treaty of its kind.",
            "InForce: A treaty between Canada and Mexico took effect in May.",
        ),
        (
            "Russia and China signed a gas deal. The deal collapsed a year later.",
            "Failed: The deal collapsed a year later.",
        ),
        (
            "Trump threatened to impose tariffs on Canada. He hopes for a strong economy.",
            "Proposed: Trump threatened to impose tariffs on Canada.",
        ),
        (
            "France and Germany hold talks on a defense pact. The talks on the pact will last for months.",
            "InTalks: France and Germany hold talks on a defense pact.",
        ),
        (
            "The United States imposed sanctions on Iran in 2018. Washington lifted the sanctions on Monday.",
            "Ended: Washington lifted the sanctions on Monday.",
        ),
        (
            "Canada and Mexico signed the water treaty on Friday. In January, Mexico rejected the treaty.",
            "Signed: Canada and Mexico signed the water treaty on Friday.",
        ),
        ("A truce between Israel and Hamas lasted a week.", "Ended: A truce between Israel and Hamas lasted a week."),
        (
            "A truce between Israel and Hamas has lasted a week.",
            "InForce: A truce between Israel and Hamas has lasted a week.",
        ),
        (
            "Turkey will not sign the migration deal with the European Union.",
            "Failed: Turkey will not sign the migration deal with the European Union.",
        ),
        ("A trade deal with Japan is dear to Mexico.", "Agreed: nothing said"),
    ] {
        assert_eq!(evidence(text), expected, "{text}");
    }
}
