//! Light and dark: the system's choice, until the reader makes another, which is kept in this browser.
//!
//! `boot.js` sets the attribute before the first paint from the same key.

use leptos::prelude::*;

use super::icon::Icon;

const KEY: &str = "whodunit.theme";

/// A button that changes between light and dark.
#[component]
pub(crate) fn ThemeButton() -> impl IntoView {
    let dark = RwSignal::new(is_dark());
    let click = move |_| {
        let theme = if dark.get_untracked() { "light" } else { "dark" };
        dark.update(|d| *d = !*d);
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-theme", theme);
        }
        // A browser that keeps nothing still changes the page.
        if let Ok(Some(storage)) = window().local_storage() {
            let _ = storage.set_item(KEY, theme);
        }
    };
    let label = move || if dark.get() { "Use the light theme" } else { "Use the dark theme" };
    let icon = move || if dark.get() { "sun" } else { "moon" };
    view! {
        <button type="button" class="icon-button" aria-label=label title=label on:click=click>
            {move || view! { <Icon name=icon() /> }}
        </button>
    }
    .into_any()
}

fn is_dark() -> bool {
    let chosen = document().document_element().and_then(|root| root.get_attribute("data-theme"));
    match chosen.as_deref() {
        Some(theme) => theme == "dark",
        None => {
            window().match_media("(prefers-color-scheme: dark)").ok().flatten().is_some_and(|m| m.matches())
        }
    }
}
