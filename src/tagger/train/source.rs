//! What the model learns from, and how each corpus is to be read.

use std::path::Path;

use anyhow::Result;

use crate::tagger::corpus::{self, Convention, Doc};
use crate::tagger::crf::Random;
use crate::tagger::lexicon::LexiconData;
use crate::tagger::plain::{self, Plain};
use crate::tagger::{Label, augment, gazetteer};

/// A labelled file and how to read it.
struct Source {
    path: &'static str,
    convention: Convention,
    weight: f32,
}

const GROUPS: &[Label] = &[Label::Norp];
const LOOSE: &[Label] = &[Label::Norp, Label::Misc];
/// Marks everything as the product does.
const OURS: Convention = Convention { outside: &[], misc: &[] };
/// Nationalities are MISC.
const GROUPS_IN_MISC: Convention = Convention { outside: &[], misc: GROUPS };
/// Nationalities are MISC or unmarked.
const GROUPS_OPEN: Convention = Convention { outside: LOOSE, misc: GROUPS };
/// Only people, places and organizations are marked.
const THREE: Convention = Convention { outside: LOOSE, misc: GROUPS };

/// What the shipped model learns from; nothing of it is non-commercial, all of it has an explicit licence.
const SOURCES: [Source; 23] = [
    Source { path: "labels/train.tsv", convention: OURS, weight: 2.0 },
    Source { path: "corpora/uner-ewt/train.tsv", convention: GROUPS_IN_MISC, weight: 1.0 },
    Source { path: "corpora/uner-ewt/dev.tsv", convention: THREE, weight: 1.0 },
    Source { path: "corpora/gum/interview_speech.tsv", convention: OURS, weight: 1.0 },
    Source { path: "corpora/gum/other_clean.tsv", convention: OURS, weight: 1.0 },
    Source { path: "corpora/wikigold/all.tsv", convention: GROUPS_IN_MISC, weight: 1.0 },
    Source { path: "corpora/wnut17/train.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/wnut17/dev.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/wnut17/test.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/crossner/politics_train.tsv", convention: GROUPS_OPEN, weight: 1.0 },
    Source { path: "corpora/crossner/politics_dev.tsv", convention: GROUPS_OPEN, weight: 1.0 },
    Source { path: "corpora/crossner/literature_train.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/crossner/literature_dev.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/crossner/music_train.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/crossner/music_dev.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/crossner/science_train.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/crossner/science_dev.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/crossner/ai_train.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/crossner/ai_dev.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/crossner/literature_test.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/crossner/music_test.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/crossner/science_test.tsv", convention: GROUPS_OPEN, weight: 0.5 },
    Source { path: "corpora/crossner/ai_test.tsv", convention: GROUPS_OPEN, weight: 0.5 },
];

/// The lexicon: clusters of the words of all text, labelled or not, and the lists of names.
///
/// # Errors
/// Where a file cannot be read.
pub fn lexicon(material: &Path, progress: &mut dyn FnMut(&str)) -> Result<LexiconData> {
    let mut text = Vec::new();
    for source in &SOURCES {
        text.extend(plain::unlabelled(&material.join(source.path))?);
    }
    text.extend(unlabelled(material)?);
    let sentences: Vec<Vec<&str>> = text.iter().flatten().map(|s| s.iter().map(String::as_str).collect()).collect();
    let clusters = gazetteer::clusters(&sentences, progress);
    let lists = gazetteer::Lists::read(material)?;
    Ok(gazetteer::lexicon(clusters, lists))
}

/// Public-domain news without labels: Voice of America and the White House.
fn unlabelled(material: &Path) -> Result<Vec<Plain>> {
    let mut text = plain::json_lines(&material.join("text/whitehouse.jsonl"))?;
    for part in ["train", "dev", "test"] {
        text.extend(plain::unlabelled(&material.join(format!("corpora/gmb-clean/{part}.tsv")))?);
    }
    Ok(text)
}

/// The labelled documents and their changed copies.
///
/// # Errors
/// Where a file cannot be read.
pub fn documents(material: &Path, random: &mut Random) -> Result<Vec<Doc>> {
    let mut docs = Vec::new();
    for source in &SOURCES {
        for doc in apart(corpus::read(&material.join(source.path))?) {
            docs.push(Doc { convention: source.convention, weight: source.weight, origin: docs.len() as u32, ..doc });
        }
    }
    augment::add(&mut docs, &gazetteer::names(material)?, random);
    Ok(docs)
}

/// A file without documents holds sentences that have nothing to do with each other: each is a document of its own.
fn apart(mut docs: Vec<Doc>) -> Vec<Doc> {
    match docs.as_mut_slice() {
        [only] => std::mem::take(&mut only.sentences)
            .into_iter()
            .map(|sentence| Doc { sentences: vec![sentence], ..only.clone() })
            .collect(),
        _ => docs,
    }
}
