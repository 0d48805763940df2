//! stub
use leptos::prelude::*;
#[component]
pub(crate) fn StatusPage() -> impl IntoView {
    view! { <main class="page"><h1 tabindex="-1">"StatusPage"</h1></main> }.into_any()
}
