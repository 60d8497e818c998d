//! Scrolling to a place of the page.

use wasm_bindgen::JsValue;
use web_sys::{Element, Range, ScrollBehavior, ScrollToOptions, Window};

/// Scrolls a range to the middle of the viewport, and into view in each element around it that scrolls by itself.
pub fn to_middle(window: &Window, range: &Range) -> Result<(), JsValue> {
    let mut around = range.start_container()?.parent_element();
    while let Some(element) = around {
        scroll_inside(window, &element, range)?;
        around = element.parent_element();
    }
    let height = window.inner_height()?.as_f64().unwrap_or(0.0);
    let options = ScrollToOptions::new();
    options.set_top(range.get_bounding_client_rect().top() - height / 2.0);
    options.set_behavior(if prefers_stillness(window) { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
    window.scroll_by_with_scroll_to_options(&options);
    Ok(())
}

/// Scrolls an element that scrolls by itself until it shows a range.
fn scroll_inside(window: &Window, element: &Element, range: &Range) -> Result<(), JsValue> {
    let Some(style) = window.get_computed_style(element)? else { return Ok(()) };
    let scrolls = |axis| style.get_property_value(axis).is_ok_and(|value| value == "auto" || value == "scroll");
    let (place, frame) = (range.get_bounding_client_rect(), element.get_bounding_client_rect());
    if scrolls("overflow-y") && (place.top() < frame.top() || place.bottom() > frame.bottom()) {
        element.set_scroll_top(element.scroll_top() + (place.top() - frame.top() - frame.height() / 2.0) as i32);
    }
    if scrolls("overflow-x") && (place.left() < frame.left() || place.right() > frame.right()) {
        element.set_scroll_left(element.scroll_left() + (place.left() - frame.left() - frame.width() / 2.0) as i32);
    }
    Ok(())
}

fn prefers_stillness(window: &Window) -> bool {
    let query = window.match_media("(prefers-reduced-motion: reduce)");
    query.ok().flatten().is_some_and(|query| query.matches())
}
