//! Icons from the sprite.

use leptos::prelude::*;

/// An icon by its name in `public/icons.svg`; decoration, so whatever holds it has a name in words.
#[component]
pub(crate) fn Icon(name: &'static str) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true" focusable="false">
            <use href=format!("/icons.svg#{name}")></use>
        </svg>
    }
    .into_any()
}
