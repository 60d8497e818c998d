//! Features: what speaks for a tag at a word, as hashed keys. Training and prediction share this code.

use crate::article::Casing;
use crate::tagger::document::Facts;
use crate::tagger::evidence::Elsewhere;
use crate::tagger::lexicon::Lexicon;
use crate::tagger::sentence::{Run, Sentence};
use crate::tagger::word::{Caps, Word};

/// Bits of a feature key.
pub const KEY_BITS: u32 = 22;

/// Mixes a template's number and two values into a key.
fn key(template: u32, a: u32, b: u32) -> u32 {
    let mut h = (a ^ template.wrapping_mul(0x9e37_79b1)).wrapping_mul(0x85eb_ca77);
    h = (h ^ (h >> 15) ^ b.wrapping_mul(0x27d4_eb2f)).wrapping_mul(0xc2b2_ae3d);
    (h ^ (h >> 13)).wrapping_mul(0x9e37_79b1) >> (32 - KEY_BITS)
}

/// A word outside the sentence.
static OUTSIDE: Word = Word {
    exact: 1,
    lower: 1,
    prefixes: [1; 3],
    suffixes: [1; 4],
    shape: 1,
    caps: Caps::Mark,
    initial: 0,
    acronym: 0,
    cluster: 0,
    common: 0,
    lists: 0,
};

/// The words around one word.
struct View<'s> {
    sentence: &'s Sentence,
    lexicon: &'s Lexicon,
    at: usize,
    casing: u32,
}

impl<'s> View<'s> {
    fn word(&self, offset: isize) -> &'s Word {
        self.at.checked_add_signed(offset).and_then(|i| self.sentence.words.get(i)).unwrap_or(&OUTSIDE)
    }

    fn absolute(&self, i: Option<usize>) -> &'s Word {
        i.and_then(|i| self.sentence.words.get(i)).unwrap_or(&OUTSIDE)
    }

    /// The shape of a word; in headlines it says less, so it is kept apart.
    fn shape(&self, offset: isize) -> u32 {
        self.word(offset).shape ^ self.casing.wrapping_mul(0x51_7cc1)
    }

    fn coarse(&self, offset: isize) -> [u32; 2] {
        self.lexicon.coarse(self.word(offset).cluster)
    }
}

/// Calls `emit` with the key of every feature that holds at word `at`; `lexical` tells those that name the word itself.
pub fn features(sentence: &Sentence, lexicon: &Lexicon, facts: &[Facts], at: usize, mut emit: impl FnMut(u32, bool)) {
    let view = View { sentence, lexicon, at, casing: sentence.casing as u32 };
    identity(&view, &mut emit);
    surroundings(&view, &mut emit);
    let w = view.word(0);
    if w.is_capital() || sentence.wide[at].end > 0 || sentence.casing != Casing::Sentence {
        spelling(&view, facts[at], &mut emit);
        classes(&view, &mut emit);
        run(&view, facts[at], &mut emit);
    } else {
        emit(key(1, w.shape, w.suffixes[2]), false);
        emit(key(2, u32::from(w.cluster), 0), false);
    }
}

/// The word itself.
fn identity(v: &View, emit: &mut impl FnMut(u32, bool)) {
    let w = v.word(0);
    emit(key(10, v.casing, w.caps as u32), false);
    emit(key(11, w.lower, 0), true);
    emit(key(12, w.exact, v.casing), true);
    emit(key(13, v.word(-1).lower, w.lower), true);
    emit(key(14, w.lower, v.word(1).lower), true);
}

/// The words beside it.
fn surroundings(v: &View, emit: &mut impl FnMut(u32, bool)) {
    let caps = v.word(0).caps as u32 | v.casing << 4;
    emit(key(20, v.word(-1).lower, caps), false);
    emit(key(21, v.word(1).lower, caps), false);
    emit(key(22, v.word(-1).shape, v.shape(0)), false);
    emit(key(23, v.shape(0), v.word(1).shape), false);
    let around = [-2, -1, 0, 1, 2].iter().fold(v.casing, |h, &o| h << 3 | v.word(o).caps as u32);
    emit(key(24, around, 0), false);
    if caps & 15 == Caps::Mark as u32 {
        return;
    }
    emit(key(25, v.word(-2).lower, caps), false);
    emit(key(26, v.word(2).lower, caps), false);
    emit(key(27, u32::from(v.word(-1).cluster), caps), false);
    emit(key(28, u32::from(v.word(1).cluster), caps), false);
}

/// The letters of the word.
fn spelling(v: &View, facts: Facts, emit: &mut impl FnMut(u32, bool)) {
    let w = v.word(0);
    let shape = v.shape(0);
    let first = u32::from(v.at == 0);
    emit(key(30, shape, first), false);
    for (n, prefix) in w.prefixes.iter().enumerate() {
        emit(key(31 + n as u32, *prefix, 0), true);
    }
    for (n, suffix) in w.suffixes.iter().enumerate() {
        emit(key(34 + n as u32, *suffix, w.caps as u32), n > 1);
    }
    emit(key(38, v.word(-1).lower, shape), false);
    emit(key(39, shape, v.word(1).lower), false);
    emit(key(40, facts.bits(), first | v.casing << 1), false);
    emit(key(41, facts.bits() | first << 8 | v.casing << 9, v.lexicon.coarse(w.common)[0]), false);
    emit(key(42, v.word(-1).suffixes[2], v.word(1).suffixes[2]), false);
    emit(key(43, v.word(-2).lower, v.word(-1).lower), false);
    emit(key(44, v.word(1).lower, v.word(2).lower), false);
}

