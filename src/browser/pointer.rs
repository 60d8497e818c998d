//! Hit-testing: from a point of the viewport to a place in a text node, and whether a range covers the point.

use wasm_bindgen::prelude::*;
use web_sys::{Document, DomRect, Element, Node, Range};

/// Pixels by which a line box may be missed, so that an underline counts as its word.
const SLACK: f64 = 2.0;

#[wasm_bindgen]
extern "C" {
    /// A document that can tell the caret position under a point, in one of two ways.
    type CaretDocument;

    #[wasm_bindgen(method, getter, js_name = caretPositionFromPoint)]
    fn position_function(this: &CaretDocument) -> JsValue;

    #[wasm_bindgen(method, catch, js_name = caretPositionFromPoint)]
    fn position(this: &CaretDocument, x: f64, y: f64, options: &JsValue) -> Result<Option<CaretPosition>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = caretRangeFromPoint)]
    fn range(this: &CaretDocument, x: f64, y: f64) -> Result<Option<Range>, JsValue>;

    type CaretPosition;

    #[wasm_bindgen(method, getter, js_name = offsetNode)]
    fn node(this: &CaretPosition) -> Option<Node>;

    #[wasm_bindgen(method, getter)]
    fn offset(this: &CaretPosition) -> u32;
}

/// The place in the page's text nearest to a point of the viewport, in CSS pixels. `options` may name the shadow roots
/// to look into, as `caretPositionFromPoint` takes them.
#[must_use]
pub fn caret_at(document: &Document, x: f64, y: f64, options: &JsValue) -> Option<(Node, u32)> {
    let document: &CaretDocument = document.unchecked_ref();
    if document.position_function().is_function() {
        let caret = document.position(x, y, options).ok()??;
        return Some((caret.node()?, caret.offset()));
    }
    let range = document.range(x, y).ok()??;
    Some((range.start_container().ok()?, range.start_offset().ok()?))
}

/// Whether the engine tells the caret position in all text, in shadow roots and zoomed text as well.
#[must_use]
pub fn is_exact(document: &Document) -> bool {
    document.unchecked_ref::<CaretDocument>().position_function().is_function()
}

/// The innermost element under a point, shadow roots gone into.
#[must_use]
pub fn element_at(document: &Document, x: f64, y: f64) -> Option<Element> {
    let (x, y) = (x as f32, y as f32);
    let mut element = document.element_from_point(x, y)?;
    while let Some(inner) = element.shadow_root().and_then(|shadow| shadow.element_from_point(x, y)) {
        if inner.is_same_node(Some(&element)) {
            break;
        }
        element = inner;
    }
    Some(element)
}

/// The line boxes of a range, in viewport pixels, those without an area left out.
#[must_use]
pub fn line_boxes(range: &Range) -> Vec<DomRect> {
    let rects = range.get_client_rects();
    let rects = rects.into_iter().flat_map(|rects| (0..rects.length()).filter_map(move |i| rects.item(i)));
    rects.filter(|rect| rect.width() > 0.0 && rect.height() > 0.0).collect()
}

/// Whether a point lies in a line box.
#[must_use]
pub fn covers(rect: &DomRect, x: f64, y: f64) -> bool {
    x >= rect.left() && x <= rect.right() && y >= rect.top() - SLACK && y <= rect.bottom() + SLACK
}
