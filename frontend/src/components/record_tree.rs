//! The record as a tree that opens and closes, after the pattern of the ARIA practices.
//!
//! <https://www.w3.org/WAI/ARIA/apg/patterns/treeview/>

use std::collections::HashSet;

use leptos::prelude::*;
use model::filter::Term;
use model::json::Json;

use super::pivot::PivotButtons;
use super::tree::{Line, Value, lines};
use crate::ui::focus::{focus_now, is_within};
use crate::ui::untrusted::{FOLD, Untrusted, UntrustedBlock};

/// How many lines are shown at first, and with each "Show more".
const LINES: usize = 1_000;

/// The lines of `record`. `add` is given the pivots that are chosen.
#[component]
pub(crate) fn RecordTree(record: String, add: Callback<Term>) -> impl IntoView {
    let toggled = RwSignal::new(HashSet::<String>::new());
    let limit = RwSignal::new(LINES);
    let active = RwSignal::new("0".to_owned());
    let shown = Signal::derive(move || match Json::parse(&record) {
        Ok(json) => toggled.with(|toggled| lines(json, toggled, limit.get())),
        Err(_) => (Vec::new(), false),
    });
    let toggle = move |id: String| {
        toggled.update(|toggled| {
            if !toggled.remove(&id) {
                toggled.insert(id);
            }
        });
    };
    let go = move |id: String| {
        focus_now(&format!("[data-node='{id}']"));
        active.set(id);
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
        let for_button = is_within("[role=tree] button") && matches!(event.key().as_str(), "Enter" | " ");
        if modified || for_button {
            return;
        }
        let step = shown.with_untracked(|(lines, _)| {
            let here = lines.iter().position(|line| line.id == active.get_untracked())?;
            toggled.with_untracked(|toggled| step(lines, here, toggled, &event.key()))
        });
        let Some(step) = step else { return };
        event.prevent_default();
        event.stop_propagation();
        match step {
            Step::Go(id) => go(id),
            Step::Toggle(id) => toggle(id),
        }
    };
    let line = move |line: Line| {
        view! { <TreeLine line=line active=active toggled=toggled toggle=Callback::new(toggle) add=add /> }
    };
    view! {
        <Show
            when=move || shown.with(|(lines, _)| !lines.is_empty())
            fallback=|| view! { <p>"This record cannot be shown as a tree. Its text is under Raw."</p> }
        >
            <div class="tree" role="tree" aria-label="Record" on:keydown=on_key>
                <For each=move || shown.get().0 key=|line| line.id.clone() children=line />
            </div>
        </Show>
        <Show when=move || shown.with(|(_, more)| *more)>
            <button type="button" class="button small" on:click=move |_| limit.update(|n| *n += LINES)>
                "Show more"
            </button>
        </Show>
    }
    .into_any()
}

/// What a key does.
#[derive(Debug, PartialEq, Eq)]
enum Step {
    Go(String),
    Toggle(String),
}

fn step(lines: &[Line], here: usize, toggled: &HashSet<String>, key: &str) -> Option<Step> {
    let line = &lines[here];
    let go = |n: usize| lines.get(n).map(|line| Step::Go(line.id.clone()));
    let toggle = || Some(Step::Toggle(line.id.clone()));
    let open = line.is_open(toggled);
    match key {
        "ArrowDown" => go(here + 1),
        "ArrowUp" => here.checked_sub(1).and_then(go),
        "Home" => go(0),
        "End" => go(lines.len() - 1),
        "Enter" | " " if line.value.is_parent() => toggle(),
        "ArrowRight" if open => go(here + 1),
        "ArrowRight" if line.value.is_parent() => toggle(),
        "ArrowLeft" if open => toggle(),
        "ArrowLeft" => line.id.rsplit_once('.').map(|(parent, _)| Step::Go(parent.to_owned())),
        _ => None,
    }
}

