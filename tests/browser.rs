//! The browser edge from inside: `wasm-pack test --headless --chrome` and `--firefox`.

#![cfg(target_arch = "wasm32")]

mod browser {
    mod find;
    mod highlight;
    mod mark;
    mod page;
    mod published;
    mod watch;
}

use newsgloss::browser::memory;
use newsgloss::browser::page::PageText;
use newsgloss::browser::walk::Walk;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Window};

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

fn window() -> Window {
    web_sys::window().expect("a window")
}

fn document() -> Document {
    window().document().expect("a document")
}

/// The text of a fixture.
fn read(fixture: &Fixture) -> PageText {
    read_with(fixture, &Default::default())
}

/// The text of a fixture that may have been read before.
fn read_with(fixture: &Fixture, memory: &memory::Shared) -> PageText {
    let mut walk = Walk::new(&window(), &fixture.0, Box::new(|_| false), memory);
    while walk.step() {}
    PageText::new(walk.finish(), memory)
}

/// Something put on the page for a test, and taken off after it.
struct Fixture(Element);

impl Fixture {
    /// An element with this inside.
    fn new(name: &str, html: &str) -> Self {
        let element = document().create_element(name).expect("an element");
        element.set_inner_html(html);
        document().body().expect("a body").append_child(&element).expect("a place for it");
        Self(element)
    }

    /// An `<article>` with this inside.
    fn article(html: &str) -> Self {
        Self::new("article", html)
    }

    /// The first element inside that a selector names.
    fn find(&self, selector: &str) -> Element {
        self.0.query_selector(selector).expect("a selector").expect("an element").unchecked_into()
    }
}

impl Drop for Fixture {
    fn drop(&mut self) {
        self.0.remove();
    }
}
