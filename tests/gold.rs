//! The seed article and the development gold, where the shared material is present.

mod common;

use std::collections::{BTreeSet, HashSet};
use std::path::Path;

use newsgloss::Options;
use newsgloss::annotation::Annotations;
use newsgloss::span::OffsetUnit;
use serde_json::Value;

fn read(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).expect("a readable file")).expect("JSON")
}

fn annotate(text: &str, date: Option<&str>) -> Annotations {
    let date = date.and_then(|d| d.parse().ok());
    common::gloss().annotate(text, &Options { date, offsets: OffsetUnit::Char, ..Options::default() })
}

fn f1(right: usize, found: usize, gold: usize) -> f64 {
    2.0 * right as f64 / (found + gold).max(1) as f64
}

/// Start, end, kind and name of a mention.
type Linked = (u64, u64, String, String);

#[test]
fn seed_entities() {
    let (Some(article), Some(gold)) = (common::shared("seed/article.txt"), common::shared("seed/gold.json")) else {
        return;
    };
    let gold = read(&gold);
    let found = annotate(&std::fs::read_to_string(article).expect("the article"), gold["date"].as_str());
    let text = |v: &Value, key: &str| v[key].as_str().unwrap_or_default().to_owned();
    let wanted: HashSet<Linked> = (gold["mentions"].as_array().expect("mentions").iter())
        .map(|m| (m["start"].as_u64().unwrap(), m["end"].as_u64().unwrap(), text(m, "type"), text(m, "name")))
        .collect();
    let named = found.mentions.iter().filter(|m| m.form != newsgloss::knowledge::Form::Nominal);
    let got: HashSet<Linked> = named
        .map(|m| {
            let kind = format!("{:?}", m.kind).to_lowercase();
            (m.start as u64, m.end as u64, kind, found.entities[m.entity].name.clone())
        })
        .collect();
    let score = f1(wanted.intersection(&got).count(), got.len(), wanted.len());
    println!("seed entities F1 {score:.3}");
    assert!(score >= 0.99, "missing {:?}, spurious {:?}", wanted.difference(&got), got.difference(&wanted));
}

/// What the deals of a document come to: matched, found, gold, and the same for party names.
#[derive(Default)]
struct Tally {
    deals: [usize; 3],
    parties: [usize; 3],
}

impl Tally {
    /// Pairs gold and found deals one to one, those that share most mentions first.
    fn add(&mut self, gold: &Value, found: &Annotations) {
        let gold = gold["deals"].as_array().expect("deals");
        let mut pairs = Vec::new();
        for (g, deal) in gold.iter().enumerate() {
            self.parties[2] += names(deal).len();
            for (f, other) in found.deals.iter().enumerate() {
                let same = serde_json::to_value(other.kind).expect("a kind") == deal["kind"];
                let shared = shared_mentions(deal, other);
                if shared > 0 {
                    pairs.push((std::cmp::Reverse(2 * shared + usize::from(same)), g, f, same));
                }
            }
        }
        pairs.sort_unstable();
        let (mut used_gold, mut used_found) = (BTreeSet::new(), BTreeSet::new());
        for (_, g, f, same) in pairs {
            if used_gold.contains(&g) || used_found.contains(&f) {
                continue;
            }
            used_gold.insert(g);
            used_found.insert(f);
            self.deals[0] += usize::from(same);
            let parties = names(&gold[g]);
            self.parties[0] += found.deals[f].parties.iter().filter(|p| parties.contains(p.name.as_str())).count();
        }
        self.deals[1] += found.deals.len();
        self.deals[2] += gold.len();
        self.parties[1] += found.deals.iter().map(|d| d.parties.len()).sum::<usize>();
    }
}

/// How many gold mentions of a deal overlap one of the found deal.
fn shared_mentions(gold: &Value, found: &newsgloss::annotation::Deal) -> usize {
    let hit = |m: &&Value| {
        let (start, end) = (m["start"].as_u64().unwrap_or(0) as usize, m["end"].as_u64().unwrap_or(0) as usize);
        found.mentions.iter().any(|s| s.start < end && start < s.end)
    };
    gold["mentions"].as_array().expect("mentions").iter().filter(hit).count()
}

fn names(deal: &Value) -> BTreeSet<&str> {
    deal["parties"].as_array().into_iter().flatten().filter_map(|p| p["name"].as_str()).collect()
}

fn check_deals(name: &str, tally: &Tally, deals: f64, parties: f64) {
    let score = |t: [usize; 3]| f1(t[0], t[1], t[2]);
    println!("{name}: deals F1 {:.3}, party names F1 {:.3}", score(tally.deals), score(tally.parties));
    assert!(score(tally.deals) >= deals, "{name}: deals F1 {:.3} under {deals}", score(tally.deals));
    assert!(score(tally.parties) >= parties, "{name}: party names F1 {:.3} under {parties}", score(tally.parties));
}

#[test]
fn seed_deals() {
    let (Some(article), Some(gold)) = (common::shared("seed/article.txt"), common::shared("seed/gold.json")) else {
        return;
    };
    let gold = read(&gold);
    let mut tally = Tally::default();
    tally.add(&gold, &annotate(&std::fs::read_to_string(article).expect("the article"), gold["date"].as_str()));
    check_deals("seed", &tally, 0.8, 0.8);
}

#[test]
fn development_deals() {
    let Some(folder) = common::shared("gold/deals") else { return };
    let mut tally = Tally::default();
    for file in std::fs::read_dir(folder).expect("a folder") {
        let gold = read(&file.expect("a file").path());
        tally.add(&gold, &annotate(gold["text"].as_str().expect("text"), gold["date"].as_str()));
    }
    check_deals("development", &tally, 0.75, 0.65);
}