#[component]
fn TreeLine(
    line: Line,
    active: RwSignal<String>,
    toggled: RwSignal<HashSet<String>>,
    toggle: Callback<String>,
    add: Callback<Term>,
) -> impl IntoView {
    let id = StoredValue::new(line.id.clone());
    let is_active = Memo::new(move |_| id.with_value(|id| active.with(|active| active == id)));
    let parent = line.value.is_parent();
    let copy = line.clone();
    let open = Memo::new(move |_| toggled.with(|toggled| copy.is_open(toggled)));
    let click = move |_| {
        active.set(id.get_value());
        if parent {
            toggle.run(id.get_value());
        }
    };
    let term = |exclude: bool| {
        let value = match &line.value {
            Value::Text(text) | Value::Word(text) if text != "null" && text.len() <= FOLD => text,
            _ => return None,
        };
        let term = Term::path(&line.path.clone()?.join("."), value);
        Some(if exclude { !term } else { term })
    };
    let key = match &line.key {
        Some(key) => view! { <span class="key"><Untrusted text=key.clone() /></span> }.into_any(),
        None => view! { <span class="key index">{line.place.0 - 1}</span> }.into_any(),
    };
    let repeated = line.repeated.then(|| view! { <span class="badge note">"repeated key"</span> " " });
    let value = match &line.value {
        Value::Text(text) => {
            view! { <span class="string">"\""<UntrustedBlock text=text.clone() />"\""</span> }.into_any()
        }
        Value::Word(text) => view! { <span class="word">{text.clone()}</span> }.into_any(),
        Value::Object(n) => view! { <span class="size">{format!("{{{n}}}")}</span> }.into_any(),
        Value::Array(n) => view! { <span class="size">{format!("[{n}]")}</span> }.into_any(),
    };
    let copied = match &line.value {
        Value::Text(text) => text.clone(),
        _ => line.text.clone(),
    };
    view! {
        <div
            class=format!("line level-{}", line.level.min(12))
            role="treeitem"
            attr:aria-level=line.level.to_string()
            aria-posinset=line.place.0.to_string()
            aria-setsize=line.place.1.to_string()
            aria-expanded=move || parent.then(|| open.get().to_string())
            aria-selected=move || is_active.get().to_string()
            data-node=line.id.clone()
            tabindex=move || if is_active.get() { "0" } else { "-1" }
            on:click=click
        >
            <span class="twisty" aria-hidden="true">
                {move || if !parent { "" } else if open.get() { "▾" } else { "▸" }}
            </span>
            <span class="content">{key} ": " {repeated} {value}</span>
            <PivotButtons include=term(false) exclude=term(true) value=copied add=add reachable=is_active.into() />
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(here: &str, key: &str, expected: Option<Step>) {
        let record = Json::parse(r#"{"a":{"b":1,"c":{"d":2}},"e":3}"#).unwrap();
        let toggled = HashSet::new();
        let (lines, _) = lines(record, &toggled, 100);
        let here = lines.iter().position(|line| line.id == here).unwrap();
        assert_eq!(step(&lines, here, &toggled, key), expected, "{key}");
    }

    #[test]
    fn the_keys_of_a_tree() {
        let go = |id: &str| Some(Step::Go(id.to_owned()));
        let toggle = |id: &str| Some(Step::Toggle(id.to_owned()));
        check("0", "ArrowDown", go("0.0"));
        check("0", "ArrowUp", None);
        check("0.1", "ArrowDown", go("1"));
        check("0.0", "ArrowLeft", go("0"));
        check("0", "ArrowLeft", toggle("0"));
        check("0", "ArrowRight", go("0.0"));
        check("0.1", "ArrowRight", toggle("0.1"));
        check("0.0", "ArrowRight", None);
        check("0", "End", go("1"));
        check("1", "Home", go("0"));
        check("0.1", "Enter", toggle("0.1"));
        check("1", " ", None);
        check("1", "x", None);
    }
}
