//! Nations and places, and who or what else is called so.

use super::check;

#[test]
fn nations_and_their_namesakes() {
    check(&[
        (
            "2024-05-14",
            "Thousands protested in [Tbilisi|place/tbilisi] as [Georgia|nation/GE] moved closer to [Russia|nation/RU].",
        ),
        (
            "2024-11-05",
            "Voters in [Georgia|place/georgia-us-state], Pennsylvania and Arizona went to the polls. Atlanta counted late.",
        ),
        (
            "2024-01-29",
            "Three U.S. soldiers were killed in [Jordan|nation/JO], near the border with [Syria|nation/SY].",
        ),
        ("2024-01-29", "The actor [Michael Jordan|-] said he would not come. [Jordan|-] gave no reason."),
        ("2023-04-20", "Fighting spread across [Sudan|nation/SD] while [South Sudan|nation/SS] offered to mediate."),
        ("2023-04-20", "[North Korea|nation/KP] fired a missile, [South Korea|nation/KR]'s military said."),
        (
            "2024-01-11",
            "[Guinea-Bissau|nation/GW] and [Equatorial Guinea|nation/GQ] signed; [Guinea|nation/GN] did not.",
        ),
        ("2024-01-11", "The turkey was served cold, but [Turkey|nation/TR] and Greece talked on."),
        ("2024-01-11", "Officials from the [Democratic Republic of the Congo|nation/CD] met M23 rebels."),
        ("2024-06-11", "[Chad|nation/TD] and Niger recalled their envoys."),
        ("2024-06-11", "[Washington|nation/US] said it would respond, and [Beijing|nation/CN] warned against it."),
        (
            "2024-06-11",
            "She arrived in [Washington|place/washington-dc] on Monday and flew to [Beijing|place/beijing] on Friday.",
        ),
        ("2024-06-11", "The [Kremlin|nation/RU] denied the report."),
        ("2024-06-11", "Crowds gathered outside the [Kremlin|place/kremlin]."),
        ("2024-06-11", "[British|nation/GB] and [French|nation/FR] ministers met the [Germans|nation/DE]."),
    ]);
}

#[test]
fn georgia() {
    check(&[
        ("2024-05-14", "Lawmakers in [Georgia|nation/GE] passed the foreign agents bill despite protests in Tbilisi."),
        ("2024-05-14", "The European Union froze aid to [Georgia|nation/GE] after the vote in Tbilisi."),
        ("2008-08-12", "Russian troops crossed into [Georgia|nation/GE] from South Ossetia, the Kremlin said."),
        (
            "2020-11-20",
            "A recount in [Georgia|place/georgia-us-state] confirmed Biden's narrow win over Trump; Atlanta officials counted by hand.",
        ),
        (
            "2023-08-15",
            "A grand jury in Fulton County, [Georgia|place/georgia-us-state], indicted Trump and 18 others.",
        ),
        ("2024-02-01", "He was born in Savannah, [Georgia|place/georgia-us-state], and studied in Boston."),
        (
            "2024-02-01",
            "Republican [Georgia|place/georgia-us-state] Gov. Brian Kemp signed the bill in Atlanta on Monday.",
        ),
        ("2024-02-01", "[Georgia Meloni|-] is how the sign misspelled the guest's name."),
        ("2024-02-01", "My aunt [Georgia|-] bakes bread on Sundays."),
    ]);
}

#[test]
fn jordan() {
    check(&[
        ("2024-04-14", "[Jordan|nation/JO] shot down Iranian drones that crossed its airspace on the way to Israel."),
        ("2024-04-14", "King Abdullah II of [Jordan|nation/JO] met President Joe Biden at the White House."),
        ("2024-04-14", "The convoy left [Jordan|nation/JO] for Gaza on Tuesday."),
        ("2023-10-13", "Republicans nominated Jim [Jordan|-] of Ohio for speaker."),
        (
            "2023-10-18",
            "Rep. [Jim Jordan|person/jim-jordan], an Ohio Republican, lost a second ballot in the House. [Jordan|person/jim-jordan] vowed to go on.",
        ),
        ("2020-05-01", "[Michael Jordan|-] scored 38 points for the Chicago Bulls that night. [Jordan|-] was ill."),
        ("2024-06-11", "[Jordan Spieth|-] finished two shots behind."),
        (
            "2024-06-11",
            "The report was written by Dr. [Ellen Jordan|-], a biologist at the university. [Jordan|-] said the river had recovered.",
        ),
    ]);
}

