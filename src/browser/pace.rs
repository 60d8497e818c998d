//! Long work in short slices, so that the page answers its reader in between.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// Milliseconds of a slice. A reader notices tasks of fifty; between the looks at the clock some work passes, too.
const SLICE: f64 = 8.0;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn now() -> f64;

    type Scheduler;

    #[wasm_bindgen(thread_local_v2, js_name = scheduler)]
    static SCHEDULER: Option<Scheduler>;

    #[wasm_bindgen(method, getter, js_name = yield)]
    fn yield_function(this: &Scheduler) -> JsValue;

    #[wasm_bindgen(method, js_name = yield)]
    fn make_way(this: &Scheduler) -> Promise;
}

/// How work gives way to the page.
pub struct Pace {
    /// When the slice began, in milliseconds; none where the work is done at once.
    begun: Option<f64>,
}

impl Pace {
    /// In slices.
    #[must_use]
    pub fn gentle() -> Self {
        Self { begun: Some(now()) }
    }

    /// At once, without rest.
    #[must_use]
    pub fn hasty() -> Self {
        Self { begun: None }
    }

    /// Gives way where the slice is over. To be called often: it costs a look at the clock.
    pub async fn rest(&mut self) {
        if self.begun.is_some_and(|begun| now() - begun > SLICE) {
            self.pause().await;
        }
    }

    /// Gives way before a stretch of work that cannot be cut.
    pub async fn pause(&mut self) {
        if self.begun.is_some() {
            // A pause that fails is no pause, and no harm.
            let _ = JsFuture::from(next_task()).await;
            self.begun = Some(now());
        }
    }
}

/// The result of work that goes at a hasty pace, which waits for nothing.
///
/// # Errors
/// Where it waits all the same.
pub fn at_once<T>(work: impl Future<Output = Result<T, JsValue>>) -> Result<T, JsValue> {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result,
        Poll::Pending => Err("work that was to be done at once waits for something".into()),
    }
}

/// Fulfilled once the browser has done what is more urgent.
fn next_task() -> Promise {
    let scheduler = SCHEDULER.with(|scheduler| {
        let scheduler = scheduler.as_ref().filter(|scheduler| scheduler.yield_function().is_function());
        scheduler.map(Scheduler::make_way)
    });
    scheduler.unwrap_or_else(|| {
        Promise::new(&mut |resolve, _| match MessageChannel::new() {
            Ok(channel) => {
                channel.port1().set_onmessage(Some(&resolve));
                let _ = channel.port2().post_message(&JsValue::NULL);
            }
            Err(_) => {
                let _ = resolve.call0(&JsValue::UNDEFINED);
            }
        })
    })
}
