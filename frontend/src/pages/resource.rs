//! stub
use leptos::prelude::*;
#[component]
pub(crate) fn ResourcePage(name: Memo<String>) -> impl IntoView {
    let _ = name;
    view! { <main class="page"><h1 tabindex="-1">"ResourcePage"</h1></main> }.into_any()
}
