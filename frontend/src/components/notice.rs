//! A region that could not be shown: what happened, and what to do.

use leptos::prelude::*;

use crate::ui::copy::CopyButton;

/// What went wrong, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Trouble {
    /// Three or four words.
    pub(crate) title: &'static str,
    /// A sentence or two that a person can act on.
    pub(crate) message: String,
    /// What the server calls the request.
    pub(crate) request_id: Option<String>,
}

/// Says what went wrong and offers to try again.
#[component]
pub(crate) fn TroubleNotice(trouble: Trouble, retry: Callback<()>) -> impl IntoView {
    let request = trouble.request_id.map(|id| {
        view! {
            <p class="request">
                "Request " <code>{id.clone()}</code>
                <CopyButton text=id label="Copy request ID" />
            </p>
        }
    });
    view! {
        <div class="notice trouble" role="alert">
            <h2>{trouble.title}</h2>
            <p>{trouble.message}</p>
            {request}
            <button type="button" class="button" on:click=move |_| retry.run(())>"Retry"</button>
        </div>
    }
    .into_any()
}

/// Sentences about what was ignored in the address bar.
#[component]
pub(crate) fn Flash(notices: Signal<Vec<String>>) -> impl IntoView {
    let list = move || notices.get().into_iter().map(|notice| view! { <li>{notice}</li> }).collect_view();
    view! {
        <Show when=move || notices.with(|n| !n.is_empty())>
            <ul class="flash" role="status">{list}</ul>
        </Show>
    }
    .into_any()
}
