//! Highlights: what is painted over the article, with no change to any node.
//!
//! One CSS Custom Highlight a kind where the browser has them, else boxes over the page. The highlights are shared by
//! all articles of the page: what is added is remembered and taken back range by range, so that those of other tools
//! stay as they are.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::{Rc, Weak};

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Range, Window};

use super::block::Boundary;
use super::layer::Layer;
use super::overlay::Overlay;
use super::page::{Anchor, PageText};

/// The rules for `::highlight()`. Colours come from custom properties that the page may set.
const RULES: &str = include_str!("highlight.css");

/// A highlight that is nowhere, by which the rules show what the browser makes of them.
const PROBE: &str = "::highlight(newsgloss-probe)";
const PROBE_COLOUR: &str = "rgb(1, 2, 3)";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Object)]
    type HighlightRegistry;

    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static HIGHLIGHTS: Option<HighlightRegistry>;

    #[wasm_bindgen(method)]
    fn get(this: &HighlightRegistry, name: &str) -> Option<Highlight>;

    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);

    #[wasm_bindgen(method)]
    fn delete(this: &HighlightRegistry, name: &str) -> bool;

    type Highlight;

    #[wasm_bindgen(constructor)]
    fn new() -> Highlight;

    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &StaticRange);

    #[wasm_bindgen(method, js_name = delete)]
    fn remove(this: &Highlight, range: &StaticRange) -> bool;

    #[wasm_bindgen(method, getter)]
    fn size(this: &Highlight) -> u32;

    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    /// A range of the page that costs nothing when the page changes.
    type StaticRange;

    #[wasm_bindgen(constructor, catch)]
    fn new(init: &Object) -> Result<StaticRange, JsValue>;

    #[derive(Clone)]
    type CSSStyleSheet;

    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<CSSStyleSheet, JsValue>;

    #[wasm_bindgen(method, catch, js_name = replaceSync)]
    fn replace_sync(this: &CSSStyleSheet, rules: &str) -> Result<(), JsValue>;

    /// A document or shadow root, as an owner of style sheets.
    #[derive(Clone)]
    type StyleScope;

    #[wasm_bindgen(method, getter, js_name = adoptedStyleSheets)]
    fn adopted(this: &StyleScope) -> Option<Array>;

    #[wasm_bindgen(method, setter, js_name = adoptedStyleSheets)]
    fn set_adopted(this: &StyleScope, sheets: &Array);
}

/// A stretch of the article's text, in UTF-16 code units, and how it is to look.
#[derive(Clone, Copy, Debug)]
pub struct Stroke {
    /// The look.
    pub layer: Layer,
    /// First unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// A stroke that stays the same while the article changes elsewhere.
type Key = (Layer, Anchor);

/// The highlights of one article. Dropping it takes them off the page.
pub struct Painter(Canvas);

/// What is painted on.
enum Canvas {
    Highlights {
        painted: HashMap<Key, StaticRange>,
        /// Still to be painted, the last first.
        fresh: Vec<(Key, Stroke)>,
        /// Still to be taken away.
        stale: Vec<(Layer, StaticRange)>,
        _rules: Option<Rc<Rules>>,
    },
    /// Where there are no custom highlights, or they would be filled.
    Overlay { overlay: Overlay, document: Document },
}

/// Whether the reader has set the colours of all pages: browsers then fill highlights like selected text.
fn has_forced_colors(window: &Window) -> bool {
    window.match_media("(forced-colors: active)").ok().flatten().is_some_and(|query| query.matches())
}

impl Painter {
    /// A painter that has painted nothing.
    pub fn new(window: &Window, document: &Document) -> Result<Self, JsValue> {
        let has_highlights = HIGHLIGHTS.with(Option::is_some) && !has_forced_colors(window);
        let _rules = has_highlights.then(|| Rules::shared(document)).flatten();
        if has_highlights && draws_lines(window, document) {
            return Ok(Self(Canvas::Highlights {
                painted: HashMap::new(),
                fresh: Vec::new(),
                stale: Vec::new(),
                _rules,
            }));
        }
        Ok(Self(Canvas::Overlay { overlay: Overlay::new(window, document)?, document: document.clone() }))
    }

    /// Plans to have these strokes on the page, and no others. Those that are there already stay.
    pub fn plan(&mut self, page: &PageText, strokes: impl Iterator<Item = Stroke>) -> Result<(), JsValue> {
        match &mut self.0 {
            Canvas::Highlights { painted, fresh, stale, .. } => {
                let (mut before, mut planned) = (std::mem::take(painted), Vec::new());
                for stroke in strokes {
                    let Some(anchor) = page.anchor(stroke.start, stroke.end) else { continue };
                    let key = (stroke.layer, anchor);
                    match before.remove(&key) {
                        Some(range) => _ = painted.insert(key, range),
                        None => planned.push((key, stroke)),
                    }
                }
                *fresh = planned.into_iter().rev().collect();
                stale.extend(before.into_iter().map(|((layer, _), range)| (layer, range)));
            }
            Canvas::Overlay { overlay, document } => {
                let places = strokes.filter_map(|s| Some((s.layer, page.locate(s.start, s.end)?)));
                let ranges = places.map(|(layer, (start, end))| Ok((layer, live_range(document, &start, &end)?)));
                overlay.paint(ranges.collect::<Result<_, JsValue>>()?)?;
            }
        }
        Ok(())
    }

