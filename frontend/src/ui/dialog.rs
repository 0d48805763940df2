//! A modal dialog: the browser's own, which keeps the focus inside and gives it back.

use crate::ui::react::effect;
use leptos::html;
use leptos::prelude::*;

/// Shown over the page while `open`, named by the heading `title`. Escape closes it.
#[component]
pub(crate) fn Dialog(
    open: RwSignal<bool>,
    /// Of the dialog; the heading gets `<id>-title`.
    id: &'static str,
    title: &'static str,
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let name = format!("{id}-title");
    let named = name.clone();
    effect(move || {
        let Some(dialog) = dialog.get() else { return };
        if !open.get() {
            dialog.close();
        } else if !dialog.open() {
            // It only fails for a dialog that is gone from the page, or open.
            let _ = dialog.show_modal();
        }
    });
    view! {
        <dialog class="modal" id=id aria-labelledby=named node_ref=dialog on:close=move |_| open.set(false)>
            <h2 id=name>{title}</h2>
            {children()}
        </dialog>
    }
    .into_any()
}
