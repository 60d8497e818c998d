//! Whom the names mean. In each case `[words|id]` says which entity the words stand for, `[words|id+id]` which two, and
//! `[words|-]` that they stand for nothing the pack knows.

mod common;

#[path = "linking"]
mod tables {
    mod bodies;
    mod longer;
    mod nations;
    mod nominal;
    mod pairs;
    mod people;
    mod pronouns;

    use super::{check, check_nominal};
}

use newsgloss::Options;
use newsgloss::knowledge::Form;

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

/// What is wrong with a case; empty if nothing is. With `nominal`, what is marked is to be a mention without a name.
fn faults(date: &str, marked: &str, nominal: bool) -> Vec<String> {
    let (text, marks) = parse(marked);
    let options = Options { date: date.parse().ok(), offsets: newsgloss::span::OffsetUnit::Byte, ..Options::default() };
    let found = common::gloss().annotate(&text, &options);
    let at = |start: usize, end: usize| {
        let mention = found.mentions.iter().find(|m| m.start == start && m.end == end)?;
        let fits = !nominal || mention.form == Form::Nominal;
        let meant = [mention.entity].into_iter().chain(mention.also.iter().copied());
        fits.then(|| meant.filter_map(|i| found.entities.get(i)).collect::<Vec<_>>())
    };
    let fault = |(start, end, id): &(usize, usize, String)| {
        let entities = at(*start, *end).filter(|all| all.iter().all(|e| e.known) || id.contains("article/"));
        let ids: Vec<&str> = entities.iter().flatten().map(|e| e.id.as_str()).collect();
        let got = if ids.is_empty() { "-".to_owned() } else { ids.join("+") };
        (got != *id).then(|| format!("{date} {marked}\n   {}: {got}, not {id}", &text[*start..*end]))
    };
    marks.iter().filter_map(fault).collect()
}

fn report(cases: &[(&str, &str)], nominal: bool) {
    let faults: Vec<String> = cases.iter().flat_map(|(date, marked)| faults(date, marked, nominal)).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Each marked name means what its mark says.
fn check(cases: &[(&str, &str)]) {
    report(cases, false);
}

/// Each marked noun or pronoun means what its mark says.
fn check_nominal(cases: &[(&str, &str)]) {
    report(cases, true);
}
