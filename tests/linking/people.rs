//! People, and who else bears their names.

use super::check;

#[test]
fn people_by_name_title_and_date() {
    check(&[
        ("2025-02-24", "U.S. President [Donald Trump|person/donald-trump] spoke. [Trump|person/donald-trump] left."),
        ("2025-02-24", "The Kremlin said [Putin|person/vladimir-putin] would host the Russian talks."),
        (
            "2025-02-24",
            "Ukrainian President [Volodymyr Zelensky|person/volodymyr-zelenskyy] thanked them. [Zelensky|person/volodymyr-zelenskyy] smiled.",
        ),
        (
            "2025-02-24",
            "Mayor [Ellen Brandvik|article/ellen-brandvik] opened the fair. [Brandvik|article/ellen-brandvik] sang.",
        ),
        (
            "2016-09-01",
            "British Prime Minister [Theresa May|person/theresa-may] flew home in May. [May|person/theresa-may] said so.",
        ),
        (
            "2003-03-19",
            "President [George W. Bush|person/george-w-bush] addressed the nation. [Bush|person/george-w-bush] spoke of Iraq.",
        ),
    ]);
}

#[test]
fn nobody_is_linked_to_a_namesake() {
    check(&[
        ("2024-06-11", "The plumber [Vladimir Putinski|-] fixed the sink in Ohio."),
        ("2024-06-11", "[Jordan Henderson|-] signed for the club."),
        ("2024-06-11", "Shares of [Amazon|organization/amazon] rose in New York."),
        (
            "2024-06-11",
            "A file of Environment [Canada|-] was found. Environment [Canada|-] said [Canada|nation/CA] was safe.",
        ),
        ("2024-06-11", "They walked down Baker Street to the Victoria pub."),
    ]);
}

#[test]
fn the_macrons() {
    check(&[
        (
            "2025-05-26",
            "[Brigitte Macron|person/brigitte-macron] pushed her husband's face, a video showed. French President [Emmanuel Macron|person/emmanuel-macron] laughed it off.",
        ),
        ("2025-05-26", "French President [Macron|person/emmanuel-macron] landed in Hanoi."),
        (
            "2025-05-26",
            "[Brigitte Macron|person/brigitte-macron] visited the school in Paris. Mrs. [Macron|person/brigitte-macron] taught there once.",
        ),
        (
            "2025-05-26",
            "[Macron|person/emmanuel-macron] told reporters in Paris that France would recognize Palestine.",
        ),
    ]);
}

#[test]
fn the_bushes() {
    check(&[
        ("2003-03-19", "President [Bush|person/george-w-bush] ordered strikes on Baghdad, the White House said."),
        (
            "2018-12-01",
            "Former President [George H.W. Bush|person/george-h-w-bush] has died in Houston. [Bush|person/george-h-w-bush] led the nation through the end of the Cold War.",
        ),
        (
            "2018-12-01",
            "[George W. Bush|person/george-w-bush] spoke of his father, [George H.W. Bush|person/george-h-w-bush].",
        ),
        (
            "2015-06-15",
            "Former Florida Gov. [Jeb Bush|person/jeb-bush] entered the race. [Bush|person/jeb-bush] spoke in Miami.",
        ),
        ("2024-06-11", "Firefighters found the [bush|-] burning. [Bush|-] fires are common there."),
        ("2024-06-11", "The singer [Kate Bush|-] gave an interview. [Bush|-] lives in Devon."),
    ]);
}

#[test]
fn the_clintons() {
    check(&[
        (
            "2016-10-20",
            "[Hillary Clinton|person/hillary-clinton] debated Donald Trump in Las Vegas. [Clinton|person/hillary-clinton] called him a puppet.",
        ),
        (
            "1998-12-19",
            "President [Bill Clinton|person/bill-clinton] was impeached by the House. [Clinton|person/bill-clinton] vowed to serve on.",
        ),
        ("2024-06-11", "Former Secretary of State [Clinton|person/hillary-clinton] endorsed him."),
        ("2024-06-11", "The police chief of [Clinton|-], Mississippi, resigned."),
        ("2024-06-11", "[DeWitt Clinton|-] dug the Erie Canal. [Clinton|-] was governor."),
    ]);
}

#[test]
fn kims() {
    check(&[
        ("2024-06-11", "[Kim Jong Un|person/kim-jong-un] inspected a factory. [Kim|person/kim-jong-un] smiled."),
        (
            "2024-06-11",
            "[Kim Yo Jong|person/kim-yo-jong] warned Seoul. [Kim|person/kim-yo-jong] is the sister of the leader.",
        ),
        ("2024-06-11", "North Korean leader [Kim|person/kim-jong-un] met Putin."),
        ("2024-06-11", "[Kim Kardashian|-] visited a prison. [Kim|-] met inmates."),
        ("2024-06-11", "The baker [Kim Min-ji|-] sells bread in Busan. [Kim|-] works at night."),
        ("2024-06-11", "South Korean Finance Minister [Kim Dong-yeon|-] resigned. [Kim|-] gave no reason."),
    ]);
}

