//! Keeping up with a page that changes: live blogs, late and client-rendered text, text shown after a while.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use web_sys::{Element, MutationObserver, MutationObserverInit, MutationRecord, Node, ResizeObserver};

use super::memory;

/// Milliseconds between the first change and the reading of all that came since.
const BATCH: i32 = 100;

#[wasm_bindgen]
extern "C" {
    // Those of the page that Newsgloss runs in: a frame may forbid that any script runs in it, and then has no timers.
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(handler: &JsValue, milliseconds: i32) -> i32;

    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(timer: i32);
}

/// Calls back, once a batch, when text under the watched nodes changes or hidden text appears. Dropping it stops it.
pub struct Watcher {
    batch: Rc<Batch>,
    mutations: MutationObserver,
    appearances: Option<ResizeObserver>,
    _callbacks: [Closure<dyn FnMut(Array)>; 2],
}

impl Watcher {
    /// A watcher that does not look at anything yet. What has changed under `root` is forgotten at once.
    pub fn new(root: &Element, memory: &memory::Shared, changed: &Function) -> Result<Self, JsValue> {
        let batch = Rc::new(Batch::new(root, memory, changed));
        let (mutated, appeared) = (batch.clone(), batch.clone());
        let on_mutation = Closure::<dyn FnMut(Array)>::new(move |records: Array| mutated.take_in(&records));
        let on_appearance = Closure::<dyn FnMut(Array)>::new(move |records: Array| {
            if records.iter().any(|record| appears(&record)) {
                appeared.begin();
            }
        });
        let mutations = MutationObserver::new(on_mutation.as_ref().unchecked_ref())?;
        let appearances = ResizeObserver::new(on_appearance.as_ref().unchecked_ref()).ok();
        Ok(Self { batch, mutations, appearances, _callbacks: [on_mutation, on_appearance] })
    }

    /// Looks at these trees for changes and at these elements for appearing, and at nothing else.
    pub fn look_at<'n>(&self, roots: impl Iterator<Item = &'n Node>, hidden: &[Element]) -> Result<(), JsValue> {
        let changes = MutationObserverInit::new();
        changes.set_subtree(true);
        changes.set_child_list(true);
        changes.set_character_data(true);
        // What has happened and was not told yet would be lost.
        self.batch.take_in(&self.mutations.take_records());
        self.mutations.disconnect();
        for root in roots {
            self.mutations.observe_with_options(root, &changes)?;
        }
        // What is shown inline has no size that would change: but most pages show it by an attribute of its own.
        let shows = MutationObserverInit::new();
        shows.set_attribute_filter(
            &["class", "hidden", "style"].iter().map(|name| JsValue::from(*name)).collect::<Array>(),
        );
        for element in hidden {
            self.mutations.observe_with_options(element, &shows)?;
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
        self.batch.end();
    }
}

/// Changes that wait to be read together.
struct Batch {
    root: Node,
    memory: memory::Shared,
    timer: Rc<Cell<Option<i32>>>,
    done: Closure<dyn FnMut()>,
}

impl Batch {
    fn new(root: &Element, memory: &memory::Shared, changed: &Function) -> Self {
        let timer = Rc::new(Cell::new(None));
        let (waiting, changed) = (timer.clone(), changed.clone());
        let done = Closure::new(move || {
            waiting.set(None);
            // It only asks for another reading, and cannot fail.
            let _ = changed.call0(&JsValue::UNDEFINED);
        });
        Self { root: root.clone().into(), memory: memory.clone(), timer, done }
    }

    fn take_in(&self, records: &Array) {
        for record in records.iter() {
            if record.unchecked_ref::<MutationRecord>().type_() == "attributes" && !appears(&record) {
                continue;
            }
            let target = record.unchecked_ref::<MutationRecord>().target();
            target.into_iter().for_each(|node| self.memory.borrow_mut().forget(node, &self.root));
            self.begin();
        }
    }

    /// Begins to wait, unless a batch is under way.
    fn begin(&self) {
        if self.timer.get().is_none() {
            self.timer.set(Some(set_timeout(self.done.as_ref(), BATCH)));
        }
    }

    fn end(&self) {
        if let Some(timer) = self.timer.take() {
            clear_timeout(timer);
        }
    }
}

/// Whether an element that had no box has one now.
fn appears(record: &JsValue) -> bool {
    let target = js_sys::Reflect::get(record, &"target".into()).ok();
    target.is_some_and(|target| target.unchecked_into::<Element>().get_client_rects().length() > 0)
}
