//! Keeping up with a page that changes: live blogs, late and client-rendered text, text shown after a while.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Element, MutationObserver, MutationObserverInit, Node, ResizeObserver, Window};

/// Milliseconds between the first change and the reading of all that came since.
const BATCH: i32 = 100;

/// Calls back, once a batch, when text under the watched nodes changes or hidden text appears. Dropping it stops it.
pub struct Watcher {
    window: Window,
    mutations: MutationObserver,
    appearances: Option<ResizeObserver>,
    timer: std::rc::Rc<std::cell::Cell<Option<i32>>>,
    _callbacks: [Closure<dyn FnMut(Array)>; 2],
    _batch: std::rc::Rc<Closure<dyn FnMut()>>,
}

impl Watcher {
    /// A watcher that does not look at anything yet.
    pub fn new(window: &Window, changed: impl Fn() + 'static) -> Result<Self, JsValue> {
        let timer = std::rc::Rc::new(std::cell::Cell::new(None));
        let done = timer.clone();
        let batch = std::rc::Rc::new(Closure::<dyn FnMut()>::new(move || {
            done.set(None);
            changed();
        }));
        let on_mutation = on_records(window, &timer, &batch, |_| true);
        let on_appearance = on_records(window, &timer, &batch, appears);
        let mutations = MutationObserver::new(on_mutation.as_ref().unchecked_ref())?;
        let appearances = ResizeObserver::new(on_appearance.as_ref().unchecked_ref()).ok();
        let callbacks = [on_mutation, on_appearance];
        Ok(Self { window: window.clone(), mutations, appearances, timer, _callbacks: callbacks, _batch: batch })
    }

    /// Looks at these trees for changes and at these elements for appearing, and at nothing else.
    pub fn look_at<'n>(&self, roots: impl Iterator<Item = &'n Node>, hidden: &[Element]) -> Result<(), JsValue> {
        let changes = MutationObserverInit::new();
        changes.set_subtree(true);
        changes.set_child_list(true);
        changes.set_character_data(true);
        self.mutations.disconnect();
        for root in roots {
            self.mutations.observe_with_options(root, &changes)?;
        }
        if let Some(appearances) = &self.appearances {
            appearances.disconnect();
            hidden.iter().for_each(|element| appearances.observe(element));
        }
        Ok(())
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.mutations.disconnect();
        if let Some(appearances) = &self.appearances {
            appearances.disconnect();
        }
        if let Some(timer) = self.timer.take() {
            self.window.clear_timeout_with_handle(timer);
        }
    }
}

/// A callback that starts a batch, unless one is under way, when any of its records counts.
fn on_records(
    window: &Window,
    timer: &std::rc::Rc<std::cell::Cell<Option<i32>>>,
    batch: &std::rc::Rc<Closure<dyn FnMut()>>,
    counts: fn(&JsValue) -> bool,
) -> Closure<dyn FnMut(Array)> {
    let (window, timer, batch) = (window.clone(), timer.clone(), batch.clone());
    Closure::new(move |records: Array| {
        if timer.get().is_none() && records.iter().any(|record| counts(&record)) {
            let handler = (*batch).as_ref().unchecked_ref();
            timer.set(window.set_timeout_with_callback_and_timeout_and_arguments_0(handler, BATCH).ok());
        }
    })
}

/// Whether an element that had no box has one now.
fn appears(record: &JsValue) -> bool {
    let target = js_sys::Reflect::get(record, &"target".into()).ok();
    target.and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|e| e.get_client_rects().length() > 0)
}
