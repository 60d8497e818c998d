//! One bad row for each check, and what is said of it.

use std::fs;
use std::path::PathBuf;

use crate::knowledge::compile;

/// Small tables that pass every check.
const GOOD: [(&str, &str); 9] = [
    ("sources.tsv", "key\tname\tlicence\tdate\nwd\tWikidata\tCC0\t2025-10-03\n"),
    (
        "nations.tsv",
        "code\tiso3\twikidata\tname\tclass\tsovereign\tprominence\n\
         RU\tRUS\tQ159\tRussia\tun_member\t\t3\n\
         UA\tUKR\tQ212\tUkraine\tun_member\t\t3\n",
    ),
    ("places.tsv", "id\twikidata\tname\tclass\tnation\tprominence\nkyiv\tQ1899\tKyiv\tcapital\tUA\t3\n"),
    ("organizations.tsv", "id\twikidata\tname\tclass\tnation\tprominence\nun\tQ1065\tUnited Nations\tigo\t\t3\n"),
    (
        "people.tsv",
        "id\twikidata\tname\tsurname\tnation\tprominence\n\
         ann-bell\t\tAnn Bell\tBell\tUA\t2\n\
         bob-carr\t\tBob Carr\tCarr\tUA\t2\n",
    ),
    ("facts.tsv", "entity\tlabel\tvalue\tsource\tas_of\nnation/UA\tcapital\tplace/kyiv\twd\t\n"),
    ("shared_offices.tsv", "of\ttitle\n"),
    (
        "offices.tsv",
        "person\ttitle\trank\tof\tstart\tend\tsource\tas_of\n\
         person/ann-bell\tPresident\thead_of_state\tnation/UA\t2019-05-20\t\twd\t\n",
    ),
    ("members.tsv", "organization\tmembers\tsource\tas_of\norganization/un\tRU UA\twd\t\n"),
];

