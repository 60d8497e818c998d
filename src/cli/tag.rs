//! `newsgloss tag`, `train`, `evaluate`: the tagger from the command line.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use super::load;
use crate::tagger::{Label, Name, Scratch, Tagger, corpus, evaluate, train};

/// Tags a file of `token<TAB>...` lines. Blank lines and `# doc` lines come out where they stood.
///
/// # Errors
/// When the file or the model cannot be read.
pub fn tag(file: &Path, parts: &load::Parts) -> Result<()> {
    let text = load::text(file)?;
    let tagger = load::tagger(parts)?;
    let mut out = String::with_capacity(text.len());
    for lines in documents(&text) {
        let tags = tags(&tagger, &lines);
        for (line, tag) in lines.iter().zip(tags) {
            match tag {
                Some(tag) => writeln!(out, "{}\t{tag}", token(line))?,
                None => writeln!(out, "{line}")?,
            }
        }
    }
    load::write(&mut std::io::stdout().lock(), out.trim_end_matches('\n'))
}

/// The lines of each document; a `# doc` line opens one.
fn documents(text: &str) -> Vec<Vec<&str>> {
    let mut documents = vec![Vec::new()];
    for line in text.lines() {
        if line.starts_with("# ") && documents.last().is_some_and(|d| !d.is_empty()) {
            documents.push(Vec::new());
        }
        documents.extend(documents.is_empty().then(Vec::new));
        if let Some(document) = documents.last_mut() {
            document.push(line);
        }
    }
    documents
}

fn token(line: &str) -> &str {
    line.split('\t').next().unwrap_or_default()
}

/// A tag for each line that holds a token.
fn tags(tagger: &Tagger, lines: &[&str]) -> Vec<Option<String>> {
    let holds_token = |line: &&str| !line.trim().is_empty() && !line.starts_with("# ");
    let sentences: Vec<Vec<&str>> = lines
        .split(|line| !holds_token(line))
        .filter(|s| !s.is_empty())
        .map(|s| s.iter().map(|line| token(line)).collect())
        .collect();
    let tagged = tagger.tag(&sentences, &mut Scratch::default());
    let mut next = sentences.iter().zip(&tagged).flat_map(|(words, names)| bio(words.len(), names));
    lines.iter().map(|line| if holds_token(line) { next.next() } else { None }).collect()
}

/// The BIO tags of a sentence.
fn bio(words: usize, names: &[Name]) -> Vec<String> {
    let mut tags = vec!["O".to_owned(); words];
    for name in names {
        for i in name.words.clone().filter(|&i| i < words) {
            tags[i] = format!("{}-{}", if i == name.words.start { "B" } else { "I" }, Label::name(name.label));
        }
    }
    tags
}

/// Trains a model from a folder of corpora and writes it.
///
/// # Errors
/// When a corpus cannot be read or the model cannot be written.
pub fn train(material: &Path, out: &Path) -> Result<()> {
    if !material.is_dir() {
        bail!("{} is no folder; name the one that holds labels/ and corpora/", material.display());
    }
    let start = Instant::now();
    let mut progress = |line: &str| eprintln!("{:6.1} s  {line}", start.elapsed().as_secs_f64());
    let model = train::run(&train::Options::new(material), &mut progress)?.to_bytes()?;
    std::fs::write(out, &model).with_context(|| format!("cannot write {}", out.display()))?;
    eprintln!("{}: {} bytes", out.display(), model.len());
    Ok(())
}

/// Compares the tagger with labelled files: scores per label, and what is taken for what.
///
/// # Errors
/// When a file or the model cannot be read.
pub fn evaluate(files: &[PathBuf], parts: &load::Parts) -> Result<()> {
    let tagger = load::tagger(parts)?;
    for file in files {
        let report = evaluate::run(&tagger, &corpus::read(file)?);
        println!("{}\n{report}", file.display());
    }
    Ok(())
}
