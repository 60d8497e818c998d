//! Marks: which mentions and deals of the annotations are shown, and where in the text.

use std::collections::HashSet;

use serde::Deserialize;

use super::highlight::Layer;
use crate::annotation::Annotations;
use crate::knowledge::Kind;

/// How many of an entity's mentions are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Density {
    /// Every one.
    #[default]
    All,
    /// The first under each heading.
    Section,
    /// The first in the article.
    First,
}

/// What a mark shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// Index into [`Annotations::mentions`].
    Mention(usize),
    /// Indices into [`Annotations::deals`] and into the mentions of that deal.
    Deal(usize, usize),
}

/// A stretch of the text that is shown and answers to the pointer.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// First UTF-16 code unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// How it looks.
    pub layer: Layer,
    /// What it shows.
    pub source: Source,
}

/// What the page asks to be shown.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// `person`, `nation`, `deal`, `organization`, `place`; none means all of them.
    pub kinds: Option<Vec<String>>,
    /// How often.
    pub density: Density,
}

impl Choice {
    /// The marks to show, by start. `sections` are the offsets at which sections start, ascending.
    #[must_use]
    pub fn marks(&self, annotations: &Annotations, sections: &[u32]) -> Vec<Mark> {
        let mut marks: Vec<Mark> = self.mentions(annotations).chain(self.deals(annotations)).collect();
        marks.sort_by_key(|mark| (mark.start, mark.end));
        let mut seen = HashSet::new();
        marks.retain(|mark| {
            let target = match mark.source {
                Source::Mention(i) => (false, annotations.mentions[i].entity),
                Source::Deal(i, _) => (true, i),
            };
            match self.density {
                Density::All => true,
                Density::First => seen.insert((target, 0)),
                Density::Section => seen.insert((target, sections.partition_point(|&s| s <= mark.start))),
            }
        });
        marks
    }

    fn mentions<'a>(&'a self, annotations: &'a Annotations) -> impl Iterator<Item = Mark> + 'a {
        let mentions = annotations.mentions.iter().enumerate();
        mentions.filter_map(|(i, m)| {
            let layer = layer(m.kind);
            self.wants(layer).then(|| mark(m.start, m.end, layer, Source::Mention(i)))
        })
    }

    fn deals<'a>(&'a self, annotations: &'a Annotations) -> impl Iterator<Item = Mark> + 'a {
        let deals = annotations.deals.iter().enumerate().filter(|_| self.wants(Layer::Deal));
        deals.flat_map(|(i, deal)| {
            let passages = deal.mentions.iter().enumerate();
            passages.map(move |(j, p)| mark(p.start, p.end, Layer::Deal, Source::Deal(i, j)))
        })
    }

    fn wants(&self, layer: Layer) -> bool {
        let kind = layer.name().trim_start_matches("newsgloss-");
        self.kinds.as_ref().is_none_or(|kinds| kinds.iter().any(|wanted| wanted == kind))
    }
}

fn mark(start: usize, end: usize, layer: Layer, source: Source) -> Mark {
    // A page's text is shorter than 2^32 units.
    Mark { start: start as u32, end: end as u32, layer, source }
}

fn layer(kind: Kind) -> Layer {
    match kind {
        Kind::Person => Layer::Person,
        Kind::Nation => Layer::Nation,
        Kind::Organization => Layer::Organization,
        Kind::Place => Layer::Place,
    }
}
