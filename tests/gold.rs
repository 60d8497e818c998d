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

/// Right, found and gold, as precision and recall are made of.
#[derive(Default)]
struct Count([usize; 3]);

impl Count {
    fn add(&mut self, right: usize, found: usize, gold: usize) {
        for (sum, more) in self.0.iter_mut().zip([right, found, gold]) {
            *sum += more;
        }
    }

    fn f1(&self) -> f64 {
        f1(self.0[0], self.0[1], self.0[2])
    }
}

/// What the deals of some documents come to, counted as `score.py` does.
#[derive(Default)]
struct Tally {
    deals: Count,
    mentions: Count,
    /// Parties by name.
    names: Count,
    /// Parties by name and role.
    parties: Count,
    /// Matched deals, and those of the right stage.
    matched: usize,
    staged: usize,
}

impl Tally {
    /// Pairs gold and found deals one to one, those that share most mentions first.
    fn add(&mut self, gold: &Value, found: &Annotations) {
        let gold = gold["deals"].as_array().expect("deals");
        let found: Vec<Value> = found.deals.iter().map(|d| serde_json::to_value(d).expect("a deal")).collect();
        let pairs = pair(gold, &found);
        let alike = |(g, f): &&(usize, usize)| gold[*g]["kind"] == found[*f]["kind"];
        self.deals.add(pairs.iter().filter(alike).count(), found.len(), gold.len());
        self.mentions.add(shared_mentions(gold, &found), total(&found, "mentions"), total(gold, "mentions"));
        for (count, with_role) in [(&mut self.names, false), (&mut self.parties, true)] {
            let common = |&(g, f): &(usize, usize)| {
                parties(&gold[g], with_role).intersection(&parties(&found[f], with_role)).count()
            };
            let right = pairs.iter().map(common).sum();
            let all = |deals: &[Value]| deals.iter().map(|d| parties(d, with_role).len()).sum();
            count.add(right, all(&found), all(gold));
        }
        self.matched += pairs.len();
        self.staged += pairs.iter().filter(|&&(g, f)| gold[g]["stage"] == found[f]["stage"]).count();
    }

    fn check(&self, name: &str, floor: Floor) {
        let stages = self.staged as f64 / self.matched.max(1) as f64;
        for (what, score, least) in [
            ("deals", self.deals.f1(), floor.deals),
            ("mentions", self.mentions.f1(), floor.mentions),
            ("party names", self.names.f1(), floor.names),
            ("parties", self.parties.f1(), floor.parties),
            ("stages", stages, floor.stages),
        ] {
            println!("{name}: {what} {score:.3}");
            assert!(score >= least, "{name}: {what} {score:.3} under {least}");
        }
    }
}

/// What scores may not fall under.
struct Floor {
    deals: f64,
    mentions: f64,
    names: f64,
    parties: f64,
    stages: f64,
}

/// Pairs of gold and found deals that overlap, those that share most mentions first, then those of one kind.
fn pair(gold: &[Value], found: &[Value]) -> Vec<(usize, usize)> {
    let mut scored = Vec::new();
    for (g, deal) in gold.iter().enumerate() {
        for (f, other) in found.iter().enumerate() {
            let hit = |m: &&Value| list(other, "mentions").iter().any(|o| overlap(m, o));
            let shared = list(deal, "mentions").iter().filter(hit).count();
            if shared > 0 {
                scored.push((std::cmp::Reverse(2 * shared + usize::from(deal["kind"] == other["kind"])), g, f));
            }
        }
    }
    scored.sort_unstable();
    let (mut used_gold, mut used_found) = (BTreeSet::new(), BTreeSet::new());
    let free = |&(_, g, f): &(_, usize, usize)| {
        let free = !used_gold.contains(&g) && !used_found.contains(&f);
        if free {
            used_gold.insert(g);
            used_found.insert(f);
        }
        free
    };
    scored.into_iter().filter(free).map(|(_, g, f)| (g, f)).collect()
}

fn list<'v>(deal: &'v Value, key: &str) -> &'v [Value] {
    deal[key].as_array().map_or(&[], Vec::as_slice)
}

fn total(deals: &[Value], key: &str) -> usize {
    deals.iter().map(|d| list(d, key).len()).sum()
}

fn overlap(a: &Value, b: &Value) -> bool {
    let at = |m: &Value, key: &str| m[key].as_u64().unwrap_or_default();
    at(a, "start") < at(b, "end") && at(b, "start") < at(a, "end")
}

/// How many gold mentions overlap a found one of a deal of the same kind, one to one.
fn shared_mentions(gold: &[Value], found: &[Value]) -> usize {
    let all = |deals| -> Vec<(&Value, &Value)> {
        let mentions = |d| list(d, "mentions").iter().map(move |m| (m, &d["kind"]));
        <&[Value]>::into_iter(deals).flat_map(mentions).collect()
    };
    let mut free = all(found);
    let mut takes = |(mention, kind): &(&Value, &Value)| {
        let at = free.iter().position(|(other, of)| of == kind && overlap(mention, other));
        at.map(|at| free.remove(at)).is_some()
    };
    all(gold).iter().filter(|m| takes(m)).count()
}

fn parties(deal: &Value, with_role: bool) -> BTreeSet<(&str, &str)> {
    let key = if with_role { "role" } else { "" };
    list(deal, "parties").iter().filter_map(|p| Some((p["name"].as_str()?, p[key].as_str().unwrap_or("")))).collect()
}

#[test]
fn seed_deals() {
    let (Some(article), Some(gold)) = (common::shared("seed/article.txt"), common::shared("seed/gold.json")) else {
        return;
    };
    let gold = read(&gold);
    let mut tally = Tally::default();
    tally.add(&gold, &annotate(&std::fs::read_to_string(article).expect("the article"), gold["date"].as_str()));
    tally.check("seed", Floor { deals: 1.0, mentions: 0.79, names: 1.0, parties: 1.0, stages: 1.0 });
}

#[test]
fn development_deals() {
    let Some(folder) = common::shared("gold/deals") else { return };
    let mut tally = Tally::default();
    for file in std::fs::read_dir(folder).expect("a folder") {
        let gold = read(&file.expect("a file").path());
        tally.add(&gold, &annotate(gold["text"].as_str().expect("text"), gold["date"].as_str()));
    }
    tally.check("development", Floor { deals: 0.85, mentions: 0.84, names: 0.75, parties: 0.74, stages: 0.88 });
}
