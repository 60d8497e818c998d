//! Builds the lexicon from lists of names and clusters.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::tagger::augment::Names;
use crate::tagger::cluster;
use crate::tagger::lexicon::{LexiconData, TableData, phrase};
use crate::tagger::sentence::casing;
use crate::tagger::word::{Buffer, Word, hash};

/// Hash of a listed name, as the tagger looks it up.
#[must_use]
pub fn name_hash(name: &str) -> Option<u32> {
    let mut buffer = Buffer::default();
    let words: Vec<&str> = name.split_whitespace().collect();
    let casing = casing(&words);
    let lower =
        words.iter().map(|w| Word::new(w, casing, &crate::tagger::lexicon::Lexicon::default(), &mut buffer).lower);
    match words.len() {
        0 => None,
        1 => lower.last(),
        _ => lower.fold(None, |before, word| Some(phrase(before, word))),
    }
}

/// First names.
const FIRST: u8 = 1;
/// Family names.
const FAMILY: u8 = 2;
/// Cities.
const CITY: u8 = 4;
/// Provinces, regions, continents.
const REGION: u8 = 8;
/// Companies, bodies, parties, media.
const ORGANIZATION: u8 = 16;
/// Nations.
const NATION: u8 = 32;
/// Peoples and their adjectives.
const PEOPLE: u8 = 64;
/// Seats and offices of governments.
const SEAT: u8 = 128;

/// Known names, hashed, with the lists they stand in.
#[derive(Debug, Default)]
pub struct Lists(BTreeMap<u32, u8>);

impl Lists {
    /// Reads every list below a folder of material.
    ///
    /// # Errors
    /// Where a file cannot be read.
    pub fn read(material: &Path) -> Result<Self> {
        let mut lists = Self::default();
        lists.add_rows(&read(&material.join("corpora/resources/gaz.tsv"))?);
        lists.add_people(&read_json(&material.join("knowledge/people.json"))?);
        lists.add_organizations(&read_json(&material.join("knowledge/organizations.json"))?);
        lists.add_nations(&read_json(&material.join("knowledge/nations.json"))?);
        Ok(lists)
    }

    fn add(&mut self, name: &str, list: u8) {
        let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
        if let Some(hash) = name_hash(name).filter(|_| !name.contains('(')) {
            *self.0.entry(hash).or_default() |= list;
        }
    }

    /// `lists<TAB>name` rows, where lists are the sum of the first five above.
    fn add_rows(&mut self, text: &str) {
        for (lists, name) in text.lines().filter_map(|line| line.split_once('\t')) {
            self.add(name, lists.parse().unwrap_or(0));
        }
    }

    fn add_people(&mut self, json: &Value) {
        for name in full_names(json) {
            if let [first, .., last] = name.as_slice() {
                self.add(first, FIRST);
                self.add(last, FAMILY);
            }
        }
    }

    fn add_organizations(&mut self, json: &Value) {
        for organization in items(json, "organizations") {
            let more = ["acronyms", "aliases"].into_iter().flat_map(|key| items(organization, key));
            let names = std::iter::once(&organization["name"]).chain(more).filter_map(Value::as_str);
            for name in names.filter(|n| n.contains(char::is_uppercase)) {
                self.add(name, ORGANIZATION);
            }
        }
    }

    fn add_nations(&mut self, json: &Value) {
        for (key, own) in [("nations", NATION), ("subnational", REGION), ("regions", REGION)] {
            for alias in items(json, key).flat_map(|place| items(place, "aliases")) {
                let list = match alias["k"].as_str().unwrap_or_default() {
                    "name" | "official" | "variant" | "abbr" => own,
                    "adj" | "demonym" | "demonym_pl" => PEOPLE,
                    "met:capital" | "met:city" => CITY,
                    "met:exec" | "met:legislature" | "met:dept" | "met:agency" | "met:seat" => SEAT,
                    _ => continue,
                };
                self.add(alias["t"].as_str().unwrap_or_default(), list);
            }
        }
        for group in items(json, "groups") {
            ["adj", "pl"].iter().filter_map(|key| group[*key].as_str()).for_each(|name| self.add(name, PEOPLE));
        }
    }
}

fn items<'j>(json: &'j Value, key: &str) -> impl Iterator<Item = &'j Value> {
    json[key].as_array().into_iter().flatten()
}

/// Full names of known people in Latin letters, word by word, without those that begin with a title.
fn full_names(people: &Value) -> impl Iterator<Item = Vec<String>> {
    let latin = |c: char| c.is_alphabetic() && c < '\u{250}';
    let usable = move |name: &&str| name.contains(' ') && !name.contains([',', '(', '"']) && name.starts_with(latin);
    let names = items(people, "people").filter_map(|p| p["name"].as_str()).filter(usable);
    let names = names.map(|name| name.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
    names.filter(|name| !TITLES.contains(&name[0].as_str()))
}

/// Words that stand before the names of some known people and are no part of them.
const TITLES: [&str; 8] = ["King", "Queen", "Prince", "Princess", "Pope", "Sheikh", "Sultan", "Dr."];

/// Names of people, cities and nations to put into the text.
///
/// # Errors
/// Where a file cannot be read.
pub fn names(material: &Path) -> Result<Names> {
    let read = |file: &str| read_json(&material.join("knowledge").join(file));
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let (cities, nations) = (read("cities.json")?, read("nations.json")?);
    let aliases = items(&nations, "nations").flat_map(|nation| items(nation, "aliases"));
    Ok(Names {
        people: full_names(&read("people.json")?).collect(),
        cities: cities.as_array().into_iter().flatten().filter_map(|city| text(&city[1])).collect(),
        nations: aliases.filter(|a| a["k"] == "name").filter_map(|a| text(&a["t"])).collect(),
    })
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Reads a JSON file.
///
/// # Errors
/// Where it cannot be read or is no JSON.
pub fn read_json(path: &Path) -> Result<Value> {
    serde_json::from_str(&read(path)?).with_context(|| format!("{} is no JSON", path.display()))
}

/// Clusters the words of plain text at three grains.
#[must_use]
pub fn clusters(sentences: &[Vec<&str>], progress: &mut dyn FnMut(&str)) -> (Vec<(u32, u16)>, Vec<[u8; 2]>) {
    let note = |round, moved| progress(&format!("clusters: round {round}, {moved} words moved"));
    let fine = cluster::run(sentences, LEAST, CLUSTERS, 12, note);
    let [middle, coarse] = [COARSE[1], COARSE[0]].map(|n| cluster::coarser(sentences, &fine, n));
    let words = fine.words.iter().zip(&fine.of).map(|((word, _), c)| (written_hash(word), c + 1)).collect();
    (words, coarse.into_iter().zip(middle).map(|(a, b)| [a, b]).collect())
}

/// Rarer words get no cluster.
const LEAST: u32 = 4;
/// How many clusters.
const CLUSTERS: usize = 500;
/// How many clusters of clusters.
const COARSE: [usize; 2] = [32, 128];

fn written_hash(word: &str) -> u32 {
    let digits: String = word.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    hash(&crate::token::fold(&digits))
}

/// Puts a lexicon together.
#[must_use]
pub fn lexicon(clusters: (Vec<(u32, u16)>, Vec<[u8; 2]>), lists: Lists) -> LexiconData {
    let lists = lists.0.into_iter().map(|(hash, bits)| (hash, u16::from(bits)));
    LexiconData { clusters: TableData::new(clusters.0), lists: TableData::new(lists), coarse: clusters.1 }
}