/// Compiles the small tables with one table replaced, or with one row added to it, and says what is wrong.
fn problems(name: &str, table: &str, row: &str) -> String {
    let folder: PathBuf = std::env::temp_dir().join(format!("newsgloss-{}-{name}", std::process::id())).join("data");
    fs::create_dir_all(&folder).expect("a folder");
    let aliases = ("aliases.tsv", "entity\talias\tform\tguard\nnation/UA\tUkrainian\tdemonym\t\n");
    for (file, good) in GOOD.into_iter().chain([aliases]) {
        let text = if file == table { format!("{good}{row}\n") } else { good.to_owned() };
        fs::write(folder.join(file), text).expect("a table");
    }
    let found = compile(&folder).err().unwrap_or_default();
    fs::remove_dir_all(folder.parent().expect("a folder")).expect("clean-up");
    found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn each_check_names_line_and_remedy() {
    for (i, (table, row, expected)) in [
        ("facts.tsv", "", ""),
        (
            "facts.tsv",
            "nation/XX\tpopulation\t1\twd\t",
            "data/facts.tsv:3: nothing has the id \"nation/XX\"; correct it or add the row it means",
        ),
        (
            "facts.tsv",
            "nation/UA\tpopulation\t1\t\t",
            "data/facts.tsv:3: the source is missing; name a key of sources.tsv",
        ),
        (
            "facts.tsv",
            "nation/UA\tpopulation\t1\tnobody\t",
            "data/facts.tsv:3: no source \"nobody\"; name a key of sources.tsv",
        ),
        (
            "facts.tsv",
            "nation/UA\tpopulation\t1\twd\tlast year",
            "data/facts.tsv:3: as_of \"last year\" is no date; write YYYY, YYYY-MM or YYYY-MM-DD",
        ),
        (
            "facts.tsv",
            "nation/UA\tpopulation\tmany\twd\t",
            "data/facts.tsv:3: population \"many\"; write the number of people in digits",
        ),
        (
            "facts.tsv",
            "nation/RU\tcapital\tplace/kyiv\twd\t",
            "data/facts.tsv:3: place/kyiv is the capital of nation/RU but lies elsewhere; correct the nation in \
             places.tsv or the capital here\n\
             data/facts.tsv:3: place/kyiv is the capital of nation/UA in line 2; name two different places",
        ),
        (
            "facts.tsv",
            "nation/UA\tpopulation\t1\twd\t\nnation/UA\tpopulation\t2\twd\t",
            "data/facts.tsv:4: a second population beside line 3; keep the one that holds",
        ),
        (
            "facts.tsv",
            "nation/UA\tcolour\tblue\twd\t",
            "data/facts.tsv:3: colour \"blue\"; no such label: use one that data/README.md lists",
        ),
        ("facts.tsv", "nation/UA\tcurrency\teuro\twd\t", "data/facts.tsv:3: currency \"euro\"; write the ISO 4217 code"),
        ("facts.tsv", "nation/UA\tpopulation", "data/facts.tsv:3: the row has 2 cells; give it 5, with tabs between them"),
        (
            "offices.tsv",
            "person/bob-carr\tPresident\thead_of_state\tnation/UA\t2024-01-01\t\twd\t",
            "data/offices.tsv:3: person/bob-carr and person/ann-bell in line 2 are both head of state of nation/UA at \
             one time; end one, or list the office in shared_offices.tsv",
        ),
        (
            "offices.tsv",
            "person/bob-carr\tEnvoy\tminister\tnation/UA\t2020\t2022\twd\t\n\
             person/ann-bell\tEnvoy\tminister\tnation/UA\t2021\t\twd\t",
            "data/offices.tsv:4: person/ann-bell and person/bob-carr in line 3 are both Envoy of nation/UA at one time; \
             end one, or list the office in shared_offices.tsv",
        ),
        (
            "offices.tsv",
            "person/ann-bell\tEnvoy\tminister\tnation/UA\t2020\t2022\twd\t\n\
             person/ann-bell\tEnvoy\tminister\tnation/UA\t2021\t\twd\t",
            "data/offices.tsv:4: person/ann-bell and person/ann-bell in line 3 are both Envoy of nation/UA at one time; \
             end one, or list the office in shared_offices.tsv",
        ),
        (
            "offices.tsv",
            "person/bob-carr\tEnvoy\tminister\tnation/UA\t2024-02-30\t\twd\t",
            "data/offices.tsv:3: \"2024-02-30\" is no date; write YYYY, YYYY-MM or YYYY-MM-DD",
        ),
        (
            "offices.tsv",
            "person/bob-carr\tEnvoy\tminister\tnation/UA\t2024\t2023\twd\t",
            "data/offices.tsv:3: the office ends on 2023-12-31, before it starts; correct the days",
        ),
        (
            "offices.tsv",
            "person/bob-carr\tEnvoy\tminister\tnation/UA\t2026\t\twd\t",
            "data/offices.tsv:3: the office starts on 2026-01-01, after its source ends on 2025-10-03; name a later \
             source or a later as_of",
        ),
        (
            "offices.tsv",
            "person/bob-carr\tEnvoy\tking\tnation/UA\t2024\t\twd\t",
            "data/offices.tsv:3: no rank \"king\"; write head_of_state, head_of_government, minister, legislator, head \
             or other",
        ),
        (
            "offices.tsv",
            "person/eve-ford\tEnvoy\tminister\tnation/UA\t2024\t\twd\t\n\
             person/bob-carr\tEnvoy\tminister\tnation/XX\t2024\t\twd\t",
            "data/offices.tsv:3: nothing has the id \"person/eve-ford\"; correct it or add the row it means\n\
             data/offices.tsv:4: nothing has the id \"nation/XX\"; correct it or add the row it means",
        ),
        (
            "shared_offices.tsv",
            "nation/XX\tEnvoy",
            "data/shared_offices.tsv:2: nothing has the id \"nation/XX\"; correct it or add the row it means",
        ),
        (
            "members.tsv",
            "organization/un\tUA XX\twd\t",
            "data/members.tsv:3: nothing has the id \"nation/XX\"; correct it or add the row it means",
        ),
        (
            "aliases.tsv",
            "place/kiev\tKiev\tname\t",
            "data/aliases.tsv:3: nothing has the id \"place/kiev\"; correct it or add the row it means",
        ),
        (
            "aliases.tsv",
            "place/kyiv\tKiev\tnickname\t",
            "data/aliases.tsv:3: no form \"nickname\"; write name, short, acronym, demonym or metonym",
        ),
        (
            "aliases.tsv",
            "place/kyiv\tKiev\tname\tmaybe",
            "data/aliases.tsv:3: no guard \"maybe\"; write context or word, or leave the cell empty",
        ),
        ("aliases.tsv", "place/kyiv\t\tname\t", "data/aliases.tsv:3: \"\": the alias is empty; write it or delete the row"),
        (
            "aliases.tsv",
            "place/kyiv\tUkraine\tname\t",
            "data/aliases.tsv:3: \"Ukraine\" means place/kyiv and also nation/UA (nations.tsv:3); give all but one the \
             guard context or word in aliases.tsv",
        ),
        (
            "aliases.tsv",
            "nation/UA\tUkrainian\tdemonym\tword",
            "data/aliases.tsv:3: the alias \"Ukrainian\" is already in line 2; delete one of the two rows",
        ),
        (
            "aliases.tsv",
            "person/ann-bell\tPresident Bell\tname\t",
            "data/aliases.tsv:3: \"President Bell\": begins with a title; leave the title away: it is read from the text",
        ),
        (
            "aliases.tsv",
            "nation/UA\tUkraine (country)\tname\t",
            "data/aliases.tsv:3: \"Ukraine (country)\": never occurs in running text; write it as an article would, \
             without brackets",
        ),
        (
            "aliases.tsv",
            "nation/UA\tUkra\u{200e}ine\tname\t",
            "data/aliases.tsv:3: \"Ukra\\u{200e}ine\": holds an invisible character; write it anew",
        ),
        (
            "aliases.tsv",
            "nation/UA\tthe Ukraine\tname\t",
            "data/aliases.tsv:3: \"the Ukraine\": begins with an article; leave \"the\" away",
        ),
        (
            "people.tsv",
            "carl-dunn\tQ212\tCarl Dunn\tDunn\tUA\t1",
            "data/people.tsv:4: Q212 already is nations.tsv:3; one of the two is another entity, or they are one: mend \
             or merge",
        ),
        (
            "people.tsv",
            "ann-bell\t\tAnn Belle\tBelle\tUA\t7",
            "data/people.tsv:4: the id person/ann-bell is already in line 2; merge the rows or rename one\n\
             data/people.tsv:4: the prominence is no number from 0 to 3; write 0 (seldom) to 3 (daily)",
        ),
        (
            "people.tsv",
            "carl-dunn\t212\tCarl Dunn\tDunn\tXX\t1",
            "data/people.tsv:4: \"212\" is no Wikidata id; write Q and its number\n\
             data/people.tsv:4: nothing has the id \"nation/XX\"; correct it or add the row it means",
        ),
        (
            "people.tsv",
            "carl-dunn\t\t\tDunn\tUA\t1",
            "data/people.tsv:4: \"\": the alias is empty; write it or delete the row\n\
             data/people.tsv:4: the name is missing; write the full common name",
        ),
        (
            "sources.tsv",
            "me\tMyself\tCC0\tlately",
            "data/sources.tsv:3: \"lately\" is no date; write YYYY, YYYY-MM or YYYY-MM-DD",
        ),
        (
            "sources.tsv",
            "wd\tWikidata\tCC0\t2024",
            "data/sources.tsv:3: the source wd is in two rows; give each a key of its own",
        ),
        ("sources.tsv", "me\tMyself\t\t2025", "data/sources.tsv:3: the source has no licence; say under which terms its facts are used"),
        ("places.tsv", "# a comment", ""),
    ]
    .into_iter()
    .enumerate()
    {
        assert_eq!(problems(&i.to_string(), table, row), expected, "{row}");
    }
}

#[test]
fn a_missing_table_and_a_wrong_header() {
    let folder = std::env::temp_dir().join(format!("newsgloss-{}-empty", std::process::id())).join("data");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("nations.tsv"), "code\tname\n").expect("a table");
    let found: Vec<_> = compile(&folder).err().unwrap_or_default().iter().map(ToString::to_string).collect();
    fs::remove_dir_all(folder.parent().expect("a folder")).expect("clean-up");
    assert!(found.iter().any(|p| p.starts_with("data/people.tsv:0: cannot be read")), "{found:?}");
    let header = "data/nations.tsv:1: the columns are code, name; name the columns: code, iso3, wikidata, name, class, \
                  sovereign, prominence";
    assert!(found.iter().any(|p| p == header), "{found:?}");
}
