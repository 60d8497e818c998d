//! The custom highlights of one window, which all its articles and other tools share.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::Window;

use super::block::Boundary;
use super::layer::Layer;

#[wasm_bindgen]
extern "C" {
    /// A window as an owner of highlights.
    type HighlightWindow;

    #[wasm_bindgen(method, getter, js_name = CSS)]
    fn css(this: &HighlightWindow) -> Css;

    type Css;

    #[wasm_bindgen(method, getter)]
    fn highlights(this: &Css) -> Option<HighlightRegistry>;

    #[wasm_bindgen(extends = Object)]
    type HighlightRegistry;

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

    #[wasm_bindgen(method)]
    fn has(this: &Highlight, range: &StaticRange) -> bool;

    #[wasm_bindgen(method, js_name = delete)]
    fn remove(this: &Highlight, range: &StaticRange) -> bool;

    #[wasm_bindgen(method, getter)]
    fn size(this: &Highlight) -> u32;

    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    /// A range of the page that costs nothing when the page changes.
    pub type StaticRange;

    #[wasm_bindgen(constructor, catch)]
    fn new(init: &Object) -> Result<StaticRange, JsValue>;
}

/// The highlights of a window. A frame has its own, so they are those of the article's window.
pub struct Registry(HighlightRegistry);

impl Registry {
    /// None where the browser has no highlights.
    #[must_use]
    pub fn of(window: &Window) -> Option<Self> {
        window.unchecked_ref::<HighlightWindow>().css().highlights().map(Self)
    }

    /// Paints a range.
    pub fn add(&self, layer: Layer, range: &StaticRange) {
        let highlight = self.0.get(layer.name()).unwrap_or_else(|| {
            let highlight = Highlight::new();
            highlight.set_priority(priority(layer));
            self.0.set(layer.name(), &highlight);
            highlight
        });
        highlight.add(range);
    }

    /// Takes a range away, and with the last one the highlight.
    pub fn remove(&self, layer: Layer, range: &StaticRange) {
        let Some(highlight) = self.0.get(layer.name()) else { return };
        highlight.remove(range);
        if highlight.size() == 0 {
            self.0.delete(layer.name());
        }
    }

    /// Whether a range is painted.
    #[must_use]
    pub fn holds(&self, layer: Layer, range: &StaticRange) -> bool {
        self.0.get(layer.name()).is_some_and(|highlight| highlight.has(range))
    }
}

/// A range between two places of the page, as a highlight takes it.
pub fn static_range(start: &Boundary, end: &Boundary) -> Result<StaticRange, JsValue> {
    let init = Object::new();
    Reflect::set(&init, &"startContainer".into(), &start.node)?;
    Reflect::set(&init, &"startOffset".into(), &start.offset.into())?;
    Reflect::set(&init, &"endContainer".into(), &end.node)?;
    Reflect::set(&init, &"endOffset".into(), &end.offset.into())?;
    StaticRange::new(&init)
}

/// Deals lie under the names in them, and those on the level of everybody else's highlights: WebKit (seen in 2.50)
/// can end a page where one text has highlights of three levels.
fn priority(layer: Layer) -> i32 {
    if layer == Layer::Deal { -1 } else { 0 }
}
