//! stub
use leptos::prelude::*;
#[component]
pub(crate) fn ResourcesPage() -> impl IntoView {
    view! { <main class="page"><h1 tabindex="-1">"ResourcesPage"</h1></main> }.into_any()
}
