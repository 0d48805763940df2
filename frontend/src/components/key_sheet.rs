//! The sheet of all keys, with the switch that turns single ones off (WCAG 2.1.4).

use leptos::prelude::*;

use crate::ui::dialog::Dialog;
use crate::ui::preferences::Preferences;

/// A group of keys: its name, then each key and what it does.
pub(crate) type Group = (&'static str, Vec<(&'static str, &'static str)>);

/// Shown while `open`.
#[component]
pub(crate) fn KeySheet(open: RwSignal<bool>, groups: Vec<Group>) -> impl IntoView {
    let preferences = Preferences::of_page();
    let on = move || preferences.with(|preferences| preferences.shortcuts);
    let toggle = move |_| preferences.update(|preferences| preferences.shortcuts = !preferences.shortcuts);
    let groups = groups.into_iter().map(|(name, keys)| {
        view! { <section><h3>{name}</h3><dl>{keys.into_iter().map(line).collect_view()}</dl></section> }
    });
    view! {
        <Dialog open=open id="keys" title="Keys">
            <label class="switch">
                <input type="checkbox" prop:checked=on on:change=toggle />
                "Keys without Ctrl or ⌘ do something on this page"
            </label>
            <div class="key-groups">{groups.collect_view()}</div>
            <div class="choices">
                <button type="button" class="button" on:click=move |_| open.set(false)>"Close"</button>
            </div>
        </Dialog>
    }
    .into_any()
}

fn line((keys, words): (&'static str, &'static str)) -> impl IntoView {
    let keys: Vec<_> = keys.split(' ').map(|key| view! { <kbd>{key}</kbd> " " }).collect();
    view! { <div><dt>{keys}</dt><dd>{words}</dd></div> }
}
