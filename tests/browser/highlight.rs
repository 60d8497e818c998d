//! What is painted, and that it is taken back.

use js_sys::{Function, Reflect};
use newsgloss::browser::highlight::{Layer, Painter};
use newsgloss::browser::page::PageText;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{Fixture, document, window};

/// A number that a piece of JavaScript makes.
fn number(code: &str) -> Option<f64> {
    Function::new_no_args(code).call0(&JsValue::UNDEFINED).expect(code).as_f64()
}

fn painted(layer: &str) -> Option<f64> {
    number(&format!("return CSS.highlights.get('{layer}')?.size"))
}

#[wasm_bindgen_test]
fn painters_share_highlights_and_take_back_their_own() {
    if !Reflect::has(&window(), &"Highlight".into()).unwrap_or(false) {
        return;
    }
    let fixture = Fixture::article("<p>Iran and Iraq</p>");
    let page = PageText::read(&window(), &fixture.0, &|_| false);
    let stroke = |start, end| (Layer::Nation, page.locate(start, end).expect("a place"));
    let sheets = || number("return document.adoptedStyleSheets.length").unwrap_or_default();
    let before = sheets();

    let mut one = Painter::new(&window(), &document()).expect("a painter");
    let mut two = Painter::new(&window(), &document()).expect("a painter");
    one.paint([stroke(0, 4), stroke(9, 13)].into_iter()).expect("paint");
    two.paint([stroke(0, 4)].into_iter()).expect("paint");
    assert_eq!((painted("newsgloss-nation"), sheets()), (Some(3.0), before + 1.0));
    one.paint([stroke(9, 13)].into_iter()).expect("paint");
    assert_eq!(painted("newsgloss-nation"), Some(2.0));
    drop(one);
    assert_eq!(painted("newsgloss-nation"), Some(1.0));
    drop(two);
    assert_eq!((painted("newsgloss-nation"), sheets()), (None, before));
}
