//! Which words are names, and of what: `[words|kind]` marks each one, and nothing else may be marked. The people here
//! are made up or well known; no pack and no corpus lists the former.

mod common;

use newsgloss::annotation::Annotations;
use newsgloss::knowledge::Form;
use newsgloss::{Options, span::OffsetUnit};

/// The text of a case, without its marks.
fn plain(marked: &str) -> String {
    let mut parts = marked.split(['[', ']']);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('|').map_or(part, |(words, _)| words))
}

/// A text with its names marked as the cases are.
fn mark(text: &str, found: &Annotations) -> String {
    let mut marked = String::new();
    let mut done = 0;
    for mention in found.mentions.iter().filter(|m| m.form != Form::Nominal) {
        let kind = format!("{:?}", mention.kind).to_lowercase();
        marked += &format!("{}[{}|{kind}]", &text[done..mention.start], mention.text);
        done = mention.end;
    }
    marked + &text[done..]
}

fn check(cases: &[&str]) {
    let options = Options { date: "2025-03-10".parse().ok(), offsets: OffsetUnit::Byte, ..Options::default() };
    let found = |case: &str| mark(&plain(case), &common::gloss().annotate(&plain(case), &options));
    let wrong: Vec<String> = (cases.iter())
        .filter(|case| found(case) != **case)
        .map(|case| format!("{case}   <- expected\n{}   <- found\n", found(case)))
        .collect();
    assert!(wrong.is_empty(), "{} of {}\n\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn title_case_headlines() {
    check(&[
        "[Kenya|nation] and [Somalia|nation] Sign Fishing Accord After Talks in [Doha|place]",
        "[Canada|nation]'s Trade Minister Says Talks With [India|nation] Will Resume",
        "[Poland|nation] Orders New Tanks From [South Korea|nation]",
        "President [Macron|person] Meets [Vietnamese|nation] Leader in [Hanoi|place]",
        "Court Rejects Appeal by Former Minister [Daniel Okafor|person]",
        "Dozens Hurt as Train Derails Near [Mumbai|place]",
        "What We Know About the New Tax Plan",
        "Police Arrest Man After Fire at Hospital",
    ]);
}

#[test]
fn lines_of_capitals() {
    check(&[
        "[UKRAINE|nation] AND [POLAND|nation] SIGN DEFENSE PACT",
        "PRESIDENT [MACRON|person] ARRIVES IN [BERLIN|place]",
        "[JAPAN|nation] TO BUY MORE GAS FROM [QATAR|nation]",
        "STOCKS FALL FOR THIRD DAY ON RATE FEARS",
        "[NATO|organization] LEADERS GATHER IN [MADRID|place]",
    ]);
}

#[test]
fn datelines() {
    check(&[
        "[KYIV|place], [Ukraine|nation] ([Reuters|organization]) - [Ukraine|nation] said on Friday it had received the first payment.",
        "[NAIROBI|place] ([AP|organization]) — Lawmakers in [Kenya|nation] approved the bill on Tuesday.",
        "[WASHINGTON|place] — The [Senate|organization] committee heard from three experts.",
        "[LAGOS|place], [Nigeria|nation] — Traders closed their shops on Monday.",
        "[GENEVA|place], March 3 - Talks on the ceasefire opened on Monday.",
    ]);
}

#[test]
fn companies_nobody_lists() {
    check(&[
        "The drug developer [Velmara|organization] said on Monday that [Velmara|organization]'s board backed the offer.",
        "Ostrelis shares fell by a fifth. Analysts had expected [Ostrelis|organization] to grow.",
        "[Novo Nordisk|organization] withdrew its bid. [Novo|organization] said it would look elsewhere.",
        "[Nippon Steel|organization] of [Japan|nation] and the [Bank of Japan|organization] declined to comment.",
        "[Karin Melander|person] sold her shares. [Melander|person]'s shares were worth two million euros.",
    ]);
}

#[test]
fn bylines() {
    check(&[
        "By [Maria Lopez|person] in [Geneva|place]",
        "By [Tom Hargreaves|person] and [Aisha Bello|person]",
        "BY [JANE WHITCOMBE|person]",
        "Reporting by [Kofi Asante|person] in [Accra|place]; editing by [Helen Marsh|person].",
    ]);
}

#[test]
fn hyphens_and_dashes() {
    check(&[
        "The [Iran|nation]–[Iraq|nation] border was closed on Sunday.",
        "[Mary Ellen Smith-Jones|person] won the seat for the second time.",
        "[Jean-Luc Moreau|person] said the plant would close.",
        "Farmers on the [U.S.|nation]-[Mexico|nation] border welcomed the rain.",
        "The minister — [Petra Novak|person] — declined to comment.",
        "[Anne-Marie Dubois|person], a nurse, saw the crash.",
    ]);
}

#[test]
fn possessives() {
    check(&[
        "[Ukraine|nation]’s allies met Mr. [Zelensky|person]’s envoy.",
        "[Nadia Rahman|person]'s lawyer said the case would go on.",
        "[Germany|nation]'s economy shrank and [Volkswagen|organization]'s sales fell.",
        "The Joneses' house was [Peter Marlowe|person]'s first big sale.",
    ]);
}

#[test]
fn initials() {
    check(&[
        "[J. R. Whitlock|person] signed the letter.",
        "Former President [George H. W. Bush|person] met them.",
        "The author [P. D. Harlan|person] died on Monday.",
        "[Thomas K. Brennan|person], the county sheriff, said the road was closed.",
        "[A.J. Castellano|person] scored twice.",
    ]);
}

#[test]
fn particles() {
    check(&[
        "Commission chief [Ursula von der Leyen|person] spoke in [Strasbourg|place].",
        "Crown Prince [Mohammed bin Salman|person] received [Antony Blinken|person] in [Riyadh|place].",
        "The lawyer [Pieter van den Berg|person] told reporters that he would appeal.",
        "[Lucia de la Cruz|person], who runs the school, thanked the donors.",
        "[Omar al-Khatib|person] said [al-Khatib|person] was his grandfather's name.",
        "Sheikh [Hamad bin Rashid al-Nuaimi|person] opened the museum.",
        "[Gianluca di Marco|person], a baker, lost his shop.",
        "[Maria de Oliveira|person] told reporters that the bridge was unsafe.",
        "The novelist [Karin van der Meer|person] lives in [Utrecht|place].",
    ]);
}

#[test]
fn family_name_first() {
    check(&[
        "[South Korean|nation] President [Lee Jae-myung|person] spoke with [Xi Jinping|person].",
        "[Nguyen Van Hai|person], a farmer, lost his house. [Hai|person] said he would rebuild.",
        "The editor, [Zhang Weimin|person], resigned. [Zhang|person] gave no reason.",
        "Prosecutors questioned [Kim Min-seok|person] on Friday. [Kim|person] denied the charges.",
    ]);
}

#[test]
fn diacritics() {
    check(&[
        "[Brazilian|nation] President [Luiz Inácio Lula da Silva|person] won the vote.",
        "[Søren Lindqvist|person] and [Jürgen Größ|person] met in [Malmö|place].",
        "[Zoë Kravčenko|person] told [Łukasz Wójcik|person] that the talks had failed.",
        "[Recep Tayyip Erdoğan|person] spoke in [Ankara|place] on Monday.",
        "[José Ángel Peña|person], the mayor, thanked them.",
    ]);
}

#[test]
fn names_in_parentheses() {
    check(&[
        "The [World Health Organization|organization] ([WHO|organization]) sent a team.",
        "Her brother ([Samuel Adeyemi|person]) drove the truck.",
        "The senator (Republican, [Texas|place]) voted no.",
        "The winner ([Elena Petrescu|person] of [Romania|nation]) wept.",
    ]);
}

#[test]
fn surnames_follow_their_full_names() {
    check(&[
        "Trade Minister [Halima Okonjo|person] signed the accord on Tuesday. [Okonjo|person] said the vote would be held in May.",
        "[Valentina Paris|person] sued the company. [Paris|person] said she was never paid.",
        "Mayor [Paul Berlin|person] resigned. [Berlin|person] said he was tired.",
        "Dr. [Emma Sydney|person] runs the clinic. [Sydney|person] said she would stay.",
        "Judge [Henry Lincoln|person] dismissed the case. [Lincoln|person] gave no reason.",
        "Senator [Ruth Ellison|person] and her husband, [Jordan Ellison|person], left. [Ellison|person] waved.",
        "Police named the driver as [Martin Brook|person]. [Brook|person] was sober.",
        "The statue of [Simon Bolivar|person] fell. [Bolivar|person] died in 1830.",
    ]);
}

#[test]
fn words_that_are_no_names() {
    check(&[
        "May was cold, and the Board met on Monday.",
        "Prices rose in March. Homeowners and Drivers alike complained.",
        "The Internet was down, said the spokesman.",
        "The Act came into force in May, and the principle of the equality of States with it.",
        "He read the Book of Job to the Committee.",
        "Read More: Ten Ways to Save Energy This Winter",
        "Sign up for our Morning Briefing.",
    ]);
}
