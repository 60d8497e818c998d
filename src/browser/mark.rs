//! Marks: which mentions and deals of the annotations are shown, and where in the text.

use std::collections::HashSet;

use js_sys::{Array, Reflect};
use serde::Deserialize;
use wasm_bindgen::{JsCast, JsValue};

use super::layer::Layer;
use crate::order;

/// As much of the annotations as is marked on the page: the schema's other fields are for the cards.
#[derive(Debug, Default)]
pub struct Found {
    /// The names.
    pub mentions: Vec<FoundMention>,
    /// Where each deal is mentioned.
    pub deals: Vec<Vec<Passage>>,
}

/// A name that was found.
#[derive(Debug)]
pub struct FoundMention {
    /// Where.
    pub passage: Passage,
    /// What it names.
    pub layer: Layer,
    /// Index of its entity.
    pub entity: u32,
}

/// A stretch of the text: its first UTF-16 code unit, and one past its last.
pub type Passage = (u32, u32);

impl Found {
    /// Takes it from annotations as JavaScript has them.
    ///
    /// # Errors
    /// Where they are of another shape than the schema's.
    pub fn new(annotations: &JsValue) -> Result<Self, JsValue> {
        let [start, end, kind, entity] = ["start", "end", "kind", "entity"].map(JsValue::from);
        let layer = |of: JsValue| Ok(layer(&Reflect::get(&of, &kind)?.as_string().unwrap_or_default()));
        let layers = list(annotations, "entities")?.iter().map(layer).collect::<Result<Vec<_>, JsValue>>()?;
        let passage = |of: &JsValue| Ok::<_, JsValue>((number(of, &start)?, number(of, &end)?));
        let mention = |of: JsValue| {
            let (passage, entity) = (passage(&of)?, number(&of, &entity)?);
            // A mention is of the same kind as its entity; strings are dear to fetch.
            let layer = *layers.get(entity as usize).ok_or("a mention of an entity that is not there")?;
            Ok(FoundMention { passage, layer, entity })
        };
        let mentions = list(annotations, "mentions")?.iter().map(mention).collect::<Result<_, JsValue>>()?;
        let deals = list(annotations, "deals")?.into_iter();
        let deals = deals.map(|deal| list(&deal, "mentions")?.iter().map(|of| passage(&of)).collect());
        Ok(Self { mentions, deals: deals.collect::<Result<_, JsValue>>()? })
    }
}

/// The whole number under a key.
fn number(of: &JsValue, key: &JsValue) -> Result<u32, JsValue> {
    Ok(Reflect::get(of, key)?.as_f64().unwrap_or(0.0) as u32)
}

/// The list under a key.
fn list(of: &JsValue, key: &str) -> Result<Array, JsValue> {
    Reflect::get(of, &key.into())?.dyn_into()
}

/// The layer of a kind of entity, as the schema names it.
fn layer(kind: &str) -> Layer {
    match kind {
        "person" => Layer::Person,
        "nation" => Layer::Nation,
        "organization" => Layer::Organization,
        _ => Layer::Place,
    }
}

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
    /// Index into [`Found::mentions`].
    Mention(usize),
    /// Indices into [`Found::deals`] and into the mentions of that deal.
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
    pub fn marks(&self, found: &Found, sections: &[u32]) -> Vec<Mark> {
        let mut marks: Vec<Mark> = self.mentions(found).chain(self.deals(found)).collect();
        order::by_key(&mut marks, |mark| mark.end as usize);
        order::by_key(&mut marks, |mark| mark.start as usize);
        let mut seen = HashSet::new();
        marks.retain(|mark| {
            let target = match mark.source {
                Source::Mention(i) => (false, found.mentions[i].entity),
                Source::Deal(i, _) => (true, i as u32),
            };
            match self.density {
                Density::All => true,
                Density::First => seen.insert((target, 0)),
                Density::Section => seen.insert((target, sections.partition_point(|&s| s <= mark.start))),
            }
        });
        marks
    }

    fn mentions<'a>(&'a self, found: &'a Found) -> impl Iterator<Item = Mark> + 'a {
        let mentions = found.mentions.iter().enumerate().filter(|(_, mention)| self.wants(mention.layer));
        mentions.map(|(i, mention)| mark(mention.passage, mention.layer, Source::Mention(i)))
    }

    fn deals<'a>(&'a self, found: &'a Found) -> impl Iterator<Item = Mark> + 'a {
        let deals = found.deals.iter().enumerate().filter(|_| self.wants(Layer::Deal));
        deals.flat_map(|(i, passages)| {
            let passages = passages.iter().enumerate();
            passages.map(move |(j, &passage)| mark(passage, Layer::Deal, Source::Deal(i, j)))
        })
    }

    fn wants(&self, layer: Layer) -> bool {
        let kind = layer.name().trim_start_matches("newsgloss-");
        self.kinds.as_ref().is_none_or(|kinds| kinds.iter().any(|wanted| wanted == kind))
    }
}

fn mark((start, end): Passage, layer: Layer, source: Source) -> Mark {
    Mark { start, end, layer, source }
}
