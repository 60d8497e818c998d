//! Cases that people can read: a sentence, its words parted by spaces, and under each name its label.

use crate::tagger::model::{HEADER, VERSION};
use crate::tagger::{ModelError, Name, Scratch, Tagger};

const MODEL: &[u8] = include_bytes!("../../data/names.bin");

fn tagger() -> Tagger {
    Tagger::from_bytes(MODEL).expect("the shipped model is sound")
}

/// The labels drawn under the words of a sentence: `PER------` as wide as the name.
fn draw(sentence: &str, names: &[Name]) -> String {
    let words: Vec<&str> = sentence.split(' ').collect();
    let width = |words: &[&str]| words.iter().map(|w| w.chars().count() + 1).sum::<usize>();
    let mut line = String::new();
    for name in names {
        let (start, end) = (width(&words[..name.words.start]), width(&words[..name.words.end]) - 1);
        line.extend(std::iter::repeat_n(' ', start - line.chars().count()));
        line.push_str(name.label.name());
        line.extend(std::iter::repeat_n('-', end.saturating_sub(line.chars().count())));
    }
    line
}

/// Tags each sentence as a document of its own and compares the drawings.
fn check(cases: &[[&str; 2]]) {
    let (tagger, mut scratch) = (tagger(), Scratch::default());
    let mut wrong = String::new();
    for [sentence, expected] in cases {
        let words: Vec<&str> = sentence.split(' ').collect();
        let names = tagger.tag(&[words], &mut scratch).concat();
        let drawn = draw(sentence, &names);
        if drawn != *expected {
            wrong += &format!("\n{sentence}\n{drawn}   <- found\n{expected}   <- expected\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn running_text() {
    check(&[
        [
            "President Emmanuel Macron will host the Polish prime minister in Paris on Monday .",
            "          PER------------               NORP--                   LOC--",
        ],
        [
            "The European Union and Japan signed the accord after talks in Brussels .",
            "    ORG-----------     LOC--                                  LOC-----",
        ],
        [
            "Foreign Minister Amara Toure told the U.N. Security Council that Mali had agreed .",
            "                 PER--------          ORG------------------      LOC-",
        ],
        [
            "Shares of the company fell after the Federal Reserve raised rates .",
            "                                     ORG------------",
        ],
    ]);
}

#[test]
fn headlines() {
    check(&[
        ["Iran and Pakistan Sign Gas Pipeline Deal", "LOC-     LOC-----"],
        [
            "Ukraine , Russia Agree to Prisoner Swap After Talks in Istanbul",
            "LOC----   LOC---                                       LOC-----",
        ],
        [
            "Canada 's Trade Minister Says Talks With India Will Resume",
            "LOC---                                   LOC--",
        ],
    ]);
}

#[test]
fn lines_of_capitals() {
    check(&[
        ["UKRAINE AND POLAND SIGN DEFENSE PACT", "LOC----     LOC---"],
        ["PRESIDENT MACRON ARRIVES IN BERLIN", "          PER---            LOC---"],
    ]);
}

#[test]
fn datelines_and_bylines() {
    check(&[
        [
            "KYIV , Ukraine ( Reuters ) - Ukraine said on Friday it had received the first payment .",
            "LOC-   LOC----   ORG----     LOC----",
        ],
        ["By Maria Lopez in Geneva", "   PER--------    LOC---"],
    ]);
}

#[test]
fn hyphens_dashes_and_possessives() {
    check(&[
        ["The U.S.-led talks ended in Doha .", "                            LOC-"],
        ["The Iran – Iraq border was closed .", "    LOC-   LOC-"],
        ["Ukraine ’s allies met Mr. Zelensky ’s envoy .", "LOC----                   PER-----"],
    ]);
}

#[test]
fn names_of_many_shapes() {
    check(&[
        ["Former President George H. W. Bush met them .", "                 PER--------------"],
        [
            "Commission chief Ursula von der Leyen spoke in Strasbourg .",
            "                 PER-----------------          LOC-------",
        ],
        [
            "Crown Prince Mohammed bin Salman received Antony Blinken in Riyadh .",
            "             PER----------------          PER-----------    LOC---",
        ],
        [
            "South Korean President Lee Jae-myung spoke with Xi Jinping .",
            "NORP--------           PER----------            PER-------",
        ],
        [
            "Brazilian President Luiz Inácio Lula da Silva won the vote .",
            "NORP-----           PER----------------------",
        ],
        ["The World Health Organization ( WHO ) sent a team .", "    ORG----------------------   ORG"],
    ]);
}

#[test]
fn a_document_holds_together() {
    let (tagger, mut scratch) = (tagger(), Scratch::default());
    let document =
        ["Trade Minister Halima Okonjo signed the accord on Tuesday .", "Okonjo said the vote would be held in May ."];
    let sentences: Vec<Vec<&str>> = document.iter().map(|s| s.split(' ').collect()).collect();
    let names = tagger.tag(&sentences, &mut scratch);
    let drawn: Vec<String> = document.iter().zip(&names).map(|(s, n)| draw(s, n)).collect();
    assert_eq!(drawn, ["               PER----------", "PER---"]);
    assert_eq!(names, tagger.tag(&sentences, &mut scratch), "buffers carry nothing over");
}

#[test]
fn damaged_models_are_refused() {
    let error = |bytes: &[u8]| Tagger::from_bytes(bytes).expect_err("damaged");
    assert_eq!(error(b""), ModelError::NotAModel);
    assert_eq!(error(b"<!doctype html>"), ModelError::NotAModel);
    assert_eq!(error(&MODEL[..10]), ModelError::Damaged);
    assert_eq!(error(&MODEL[..MODEL.len() - 1]), ModelError::Damaged);
    let mut other = MODEL.to_vec();
    other[8] = VERSION as u8 + 1;
    assert_eq!(error(&other), ModelError::Version { found: VERSION + 1 });
    for at in (HEADER..MODEL.len()).step_by(MODEL.len() / 40) {
        let mut flipped = MODEL.to_vec();
        flipped[at] ^= 0x10;
        assert_eq!(error(&flipped), ModelError::Damaged, "byte {at}");
    }
}

#[test]
fn any_words_are_fine() {
    let (tagger, mut scratch) = (tagger(), Scratch::default());
    let none: [&[&str]; 0] = [];
    assert_eq!(tagger.tag(&none, &mut scratch), Vec::<Vec<Name>>::new());
    let odd: [&[&str]; 4] = [&[], &[""], &["\u{0}", "😀", "ǅ", "İ", "-", "’"], &["A"; 3000]];
    assert_eq!(tagger.tag(&odd, &mut scratch).len(), odd.len());
}

/// Names, labels and every bit of the confidences, as one number.
fn digest(tagger: &Tagger) -> u32 {
    let text = [
        "WASHINGTON - Secretary of State Ana Whitfield flew to Baku on Sunday .",
        "She met Azerbaijan 's President , Ilham Aliyev , and the head of the Asian Development Bank .",
        "Whitfield , who once ran the Port of Tacoma , called the Caspian Accord \" a start . \"",
        "Protesters from the Green Movement and Kurdish groups gathered near Martyrs ' Square .",
    ];
    let sentences: Vec<Vec<&str>> = text.iter().map(|s| s.split(' ').collect()).collect();
    let names = tagger.tag(&sentences, &mut Scratch::default()).concat();
    let numbers =
        names.iter().flat_map(|n| [n.words.start as u32, n.words.end as u32, n.label as u32, n.confidence.to_bits()]);
    numbers.fold(0x811c_9dc5, |h, n| (h ^ n).wrapping_mul(0x0100_0193))
}

/// The same model and text give the same names, to the last bit, natively and in WebAssembly.
#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn every_machine_agrees() {
    assert_eq!(digest(&tagger()), 1_921_900_623);
}
