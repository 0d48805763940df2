//! The page of every address that is none of ours.

use leptos::prelude::*;

use crate::paths;
use crate::text::PRODUCT;

/// Says so, and leads to the event history.
#[component]
pub(crate) fn NotFoundPage() -> impl IntoView {
    document().set_title(&format!("Page not found · {PRODUCT}"));
    view! {
        <main class="page">
            <h1 tabindex="-1">"Page not found"</h1>
            <p>"There is no page at this address."</p>
            <p><a href=paths::HOME>"Go to the event history"</a></p>
        </main>
    }
    .into_any()
}
