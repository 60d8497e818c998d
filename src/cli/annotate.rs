//! `newsgloss annotate`: one article to one document, or lines to lines.

use std::io::{BufRead, Write};
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{html, load};
use crate::annotation::Annotations;
use crate::span::OffsetUnit;
use crate::{Gloss, Options, THRESHOLD, export};

#[derive(clap::Args)]
pub struct Args {
    /// The article, or - for standard input
    #[arg(default_value = "-")]
    file: PathBuf,
    /// The day of publication, YYYY-MM-DD
    #[arg(long)]
    date: Option<Date>,
    /// What the file holds
    #[arg(long, value_enum, default_value_t = Input::Text)]
    input: Input,
    /// What comes out
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// The unit of offsets
    #[arg(long, value_enum, default_value_t = Offsets::Utf16)]
    offsets: Offsets,
    /// Leave out what is less certain, 0 to 1
    #[arg(long, default_value_t = THRESHOLD)]
    threshold: f32,
    /// One {"id","date","text"} per line in, one {"id", ...annotations} per line out
    #[arg(long)]
    jsonl: bool,
    #[command(flatten)]
    parts: load::Parts,
}

#[derive(Clone, Copy, ValueEnum)]
enum Input {
    Text,
    Html,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Format {
    Json,
    WebAnnotation,
    SchemaOrg,
    Html,
}

#[derive(Clone, Copy, ValueEnum)]
enum Offsets {
    Utf16,
    Char,
    Byte,
}

/// One line of `--jsonl`.
#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    #[serde(default)]
    date: Option<String>,
    text: String,
}

#[derive(Serialize)]
struct Annotated {
    id: serde_json::Value,
    #[serde(flatten)]
    annotations: Annotations,
}

impl Args {
    fn options(&self) -> Options {
        let offsets = match (self.format, self.offsets) {
            (Format::Html, _) | (_, Offsets::Byte) => OffsetUnit::Byte,
            (Format::WebAnnotation, _) | (_, Offsets::Char) => OffsetUnit::Char,
            (_, Offsets::Utf16) => OffsetUnit::Utf16,
        };
        Options { date: self.date, offsets, threshold: self.threshold }
    }
}

/// Annotates and writes to standard output.
pub fn run(args: &Args) -> Result<()> {
    let gloss = load::gloss(&args.parts)?;
    if args.jsonl {
        return lines(args, &gloss);
    }
    let source = load::text(&args.file)?;
    let text = match args.input {
        Input::Text => source,
        Input::Html => html::article_text(&source),
    };
    let annotations = gloss.annotate(&text, &args.options());
    let url = format!("urn:newsgloss:{}", args.file.file_name().unwrap_or_default().to_string_lossy());
    let rendered = match args.format {
        Format::Json => serde_json::to_string_pretty(&annotations)?,
        Format::WebAnnotation => serde_json::to_string_pretty(&export::web_annotations(&annotations, &url))?,
        Format::SchemaOrg => serde_json::to_string_pretty(&export::schema_org(&annotations))?,
        Format::Html => export::html(&text, &annotations),
    };
    load::write(&mut std::io::stdout().lock(), &rendered)
}

/// Reads and writes line by line, so that memory stays flat.
fn lines(args: &Args, gloss: &Gloss) -> Result<()> {
    if args.format != Format::Json {
        bail!("--jsonl writes JSON only; leave --format out");
    }
    let input: Box<dyn BufRead> = if args.file.as_os_str() == "-" {
        Box::new(std::io::stdin().lock())
    } else {
        let file = std::fs::File::open(&args.file)
            .with_context(|| format!("cannot read {}; check the path", args.file.display()))?;
        Box::new(std::io::BufReader::new(file))
    };
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut bad = 0;
    for (number, line) in input.lines().enumerate() {
        match annotate_line(args, gloss, &line?) {
            Ok(Some(json)) => load::write(&mut out, &json)?,
            Ok(None) => {}
            Err(error) => {
                bad += 1;
                eprintln!("newsgloss: line {}: {error:#}", number + 1);
            }
        }
    }
    out.flush()?;
    if bad > 0 {
        bail!("{bad} lines skipped; each line must be {{\"id\": ..., \"date\": \"YYYY-MM-DD\", \"text\": \"...\"}}");
    }
    Ok(())
}

fn annotate_line(args: &Args, gloss: &Gloss, line: &str) -> Result<Option<String>> {
    if line.trim().is_empty() {
        return Ok(None);
    }
    let Line { id, date, text } = serde_json::from_str(line).context("not a JSON object with id and text")?;
    let date = date.map(|d| d.parse().with_context(|| format!("\"{d}\" is no date YYYY-MM-DD"))).transpose()?;
    let annotations = gloss.annotate(&text, &Options { date: date.or(args.date), ..args.options() });
    Ok(Some(serde_json::to_string(&Annotated { id, annotations })?))
}
