//! Colours that the reader has set for all pages: with them browsers fill highlights like selected text.

use js_sys::Function;
use web_sys::{MediaQueryList, Window};

/// Whether the reader has set them. Dropping it ends the watch.
pub struct ForcedColors {
    query: Option<MediaQueryList>,
    /// As of the last look.
    pub are_on: bool,
}

impl ForcedColors {
    /// Calls `changed` when the reader sets them or no longer does.
    #[must_use]
    pub fn new(window: &Window, changed: &Function) -> Self {
        let query = window.match_media("(forced-colors: active)").ok().flatten();
        query.iter().for_each(|query| query.set_onchange(Some(changed)));
        let mut forced = Self { query, are_on: false };
        forced.have_changed();
        forced
    }

    /// Looks again; whether it is otherwise than at the last look.
    pub fn have_changed(&mut self) -> bool {
        let are_on = self.query.as_ref().is_some_and(MediaQueryList::matches);
        std::mem::replace(&mut self.are_on, are_on) != are_on
    }
}

impl Drop for ForcedColors {
    fn drop(&mut self) {
        self.query.iter().for_each(|query| query.set_onchange(None));
    }
}
