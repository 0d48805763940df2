//! stub
use leptos::prelude::*;
#[component]
pub(crate) fn ViewsPage() -> impl IntoView {
    view! { <main class="page"><h1 tabindex="-1">"ViewsPage"</h1></main> }.into_any()
}
