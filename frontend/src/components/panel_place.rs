//! Where the panel stands: the reader's choice, kept in this browser.

use leptos::prelude::*;

use crate::ui::preferences::{Position, Preferences};

const PLACES: [(Position, &str, &str); 3] = [
    (Position::Beside, "side", "Beside"),
    (Position::Bottom, "bottom", "Below"),
    (Position::Inline, "inline", "In the list"),
];

/// The word for `side` in style sheets.
pub(crate) fn word(side: Position) -> &'static str {
    PLACES.iter().find(|(place, ..)| *place == side).map_or("side", |(_, word, _)| word)
}

/// A choice of three places.
#[component]
pub(crate) fn PanelPlace() -> impl IntoView {
    let preferences = Preferences::of_page();
    let chosen = preferences.with_untracked(|liked| liked.panel);
    let change = move |event: web_sys::Event| {
        let value = event_target_value(&event);
        if let Some((side, ..)) = PLACES.iter().find(|(_, word, _)| *word == value) {
            preferences.update(|liked| liked.panel = *side);
        }
    };
    let options =
        PLACES.map(|(side, word, name)| view! { <option value=word selected=side == chosen>{name}</option> });
    view! {
        <select class="place" aria-label="Place of the event" title="Place of the event" on:change=change>
            {options.collect_view()}
        </select>
    }
    .into_any()
}
