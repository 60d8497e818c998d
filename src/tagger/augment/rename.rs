//! Sentences under other names.

use std::collections::BTreeMap;

use crate::tagger::Label;
use crate::tagger::augment::Names;
use crate::tagger::corpus::{Example, spans};
use crate::tagger::crf::Random;

/// Share of the documents whose sentences with people are copied.
const RENAMED: f32 = 0.4;
/// Share of the new people who are called after a city: what tells them from it is how they are spoken of, and their
/// full name elsewhere.
const NAMESAKES: f32 = 0.15;
/// Share of the new names that get a title, which is no part of them.
const TITLED: f32 = 0.15;

const TITLES: [&str; 32] = [
    "King", "Queen", "Prince", "Princess", "Crown Prince", "Sheikh", "Sultan", "Emir", "Pope", "Chair", "Senator",
    "Sen.", "Rep.", "Gov.", "Justice", "Judge", "Gen.", "Dr.", "Prof.", "Mayor", "Chancellor", "Ambassador", "Captain",
    "Sgt.", "Archbishop", "Cardinal", "Rabbi", "Lord", "Sir", "Speaker", "Vice President", "Ranking Member",
];

/// Copies of the sentences that name people, for some documents, under other names; the same person has the same new
/// name in all.
pub fn people(sentences: &[Example], names: &Names, random: &mut Random) -> Vec<Example> {
    if !random.chance(RENAMED) {
        return Vec::new();
    }
    let mut renamer = Renamer { names, random, chosen: BTreeMap::new() };
    let names_people = |example: &&Example| spans(&example.tags).iter().any(|s| s.2 == Label::Per);
    sentences.iter().filter(names_people).map(|example| renamer.copy(example)).collect()
}

struct Renamer<'a, 'd> {
    names: &'a Names,
    random: &'a mut Random,
    /// New full names by the last word of the old: full and short forms of a name change alike.
    chosen: BTreeMap<&'d str, Vec<String>>,
}

impl<'d> Renamer<'_, 'd> {
    fn copy(&mut self, example: &'d Example) -> Example {
        let mut copy = Example::default();
        let mut at = 0;
        for (start, end, _) in spans(&example.tags).into_iter().filter(|s| s.2 == Label::Per) {
            copy.extend(&example.words[at..start], &example.tags[at..start]);
            let titled = copy.words.last().is_some_and(|w| w.starts_with(char::is_uppercase) || w.ends_with('-'));
            if !titled && self.random.chance(TITLED) {
                let title = TITLES[self.random.below(TITLES.len())];
                copy.push_name(&title.split(' ').collect::<Vec<_>>(), None);
            }
            let full = self.new_name(&example.words[end - 1]);
            let name = if end - start > 1 { &full[..] } else { &full[full.len() - 1..] };
            copy.push_name(name, Some(Label::Per));
            at = end;
        }
        copy.extend(&example.words[at..], &example.tags[at..]);
        copy
    }

    fn new_name(&mut self, last: &'d str) -> Vec<String> {
        if let Some(name) = self.chosen.get(last) {
            return name.clone();
        }
        let mut name = self.names.people[self.random.below(self.names.people.len())].clone();
        if self.random.chance(NAMESAKES) {
            let city = &self.names.cities[self.random.below(self.names.cities.len())];
            name.truncate(1);
            name.extend(city.split(' ').next_back().map(str::to_owned));
        }
        self.chosen.insert(last, name.clone());
        name
    }
}
