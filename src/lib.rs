//! Newsgloss marks the people, nations and deals in a news article and explains each.
//!
//! The modules are the stages, in order; none imports a later one:
//! `article -> tokens -> (tagger) -> mentions -> entities -> quotes -> deals -> annotations`.

pub mod day;
pub mod order;
pub mod span;

pub mod article;
pub mod token;

pub mod knowledge;
pub mod tagger;

pub mod mention;

pub mod entity;

pub mod grammar;

pub mod quote;

pub mod deal;

pub mod annotation;

pub mod export;

#[cfg(target_arch = "wasm32")]
pub mod browser;

#[cfg(feature = "tools")]
pub mod cli;

use jiff::civil::Date;

use crate::annotation::{Annotations, Findings};
use crate::article::Article;
use crate::grammar::Grammar;
use crate::knowledge::Knowledge;
use crate::span::OffsetUnit;
use crate::tagger::Tagger;
use crate::token::Tokens;

/// Below this confidence a mention or deal is not shown, unless asked for.
pub const THRESHOLD: f32 = 0.5;

/// How an article is to be read.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The day of publication: offices are those of this day.
    pub date: Option<Date>,
    /// The unit of all offsets that come out.
    pub offsets: OffsetUnit,
    /// Mentions and deals of less confidence are left out.
    pub threshold: f32,
}

impl Default for Options {
    fn default() -> Self {
        Self { date: None, offsets: OffsetUnit::Utf16, threshold: THRESHOLD }
    }
}

/// All that reading an article takes.
pub struct Gloss {
    /// Who and what the names stand for.
    pub knowledge: Knowledge,
    /// What finds names nobody listed; without it only listed names and titled people are found.
    pub tagger: Option<Tagger>,
}

impl Gloss {
    /// Reads an article. Any text will do; text that says nothing gives no annotations.
    #[must_use]
    pub fn annotate(&self, text: &str, options: &Options) -> Annotations {
        let article = Article::new(text, options.date);
        let tokens = Tokens::new(&article);
        let names = self.tagger.as_ref().map(|tagger| mention::tag(&tokens, tagger)).unwrap_or_default();
        let candidates = mention::find(&tokens, &self.knowledge, &names);
        let cast = entity::resolve(&tokens, &candidates, &self.knowledge, options.date, options.threshold);
        let grammar = Grammar::new(&tokens, &cast);
        let quotes = quote::find(&tokens, &cast, &grammar);
        let deals = deal::find(&tokens, &cast, &grammar, &quotes, options.date);
        let deals: Vec<_> = deals.into_iter().filter(|d| d.confidence >= options.threshold).collect();
        let findings = Findings { text, date: options.date, cast: &cast, quotes: &quotes, deals: &deals };
        annotation::assemble(&findings, &self.knowledge, options.offsets)
    }
}
