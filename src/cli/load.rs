//! Files in: texts, the knowledge pack, the model.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::Gloss;
use crate::knowledge::Knowledge;
use crate::tagger::Tagger;

/// The tables and the model of this source tree.
pub const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data");

/// Which knowledge and which model to read with.
#[derive(clap::Args, Clone)]
pub struct Parts {
    /// A knowledge pack [default: the one built in]
    #[arg(long, value_name = "FILE")]
    knowledge: Option<PathBuf>,
    /// A newsroom's own names and corrections, JSON as in data/newsroom.schema.json
    #[arg(long, value_name = "FILE")]
    newsroom: Option<PathBuf>,
    /// A name model [default: the one built in]
    #[arg(long, value_name = "FILE")]
    names: Option<PathBuf>,
}

/// The text of a file, or of standard input for `-`.
///
/// # Errors
/// When it cannot be read or is not UTF-8.
pub fn text(file: &Path) -> Result<String> {
    let bytes = if file == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).context("standard input cannot be read")?;
        bytes
    } else {
        bytes(file)?
    };
    String::from_utf8(bytes).with_context(|| format!("{} is not UTF-8 text; convert it first", file.display()))
}

fn bytes(file: &Path) -> Result<Vec<u8>> {
    std::fs::read(file).with_context(|| format!("cannot read {}; check the path", file.display()))
}

/// Loads what reading takes.
///
/// # Errors
/// When the pack or the model cannot be read.
pub fn gloss(parts: &Parts) -> Result<Gloss> {
    let file = parts.knowledge.clone().unwrap_or_else(|| Path::new(DATA).join("knowledge.bin"));
    let knowledge = Knowledge::from_bytes(&bytes(&file)?).with_context(|| file.display().to_string())?;
    let knowledge = match &parts.newsroom {
        Some(file) => corrected(knowledge, file)?,
        None => knowledge,
    };
    Ok(Gloss { knowledge, tagger: Some(tagger(parts)?) })
}

/// The pack with a newsroom's names and corrections; entries that do not fit are named and skipped.
fn corrected(knowledge: Knowledge, file: &Path) -> Result<Knowledge> {
    let overlay = serde_json::from_slice(&bytes(file)?)
        .with_context(|| format!("{} is no newsroom pack; see data/newsroom.schema.json", file.display()))?;
    let (knowledge, skipped) = knowledge.with_overlay(overlay);
    skipped.iter().for_each(|line| eprintln!("newsgloss: {}: {line}", file.display()));
    Ok(knowledge)
}

/// Loads the name model.
///
/// # Errors
/// When it cannot be read.
pub fn tagger(parts: &Parts) -> Result<Tagger> {
    let file = parts.names.clone().unwrap_or_else(|| Path::new(DATA).join("names.bin"));
    Tagger::from_bytes(&bytes(&file)?).with_context(|| file.display().to_string())
}

/// Writes a line; a reader who has left early (`| head`) is no error.
///
/// # Errors
/// When it cannot be written.
pub fn write(out: &mut impl Write, text: &str) -> Result<()> {
    match writeln!(out, "{text}") {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => std::process::exit(0),
        other => Ok(other?),
    }
}