#[test]
fn washington() {
    check(&[
        ("2025-02-24", "[Washington|nation/US] and Moscow agreed to restore embassy staff."),
        ("2025-02-24", "Officials in [Washington|place/washington-dc] declined to comment."),
        ("2025-02-24", "Talks with [Washington|nation/US] have stalled, the Iranian foreign minister said."),
        ("2025-02-24", "Wildfires burned across [Washington state|place/washington-state], Oregon and Idaho."),
        ("2025-02-24", "Seattle, [Washington|place/washington-state], expects rain."),
        ("2025-02-24", "The actor [Denzel Washington|-] won an award. [Washington|-] thanked his wife."),
        ("2025-02-24", "[The Washington Post|organization/the-washington-post] reported the plan on Monday."),
        ("2025-02-24", "They marched from [Washington Square|-] to the river."),
    ]);
}

#[test]
fn congo() {
    check(&[
        (
            "2025-01-28",
            "M23 rebels entered Goma in eastern [Congo|nation/CD], the United Nations said. Kinshasa cut ties with Rwanda.",
        ),
        ("2025-01-28", "[Congo|nation/CD]'s President Felix Tshisekedi addressed the nation."),
        (
            "2021-03-22",
            "The [Republic of the Congo|nation/CG] voted on Sunday; Denis Sassou Nguesso is expected to win in Brazzaville.",
        ),
        ("2021-03-22", "In Brazzaville, President Denis Sassou Nguesso said [Congo|nation/CG] would hold firm."),
        ("2025-01-28", "The [DRC|nation/CD] and Rwanda signed in Washington."),
        ("2025-01-28", "The boat went down on the [Congo River|place/congo-river]."),
    ]);
}

#[test]
fn guinea_and_its_namesakes() {
    check(&[
        ("2021-09-05", "Soldiers in [Guinea|nation/GN] said they had seized power in Conakry."),
        ("2021-09-05", "[Equatorial Guinea|nation/GQ] exports oil."),
        ("2022-02-01", "Gunfire was heard in Bissau, the capital of [Guinea-Bissau|nation/GW]."),
        ("2024-05-27", "A landslide in [Papua New Guinea|nation/PG] buried 2,000 people."),
        ("2024-05-27", "The [Gulf of Guinea|place/gulf-of-guinea] is rich in fish."),
        ("2024-05-27", "The study used [guinea|-] pigs."),
    ]);
}

#[test]
fn sudan_and_south_sudan() {
    check(&[
        ("2023-04-20", "The army of [Sudan|nation/SD] fought the Rapid Support Forces in Khartoum."),
        ("2023-04-20", "[South Sudan|nation/SS]'s President Salva Kiir called both generals from Juba."),
        ("2023-04-20", "The [Sudanese|nation/SD] army and the [South Sudanese|nation/SS] government agreed."),
    ]);
}

#[test]
fn korea() {
    check(&[
        ("2024-12-03", "[South Korea|nation/KR]'s President Yoon Suk Yeol declared martial law in Seoul."),
        ("2024-12-03", "The [North Korean|nation/KP] leader, Kim Jong Un, watched the launch near Pyongyang."),
        ("2024-12-03", "[Seoul|nation/KR] and [Pyongyang|nation/KP] exchanged warnings."),
        ("2024-12-03", "The [Korean|nation/KR] court in Seoul ruled against President Yoon Suk Yeol."),
        ("2024-12-03", "Veterans of the [Korean War|-] met in Ohio."),
    ]);
}

