//! Lines under the mentions for browsers without custom highlights: boxes in a shadow root of our own, over the page.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{AddEventListenerOptions, Document, DomRect, EventTarget, HtmlElement, Range, ShadowRoot, Window};
use web_sys::{ShadowRootInit, ShadowRootMode};

use super::layer::Layer;
use super::pointer::line_boxes;

/// What moves text under the boxes.
const MOVES: [&str; 2] = ["resize", "scroll"];

/// The boxes over one article. Dropping it takes them off the page.
pub struct Overlay {
    sheet: Rc<Sheet>,
    moved: Closure<dyn FnMut()>,
}

/// The element that holds the boxes, and what they stand for.
struct Sheet {
    window: Window,
    document: Document,
    host: HtmlElement,
    root: ShadowRoot,
    ranges: RefCell<Vec<(Layer, Range)>>,
}

impl Overlay {
    /// An overlay without boxes.
    pub fn new(window: &Window, document: &Document) -> Result<Self, JsValue> {
        let host: HtmlElement = document.create_element("newsgloss-overlay")?.unchecked_into();
        let place = [("position", "absolute"), ("inset", "0 auto auto 0"), ("pointer-events", "none")];
        style(&host, &place)?;
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Closed))?;
        document.document_element().ok_or("a document without an element")?.append_child(&host)?;
        let (window, document) = (window.clone(), document.clone());
        let sheet = Rc::new(Sheet { window, document, host, root, ranges: RefCell::default() });
        let moving = Rc::downgrade(&sheet);
        let moved = Closure::new(move || {
            if let Some(sheet) = moving.upgrade() {
                // A box that cannot be drawn is left out; the article is none the worse.
                let _ = sheet.draw();
            }
        });
        let overlay = Self { sheet, moved };
        overlay.listen()?;
        Ok(overlay)
    }

    fn listen(&self) -> Result<(), JsValue> {
        let options = AddEventListenerOptions::new();
        options.set_capture(true);
        options.set_passive(true);
        let target: &EventTarget = self.sheet.window.as_ref();
        let callback = self.moved.as_ref().unchecked_ref();
        MOVES.iter().try_for_each(|event| {
            target.add_event_listener_with_callback_and_add_event_listener_options(event, callback, &options)
        })
    }

    /// Draws these ranges in place of all others.
    pub fn paint(&self, ranges: Vec<(Layer, Range)>) -> Result<(), JsValue> {
        self.sheet.ranges.replace(ranges);
        self.sheet.draw()
    }
}

impl Drop for Overlay {
    fn drop(&mut self) {
        let target: &EventTarget = self.sheet.window.as_ref();
        let callback = self.moved.as_ref().unchecked_ref();
        for event in MOVES {
            // Fails only for a listener that is not there.
            let _ = target.remove_event_listener_with_callback_and_bool(event, callback, true);
        }
        self.sheet.host.remove();
    }
}

impl Sheet {
    fn draw(&self) -> Result<(), JsValue> {
        self.root.set_text_content(None);
        let origin = self.host.get_bounding_client_rect();
        for (layer, range) in self.ranges.borrow().iter() {
            for line in line_boxes(range) {
                let line = self.line(*layer, &line, &origin)?;
                self.root.append_child(&line)?;
            }
        }
        Ok(())
    }

    fn line(&self, layer: Layer, line: &DomRect, origin: &DomRect) -> Result<HtmlElement, JsValue> {
        let element: HtmlElement = self.document.create_element("div")?.unchecked_into();
        let pixels = |value: f64| format!("{value}px");
        let place = [
            ("position", "absolute"),
            ("box-sizing", "border-box"),
            ("left", &pixels(line.left() - origin.left())),
            ("top", &pixels(line.top() - origin.top())),
            ("width", &pixels(line.width())),
            ("height", &pixels(line.height())),
        ];
        style(&element, &place)?;
        style(&element, &[look(layer)])?;
        Ok(element)
    }
}

/// The look of `highlight.css`, as far as a box has it.
fn look(layer: Layer) -> (&'static str, &'static str) {
    match layer {
        Layer::Person => ("border-bottom", "1px solid var(--newsgloss-person, #3b7dc4)"),
        Layer::Nation => ("border-bottom", "1.5px dotted var(--newsgloss-nation, #0d8a6b)"),
        Layer::Organization => ("border-bottom", "1px dashed var(--newsgloss-organization, #9463b5)"),
        Layer::Place => ("border-bottom", "1px dotted var(--newsgloss-place, #85796a)"),
        Layer::Deal => ("border-bottom", "1.5px solid var(--newsgloss-deal, #c8641f)"),
        Layer::Active => ("background-color", "var(--newsgloss-active, rgb(255 196 84 / 0.32))"),
    }
}

fn style(element: &HtmlElement, properties: &[(&str, &str)]) -> Result<(), JsValue> {
    properties.iter().try_for_each(|(name, value)| element.style().set_property(name, value))
}