#[test]
fn trumps_family() {
    check(&[
        (
            "2024-07-18",
            "[Donald Trump|person/donald-trump] spoke in Milwaukee. His son [Donald Trump Jr.|person/donald-trump-jr] introduced him. [Trump|person/donald-trump] wore a bandage.",
        ),
        (
            "2024-07-18",
            "[Melania Trump|person/melania-trump] stayed in New York. [Ivanka Trump|person/ivanka-trump] came late.",
        ),
        (
            "2024-07-18",
            "[Eric Trump|person/eric-trump] said the company would grow. [Trump|person/eric-trump] runs it with his brother.",
        ),
        ("2024-07-18", "[Mary Trump|-] wrote a book about her family."),
        ("2024-07-18", "The [Trump Organization|organization/trump-organization] was fined in New York."),
        ("2024-07-18", "Reporters waited outside [Trump Tower|-]."),
    ]);
}

#[test]
fn common_surnames() {
    check(&[
        (
            "2024-06-11",
            "[Lee Jae Myung|person/lee-jae-myung] leads the opposition in Seoul. [Lee|person/lee-jae-myung] denies the charge.",
        ),
        ("2024-06-11", "[Spike Lee|-] made the film. [Lee|-] lives in Brooklyn."),
        ("2024-06-11", "Officer [Daniel Lee|-] saved the child. [Lee|-] was honored by the mayor."),
        ("2024-06-11", "[Robert E. Lee|-]'s statue was removed in Richmond. [Lee|-] led the Confederate army."),
        (
            "2017-03-10",
            "South Korean President [Park Geun-hye|person/park-geun-hye] was removed. [Park|person/park-geun-hye] left the palace.",
        ),
        ("2024-06-11", "They met in Central [Park|-]. The [park|-] was closed."),
        ("2024-06-11", "[Park Chan-wook|-] directed it. [Park|-] lives in Seoul."),
        ("2024-06-11", "[Li Qiang|person/li-qiang] opened the forum in Tianjin. [Li|person/li-qiang] promised growth."),
        ("2024-06-11", "The gymnast [Li Ning|-] lit the flame. [Li|-] founded a company."),
        (
            "2024-06-11",
            "Chinese President [Xi Jinping|person/xi-jinping] toured Fujian. [Xi|person/xi-jinping] spoke of unity.",
        ),
        ("2024-06-11", "[Xi|person/xi-jinping] told Biden that China would not yield on Taiwan."),
        ("2024-06-11", "The chapter Alpha [Xi|-] of the fraternity closed."),
        ("2024-06-11", "[Wang Yi|person/wang-yi] met Blinken in Beijing. [Wang|person/wang-yi] was blunt."),
        ("2024-06-11", "The painter [Wang Lin|-] won. [Wang|-] is 24."),
        (
            "2024-06-11",
            "[John Kerry|person/john-kerry] flew to Beijing for climate talks. [Kerry|person/john-kerry] met his counterpart.",
        ),
        ("2024-06-11", "The hotel in [Kerry|-] closed after the storm in western Ireland."),
        (
            "2024-06-11",
            "[Boris Johnson|person/boris-johnson] resigned. [Johnson|person/boris-johnson] blamed the herd.",
        ),
        (
            "2024-06-11",
            "House Speaker [Mike Johnson|person/mike-johnson] adjourned. [Johnson|person/mike-johnson] had lost the vote.",
        ),
        ("2024-06-11", "The sprinter [Ben Johnson|-] was banned. [Johnson|-] never raced again."),
        ("2024-06-11", "Shares of [Johnson & Johnson|organization/johnson-johnson] fell."),
        (
            "2024-06-11",
            "Sen. [Tim Scott|person/tim-scott] of South Carolina endorsed Trump. [Scott|person/tim-scott] is a Republican.",
        ),
        (
            "2024-06-11",
            "Sen. [Rick Scott|person/rick-scott] of Florida ran for leader. [Scott|person/rick-scott] lost.",
        ),
        ("2024-06-11", "[Walter Scott|-] was shot by a policeman. [Scott|-] was unarmed."),
        (
            "2024-06-11",
            "[Scott Bessent|person/scott-bessent] spoke to investors. [Bessent|person/scott-bessent] is a hedge fund manager.",
        ),
        (
            "2024-06-11",
            "[Susan Rice|person/susan-rice] left. [Rice|person/susan-rice] had run the council. The price of [rice|-] rose.",
        ),
        ("2024-06-11", "[Condoleezza Rice|person/condoleezza-rice] teaches at Stanford."),
        ("2024-06-11", "[Theresa May|person/theresa-may] spoke. In [May|-] she left. Since [May|-] it has rained."),
        ("2024-06-11", "[Tim Cook|person/tim-cook] presented a phone. The [cook|-] burned the soup."),
        ("2024-06-11", "[Steve Jobs|person/steve-jobs] died in 2011. The plan adds [jobs|-] and growth."),
        ("2024-06-11", "[Boris Pistorius|person/boris-pistorius] visited Kyiv. [Oscar Pistorius|-] was freed."),
        ("2024-06-11", "[Rachel Reeves|person/rachel-reeves] raised taxes; [Keanu Reeves|-] made a film."),
        (
            "2024-06-11",
            "[Antony Blinken|person/antony-blinken] flew to Tel Aviv. [Blinken|person/antony-blinken] met Netanyahu.",
        ),
        (
            "2024-06-11",
            "[Benjamin Netanyahu|person/benjamin-netanyahu] spoke. His wife [Sara Netanyahu|person/sara-netanyahu] listened. [Netanyahu|person/benjamin-netanyahu] left.",
        ),
        ("2024-06-11", "[Olena Zelenska|person/olena-zelenska] opened the clinic."),
        (
            "2024-06-11",
            "[Yulia Navalnaya|person/yulia-navalnaya] said [Alexei Navalny|person/alexei-navalny] was murdered.",
        ),
        (
            "2024-06-11",
            "[Barack Obama|person/barack-obama] campaigned. [Michelle Obama|person/michelle-obama] joined him. [Obama|person/barack-obama]'s speech was short.",
        ),
        (
            "2024-06-11",
            "Former first lady [Michelle Obama|person/michelle-obama] wrote a memoir. [Obama|person/michelle-obama] toured ten cities.",
        ),
        (
            "2024-06-11",
            "[Hunter Biden|person/hunter-biden] was convicted in Delaware. [Biden|person/hunter-biden] is the son of the president.",
        ),
        ("2024-06-11", "[Joe Biden|person/joe-biden] pardoned no one. [Jill Biden|person/jill-biden] sat in court."),
        (
            "2024-06-11",
            "[Ferdinand Marcos Jr.|person/ferdinand-marcos-jr] met [Joe Biden|person/joe-biden] in Washington. [Marcos|person/ferdinand-marcos-jr] praised the alliance.",
        ),
        (
            "2024-06-11",
            "[Bongbong Marcos|person/ferdinand-marcos-jr]'s mother, [Imelda Marcos|person/imelda-marcos], collected shoes.",
        ),
        (
            "2024-06-11",
            "[Justin Trudeau|person/justin-trudeau] resigned. His father [Pierre Trudeau|person/pierre-trudeau] had led Canada too.",
        ),
        (
            "2024-06-11",
            "[Sheikh Hasina|person/sheikh-hasina] fled Dhaka. [Hasina|person/sheikh-hasina] landed in India.",
        ),
        (
            "2024-06-11",
            "[Aung San Suu Kyi|person/aung-san-suu-kyi] is jailed. [Suu Kyi|person/aung-san-suu-kyi] is 79.",
        ),
        (
            "2024-06-11",
            "[Alexander Lukashenko|person/alexander-lukashenko] met [Putin|person/vladimir-putin] in Minsk.",
        ),
        (
            "2024-06-11",
            "[Salman Rushdie|-] testified; [Mohammed bin Salman|person/mohammed-bin-salman] met Biden in Jeddah.",
        ),
        (
            "2024-06-11",
            "[Dan Sullivan|person/dan-sullivan] of Alaska spoke. National security adviser [Jake Sullivan|person/jake-sullivan] listened.",
        ),
    ]);
}