#[test]
fn ireland() {
    check(&[
        ("2025-03-12", "[Ireland|nation/IE]'s Taoiseach Micheál Martin flew to Washington."),
        ("2025-03-12", "[Northern Ireland|place/northern-ireland] voted in May; Belfast counted late."),
        ("2025-03-12", "[Ireland|nation/IE] and Spain recognized a Palestinian state, Dublin said."),
        ("2025-03-12", "Her colleague [Kathy Ireland|-] left early."),
    ]);
}

#[test]
fn china_and_taiwan() {
    check(&[
        (
            "2024-05-20",
            "[China|nation/CN] launched drills around [Taiwan|nation/TW] after Lai Ching-te took office in Taipei.",
        ),
        ("2024-05-20", "The [Republic of China|nation/TW] is the official name used in Taipei."),
        ("2024-05-20", "The [People's Republic of China|nation/CN] opposes it, Beijing said."),
        ("2024-05-20", "[Taipei|nation/TW] rejected [Beijing|nation/CN]'s claim."),
        ("2024-05-20", "She set the table with bone [china|-] from her mother."),
        ("2024-05-20", "The destroyer sailed through the [South China Sea|place/south-china-sea]."),
    ]);
}

#[test]
fn victoria() {
    check(&[
        ("2024-03-01", "Police in [Victoria|place/victoria], Australia, said the fire near Melbourne was out."),
        (
            "2024-03-01",
            "[Victoria Nuland|person/victoria-nuland] left the State Department. [Nuland|person/victoria-nuland] had served since 2021.",
        ),
        ("2024-03-01", "They walked down Baker Street to the pub called Victoria."),
        ("2024-03-01", "[Victoria Beckham|-] showed her collection in Paris. [Victoria|-] wore grey."),
        ("2024-03-01", "The train leaves from [Victoria Station|-] in London."),
    ]);
}

#[test]
fn nations_called_like_words_and_people() {
    check(&[
        ("2023-02-06", "The earthquake struck southern [Turkey|nation/TR] and Syria."),
        ("2023-11-23", "The president pardoned a [turkey|-] called Liberty. [Turkey|-] is served with cranberries."),
        ("2021-04-20", "President Idriss Deby of [Chad|nation/TD] died of wounds."),
        ("2021-04-20", "[Chad|-] Smith, 34, of Columbus, was arrested on Friday."),
        ("2021-04-20", "My cousin [Chad|-] runs the shop in Ohio."),
        ("2023-07-28", "Generals in [Niger|nation/NE] detained President Mohamed Bazoum in Niamey."),
        ("2023-07-28", "The flood in [Niger|-] State, Nigeria, killed a dozen near Minna."),
        ("2023-07-28", "[Cuba Gooding|-] Jr. pleaded guilty."),
        ("2023-07-28", "[Israel|nation/IL] struck Gaza; [Israel Adesanya|-] lost his bout in Sydney."),
        ("2023-07-28", "The [Panama Canal|place/panama-canal] is dry; [Panama|nation/PA] raised its fees."),
        ("2023-07-28", "[India|nation/IN] bought oil; [India Arie|-] sang."),
        ("2023-07-28", "[Kenya|nation/KE] sent police to [Haiti|nation/HT]; [Kenya Moore|-] did not."),
        ("2023-07-28", "[Dominica|nation/DM] and the [Dominican Republic|nation/DO] signed."),
        ("2023-07-28", "[The Netherlands|nation/NL] won; [Tom Holland|-] is an actor."),
    ]);
}

