//! Highlights: what is painted over the article, with no change to any node.
//!
//! One CSS Custom Highlight a kind where the browser has them, else boxes over the page, which JavaScript draws. The
//! highlights are shared by all articles of the page: what is added is remembered and taken back range by range, so that
//! those of other tools stay as they are.

use std::collections::HashMap;
use std::rc::Rc;

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Range, Window};

use super::block::Boundary;
use super::layer::{Layer, Stroke};
use super::page::{Anchor, PageText};
use super::registry::{Registry, StaticRange, static_range};
use super::rules::Rules;

/// A stroke that stays the same while the article changes elsewhere.
type Key = (Layer, Anchor);

/// The highlights of one article. Dropping it takes them off the page.
pub struct Painter(Canvas);

/// What is painted on.
enum Canvas {
    Highlights {
        registry: Registry,
        rules: Option<Rc<Rules>>,
        painted: HashMap<Key, StaticRange>,
        /// Still to be painted, the last first.
        fresh: Vec<(Key, Stroke)>,
        /// Still to be taken away.
        stale: Vec<(Layer, StaticRange)>,
    },
    /// Where there are no custom highlights, or they would be filled: a function that takes pairs of a layer's name and
    /// a range, and draws them in place of all others.
    Boxes { draw: Function, document: Document },
}

impl Painter {
    /// A painter that has painted nothing. Where the document has no highlights with lines, or is not to have them as
    /// `fills` says, `boxes` is asked for a function that draws.
    pub fn new(window: &Window, document: &Document, fills: bool, boxes: &Function) -> Result<Self, JsValue> {
        if let Some(registry) = Registry::of(window).filter(|_| !fills) {
            let rules = Rules::shared(window, document);
            if Rules::draw_lines(window, document) {
                let (painted, fresh, stale) = (HashMap::new(), Vec::new(), Vec::new());
                return Ok(Self(Canvas::Highlights { registry, rules, painted, fresh, stale }));
            }
        }
        let draw = boxes.call0(&JsValue::UNDEFINED)?.unchecked_into();
        Ok(Self(Canvas::Boxes { draw, document: document.clone() }))
    }

    /// One for all marks, and one for that which is looked at; each as [`Painter::new`] makes it.
    pub fn pair(window: &Window, document: &Document, fills: bool, boxes: &Function) -> Result<[Self; 2], JsValue> {
        let painter = || Self::new(window, document, fills, boxes);
        Ok([painter()?, painter()?])
    }

    /// Plans to have these strokes on the page, and no others. Those that are there already stay.
    pub fn plan(&mut self, page: &PageText, strokes: &[Stroke]) -> Result<(), JsValue> {
        let strokes = page.pieces(strokes);
        let lost = self.lost();
        match &mut self.0 {
            Canvas::Highlights { rules, painted, fresh, stale, .. } => {
                rules.iter().for_each(|rules| rules.adopt());
                let (mut before, mut planned) = (std::mem::take(painted), Vec::new());
                for stroke in strokes {
                    let Some(anchor) = page.anchor(stroke.start, stroke.end) else { continue };
                    let key = (stroke.layer, anchor);
                    match before.remove(&key) {
                        Some(range) if !lost.contains(&stroke.layer) => _ = painted.insert(key, range),
                        _ => planned.push((key, stroke)),
                    }
                }
                planned.reverse();
                *fresh = planned;
                stale.extend(before.into_iter().map(|((layer, _), range)| (layer, range)));
            }
            Canvas::Boxes { draw, document } => {
                let pairs = Array::new();
                for Stroke { layer, start, end } in strokes {
                    let Some((start, end)) = page.locate(start, end) else { continue };
                    let range = live_range(document, &start, &end)?;
                    pairs.push(&Array::of2(&layer.name().into(), &range));
                }
                draw.call1(&JsValue::UNDEFINED, &pairs)?;
            }
        }
        Ok(())
    }

    /// Does a step of the plan, fresh strokes first, so that nothing flickers. Whether more is left.
    pub fn paint(&mut self, page: &PageText) -> Result<bool, JsValue> {
        let Canvas::Highlights { registry, painted, fresh, stale, .. } = &mut self.0 else { return Ok(false) };
        if let Some((key, stroke)) = fresh.pop() {
            let Some((start, end)) = page.locate(stroke.start, stroke.end) else { return Ok(true) };
            let range = static_range(&start, &end)?;
            registry.add(stroke.layer, &range);
            painted.insert(key, range);
        } else if let Some((layer, range)) = stale.pop() {
            registry.remove(layer, &range);
        }
        Ok(!fresh.is_empty() || !stale.is_empty())
    }

    /// Whether all that was painted is still there. A page may clear its highlights, or give itself other style sheets.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        match &self.0 {
            Canvas::Highlights { rules, .. } => {
                rules.as_ref().is_none_or(|rules| rules.are_adopted()) && self.lost().is_empty()
            }
            Canvas::Boxes { .. } => true,
        }
    }

    /// The layers whose highlights the page has taken away.
    fn lost(&self) -> Vec<Layer> {
        let Canvas::Highlights { registry, painted, .. } = &self.0 else { return Vec::new() };
        let mut lost = Layer::ALL.to_vec();
        lost.retain(|layer| {
            let first = painted.iter().find(|((painted, _), _)| painted == layer);
            first.is_some_and(|(_, range)| !registry.holds(*layer, range))
        });
        lost
    }
}

impl Drop for Painter {
    fn drop(&mut self) {
        match &self.0 {
            Canvas::Highlights { registry, painted, stale, .. } => {
                painted.iter().for_each(|((layer, _), range)| registry.remove(*layer, range));
                stale.iter().for_each(|(layer, range)| registry.remove(*layer, range));
            }
            // It only takes away what it has drawn, and cannot fail.
            Canvas::Boxes { draw, .. } => _ = draw.call0(&JsValue::UNDEFINED),
        }
    }
}

/// A range between two places of the page, whose line boxes can be asked for.
pub fn live_range(document: &Document, start: &Boundary, end: &Boundary) -> Result<Range, JsValue> {
    let range = document.create_range()?;
    range.set_start(&start.node, start.offset)?;
    range.set_end(&end.node, end.offset)?;
    Ok(range)
}
