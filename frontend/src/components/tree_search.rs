//! Above a tree: what is looked for in it, and where the reader is.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::tree::Value;
use super::tree_state::TreeState;
use crate::text::count;
use crate::ui::copy::CopyButton;
use crate::ui::untrusted::Untrusted;

/// A field that looks for a text in keys and values; Enter goes on to the next line that has it.
#[component]
pub(crate) fn TreeSearch(state: TreeState, label: &'static str) -> impl IntoView {
    let found = move || state.needle.with(|needle| state.tree.with_value(|tree| tree.find(needle)));
    let at = RwSignal::new(None::<usize>);
    let input = move |event: web_sys::Event| {
        at.set(None);
        state.needle.set(event_target_value(&event));
    };
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            let found = untrack(found);
            let Some(last) = found.len().checked_sub(1) else { return };
            let next = match at.get_untracked() {
                None => {
                    if event.shift_key() {
                        last
                    } else {
                        0
                    }
                }
                Some(here) if event.shift_key() => here.checked_sub(1).unwrap_or(last),
                Some(here) => {
                    if here < last {
                        here + 1
                    } else {
                        0
                    }
                }
            };
            at.set(Some(next));
            state.reveal(found[next]);
        }
        "Escape" if !state.needle.with_untracked(String::is_empty) => {
            event.stop_propagation();
            at.set(None);
            state.needle.set(String::new());
        }
        _ => {}
    };
    let said = move || {
        if state.needle.with(String::is_empty) {
            return String::new();
        }
        let found = found().len();
        // What was not read was not searched.
        let of = match state.tree.with_value(|tree| tree.more.then_some(tree.nodes.len())) {
            Some(read) => format!(" of the first {read}"),
            None => String::new(),
        };
        match at.get() {
            Some(at) => format!("{} of {}{of}", at + 1, count(found, "line")),
            None => format!("{}{of}", count(found, "line")),
        }
    };
    view! {
        <div class="tree-search">
            <input
                type="search"
                aria-label=format!("Search in {label}")
                placeholder="Search keys and values"
                title="Enter: next. Shift+Enter: previous"
                spellcheck="false"
                autocomplete="off"
                prop:value=state.needle
                on:input=input
                on:keydown=on_key
            />
            <output aria-live="polite">{said}</output>
        </div>
    }
    .into_any()
}

/// The way to the line that has the focus.
#[component]
pub(crate) fn TreePath(state: TreeState) -> impl IntoView {
    let path = move || state.tree.with_value(|tree| tree.path(state.active.get()));
    let value = move || state.tree.with_value(|tree| tree.copied(state.active.get()));
    let label = move || {
        state.tree.with_value(|tree| match &tree.nodes[state.active.get()].value {
            Value::Object(_) | Value::Array(_) => "Copy subtree",
            Value::Text(_) | Value::Word(_) => "Copy value",
        })
    };
    view! {
        <div class="tree-path">
            <span class="mono">{move || view! { <Untrusted text=path() /> }}</span>
            <span class="copies">
                {move || view! { <CopyButton text=path() label="Copy path" word=true /> }}
                {move || view! { <CopyButton text=value() label=label() word=true /> }}
            </span>
        </div>
    }
    .into_any()
}
