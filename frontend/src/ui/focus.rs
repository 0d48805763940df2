//! Where the keyboard is.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Focuses the first element that `selector` finds, once what is new has been drawn.
pub(crate) fn focus(selector: &'static str) {
    request_animation_frame(move || focus_now(selector));
}

/// Focuses the first element that `selector` finds, which must not hold text of an event.
pub(crate) fn focus_now(selector: &str) {
    if let Some(element) = document().query_selector(selector).ok().flatten() {
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Presses the first element that `selector` finds; `false` where there is none.
pub(crate) fn press(selector: &str) -> bool {
    let found = find(selector);
    if let Some(element) = &found {
        element.click();
    }
    found.is_some()
}

/// Whether keys belong to what has the focus: a field, or anything inside an open dialog.
pub(crate) fn is_typing() -> bool {
    let Some(active) = document().active_element() else { return false };
    let field = matches!(active.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT");
    // A checkbox takes no letters.
    let field = field && active.get_attribute("type").as_deref() != Some("checkbox");
    field || active.closest("[role=dialog], dialog").is_ok_and(|found| found.is_some())
}

/// Whether the reader is in the middle of something that must not change: further down the rows, a selected
/// text, an open menu or dialog.
pub(crate) fn is_reading() -> bool {
    const ABOVE: f64 = -100.0;
    let down = find(".results").is_some_and(|rows| rows.get_bounding_client_rect().top() < ABOVE);
    let selecting = window().get_selection().ok().flatten().is_some_and(|text| !text.is_collapsed());
    down || selecting || find("[aria-haspopup][aria-expanded=true], dialog[open], [role=listbox]").is_some()
}

/// Whether the focus is inside what `selector` finds.
pub(crate) fn is_within(selector: &str) -> bool {
    let active: Option<Element> = document().active_element();
    active.is_some_and(|active| active.closest(selector).is_ok_and(|found| found.is_some()))
}

/// Focuses the `n`th element that `selector` finds, and brings it into view.
pub(crate) fn focus_nth(selector: &str, n: usize) {
    let found = document().query_selector_all(selector).ok().and_then(|all| all.get(u32::try_from(n).ok()?));
    // What is drawn can have the focus as well, and is no element of HTML: both have the same method.
    if let Some(element) = found {
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

/// Whether the `n`th element that `selector` finds is there, and not inside something that is hidden.
pub(crate) fn is_shown(selector: &str, n: usize) -> bool {
    let found = document().query_selector_all(selector).ok().and_then(|all| all.get(u32::try_from(n).ok()?));
    let element = found.and_then(|node| node.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.closest("[hidden]").is_ok_and(|hidden| hidden.is_none()))
}

/// Which of the elements that `selector` finds has the focus, or shares a table's row with what has it.
pub(crate) fn focused_index(selector: &str) -> Option<usize> {
    let active = document().active_element()?;
    let row = active.closest("tr").ok()?;
    let all = document().query_selector_all(selector).ok()?;
    let index = (0..all.length()).find(|n| match &row {
        Some(row) => row.contains(all.get(*n).as_ref()),
        None => all.get(*n).as_ref() == Some(active.as_ref()),
    })?;
    usize::try_from(index).ok()
}

/// Focuses what comes `by` places after the focus among the links and buttons in the element that `event` is
/// handled by.
pub(crate) fn step_within(event: &web_sys::Event, by: i32) {
    let root = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(all) = root.and_then(|root| root.query_selector_all("a, button").ok()) else { return };
    let active = document().active_element();
    let here = (0..all.length()).find(|n| all.get(*n).as_ref() == active.as_deref()).unwrap_or(0);
    let there = here.saturating_add_signed(by).min(all.length().saturating_sub(1));
    if let Some(element) = all.get(there).and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Focuses the first element that `selector` finds in the element that `event` is handled by; whether there
/// is one.
pub(crate) fn focus_inside(event: &web_sys::Event, selector: &str) -> bool {
    let root = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let found = root.and_then(|root| root.query_selector(selector).ok().flatten());
    found.and_then(|element| element.dyn_into::<HtmlElement>().ok()).is_some_and(|e| e.focus().is_ok())
}
