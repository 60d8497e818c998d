//! Whom the names mean. In each case `[words|id]` says which entity the words stand for, and `[words|-]` that they
//! stand for nothing the pack knows.

mod common;

use newsgloss::Options;

/// The text without its marks, and the marks as (start, end, id) in bytes.
fn parse(marked: &str) -> (String, Vec<(usize, usize, String)>) {
    let (mut text, mut marks) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some(open) = rest.find('[') {
        text += &rest[..open];
        let close = rest.find(']').expect("a closing bracket");
        let (words, id) = rest[open + 1..close].split_once('|').expect("words|id");
        marks.push((text.len(), text.len() + words.len(), id.to_owned()));
        text += words;
        rest = &rest[close + 1..];
    }
    (text + rest, marks)
}

/// What is wrong with a case; empty if nothing is.
fn faults(date: &str, marked: &str) -> Vec<String> {
    let (text, marks) = parse(marked);
    let options = Options { date: date.parse().ok(), offsets: newsgloss::span::OffsetUnit::Byte, ..Options::default() };
    let found = common::gloss().annotate(&text, &options);
    let at = |start: usize, end: usize| {
        let mention = found.mentions.iter().find(|m| m.start == start && m.end == end)?;
        found.entities.get(mention.entity)
    };
    let fault = |(start, end, id): &(usize, usize, String)| {
        let entity = at(*start, *end);
        let got = entity.filter(|e| e.known || id.starts_with("article/")).map_or("-", |e| e.id.as_str());
        (got != id).then(|| format!("{date} {marked}\n   {}: {got}, not {id}", &text[*start..*end]))
    };
    marks.iter().filter_map(fault).collect()
}

fn check(cases: &[(&str, &str)]) {
    let faults: Vec<String> = cases.iter().flat_map(|(date, marked)| faults(date, marked)).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

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
