//! stub
use leptos::prelude::*;
#[component]
pub(crate) fn IdentityPage(id: Memo<String>) -> impl IntoView {
    let _ = id;
    view! { <main class="page"><h1 tabindex="-1">"IdentityPage"</h1></main> }.into_any()
}
