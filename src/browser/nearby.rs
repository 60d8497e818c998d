//! What is near the viewport. On a page with very many marks only those near it are painted: at every change of a page
//! browsers go through all of its highlights, and the page is not to pay for those that nobody sees.

use js_sys::{Array, Boolean, Function, Reflect, WeakMap};
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverInit, Node, Window};

/// Marks from which on only those near the viewport are painted. Few articles have as many.
pub const MANY: usize = 500;

/// How far beyond the viewport is near: its own height above it and below it.
const MARGIN: &str = "100% 0px";

/// Keeps up with which elements are near the viewport. Dropping it stops it.
pub struct Nearby {
    window: Window,
    observer: IntersectionObserver,
    near: WeakMap<Node, Boolean>,
    /// Before the page is printed all of it is near.
    prints: Closure<dyn FnMut()>,
    _scrolled: Closure<dyn FnMut(Array)>,
}

impl Nearby {
    /// Calls `moved` when other elements are near than before; with `true` where all that is near is to be painted at
    /// once, since the page is about to be printed.
    pub fn new(window: &Window, moved: &Function) -> Result<Self, JsValue> {
        let near = WeakMap::new_typed();
        let (seen, told) = (near.clone(), moved.clone());
        let scrolled = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let entry = |entry: &JsValue, key: &str| Reflect::get(entry, &key.into()).unwrap_or_default();
            for e in entries.iter() {
                let is_near = Boolean::from(entry(&e, "isIntersecting").is_truthy());
                seen.set(entry(&e, "target").unchecked_ref(), &is_near);
            }
            let _ = told.call1(&JsValue::UNDEFINED, &JsValue::FALSE);
        });
        let told = moved.clone();
        let prints = Closure::<dyn FnMut()>::new(move || _ = told.call1(&JsValue::UNDEFINED, &JsValue::TRUE));
        window.add_event_listener_with_callback("beforeprint", prints.as_ref().unchecked_ref())?;
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        let observer = IntersectionObserver::new_with_options(scrolled.as_ref().unchecked_ref(), &options)?;
        Ok(Self { window: window.clone(), observer, near, prints, _scrolled: scrolled })
    }

    /// Whether an element is near, from now on to be kept up with. Not before the next frame is that known.
    #[must_use]
    pub fn is_near(&self, element: &Element) -> bool {
        let near = self.near.get(element);
        if near.is_undefined() {
            self.near.set(element, &Boolean::from(false));
            self.observer.observe(element);
        }
        near.is_truthy()
    }
}

impl Drop for Nearby {
    fn drop(&mut self) {
        self.observer.disconnect();
        // Fails only for a listener that is not there.
        let _ = self.window.remove_event_listener_with_callback("beforeprint", self.prints.as_ref().unchecked_ref());
    }
}
