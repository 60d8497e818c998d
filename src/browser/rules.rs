//! The style sheet of the highlights, adopted by a document as long as any article in it needs them.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Window};

/// The rules for `::highlight()`. Colours come from custom properties that the page may set.
const RULES: &str = include_str!("highlight.css");

/// A highlight that is nowhere, by which the rules show what the browser makes of them.
const PROBE: &str = "::highlight(newsgloss-probe)";
const PROBE_COLOUR: &str = "rgb(1, 2, 3)";

#[wasm_bindgen]
extern "C" {
    /// A window as an owner of the class of its style sheets: a document adopts none of another window's.
    type StyleWindow;

    #[wasm_bindgen(method, getter, js_name = CSSStyleSheet)]
    fn sheet_class(this: &StyleWindow) -> Option<Function>;

    type CSSStyleSheet;

    #[wasm_bindgen(method, catch, js_name = replaceSync)]
    fn replace_sync(this: &CSSStyleSheet, rules: &str) -> Result<(), JsValue>;

    /// A document as an owner of style sheets.
    #[derive(Clone)]
    type StyleScope;

    #[wasm_bindgen(method, getter, js_name = adoptedStyleSheets)]
    fn adopted(this: &StyleScope) -> Option<Array>;

    #[wasm_bindgen(method, setter, js_name = adoptedStyleSheets)]
    fn set_adopted(this: &StyleScope, sheets: &Array);
}

thread_local! {
    static SHARED: RefCell<Vec<Weak<Rules>>> = const { RefCell::new(Vec::new()) };
}

/// The rules in one document. Dropping them takes them out.
pub struct Rules {
    scope: StyleScope,
    sheet: CSSStyleSheet,
}

impl Rules {
    /// Those of the document; none where it adopts no style sheets.
    pub fn shared(window: &Window, document: &Document) -> Option<Rc<Self>> {
        SHARED.with_borrow_mut(|shared| {
            shared.retain(|rules| rules.strong_count() > 0);
            let known = shared.iter().filter_map(Weak::upgrade).find(|rules| Object::is(&rules.scope, document));
            known.or_else(|| {
                let rules = Rc::new(Self::new(window, document.unchecked_ref())?);
                shared.push(Rc::downgrade(&rules));
                Some(rules)
            })
        })
    }

    fn new(window: &Window, scope: &StyleScope) -> Option<Self> {
        let class = window.unchecked_ref::<StyleWindow>().sheet_class()?;
        let sheet: CSSStyleSheet = Reflect::construct(&class, &Array::new()).ok()?.unchecked_into();
        sheet.replace_sync(RULES).ok()?;
        let rules = Self { scope: scope.clone(), sheet };
        rules.adopt();
        Some(rules)
    }

    /// Adds them to the document, unless it has them.
    pub fn adopt(&self) {
        if let Some(adopted) = self.scope.adopted().filter(|_| !self.are_adopted()) {
            self.scope.set_adopted(&adopted.concat(&Array::of1(&self.sheet)));
        }
    }

    /// Whether the document still has them: it may have given itself others.
    #[must_use]
    pub fn are_adopted(&self) -> bool {
        self.scope.adopted().is_some_and(|adopted| adopted.includes(&self.sheet, 0))
    }

    /// Whether the browser draws lines in highlights. Firefox 140 to 145 have highlights, but no lines in them: there the
    /// probe's style has the background that the rules give it, and not the line.
    #[must_use]
    pub fn draw_lines(window: &Window, document: &Document) -> bool {
        let root = document.document_element();
        let style = root.and_then(|root| window.get_computed_style_with_pseudo_elt(&root, PROBE).ok().flatten());
        let value =
            |name: &str| style.as_ref().and_then(|style| style.get_property_value(name).ok()).unwrap_or_default();
        value("background-color") != PROBE_COLOUR || value("text-decoration-line") == "underline"
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
