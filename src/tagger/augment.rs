//! More text from the same text: headlines, lines of capitals, datelines, and other people's names in place of those
//! that stand there, so that the tagger does not learn its people by heart.

mod dateline;
mod rename;

use crate::tagger::corpus::{Doc, Example};
use crate::tagger::crf::Random;

/// Names to put into the text.
pub struct Names {
    /// Full names of people, word by word.
    pub people: Vec<Vec<String>>,
    /// Cities.
    pub cities: Vec<String>,
    /// Nations.
    pub nations: Vec<String>,
}

/// Share of the documents, of several sentences, that get a copy of their first with a dateline.
const DATELINES: f32 = 0.3;
/// Share of the sentences that are copied as a headline, and as a line of capitals.
const RECASED: f32 = 0.1;

/// Adds changed copies of some sentences.
pub fn add(docs: &mut Vec<Doc>, names: &Names, random: &mut Random) {
    let mut more = Vec::new();
    for doc in docs.iter() {
        let copy = |sentences: Vec<Example>| Doc { sentences, ..doc.clone() };
        more.push(copy(rename::people(&doc.sentences, names, random)));
        if doc.sentences.len() > 1 && random.chance(DATELINES) {
            more.push(copy(doc.sentences.iter().take(1).map(|s| dateline::add(s, names, random)).collect()));
        }
        more.push(copy(recased(&doc.sentences, title, random)));
        more.push(copy(recased(&doc.sentences, upper, random)));
    }
    more.retain(|d| !d.sentences.is_empty());
    docs.extend(more);
}

/// Copies of some sentences with every word changed, and without their full stop.
fn recased(sentences: &[Example], change: fn(&str, usize) -> String, random: &mut Random) -> Vec<Example> {
    let changed = |example: &Example| {
        let words = example.words.iter().enumerate().map(|(i, w)| change(w, i)).collect();
        let mut copy = Example { words, tags: example.tags.clone() };
        if copy.words.last().is_some_and(|w| w == ".") {
            copy.words.pop();
            copy.tags.pop();
        }
        copy
    };
    sentences.iter().filter(|_| random.chance(RECASED)).map(changed).collect()
}

fn upper(word: &str, _: usize) -> String {
    word.to_uppercase()
}

fn title(word: &str, i: usize) -> String {
    const SMALL: [&str; 18] = [
        "a", "an", "the", "and", "but", "or", "for", "of", "on", "in", "to", "at", "by", "as", "with", "from", "'s",
        "is",
    ];
    let mut chars = word.chars();
    match chars.next() {
        Some(first) if i == 0 || !SMALL.contains(&word) => first.to_uppercase().chain(chars).collect(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagger::corpus::{documents, write};

    fn names() -> Names {
        let words = |name: &str| name.split(' ').map(str::to_owned).collect();
        Names {
            people: vec![words("Ines Falk")],
            cities: vec!["Port Louis".to_owned()],
            nations: vec!["Sri Lanka".to_owned()],
        }
    }

    /// Each word with its tag: `Falk/B-PER`.
    fn print(example: &Example) -> String {
        let tagged = example.words.iter().zip(&example.tags).map(|(w, t)| format!("{w}/{}", write(usize::from(*t))));
        tagged.collect::<Vec<_>>().join(" ").replace("/O", "")
    }

    fn sentences() -> Vec<Example> {
        documents("Olga\tB-PER\nRoth\tI-PER\nleft\tO\n.\tO\n\nRoth\tB-PER\nslept\tO\n.\tO\n").remove(0).sentences
    }

    #[test]
    fn people_keep_their_new_names() {
        let copies: Vec<String> = (0..400)
            .map(|seed| rename::people(&sentences(), &names(), &mut Random(seed)).iter().map(print).collect::<Vec<_>>())
            .filter(|copy| copy.len() == 2)
            .map(|copy| copy.join(" | "))
            .collect();
        let plain = "Ines/B-PER Falk/I-PER left . | Falk/B-PER slept .";
        let namesake = "Ines/B-PER Louis/I-PER left . | Louis/B-PER slept .";
        let titled = |copy: &String| copy.contains(" Falk/B-PER slept") && copy != plain;
        assert!(copies.iter().any(|c| c == plain), "{copies:#?}");
        assert!(copies.iter().any(|c| c == namesake), "{copies:#?}");
        assert!(copies.iter().any(titled), "{copies:#?}");
    }

    #[test]
    fn datelines() {
        let example = &sentences()[1];
        let lines: Vec<String> =
            (0..400).map(|seed| print(&dateline::add(example, &names(), &mut Random(seed)))).collect();
        for start in [
            "PORT/B-LOC LOUIS/I-LOC ",
            "PORT/B-LOC LOUIS/I-LOC , Sri/B-LOC Lanka/I-LOC ",
            "PORT/B-LOC LOUIS/I-LOC , Sri/B-LOC Lanka/I-LOC ( ",
            "PORT/B-LOC LOUIS/I-LOC ( AP/B-ORG ) ",
            "PORT/B-LOC LOUIS/I-LOC , Oct. 9 ",
        ] {
            assert!(lines.iter().any(|line| line.starts_with(start)), "{start}: {lines:#?}");
        }
        assert!(lines.iter().all(|line| line.ends_with(" Roth/B-PER slept .")), "{lines:#?}");
    }

    #[test]
    fn headlines_and_lines_of_capitals() {
        let all = |change| {
            let copies = (0..200).flat_map(|seed| recased(&sentences(), change, &mut Random(seed)));
            copies.map(|c| print(&c)).find(|c| c.contains("I-PER")).expect("a tenth of them is copied")
        };
        assert_eq!(all(title), "Olga/B-PER Roth/I-PER Left");
        assert_eq!(all(upper), "OLGA/B-PER ROTH/I-PER LEFT");
    }
}