/// Clusters and lists.
fn classes(v: &View, emit: &mut impl FnMut(u32, bool)) {
    let w = v.word(0);
    let cluster = |o: isize| u32::from(v.word(o).cluster);
    let (before, here, after) = (v.coarse(-1), v.coarse(0), v.coarse(1));
    emit(key(50, cluster(0), v.casing), false);
    for level in 0..2 {
        emit(key(51 + level as u32, here[level], 0), false);
        emit(key(54 + level as u32, before[level], 0), false);
        emit(key(57 + level as u32, after[level], 0), false);
    }
    emit(key(60, before[1], here[1]), false);
    emit(key(61, here[1], after[1]), false);
    emit(key(62, cluster(-2), 0), false);
    emit(key(63, cluster(2), 0), false);
    emit(key(64, u32::from(w.common), v.casing), false);
    let lists = |o: isize| u32::from(v.word(o).lists);
    let listed = v.sentence.listed[v.at];
    let phrase = u32::from(listed.lists) | u32::from(listed.first) << 8;
    emit(key(65, lists(0) | v.casing << 8, phrase), true);
    emit(key(66, lists(-1), lists(0)), true);
    emit(key(67, lists(0), lists(1)), true);
    emit(key(68, lists(0) | lists(1) << 8, v.word(-1).lower), true);
    emit(key(69, phrase, v.word(-1).lower), true);
}

/// The run of capitals around the word.
fn run(v: &View, facts: Facts, emit: &mut impl FnMut(u32, bool)) {
    if v.casing == Casing::Upper as u32 {
        return;
    }
    for (base, run) in [(70, v.sentence.runs[v.at]), (90, v.sentence.wide[v.at])] {
        if run.end == 0 {
            continue;
        }
        let (start, end) = (run.start as usize, run.end as usize);
        let (first, last) = (v.absolute(Some(start)), v.absolute(Some(end - 1)));
        let (before, after) = (v.absolute(start.checked_sub(1)), v.absolute(Some(end)));
        let place = place(run, v.at) | v.casing << 8;
        emit(key(base, place, 0), false);
        emit(key(base + 1, first.lower, place), false);
        emit(key(base + 2, last.lower, place), false);
        emit(key(base + 3, before.lower, place), false);
        emit(key(base + 4, after.lower, place), false);
        emit(key(base + 5, u32::from(first.cluster), place), false);
        emit(key(base + 6, u32::from(last.cluster), place), false);
        emit(key(base + 7, u32::from(before.cluster), place), false);
        emit(key(base + 8, u32::from(after.cluster), place), false);
        emit(key(base + 9, u32::from(first.lists), place | u32::from(last.lists) << 16), true);
        emit(key(base + 10, before.lower, after.lower), false);
        emit(key(base + 11, last.suffixes[2], place), false);
        emit(key(base + 12, place, facts.acronym()), false);
    }
    let bracketed = v.word(-1).shape == v.word(1).shape;
    emit(key(110, u32::from(bracketed), facts.acronym() | v.shape(0) << 4), false);
}

/// Where in its run the word stands: length (to 5), distance from the start and from the end (to 2).
fn place(run: Run, at: usize) -> u32 {
    let from_start = (at as u32 - run.start).min(2);
    let to_end = (run.end - 1 - at as u32).min(2);
    (run.end - run.start).min(5) * 16 + from_start * 4 + to_end
}

/// Calls `emit` with the features of a word's evidence: what the same word was read as elsewhere in the document.
pub fn second_look(sentence: &Sentence, evidence: &[Elsewhere], at: usize, mut emit: impl FnMut(u32)) {
    let Elsewhere { all: here, full } = evidence[at];
    if here.is_none() {
        return;
    }
    let beside =
        |offset: isize| at.checked_add_signed(offset).and_then(|i| evidence.get(i)).map_or(255, |e| e.all.top());
    let casing = sentence.casing as u32;
    emit(key(120, here.top(), here.share() | here.count() << 4));
    emit(key(121, here.top(), here.share() | casing << 4 | u32::from(at == 0) << 6));
    emit(key(122, here.top(), here.place() | here.share() << 4));
    emit(key(123, here.top() | beside(-1) << 8, here.place()));
    emit(key(124, here.top() | beside(1) << 8, here.place()));
    emit(key(125, here.top() | here.second() << 8, here.share()));
    let run = sentence.runs[at];
    if run.end > 0 {
        emit(key(126, here.top() | here.share() << 8, place(run, at)));
    }
    if !full.is_none() {
        let full_name = full.top() | full.place() << 4;
        emit(key(127, full_name | full.share() << 8, run.end.saturating_sub(run.start).min(3)));
        emit(key(128, full_name, here.top() | here.share() << 4));
        emit(key(129, full_name, casing | u32::from(at == 0) << 4));
    }
}
