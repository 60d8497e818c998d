//! Files in: texts, the knowledge pack, the model.

use std::io::Read;
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
/// When a pack or model cannot be read.
pub fn gloss(parts: &Parts) -> Result<Gloss> {
    let data = Path::new(DATA);
    let knowledge = parts.knowledge.clone().unwrap_or_else(|| data.join("knowledge.bin"));
    let names = parts.names.clone().unwrap_or_else(|| data.join("names.bin"));
    let knowledge = Knowledge::from_bytes(&bytes(&knowledge)?).with_context(|| format!("{}", knowledge.display()))?;
    let tagger = if names.exists() {
        Some(Tagger::from_bytes(&bytes(&names)?).with_context(|| format!("{}", names.display()))?)
    } else {
        None
    };
    Ok(Gloss { knowledge, tagger })
}