#[test]
fn places_with_a_namesake() {
    check(&[
        ("2024-06-11", "The Alhambra in [Granada|place/granada], Spain, closed early."),
        ("2024-06-11", "[Grenada|nation/GD] was hit by Hurricane Beryl."),
        ("2024-06-11", "Voters in [Lebanon|-], New Hampshire, chose a mayor."),
        ("2024-06-11", "[Lebanon|nation/LB] and Israel agreed on a ceasefire; Hezbollah withdrew."),
        ("2024-06-11", "A fire in [Paris|-], Texas, destroyed a barn."),
        ("2024-06-11", "The summit opened in [Paris|place/paris] on Thursday, President Emmanuel Macron said."),
        ("2024-06-11", "[Paris Hilton|-] testified. [Paris|-] spoke for an hour."),
        ("2024-06-11", "The council of [Birmingham|place/birmingham], England, is bankrupt."),
        ("2024-06-11", "The church in [Birmingham|place/birmingham-united-states], Alabama, was bombed in 1963."),
        ("2024-06-11", "Researchers in [Cambridge|-], Massachusetts, tested the drug at Harvard."),
        ("2024-06-11", "[London|-], Ontario, is a quiet town."),
        ("2024-06-11", "[Moscow|-], Idaho, lost its only cinema."),
        ("2024-06-11", "[Athens|-], Georgia, is home to the university."),
        ("2024-06-11", "[Rome|-], Georgia, flooded on Monday."),
        ("2024-06-11", "Police in [Berlin|-], New Hampshire, closed the road."),
        ("2024-06-11", "[Manchester|-], New Hampshire, hosts the debate."),
        ("2024-06-11", "She moved from [Dublin|-], Ohio, to [Dublin|place/dublin], Ireland."),
        ("2024-06-11", "[Naples|-], Florida, was evacuated."),
        ("2024-06-11", "She moved from [Columbus|-], Indiana, with two dogs."),
        ("2024-06-11", "The farm lies in County [Kerry|-] in the west of Ireland."),
        ("2024-06-11", "[Santiago|place/santiago], Chile, shook for a minute."),
        ("2024-06-11", "He lived in [New Mexico|place/new-mexico] and in [Mexico|nation/MX]."),
        ("2024-06-11", "[Jersey|nation/JE] is an island; [New Jersey|place/new-jersey] is a state."),
        ("2024-06-11", "The border between [Mexico|nation/MX] and Arizona."),
    ]);
}

#[test]
fn teams_in_a_report_on_a_game() {
    check(&[
        (
            "2018-07-11",
            "[Croatia|-] scored twice in the semifinal; the striker beat the goalkeeper in extra time. [England|-] equalised from a penalty, but the midfielder headed the winning goal before the referee blew.",
        ),
        (
            "2022-12-18",
            "[Argentina|-] won the World Cup on penalties. The goalkeeper saved two; the striker scored a goal and the midfielder another. [France|-] had equalised before the final match ended. FIFA praised the referee.",
        ),
    ]);
}

#[test]
fn towns_with_their_state_or_nation() {
    check(&[
        ("2024-06-11", "The embassies in Tashkent, Uzbekistan, and [Tbilisi|place/tbilisi], Georgia, closed."),
        ("2024-06-11", "Micron builds in Syracuse, [New York|place/new-york-state], and in Boise, Idaho."),
        ("2024-06-11", "Drought struck [Mexico|nation/MX], Texas and Arizona."),
    ]);
}

#[test]
fn what_stands_like_a_nation_or_its_seat() {
    check(&[
        ("2024-07-14", "\"I saw [Chad|-] fall,\" she said of her husband in Kentucky."),
        (
            "2025-04-03",
            "The European Union was ready, Ursula von der Leyen said. [Brussels|organization/european-union] will retaliate.",
        ),
        (
            "2025-04-03",
            "Belgium is split. [Brussels|nation/BE] will cut spending, the Belgian prime minister said; the European Union watched.",
        ),
        ("2024-02-17", "Joe Biden blamed the [Kremlin|nation/RU] for the death."),
        (
            "2025-02-01",
            "[Liverpool|-] beat [Plymouth|-] in the tournament; the striker scored a goal from a penalty and the goalkeeper saved twice. The match was played in [London|place/london].",
        ),
    ]);
}

#[test]
fn in_a_worldly_article() {
    check(&[
        (
            "2024-12-08",
            "Rebels took [Damascus|place/damascus] in Syria. Turkey and Iran spoke in Doha. [Jordan|nation/JO] shut a crossing.",
        ),
        (
            "2017-12-26",
            "Get Out is the debut of [Jordan|-] Peele. It played in France, Italy and Spain, and in [Jordan|nation/JO].",
        ),
    ]);
}
