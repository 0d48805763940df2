//! The line between the table and the panel, which can be moved: by the arrows, by Home and End, and by
//! the pointer.
//!
//! <https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/>
//!
//! The width is a custom property of the page, set through the CSSOM: the policy allows no style in markup.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, PointerEvent};

use super::preferences::Preferences;
use crate::ui::react::{effect, memo};

const NARROWEST: i32 = 360;
const WIDEST: i32 = 900;
const STEP: i32 = 16;

/// The line; `collapse` is called to close the panel.
#[component]
pub(crate) fn Splitter(collapse: Callback<()>) -> impl IntoView {
    let preferences = Preferences::of_page();
    let width = memo(move || preferences.with(|liked| i32::from(liked.panel_width).clamp(NARROWEST, WIDEST)));
    let set = move |to: i32| {
        if to.clamp(NARROWEST, WIDEST) != width.get_untracked() {
            // In the range of what is kept, for it is clamped.
            preferences.update(|liked| liked.panel_width = to.clamp(NARROWEST, WIDEST) as u16);
        }
    };
    effect(move || {
        let root = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok());
        if let Some(root) = root {
            let _ = root.style().set_property("--panel-width", &format!("{}px", width.get()));
        }
    });
    let on_key = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "ArrowLeft" => set(width.get_untracked() + STEP),
            "ArrowRight" => set(width.get_untracked() - STEP),
            "Home" => set(NARROWEST),
            "End" => set(WIDEST),
            "Enter" => collapse.run(()),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let target = |event: &PointerEvent| event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let take = move |event: PointerEvent| {
        if let Some(line) = target(&event) {
            let _ = line.set_pointer_capture(event.pointer_id());
        }
    };
    let follow = move |event: PointerEvent| {
        let held = target(&event).is_some_and(|line| line.has_pointer_capture(event.pointer_id()));
        let window = document().document_element().map(|root| root.client_width());
        // The panel reaches to the window's right edge.
        if let Some(window) = window.filter(|_| held) {
            set(window - event.client_x());
        }
    };
    view! {
        <div
            class="splitter"
            role="separator"
            tabindex="0"
            aria-label="Width of the event"
            aria-orientation="vertical"
            aria-valuemin=NARROWEST
            aria-valuemax=WIDEST
            aria-valuenow=move || width.get()
            on:keydown=on_key
            on:pointerdown=take
            on:pointermove=follow
        ></div>
    }
    .into_any()
}
