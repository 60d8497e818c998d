//! A sentence as the features see it: its words, its runs of capitals, and the listed names it holds.

use crate::article::Casing;
use crate::tagger::lexicon::{LONGEST_PHRASE, Lexicon, phrase};
use crate::tagger::word::{Buffer, Caps, SEED, Word, hash, step};

/// Words that begin sentences and are capitalized for that alone.
const STARTERS: [&str; 96] = [
    "the", "a", "an", "in", "on", "at", "by", "for", "from", "to", "of", "with", "and", "but", "or", "so", "as", "if",
    "it", "its", "he", "she", "they", "we", "i", "you", "his", "her", "their", "our", "my", "your", "this", "that",
    "these", "those", "there", "here", "when", "while", "where", "what", "who", "why", "how", "after", "before",
    "since", "until", "during", "under", "over", "also", "however", "meanwhile", "although", "though", "because",
    "some", "many", "most", "all", "both", "each", "one", "two", "three", "no", "not", "now", "then", "last", "other",
    "such", "more", "about", "between", "among", "according", "earlier", "later", "officials", "police", "today", "is",
    "are", "was", "were", "do", "did", "has", "have", "yes", "well", "just", "let",
];

/// Lower-case words that join the parts of one name: "University of Michigan", "Ursula von der Leyen".
const JOINERS: [&str; 24] = [
    "of", "the", "for", "and", "&", "de", "la", "le", "del", "della", "di", "da", "dos", "du", "van", "von", "der",
    "den", "bin", "ibn", "al", "el", "-", "'",
];

/// A run of capitalized words: half-open range of word indices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// First word.
    pub start: u32,
    /// Behind the last.
    pub end: u32,
}

/// A place in a listed name.
#[derive(Clone, Copy, Debug, Default)]
pub struct Listed {
    /// Lists the name stands in, as bits; 0 outside listed names.
    pub lists: u8,
    /// The word is the first of the name.
    pub first: bool,
}

/// Hashes of the fixed words, made once.
#[derive(Debug)]
pub struct FixedWords {
    starters: Vec<u32>,
    joiners: Vec<u32>,
}

impl Default for FixedWords {
    fn default() -> Self {
        let sorted = |words: &[&str]| {
            let mut hashes: Vec<u32> = words.iter().map(|w| hash(w)).collect();
            hashes.sort_unstable();
            hashes
        };
        Self { starters: sorted(&STARTERS), joiners: sorted(&JOINERS) }
    }
}

impl FixedWords {
    fn is_starter(&self, lower: u32) -> bool {
        self.starters.binary_search(&lower).is_ok()
    }

    fn is_joiner(&self, lower: u32) -> bool {
        self.joiners.binary_search(&lower).is_ok()
    }
}

/// A sentence, read; its buffers serve one sentence after another.
#[derive(Debug)]
pub struct Sentence {
    /// Its words.
    pub words: Vec<Word>,
    /// How it is capitalized.
    pub casing: Casing,
    /// Per word: the unbroken run of capitals it stands in; empty for other words.
    pub runs: Vec<Run>,
    /// Per word: its run with what joiners add; empty for other words.
    pub wide: Vec<Run>,
    /// Per word: the longest listed name of several words that covers it.
    pub listed: Vec<Listed>,
    buffer: Buffer,
}

impl Default for Sentence {
    fn default() -> Self {
        Self {
            words: Vec::new(),
            casing: Casing::Sentence,
            runs: Vec::new(),
            wide: Vec::new(),
            listed: Vec::new(),
            buffer: Buffer::default(),
        }
    }
}

impl Sentence {
    /// Reads the words of a sentence.
    pub fn read<W: AsRef<str>>(&mut self, words: &[W], lexicon: &Lexicon, fixed: &FixedWords) {
        self.casing = casing(words);
        self.words.clear();
        for text in words {
            self.words.push(Word::new(text.as_ref(), self.casing, lexicon, &mut self.buffer));
        }
        self.find_runs(fixed);
        self.find_listed(lexicon);
    }

