//! Bodies and companies, and what else is called so.

use super::check;

#[test]
fn organizations_and_their_acronyms() {
    check(&[
        ("2024-06-11", "[NATO|organization/nato] and the [European Union|organization/european-union] met."),
        ("2024-06-11", "The [U.N. Security Council|organization/united-nations-security-council] voted on Gaza."),
        (
            "2024-06-11",
            "The lab found hypersensitivity pneumonitis (HP). [HP|-] is rare, the doctors told reporters in Ohio.",
        ),
        ("2024-06-11", "Who knows what the [WHO|organization/world-health-organization] will say?"),
    ]);
}

#[test]
fn supreme_courts() {
    check(&[
        (
            "2024-07-01",
            "The [Supreme Court|organization/supreme-court-of-the-united-states] ruled that Trump has some immunity, the White House said.",
        ),
        (
            "2024-01-02",
            "Israel's [Supreme Court|organization/supreme-court-of-israel] struck down the law; Prime Minister Benjamin Netanyahu objected in Jerusalem.",
        ),
        (
            "2023-11-15",
            "The [UK Supreme Court|organization/supreme-court-of-the-united-kingdom] ruled the Rwanda plan unlawful, and British Prime Minister Rishi Sunak said he would go on.",
        ),
        (
            "2024-01-02",
            "Pakistan's [Supreme Court|organization/supreme-court-of-pakistan] barred Imran Khan, his lawyer said in Islamabad.",
        ),
        ("2024-01-02", "The [Supreme Court of Kenya|organization/supreme-court-of-kenya] upheld the vote in Nairobi."),
        (
            "2024-01-02",
            "The [Supreme Court of India|organization/supreme-court-of-india] stayed the order in New Delhi.",
        ),
    ]);
}

#[test]
fn companies_and_their_namesakes() {
    check(&[
        ("2024-06-11", "[Amazon|organization/amazon] said it would hire 1,000 engineers in Seattle."),
        ("2024-06-11", "Fires burned in the [Amazon|-] in Brazil, and the rainforest shrank."),
        (
            "2024-06-11",
            "[Apple|organization/apple-inc] unveiled a phone in Cupertino; [Apple|organization/apple-inc] shares rose.",
        ),
        ("2024-06-11", "She ate an [apple|-]. [Apple|-] pie is best warm."),
        (
            "2024-06-11",
            "[Meta|organization/meta-platforms] unveiled glasses, and [Google|organization/google] followed.",
        ),
        (
            "2024-06-11",
            "[Target|organization/target-corporation] reported quarterly sales; shares of [Target|organization/target-corporation] fell.",
        ),
        ("2024-06-11", "[Target|-] practice begins at noon."),
        ("2024-06-11", "[Visa|organization/visa-inc] and [Mastercard|organization/mastercard] settled the lawsuit."),
        ("2024-06-11", "[Visa|-] rules for students were tightened by Canada."),
        ("2024-06-11", "[Shell|organization/shell] sold its stake in Nigeria."),
        ("2024-06-11", "[Shell|-] casings lay on the road near Kharkiv."),
        ("2024-06-11", "[Orange|-] juice prices rose."),
        ("2024-06-11", "[Delta Air Lines|organization/delta-air-lines] cancelled flights after the outage."),
        ("2024-06-11", "The [Delta|-] variant spread in India."),
        ("2024-06-11", "[Ford|organization/ford-motor-company] recalled trucks built in Michigan."),
        (
            "2024-06-11",
            "President [Gerald Ford|person/gerald-ford] pardoned Nixon. [Ford|person/gerald-ford] lost in 1976.",
        ),
        ("2024-06-11", "Ontario Premier [Doug Ford|person/doug-ford] spoke. [Ford|person/doug-ford] wants tariffs."),
    ]);
}