#[test]
fn nobody_the_pack_knows() {
    check(&[
        ("2024-06-11", "[Joe Manchin|person/joe-manchin] left the party. The plumber [Joe Mancini|-] fixed the sink."),
        ("2024-06-11", "[David Cameron|person/david-cameron] returned. [James Cameron|-] dived."),
        ("2024-06-11", "The teacher [Elizabeth Warren-Smith|-] retired in Leeds."),
        ("2024-06-11", "[Vladimir Putin|person/vladimir-putin] and [Vladimir Nabokov|-] share a name."),
        ("2024-06-11", "Coach [Mike Johnson|-] praised his players in Leeds."),
        ("2024-06-11", "A nurse, [Angela Martin|-], called the police in Ohio."),
    ]);
}

#[test]
fn surnames_that_begin_small() {
    check(&[
        (
            "2021-09-29",
            "The leaders of the European Union met. President [von der Leyen|person/ursula-von-der-leyen] stated that it works.",
        ),
        (
            "2025-02-24",
            "Syrian President [Ahmed al-Sharaa|person/ahmed-al-sharaa] spoke in Damascus. [al-Sharaa|person/ahmed-al-sharaa] thanked Turkey.",
        ),
        ("2025-02-24", "[Trump|person/donald-trump] told reporters in Riyadh that the Saudi plan was good."),
    ]);
}

#[test]
fn a_title_before_and_kin_beside() {
    check(&[(
        "2019-11-19",
        "U.S. diplomats heard no word of Biden or his son by President [Trump|person/donald-trump] until the transcript came.",
    )]);
}

#[test]
fn monarchs() {
    check(&[
        ("2025-05-09", "In London, King [Charles|person/charles-iii] and Keir Starmer sent wishes."),
        ("2025-05-09", "Jordan's King [Abdullah|person/abdullah-ii] flew to Washington."),
    ]);
}

#[test]
fn a_common_surname_alone_is_nobodys() {
    check(&[(
        "2024-11-12",
        "The caucus was revived by U.S. Representatives Strickland and [Miller|-], the White House said.",
    )]);
}
