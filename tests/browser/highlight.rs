//! What is painted, and that it is taken back.

use js_sys::{Function, Reflect};
use newsgloss::browser::highlight::Painter;
use newsgloss::browser::layer::{Layer, Stroke};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{Fixture, document, read, window};

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
    let page = read(&fixture);
    let paint = |painter: &mut Painter, strokes: &[(u32, u32)]| {
        let strokes = strokes.iter().map(|&(start, end)| Stroke { layer: Layer::Nation, start, end });
        painter.plan(&page, &strokes.collect::<Vec<_>>()).expect("a plan");
        while painter.paint(&page).expect("paint") {}
    };
    let sheets = || number("return document.adoptedStyleSheets.length").unwrap_or_default();
    let before = sheets();

    let boxes = Function::new_no_args("throw new Error('no boxes are needed')");
    let painter = || Painter::new(&window(), &document(), false, &boxes).expect("a painter");
    let (mut one, mut two) = (painter(), painter());
    paint(&mut one, &[(0, 4), (9, 13)]);
    paint(&mut two, &[(0, 4)]);
    assert_eq!((painted("newsgloss-nation"), sheets()), (Some(3.0), before + 1.0));
    paint(&mut one, &[(9, 13)]);
    assert_eq!(painted("newsgloss-nation"), Some(2.0));
    drop(one);
    assert_eq!(painted("newsgloss-nation"), Some(1.0));
    drop(two);
    assert_eq!((painted("newsgloss-nation"), sheets()), (None, before));
}
