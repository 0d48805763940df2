//! Tabs after the pattern of the ARIA practices: arrows move and choose, one tab stop.
//!
//! <https://www.w3.org/WAI/ARIA/apg/patterns/tabs/>

use leptos::prelude::*;

use super::focus::focus_now;

/// A list of tabs named `label`; each has a word and its name in ids. The panel has the id
/// `panel-<id of the tab>`, and is labelled by `tab-<id of the tab>`.
#[component]
pub(crate) fn Tabs(
    label: &'static str,
    tabs: Vec<(&'static str, &'static str)>,
    #[prop(into)] current: Signal<&'static str>,
    choose: Callback<&'static str>,
) -> impl IntoView {
    let ids: Vec<&'static str> = tabs.iter().map(|(id, _)| *id).collect();
    let on_key = move |event: web_sys::KeyboardEvent| {
        let here = ids.iter().position(|id| *id == current.get_untracked()).unwrap_or(0);
        let there = match event.key().as_str() {
            "ArrowRight" => (here + 1) % ids.len(),
            "ArrowLeft" => (here + ids.len() - 1) % ids.len(),
            "Home" => 0,
            "End" => ids.len() - 1,
            _ => return,
        };
        event.prevent_default();
        choose.run(ids[there]);
        focus_now(&format!("#tab-{}", ids[there]));
    };
    let tabs = tabs.into_iter().map(|(id, word)| {
        let selected = move || current.get() == id;
        view! {
            <button
                type="button"
                role="tab"
                id=format!("tab-{id}")
                aria-selected=move || selected().to_string()
                aria-controls=move || selected().then(|| format!("panel-{id}"))
                tabindex=move || if selected() { "0" } else { "-1" }
                on:click=move |_| choose.run(id)
            >
                {word}
            </button>
        }
    });
    view! { <div class="tabs" role="tablist" aria-label=label on:keydown=on_key>{tabs.collect_view()}</div> }
        .into_any()
}
