//! News of our own, one file a case: the text with its mentions marked, then the deals it tells.
//!
//! ```text
//! 2025-03-04
//!
//! Israel and Hamas agreed to a [ceasefire|1] brokered by Egypt.
//!
//! 1 peace agreed: Hamas, Israel, ~Egypt
//! ```
//!
//! The first line is the day the text is read at. `>` stands before a target, `~` before a mediator; a text without
//! deals ends with itself. Adding a case is adding a file.
//!
//! Who is named comes from a trained model, so that another one may read a name in a few cases otherwise: of twenty
//! cases one may differ, and is shown.

mod common;

use std::path::Path;

use newsgloss::Options;
use newsgloss::annotation::{Annotations, Deal};
use newsgloss::deal::Role;
use newsgloss::span::OffsetUnit;

/// The text of a case without its marks: `[ceasefire|1]` is "ceasefire".
fn unmarked(marked: &str) -> String {
    let mut text = String::new();
    let mut rest = marked;
    while let Some((before, behind)) = rest.split_once('[') {
        let (mention, after) = behind.split_once(']').expect("a closing bracket");
        let (words, _) = mention.split_once('|').expect("the number of a deal");
        text.extend([before, words]);
        rest = after;
    }
    text + rest
}

/// The text with the mentions of its deals marked.
fn marked(text: &str, deals: &[Deal]) -> String {
    let mut mentions: Vec<(usize, usize, usize)> = Vec::new();
    for (number, deal) in (1..).zip(deals) {
        mentions.extend(deal.mentions.iter().map(|m| (m.start, m.end, number)));
    }
    mentions.sort_unstable();
    let mut drawn = String::new();
    let mut at = 0;
    for (start, end, number) in mentions {
        drawn += &format!("{}[{}|{number}]", &text[at..start], &text[start..end]);
        at = end;
    }
    drawn + &text[at..]
}

/// "1 peace agreed: Hamas, Israel, ~Egypt"
fn line(number: usize, deal: &Deal) -> String {
    let role = |role: Role| match role {
        Role::Party => "",
        Role::Target => ">",
        Role::Mediator => "~",
    };
    let mut parties: Vec<String> = deal.parties.iter().map(|p| format!("{}{}", role(p.role), p.name)).collect();
    parties.sort();
    let word = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let kind = word(serde_json::to_value(deal.kind).expect("a kind"));
    let stage = word(serde_json::to_value(deal.stage).expect("a stage"));
    format!("{number} {kind} {stage}: {}", parties.join(", ")).trim_end().to_owned()
}

/// A case as it is written, from what was found.
fn drawn(date: &str, text: &str, found: &Annotations) -> String {
    let lines: Vec<String> = (1..).zip(&found.deals).map(|(number, deal)| line(number, deal)).collect();
    let end = if lines.is_empty() { String::new() } else { format!("\n{}\n", lines.join("\n")) };
    format!("{date}\n\n{}\n{end}", marked(text, &found.deals))
}

/// The text of a case: what stands between its date and its deals.
fn text_of(case: &str) -> (&str, String) {
    let (date, body) = case.split_once("\n\n").expect("a date and a text");
    (date, unmarked(body.split("\n\n").next().unwrap_or_default().trim_end()))
}

fn check(case: &Path) -> Option<String> {
    let expected = std::fs::read_to_string(case).expect("a readable case");
    let (date, text) = text_of(&expected);
    let day = date.parse().expect("a date");
    let options = Options { date: Some(day), offsets: OffsetUnit::Byte, ..Options::default() };
    let found = drawn(date, &text, &common::gloss().annotate(&text, &options));
    (found != expected).then(|| format!("{}\n--- expected\n{expected}--- found\n{found}", case.display()))
}

#[test]
fn golden_cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut cases: Vec<_> = std::fs::read_dir(folder).expect("the cases").map(|f| f.expect("a file").path()).collect();
    cases.sort();
    let wrong: Vec<String> = cases.iter().filter_map(|case| check(case)).collect();
    let told = format!("{} of {} cases differ\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    println!("{told}");
    assert!(20 * wrong.len() < cases.len(), "{told}");
}
