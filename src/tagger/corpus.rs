//! Labelled text: one `token<TAB>tag` per line, a blank line between sentences, `# doc NAME` before each document.

use std::path::Path;

use anyhow::{Context, Result};

use crate::tagger::tag::{ALL, OUTSIDE, TAGS, begin, inside, may_follow};
use crate::tagger::word::Caps;
use crate::tagger::{Label, Name, Scratch, Tagger, tag};

/// Tags that a word may have, as bits: corpora that do not mark a label leave it open.
pub type Allowed = u16;

/// A sentence with the tags its corpus gives.
#[derive(Clone, Debug, Default)]
pub struct Example {
    /// Its words.
    pub words: Vec<String>,
    /// Per word.
    pub tags: Vec<u8>,
}

impl AsRef<[String]> for Example {
    fn as_ref(&self) -> &[String] {
        &self.words
    }
}

impl Example {
    /// Adds words with their tags.
    pub fn extend(&mut self, words: &[String], tags: &[u8]) {
        self.words.extend_from_slice(words);
        self.tags.extend_from_slice(tags);
    }

    /// Adds the words of a name, or words outside every name.
    pub fn push_name<W: AsRef<str>>(&mut self, words: &[W], label: Option<Label>) {
        for (i, word) in words.iter().enumerate() {
            let tag = label.map_or(OUTSIDE, |l| if i == 0 { begin(l) } else { inside(l) });
            self.words.push(word.as_ref().to_owned());
            self.tags.push(tag as u8);
        }
    }
}

/// A labelled document.
#[derive(Clone, Debug, Default)]
pub struct Doc {
    /// Its sentences, in order.
    pub sentences: Vec<Example>,
    /// What its tags mean.
    pub convention: Convention,
    /// How much its sentences count in training.
    pub weight: f32,
    /// Changed copies of a document share its number: what is learned from one is no news about the other.
    pub origin: u32,
}

/// What a corpus means by its tags where it departs from the product's guide.
#[derive(Clone, Copy, Debug, Default)]
pub struct Convention {
    /// Labels that capitalized words outside its names may have.
    pub outside: &'static [Label],
    /// Labels that its MISC names may have.
    pub misc: &'static [Label],
}

impl Convention {
    /// The tags that a word with this tag may have.
    #[must_use]
    pub fn allowed(&self, tag: u8, caps: Caps) -> Allowed {
        let tag = usize::from(tag);
        let mut bits = 1 << tag;
        let open = if tag == OUTSIDE && matches!(caps, Caps::Capital | Caps::Upper) { self.outside } else { &[] };
        for &label in open {
            bits |= 1 << begin(label) | 1 << inside(label);
        }
        if tag::label(tag) == Some(Label::Misc) {
            for &label in self.misc {
                bits |= 1 << if tag::is_begin(tag) { begin(label) } else { inside(label) };
            }
        }
        bits
    }
}

/// The tag as a number; [`OUTSIDE`] where it is none of ours.
#[must_use]
pub fn parse(tag: &str) -> usize {
    let label = |name: &str| ALL.into_iter().find(|l| l.name() == name);
    match tag.split_once('-') {
        Some(("B", name)) => label(name).map_or(OUTSIDE, begin),
        Some(("I", name)) => label(name).map_or(OUTSIDE, inside),
        _ => OUTSIDE,
    }
}

/// The tag as it is written.
#[must_use]
pub fn write(tag: usize) -> String {
    match tag::label(tag) {
        Some(label) => format!("{}-{}", if tag::is_begin(tag) { "B" } else { "I" }, label.name()),
        None => "O".to_owned(),
    }
}

/// Reads the documents of a file; a file without `# doc` lines is one document.
///
/// # Errors
/// Where the file cannot be read.
pub fn read(path: &Path) -> Result<Vec<Doc>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(documents(&text))
}

/// The tags of a sentence with these names.
#[must_use]
pub fn bio(words: usize, names: &[Name]) -> Vec<usize> {
    let mut tags = vec![OUTSIDE; words];
    for name in names {
        tags[name.words.clone()].fill(inside(name.label));
        tags[name.words.start] = begin(name.label);
    }
    tags
}

/// A line that holds a token, rather than nothing or a note.
fn is_token(line: &str) -> bool {
    !line.trim().is_empty() && !is_note(line)
}

fn is_note(line: &str) -> bool {
    line.starts_with("# ") && !line.contains('\t')
}

/// Divides the text of a file into documents.
#[must_use]
pub fn documents(text: &str) -> Vec<Doc> {
    let mut docs = vec![Doc::default()];
    let mut example = Example::default();
    for line in text.lines().chain([""]) {
        let new_doc = is_note(line);
        if !is_token(line) {
            if let Some(doc) = docs.last_mut().filter(|_| !example.words.is_empty()) {
                doc.sentences.push(std::mem::take(&mut example));
            }
            if new_doc && docs.last().is_some_and(|d| !d.sentences.is_empty()) {
                docs.push(Doc::default());
            }
            continue;
        }
        let mut fields = line.split('\t');
        let word = fields.next().unwrap_or_default();
        let before = example.tags.last().map_or(OUTSIDE, |&t| usize::from(t));
        let tag = parse(fields.next().unwrap_or("O"));
        // A name that goes on without having begun, begins.
        let tag = if may_follow(before, tag) { tag } else { tag - 1 };
        example.words.push(word.to_owned());
        example.tags.push(tag as u8);
    }
    docs.retain(|d| !d.sentences.is_empty());
    docs
}

/// Tags the words of a file: `token<TAB>tag` per line; blank lines and lines that begin with `# ` stay as they are.
#[must_use]
pub fn tag_tsv(tagger: &Tagger, text: &str) -> String {
    let mut scratch = Scratch::default();
    let mut tags = Vec::new();
    for doc in documents(text) {
        for (example, names) in doc.sentences.iter().zip(tagger.tag(&doc.sentences, &mut scratch)) {
            tags.extend(bio(example.words.len(), &names));
        }
    }
    let mut tags = tags.into_iter();
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let word = line.split('\t').next().unwrap_or_default();
        match is_token(line).then(|| tags.next()).flatten() {
            Some(tag) => out.extend([word, "\t", &write(tag)]),
            None => out.push_str(line),
        }
        out.push('\n');
    }
    out
}

/// The names of a row of tags: first word, behind the last, label.
#[must_use]
pub fn spans(tags: &[u8]) -> Vec<(usize, usize, Label)> {
    let mut spans = Vec::new();
    crate::tagger::lattice::names(tags, |start, end, first| spans.extend(tag::label(first).map(|l| (start, end, l))));
    spans
}

const _: () = assert!(TAGS <= Allowed::BITS as usize);
