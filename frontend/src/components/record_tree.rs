//! A record as a tree that opens and closes, after the pattern of the ARIA practices, with a search.
//!
//! <https://www.w3.org/WAI/ARIA/apg/patterns/treeview/>
//!
//! One line has the focus; only that line, and the one under the pointer, have buttons. So a long record
//! costs no more than its text.

use leptos::attr::custom::custom_attribute;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::pivot::{PivotButtons, PivotButtonsProps};
use super::tree::Value;
use super::tree_keys::Step;
use super::tree_search::{TreePath, TreeSearch};
use super::tree_state::TreeState;
use model::filter::Term;

use crate::ui::untrusted::{FOLD, UntrustedBlock};

/// The lines of `record`: all, or the members of its top level that `only` names. `add` is given the pivots
/// that are chosen, `column` the path of what is to be a column of the table.
#[component]
pub(crate) fn RecordTree(
    record: String,
    label: &'static str,
    #[prop(default = &[])] only: &'static [&'static str],
    add: Callback<Term>,
    column: Option<Callback<String>>,
) -> impl IntoView {
    let root = NodeRef::<html::Div>::new();
    let Some(state) = TreeState::new(record, only, root) else {
        return view! { <p>"This record cannot be shown as a tree. Its text is under Raw."</p> }.into_any();
    };
    if state.tree.with_value(|tree| tree.nodes.is_empty()) {
        return view! { <p class="none">"The record has nothing of this."</p> }.into_any();
    }
    let line_of = |target: Option<web_sys::EventTarget>| {
        let element = target.and_then(|target| target.dyn_into::<Element>().ok())?;
        let line = element.closest("[data-node]").ok().flatten()?;
        let n = line.get_attribute("data-node")?.parse::<usize>().ok()?;
        Some((n, element.closest("button").ok().flatten().is_some()))
    };
    let click = move |event: web_sys::MouseEvent| {
        if let Some((n, on_button)) = line_of(event.target()) {
            state.active.set(n);
            if !on_button && state.tree.with_value(|tree| tree.is_parent(n) && !tree.holds_json(n)) {
                state.toggle(n);
            }
        }
    };
    let hover = move |event: web_sys::PointerEvent| {
        if let Some((n, _)) = line_of(event.target())
            && state.hovered.get_untracked() != n
        {
            state.hovered.set(n);
        }
    };
    let on_key = move |event: KeyboardEvent| on_key(state, add, &event);
    let lines = move || {
        let (shown, _) = state.shown();
        shown.into_iter().map(|n| line(n, state, add, column)).collect::<Vec<_>>()
    };
    let more = move || {
        let (_, more) = state.shown();
        more.then(|| {
            let click = move |_| state.show_more();
            view! { <button type="button" class="button small" on:click=click>"Show more"</button> }
        })
    };
    view! {
        <TreeSearch state=state label=label />
        <TreePath state=state />
        <div class="tree" role="tree" aria-label=label node_ref=root on:keydown=on_key on:click=click on:pointerover=hover>
            {lines}
        </div>
        {more}
    }
    .into_any()
}

fn on_key(state: TreeState, add: Callback<Term>, event: &KeyboardEvent) {
    let on_button = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let on_button = on_button.is_some_and(|element| element.tag_name() == "BUTTON");
    let key = event.key();
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    if modified || (on_button && matches!(key.as_str(), "Enter" | " ")) {
        return;
    }
    let step = match key.as_str() {
        "+" | "-" => {
            if let Some(term) = term(state, state.active.get_untracked()) {
                add.run(if key == "-" { !term } else { term });
            }
            Some(Step::Stay)
        }
        _ => state.step(&key, event.time_stamp()),
    };
    match step {
        Some(Step::Go(n)) => state.go(n),
        Some(Step::Toggle(n)) => state.toggle(n),
        Some(Step::Stay) => {}
        None => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// What line `n` can be asked for with.
fn term(state: TreeState, n: usize) -> Option<Term> {
    state.tree.with_value(|tree| match &tree.nodes.get(n)?.value {
        Value::Text(text) | Value::Word(text) if text != "null" && text.len() <= FOLD => {
            Some(Term::path(&tree.query_path(n)?, text))
        }
        _ => None,
    })
}

fn line(n: usize, state: TreeState, add: Callback<Term>, column: Option<Callback<String>>) -> AnyView {
    let is_active = move || state.active.get() == n;
    let open = move || state.toggled.with(|toggled| state.tree.with_value(|tree| tree.is_open(n, toggled)));
    let needle = Signal::from(state.needle);
    let buttons = move || {
        (is_active() || state.hovered.get() == n).then(|| {
            PivotButtons(PivotButtonsProps {
                term: term(state, n),
                value: state.tree.with_value(|tree| tree.copied(n)),
                add,
                column: column.and_then(|column| {
                    let path = state.tree.with_value(|tree| tree.query_path(n))?;
                    Some(Callback::new(move |()| column.run(path.clone())))
                }),
                reachable: Signal::derive(is_active),
            })
        })
    };
    state.tree.with_value(|tree| {
        let node = &tree.nodes[n];
        let (parent, holds_json) = (tree.is_parent(n), tree.holds_json(n));
        let key = match &node.key {
            Some(key) => view! { <span class="key"><UntrustedBlock text=key.clone() needle=needle /></span> }.into_any(),
            None => view! { <span class="key index">{node.place.0 - 1}</span> }.into_any(),
        };
        let repeated = node.repeated.then(|| view! { <span class="badge note">"repeated key"</span> " " });
        let value = match &node.value {
            Value::Text(text) | Value::Word(text) => {
                let string = matches!(node.value, Value::Text(_));
                let (class, quote) = if string { ("string", "\"") } else { ("word", "") };
                // Open, it is its lines.
                let hidden = move || holds_json && open();
                view! {
                    <span class=class hidden=hidden>
                        {quote}<UntrustedBlock text=text.clone() needle=needle />{quote}
                    </span>
                }
                .into_any()
            }
            Value::Object(n) => view! { <span class="size">{format!("{{{n}}}")}</span> }.into_any(),
            Value::Array(n) => view! { <span class="size">{format!("[{n}]")}</span> }.into_any(),
        };
        let as_json = holds_json.then(|| {
            let word = move || if open() { "fold JSON" } else { "expand as JSON" };
            view! { " " <button type="button" class="quiet" tabindex="-1" on:click=move |_| state.toggle(n)>{word}</button> }
        });
        view! {
            <div
                class=format!("line level-{}", node.level.min(12))
                role="treeitem"
                {..custom_attribute("aria-level", node.level.to_string())}
                aria-posinset=node.place.0.to_string()
                aria-setsize=node.place.1.to_string()
                aria-expanded=move || parent.then(|| open().to_string())
                aria-selected=move || is_active().to_string()
                data-node=n.to_string()
                tabindex=move || if is_active() { "0" } else { "-1" }
            >
                <span class="twisty" aria-hidden="true">
                    {move || if !parent { "" } else if open() { "▾" } else { "▸" }}
                </span>
                <span class="content">{key} ": " {repeated} {value} {as_json}</span>
                {buttons}
            </div>
        }
        .into_any()
    })
}
