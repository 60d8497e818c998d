//! Keeping up with changes.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use newsgloss::browser::watch::Watcher;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{Fixture, window};

async fn wait(milliseconds: u32) {
    let timer = move |resolve: Function, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds as i32);
    };
    JsFuture::from(Promise::new(&mut { timer })).await.expect("a timer");
}

#[wasm_bindgen_test]
async fn changes_come_in_batches_until_it_is_dropped() {
    let fixture = Fixture::article("<p>Iran</p><p style='display:none'>Iraq</p>");
    let calls = Rc::new(Cell::new(0));
    let counted = calls.clone();
    let count = Closure::<dyn Fn()>::new(move || counted.set(counted.get() + 1));
    let changed = count.as_ref().unchecked_ref();
    let watcher = Watcher::new(&fixture.0, &Default::default(), changed).expect("a watcher");
    let hidden = fixture.find("p + p");
    watcher.look_at(std::iter::once(fixture.0.as_ref()), std::slice::from_ref(&hidden)).expect("a look");
    wait(200).await;
    assert_eq!(calls.get(), 0, "nothing has changed");

    for name in ["Iraq", "Oman", "Fiji"] {
        fixture.find("p").set_text_content(Some(name));
    }
    wait(300).await;
    assert_eq!(calls.get(), 1, "one batch");

    hidden.remove_attribute("style").expect("no style");
    wait(300).await;
    assert_eq!(calls.get(), 2, "hidden text has appeared");

    drop(watcher);
    fixture.find("p").set_text_content(Some("Iran"));
    wait(300).await;
    assert_eq!(calls.get(), 2, "nobody looks any more");
}
