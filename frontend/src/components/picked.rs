//! The events that are marked for comparison, and what can be done with them.

use leptos::prelude::*;

use crate::ui::focus::focus;

/// The button that begins to mark rows; while they are marked, how many there are and the ways on.
/// `href` is where they are compared, as soon as that can be done.
#[component]
pub(crate) fn Picked(
    picking: RwSignal<bool>,
    marked: RwSignal<Vec<String>>,
    href: Signal<Option<String>>,
) -> impl IntoView {
    let begin = move |_| {
        picking.set(true);
        focus(".table .pick input");
    };
    let shown = move || {
        if !picking.get() {
            return view! {
                <button type="button" class="button small" on:click=begin>"Select"</button>
            }
            .into_any();
        }
        let clear = move |_| {
            marked.set(Vec::new());
            picking.set(false);
            focus(".picked button");
        };
        view! {
            <span>{move || format!("{} selected", marked.with(Vec::len))}</span>
            <a
                class="button small"
                href=move || href.get()
                role=move || href.with(Option::is_none).then_some("link")
                aria-disabled=move || href.with(Option::is_none).then_some("true")
                aria-keyshortcuts="c"
            >
                "Compare"
            </a>
            <button type="button" class="button small" on:click=clear>"Clear"</button>
        }
        .into_any()
    };
    view! { <div class="picked" role="group" aria-label="Selected events">{shown}</div> }.into_any()
}
