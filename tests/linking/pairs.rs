//! Words that mean two at once, and those that leave open which two.

use super::check_nominal;

#[test]
fn two_people() {
    check_nominal(&[
        (
            "2025-02-24",
            "President Donald Trump met French President Emmanuel Macron. [Both leaders|person/donald-trump+person/emmanuel-macron] smiled.",
        ),
        (
            "2025-02-24",
            "President Donald Trump called Vladimir Putin. The [two presidents|person/donald-trump+person/vladimir-putin] spoke for an hour, a spokesman said. [Both leaders|person/donald-trump+person/vladimir-putin] want peace.",
        ),
        (
            "2025-02-24",
            "Keir Starmer will fly to New Delhi, where he meets Narendra Modi. The [two prime ministers|person/keir-starmer+person/narendra-modi] will speak of trade.",
        ),
        (
            "2024-06-12",
            "Chancellor Olaf Scholz called Xi Jinping, his spokesman Steffen Hebestreit said. The [two leaders|person/olaf-scholz+person/xi-jinping] spoke of cars.",
        ),
        (
            "2007-06-07",
            "German Chancellor Angela Merkel received President Bush. The [two leaders|person/angela-merkel+person/george-w-bush] walked by the sea.",
        ),
        (
            "2025-02-24",
            "Party leader Ann Quill met opposition leader Bob Marsh. The [two leaders|article/ann-quill+article/bob-marsh] did not shake hands.",
        ),
    ]);
}

#[test]
fn two_nations() {
    check_nominal(&[
        ("2025-02-24", "China and Russia signed. [Both countries|nation/CN+nation/RU] will gain, they say."),
        (
            "2025-02-24",
            "Indian troops fired at Pakistani posts. Talks between the [two sides|nation/IN+nation/PK] broke off.",
        ),
        (
            "2025-02-24",
            "Tokyo warned Beijing on Monday. The [two governments|nation/JP+nation/CN] have quarrelled over fish for months. The [two nations|nation/JP+nation/CN] trade all the same.",
        ),
        ("2025-02-24", "Israel and Hamas agreed on a truce. [Both sides|nation/IL+organization/hamas] must keep it."),
        (
            "2025-02-24",
            "The European Union answered the United States. The [two sides|organization/european-union+nation/US] will meet in May.",
        ),
        ("2025-02-24", "Families hope that the [two Koreas|nation/KP+nation/KR] will open the border."),
    ]);
}

#[test]
fn nobody_knows_which_two() {
    check_nominal(&[
        ("2025-02-24", "Donald Trump, Emmanuel Macron and Keir Starmer met. The [two leaders|-] smiled."),
        ("2025-02-24", "France, Germany and Poland met in Weimar. [Both countries|-] signed, an aide said."),
        ("2025-02-24", "The union and the company met in Britain. [Both sides|-] were tired."),
        ("2025-02-24", "Chancellor Olaf Scholz left Germany. Ukraine waited for him. [Both countries|-] are at odds."),
        ("2025-02-24", "China and Russia fought a war by proxy, with thousands dead on [both sides|-]."),
        ("2025-02-24", "The [two leaders|-] of the party quarrelled when Donald Trump met Emmanuel Macron."),
        ("2025-02-24", "Donald Trump met the singer Kid Rock. The [two leaders|-] of the band were there."),
        ("2025-02-24", "Tom Barrow met Ann Quill at the market. [Both leaders|-] bought fish."),
        (
            "2025-02-24",
            "Germany is at odds with somebody over the U.S.-led war, but ties between the [two countries|-] are good.",
        ),
        (
            "2025-02-24",
            "France beat Spain in the semifinal. The striker scored two goals, the goalkeeper saved a penalty, and the referee ended the match. The [two sides|-] meet again at the tournament in May.",
        ),
        (
            "2025-02-24",
            "Relations between the [two governments|-] are bad. Canada sent Mexico a note. The [two countries|-], in Asia, have no embassies.",
        ),
    ]);
}