    /// Does a step of the plan, fresh strokes first, so that nothing flickers. Whether more is left.
    pub fn paint(&mut self, page: &PageText) -> Result<bool, JsValue> {
        let Canvas::Highlights { painted, fresh, stale, .. } = &mut self.0 else { return Ok(false) };
        if let Some((key, stroke)) = fresh.pop() {
            let Some((start, end)) = page.locate(stroke.start, stroke.end) else { return Ok(true) };
            let range = static_range(&start, &end)?;
            add(stroke.layer, &range);
            painted.insert(key, range);
        } else if let Some((layer, range)) = stale.pop() {
            remove(layer, &range);
        }
        Ok(!fresh.is_empty() || !stale.is_empty())
    }
}

impl Drop for Painter {
    fn drop(&mut self) {
        if let Canvas::Highlights { painted, stale, .. } = &self.0 {
            painted.iter().for_each(|((layer, _), range)| remove(*layer, range));
            stale.iter().for_each(|(layer, range)| remove(*layer, range));
        }
    }
}

/// Whether the browser draws lines in highlights. Firefox 140 to 145 have highlights, but no lines in them: there the
/// probe's style has the background that the rules give it, and not the line.
fn draws_lines(window: &Window, document: &Document) -> bool {
    let root = document.document_element();
    let style = root.and_then(|root| window.get_computed_style_with_pseudo_elt(&root, PROBE).ok().flatten());
    let value = |name: &str| style.as_ref().and_then(|style| style.get_property_value(name).ok()).unwrap_or_default();
    value("background-color") != PROBE_COLOUR || value("text-decoration-line") == "underline"
}

/// A range between two places of the page, as a highlight takes it.
fn static_range(start: &Boundary, end: &Boundary) -> Result<StaticRange, JsValue> {
    let init = Object::new();
    Reflect::set(&init, &"startContainer".into(), &start.node)?;
    Reflect::set(&init, &"startOffset".into(), &start.offset.into())?;
    Reflect::set(&init, &"endContainer".into(), &end.node)?;
    Reflect::set(&init, &"endOffset".into(), &end.offset.into())?;
    StaticRange::new(&init)
}

/// A range between two places of the page, whose line boxes can be asked for.
pub fn live_range(document: &Document, start: &Boundary, end: &Boundary) -> Result<Range, JsValue> {
    let range = document.create_range()?;
    range.set_start(&start.node, start.offset)?;
    range.set_end(&end.node, end.offset)?;
    Ok(range)
}

/// Deals lie under the names in them, and those on the level of everybody else's highlights: WebKit (seen in 2.50)
/// ends the page where one text has highlights of three levels.
fn priority(layer: Layer) -> i32 {
    if layer == Layer::Deal { -1 } else { 0 }
}

fn add(layer: Layer, range: &StaticRange) {
    HIGHLIGHTS.with(|registry| {
        let Some(registry) = registry else { return };
        let highlight = registry.get(layer.name()).unwrap_or_else(|| {
            let highlight = Highlight::new();
            highlight.set_priority(priority(layer));
            registry.set(layer.name(), &highlight);
            highlight
        });
        highlight.add(range);
    });
}

fn remove(layer: Layer, range: &StaticRange) {
    HIGHLIGHTS.with(|registry| {
        let Some((registry, highlight)) = registry.as_ref().and_then(|r| Some((r, r.get(layer.name())?))) else {
            return;
        };
        highlight.remove(range);
        if highlight.size() == 0 {
            registry.delete(layer.name());
        }
    });
}

thread_local! {
    static SHARED: RefCell<Weak<Rules>> = const { RefCell::new(Weak::new()) };
}

/// The style sheet of the highlights, adopted by the document as long as any article needs it.
struct Rules {
    scope: StyleScope,
    sheet: CSSStyleSheet,
}

impl Rules {
    fn shared(document: &Document) -> Option<Rc<Self>> {
        SHARED.with_borrow_mut(|shared| {
            let rules = shared.upgrade().or_else(|| Self::adopt(document.unchecked_ref()).map(Rc::new))?;
            *shared = Rc::downgrade(&rules);
            Some(rules)
        })
    }

    fn adopt(scope: &StyleScope) -> Option<Self> {
        let adopted = scope.adopted()?;
        let sheet = CSSStyleSheet::new().ok()?;
        sheet.replace_sync(RULES).ok()?;
        scope.set_adopted(&adopted.concat(&Array::of1(&sheet)));
        Some(Self { scope: scope.clone(), sheet })
    }
}

impl Drop for Rules {
    fn drop(&mut self) {
        if let Some(adopted) = self.scope.adopted() {
            let others = adopted.filter(&mut |sheet, _, _| !Object::is(&sheet, &self.sheet));
            self.scope.set_adopted(&others);
        }
    }
}