    /// Capitalized for more than standing first.
    fn in_run(&self, i: usize, fixed: &FixedWords) -> bool {
        let word = &self.words[i];
        word.is_capital() && !(fixed.is_starter(word.lower) && word.caps == Caps::Capital)
    }

    fn find_runs(&mut self, fixed: &FixedWords) {
        let n = self.words.len();
        self.runs.clear();
        self.runs.resize(n, Run::default());
        self.wide.clear();
        self.wide.resize(n, Run::default());
        let mut i = 0;
        while i < n {
            if !self.in_run(i, fixed) {
                i += 1;
                continue;
            }
            let end = (i..n).find(|&j| !self.in_run(j, fixed)).unwrap_or(n);
            self.runs[i..end].fill(Run { start: i as u32, end: end as u32 });
            i = end;
        }
        self.join_runs(fixed);
    }

    /// Joins runs that one or two joiners part.
    fn join_runs(&mut self, fixed: &FixedWords) {
        let n = self.words.len();
        let mut i = 0;
        while i < n {
            if self.runs[i].end == 0 {
                i += 1;
                continue;
            }
            let mut end = self.runs[i].end as usize;
            while let Some(next) = (end + 1..n.min(end + 3)).find(|&j| self.runs[j].end > 0) {
                if !(end..next).all(|j| fixed.is_joiner(self.words[j].lower)) {
                    break;
                }
                end = self.runs[next].end as usize;
            }
            self.wide[i..end].fill(Run { start: i as u32, end: end as u32 });
            i = end;
        }
    }

    fn find_listed(&mut self, lexicon: &Lexicon) {
        let n = self.words.len();
        self.listed.clear();
        self.listed.resize(n, Listed::default());
        let mut i = 0;
        while i < n {
            let length = if self.words[i].is_capital() { self.mark_listed(i, lexicon) } else { 1 };
            i += length;
        }
    }

    /// Marks the longest listed name of several words that begins at `i`; gives how many words to go on by.
    fn mark_listed(&mut self, i: usize, lexicon: &Lexicon) -> usize {
        let mut longest = (1, 0);
        let mut so_far = None;
        for (n, word) in self.words[i..].iter().take(LONGEST_PHRASE).enumerate() {
            if word.caps == Caps::Mark {
                break;
            }
            let hash = phrase(so_far, word.lower);
            so_far = Some(hash);
            let lists = if n > 0 && word.is_capital() { lexicon.phrase_lists(hash) } else { 0 };
            if lists > 0 {
                longest = (n + 1, lists);
            }
        }
        let (length, lists) = longest;
        if lists > 0 {
            for (n, listed) in self.listed[i..i + length].iter_mut().enumerate() {
                *listed = Listed { lists, first: n == 0 };
            }
        }
        length
    }

    /// The initials of a run as an acronym would spell them.
    #[must_use]
    pub fn initials(&self, run: Run) -> u32 {
        let words = &self.words[run.start as usize..run.end as usize];
        words.iter().filter(|w| w.is_capital()).fold(SEED, |h, w| step(h, w.initial))
    }
}

/// How a line is capitalized, told from its longer words.
#[must_use]
pub fn casing<W: AsRef<str>>(words: &[W]) -> Casing {
    let lettered = || words.iter().map(AsRef::as_ref).filter(|w: &&str| w.starts_with(char::is_alphabetic));
    let letters = lettered().map(|w| w.chars().count()).sum::<usize>();
    if lettered().count() >= 2 && letters > 8 && lettered().all(|w| !w.chars().any(char::is_lowercase)) {
        return Casing::Upper;
    }
    let long = || lettered().filter(|w| w.chars().count() >= 4);
    let capitals = long().filter(|w| w.starts_with(char::is_uppercase)).count();
    let total = long().count();
    let headline = total >= 4
        && words.len() <= 30
        && capitals * 10 >= total * 9
        && words.last().is_some_and(|w| w.as_ref() != ".");
    if headline { Casing::Title } else { Casing::Sentence }
}
