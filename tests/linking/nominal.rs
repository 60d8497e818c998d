//! Mentions without a name, as the articles that introduce their people and nations go on.

use super::check_nominal;

#[test]
fn offices() {
    check_nominal(&[
        (
            "2025-02-24",
            "Ukrainian President Volodymyr Zelenskyy flew to London. The Ukrainian [president|person/volodymyr-zelenskyy] met Keir Starmer.",
        ),
        ("2025-02-24", "The French [president|person/emmanuel-macron] called Moscow on Monday."),
        ("2025-02-24", "South Korea's [president|person/yoon-suk-yeol] was impeached in December."),
        ("2025-07-01", "South Korea's [president|person/lee-jae-myung] spoke to Tokyo."),
        ("2022-05-20", "The [president|person/yoon-suk-yeol] of South Korea took office on May 10."),
        (
            "2025-02-24",
            "German Chancellor Olaf Scholz lost the vote. The [chancellor|person/olaf-scholz] said he would stay until a new government is formed.",
        ),
        (
            "2025-02-24",
            "British Prime Minister Keir Starmer will fly to Washington. The [prime minister|person/keir-starmer] wants guarantees.",
        ),
        ("2025-02-24", "Israel's [prime minister|person/benjamin-netanyahu] thanked the United States."),
        ("2025-02-24", "The former [president|-] of France wrote a book."),
        ("2025-02-24", "A [president|-] must be patient."),
        ("2025-02-24", "The Vice [President|-] spoke."),
        ("2025-02-24", "The [president|-] of the company resigned."),
        ("2025-02-24", "French President Emmanuel Macron met Polish President Andrzej Duda. The [president|-] smiled."),
        (
            "2025-02-24",
            "President Donald Trump met French President Emmanuel Macron. The French [president|person/emmanuel-macron] smiled.",
        ),
        ("2025-02-24", "The Russian [leader|-] did not answer, the Kremlin said."),
        (
            "2025-02-24",
            "Chinese leader Xi Jinping spoke in Beijing. The Chinese [leader|person/xi-jinping] praised the plan.",
        ),
        ("2025-02-24", "The Russian [foreign minister|person/sergey-lavrov], Sergey Lavrov, flew home."),
        ("2025-02-24", "The Canadian [prime minister|person/justin-trudeau] spoke to Mexico."),
        ("2025-02-24", "The Canadian [premier|-] of Ontario called an election."),
        ("2025-02-24", "Presidents come and go; the [presidency|-] stays."),
        ("2025-02-24", "The [king|-] of pop is dead."),
        ("2025-02-24", "The university's [president|-] resigned; President Joe Biden did not comment."),
        ("2025-02-24", "The club [president|-] met fans. President Donald Trump was not there."),
        ("2025-02-24", "President Donald Trump spoke. The company's vice [president|-] listened."),
        ("2025-02-24", "President Donald Trump spoke. The bank's [president|-] listened."),
    ]);
}

/// Without a day only the article's own titles tell who is in office.
#[test]
fn offices_of_an_undated_article() {
    check_nominal(&[(
        "",
        "President Yoon Suk Yeol spoke. Lee Jae-myung, the opposition leader, called the [president|person/yoon-suk-yeol]'s address weak.",
    )]);
}

#[test]
fn bodies() {
    check_nominal(&[
        ("2025-02-24", "The United Nations voted on Monday. The international [body|-] has 193 members."),
        (
            "2025-02-24",
            "The United Nations voted on Monday. The [international body|organization/united-nations] has 193 members.",
        ),
        (
            "2025-02-24",
            "The United Nations voted on Monday. The [world body|organization/united-nations] has 193 members.",
        ),
        (
            "2025-02-24",
            "The European Union agreed on sanctions. The [bloc|organization/european-union] will tighten them in June.",
        ),
        ("2025-02-24", "The European Union acted. The 27-nation [bloc|-] imposed tariffs."),
        ("2025-02-24", "NATO met in Brussels. The [alliance|organization/nato] will send jets."),
        ("2025-02-24", "Two parties formed an alliance. The [alliance|-] broke."),
        ("2025-02-24", "NATO met. The parties of the left formed a pact; the opposition [alliance|-] broke."),
    ]);
}

#[test]
fn countries() {
    check_nominal(&[
        ("2025-02-24", "Ukraine wants peace. The [country|nation/UA] has fought for three years."),
        ("2025-02-24", "Ukraine and Russia talked. The [country|-] waits."),
        ("2025-02-24", "France won the match. The [country|nation/FR] celebrated."),
        ("2025-02-24", "She moved to the [country|-] to grow beans."),
        ("2025-02-24", "Farmers in Kenya lost their crops. Across the [country|nation/KE], wells ran dry."),
    ]);
}

#[test]
fn leaders() {
    check_nominal(&[
        (
            "2025-02-24",
            "It was the first visit of a U.S. [president|-] to Beijing since 2017, President Donald Trump said.",
        ),
        ("2025-02-24", "Goods are taxed in the [country|-] of origin, the United States said."),
        (
            "2025-02-24",
            "North Korea tested a missile. Kim Jong Un watched. The North Korean [leader|person/kim-jong-un] smiled.",
        ),
        ("2025-02-24", "Opposition [leader|-] Friedrich Merz won the vote in Germany."),
        ("2025-02-24", "Olaf Scholz met Emmanuel Macron. The German [leader|person/olaf-scholz] left early."),
    ]);
}

#[test]
fn another_country() {
    check_nominal(&[
        ("2023-07-27", "Soldiers took power in Niger. France has 1,500 troops in the [country|-]."),
        ("2023-07-27", "Kenya lost its crops. Wells ran dry across the [country|nation/KE]."),
    ]);
}
