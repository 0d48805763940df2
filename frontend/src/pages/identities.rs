//! stub
use leptos::prelude::*;
#[component]
pub(crate) fn IdentitiesPage() -> impl IntoView {
    view! { <main class="page"><h1 tabindex="-1">"IdentitiesPage"</h1></main> }.into_any()
}
