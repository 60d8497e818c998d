//! Long work in short slices, so that the page answers its reader in between.

use wasm_bindgen::prelude::*;

/// Steps between two looks at the clock, each of which costs about as much as a step.
const STEPS: usize = 8;

#[wasm_bindgen]
extern "C" {
    /// Milliseconds, by the page's clock.
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// Works step by step, `step` telling whether there is more to do, until the slice of so many milliseconds is over;
/// whether there is more to do then.
///
/// # Errors
/// Where a step fails.
pub fn work(slice: f64, mut step: impl FnMut() -> Result<bool, JsValue>) -> Result<bool, JsValue> {
    let end = now() + slice;
    loop {
        for _ in 0..STEPS {
            if !step()? {
                return Ok(false);
            }
        }
        if now() > end {
            return Ok(true);
        }
    }
}
