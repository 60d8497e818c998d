//! Titles: a short headline for each deal.

use super::Party;
use crate::deal::{DealKind, Role};

/// "United States–Ukraine rare earth minerals deal", "United States sanctions on Russia".
pub(super) fn of(kind: DealKind, parties: &[Party], about: &[String]) -> String {
    let names =
        |role: Role| -> Vec<&str> { parties.iter().filter(|p| p.role == role).map(|p| p.name.as_str()).collect() };
    let (sides, targets) = (names(Role::Party), names(Role::Target));
    let subject = about.first().map_or("", String::as_str);
    let noun = noun(kind);
    match kind {
        DealKind::Sanctions | DealKind::Tariffs => aimed(&sides, noun, "on", &targets),
        DealKind::Acquisition if !targets.is_empty() => aimed(&sides, noun, "of", &targets),
        DealKind::Resolution => {
            let body = sides.iter().find(|s| s.contains("Nations")).or(sides.first()).copied().unwrap_or_default();
            joined(&[body, noun, &if subject.is_empty() { String::new() } else { format!("on {subject}") }])
        }
        DealKind::Agreement => {
            let noun = if subject.to_lowercase().ends_with("agreement") { "" } else { "deal" };
            joined(&[&pair(&sides), subject, noun])
        }
        DealKind::Peace => joined(&[&pair(&sides), noun]),
        _ => joined(&[&pair(&sides), noun]),
    }
}

fn noun(kind: DealKind) -> &'static str {
    match kind {
        DealKind::Agreement => "deal",
        DealKind::Peace => "peace deal",
        DealKind::Sanctions => "sanctions",
        DealKind::Tariffs => "tariffs",
        DealKind::Resolution => "resolution",
        DealKind::Exchange => "prisoner exchange",
        DealKind::Talks => "talks",
        DealKind::Acquisition => "takeover",
        DealKind::Contract => "contract",
    }
}

/// "Russia–Ukraine"; of more than three sides, the first two.
fn pair(sides: &[&str]) -> String {
    sides.iter().take(if sides.len() > 3 { 2 } else { 3 }).copied().collect::<Vec<_>>().join("–")
}

fn aimed(sides: &[&str], noun: &str, preposition: &str, targets: &[&str]) -> String {
    let on = if targets.is_empty() { String::new() } else { format!("{preposition} {}", targets.join(" and ")) };
    joined(&[&pair(sides), noun, &on])
}

/// The words that are there, with a capital in front.
fn joined(words: &[&str]) -> String {
    let text = words.iter().filter(|w| !w.is_empty()).copied().collect::<Vec<_>>().join(" ");
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
