//! The command line: reads files and options, and says what to do where they do not fit.

mod annotate;
mod html;
mod load;
mod tag;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Parser, Subcommand};

/// Marks the people, nations and deals in news.
#[derive(Parser)]
#[command(name = "newsgloss", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Annotate an article, or many with --jsonl
    Annotate(annotate::Args),
    /// Tag names in a file of `token<TAB>...` lines; writes `token<TAB>tag`
    Tag {
        /// The file, or - for standard input
        file: PathBuf,
        #[command(flatten)]
        parts: load::Parts,
    },
    /// Train the name model from labelled corpora
    Train {
        /// The folder that holds labels/ and corpora/
        material: PathBuf,
        /// The model to write
        #[arg(default_value = "data/names.bin")]
        out: PathBuf,
    },
    /// Score the name model on labelled files
    Evaluate {
        /// Files of `token<TAB>tag` lines
        #[arg(required = true)]
        files: Vec<PathBuf>,
        #[command(flatten)]
        parts: load::Parts,
    },
    /// Check the tables of facts and compile them into a knowledge pack
    Pack {
        /// The pack to write
        #[arg(default_value = "dist/knowledge.bin")]
        out: PathBuf,
        /// The folder of tables
        #[arg(long, default_value = load::DATA)]
        data: PathBuf,
    },
}

/// Runs the command line. Exit status 2 for bad use, 1 for bad input, each with one line on standard error.
#[must_use]
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let outcome = match cli.command {
        Command::Annotate(args) => annotate::run(&args),
        Command::Tag { file, parts } => tag::tag(&file, &parts),
        Command::Train { material, out } => tag::train(&material, &out),
        Command::Evaluate { files, parts } => tag::evaluate(&files, &parts),
        Command::Pack { out, data } => pack(&out, &data),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("newsgloss: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Help and version as they are; an error in one line.
fn usage(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    let message = error.to_string();
    let first = message.lines().next().unwrap_or_default().trim_start_matches("error: ");
    eprintln!("newsgloss: {first}; see newsgloss --help");
    ExitCode::from(2)
}

fn pack(out: &std::path::Path, data: &std::path::Path) -> anyhow::Result<()> {
    let pack = crate::knowledge::compile(data).map_err(|problems| {
        problems.iter().for_each(|problem| eprintln!("{problem}"));
        anyhow::anyhow!("{} problems in the tables; mend them and run again", problems.len())
    })?;
    if let Some(folder) = out.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(out, &pack).with_context(|| format!("cannot write {}", out.display()))?;
    eprintln!("{}: {} bytes", out.display(), pack.len());
    Ok(())
}
