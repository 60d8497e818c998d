//! Sentences behind a dateline: "NAIROBI, Kenya (Reuters) - ...".

use crate::tagger::Label;
use crate::tagger::augment::Names;
use crate::tagger::corpus::Example;
use crate::tagger::crf::Random;

const AGENCIES: [&str; 5] = ["AP", "Reuters", "AFP", "Xinhua", "UPI"];
const DAYS: [[&str; 2]; 4] = [["March", "3"], ["Jan.", "12"], ["Oct.", "9"], ["May", "30"]];
const DASHES: [&str; 5] = ["-", "—", "–", "--", ":"];

/// The sentence behind a city in capitals, and at times a nation or day, and an agency.
pub fn add(example: &Example, names: &Names, random: &mut Random) -> Example {
    let mut line = Example::default();
    let city = pick(&names.cities, random).to_uppercase();
    line.push_name(&words(&city), Some(Label::Loc));
    let kind = random.below(6);
    if kind < 2 {
        line.push_name(&[","], None);
        line.push_name(&words(pick::<String>(&names.nations, random)), Some(Label::Loc));
    }
    if kind == 2 {
        line.push_name(&[","], None);
        line.push_name(pick::<[&str; 2]>(&DAYS, random), None);
    }
    if kind == 1 || kind == 3 {
        line.push_name(&["("], None);
        line.push_name(&[pick(&AGENCIES, random)], Some(Label::Org));
        line.push_name(&[")"], None);
    }
    line.push_name(&[pick(&DASHES, random)], None);
    line.extend(&example.words, &example.tags);
    line
}

fn pick<'a, T>(items: &'a [T], random: &mut Random) -> &'a T {
    &items[random.below(items.len())]
}

fn words(name: &str) -> Vec<&str> {
    name.split(' ').collect()
}