#[test]
fn bodies_by_their_short_names() {
    check(&[
        (
            "2024-06-11",
            "The [Security Council|organization/united-nations-security-council] met on Gaza; the U.N. envoy spoke.",
        ),
        (
            "2024-06-11",
            "The [European Commission|organization/european-commission] fined the firm. The [Commission|organization/european-commission] cited its rules.",
        ),
        (
            "2024-06-11",
            "The [World Bank|organization/world-bank] and the [International Monetary Fund|organization/international-monetary-fund] met. The [IMF|organization/international-monetary-fund] cut its forecast.",
        ),
        (
            "2024-06-11",
            "[Hamas|organization/hamas] and [Hezbollah|organization/hezbollah] condemned the strike; so did the [Houthis|organization/houthis].",
        ),
        ("2024-06-11", "The [Taliban|organization/taliban] banned it in Kabul."),
        (
            "2024-06-11",
            "The [Fed|organization/federal-reserve] held rates, Jerome Powell said. The [fed|-] horse slept.",
        ),
        (
            "2024-06-11",
            "[Congress|organization/us-congress] passed the bill and sent it to Biden; the [Senate|organization/us-senate] voted 51 to 49.",
        ),
        (
            "2024-06-11",
            "India's [Congress party|organization/indian-national-congress] accused Narendra Modi of cowardice.",
        ),
        ("2024-06-11", "Keir Starmer's [Labour Party|organization/labour-party] leads the polls in Britain."),
        (
            "2024-06-11",
            "New Zealand's [Labour Party|organization/new-zealand-labour-party] lost the vote in Wellington.",
        ),
        (
            "2024-06-11",
            "The [Church of Scientology|organization/church-of-scientology] sued the author. The [Church|organization/church-of-scientology] denied the claims.",
        ),
        (
            "2024-06-11",
            "The [Bank of England|organization/bank-of-england] cut rates. The [Bank|organization/bank-of-england] said inflation would fall.",
        ),
        ("2024-06-11", "The couple met at a [church|-]. The [bank|-] was closed."),
        ("2024-06-11", "The [Ministry of Defence|-] said so; it did not say of which nation."),
        ("2024-06-11", "[ASEAN|organization/association-of-southeast-asian-nations] leaders met in Vientiane."),
        ("2024-06-11", "The [AU|organization/african-union] and the African Union Commission met in Addis Ababa."),
    ]);
}

#[test]
fn the_same_words_of_another_nation() {
    check(&[
        (
            "2019-11-19",
            "[Bukola Saraki|-], president of the [Senate|organization/senate-of-nigeria], spoke in Abuja; Nigeria needs power, the [Senate|organization/senate-of-nigeria] said.",
        ),
        (
            "2015-03-02",
            "Prime Minister Tony Abbott said Australia would store data. The [House of Representatives|organization/house-of-representatives-of-australia] debates it in Canberra.",
        ),
        ("2024-12-10", "Lee Jae-myung leads South Korea's [Democratic Party|organization/democratic-party-of-korea]."),
        (
            "2024-12-10",
            "[The Republicans|organization/the-republicans] of France met in Paris; Bruno Retailleau spoke to French voters.",
        ),
        ("2024-12-10", "\"[The Republicans|organization/republican-party] will block it,\" Biden said in Washington."),
        (
            "2024-12-10",
            "Canada's [Conservatives|organization/conservative-party-of-canada] lead, Justin Trudeau conceded in Ottawa.",
        ),
        ("2024-12-10", "The [Foreign Ministry|-] denied it."),
        ("2025-06-14", "Israel struck Iran. The [Foreign Ministry|-] in Moscow condemned the strikes."),
        ("2024-12-10", "[China's Foreign Ministry|organization/ministry-of-foreign-affairs-of-china] denied it."),
    ]);
}

#[test]
fn longer_names_platforms_and_brands() {
    check(&[
        ("2024-12-10", "They ordered from [Uber|-] Eats and watched [Amazon|-] Prime."),
        ("2024-12-10", "The [Dow|-] Jones Industrial Average fell."),
        ("2024-12-10", "The lights form an [X|-]-shaped figure. Press the [X|-] button."),
        ("2024-12-10", "Musk posted on [X|organization/x-platform] that he would leave."),
        ("2024-12-10", "It won an award from Frost & [Sullivan|-]."),
        ("2024-12-10", "Clients include Macy's, [Kellogg|-]'s, and Ford."),
        ("2024-12-10", "They urged Ukraine to investigate Joe and [Hunter Biden|person/hunter-biden]."),
        ("2024-12-10", "Arkady Rotenberg and his sons [Pavel|-] and [Igor|-] were named beside Igor Shuvalov."),
        ("2024-12-10", "She read [New York|-] magazine in [New York|place/new-york-city]."),
    ]);
}

#[test]
fn lines_of_capitals() {
    check(&[
        ("2019-11-19", "[WHO|-] IS THE FRONT-RUNNER?\n\nNobody knows who leads the race, the report said."),
        ("2019-11-19", "[NATO|organization/nato] MEETS IN BRUSSELS\n\nThe alliance met on Monday."),
    ]);
}

#[test]
fn people_called_like_companies() {
    check(&[
        (
            "2019-11-19",
            "The wealthy [Michael Bloomberg|person/michael-bloomberg] steps toward a run. Patrick and [Bloomberg|person/michael-bloomberg] are moving into the race.",
        ),
        ("2019-11-19", "[Amazon|organization/amazon]'s Echo Buds have been well received."),
    ]);
}
