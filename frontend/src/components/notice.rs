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

/// Says what went wrong and offers to try again. `waiting`: in how many seconds that happens by itself.
#[component]
pub(crate) fn TroubleNotice(
    trouble: Trouble,
    retry: Callback<()>,
    #[prop(optional, into)] waiting: Signal<Option<u32>>,
) -> impl IntoView {
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
            // Not told aloud each second: the sentence above says it once.
            <p class="countdown" aria-hidden="true">
                {move || waiting.get().map(|seconds| format!("Asking again in {seconds} s"))}
            </p>
            <button type="button" class="button" on:click=move |_| retry.run(())>"Retry"</button>
        </div>
    }
    .into_any()
}

/// A line across the top of every page, while there is something to say: what, and what can be done.
#[component]
pub(crate) fn Banner(
    shown: Signal<bool>,
    words: &'static str,
    #[prop(optional)] action: Option<(&'static str, Callback<()>)>,
) -> impl IntoView {
    let button = move || {
        action.map(|(word, act)| {
            view! { <button type="button" class="button small" on:click=move |_| act.run(())>{word}</button> }
        })
    };
    view! {
        <div role="status">
            <Show when=move || shown.get()>
                <p class="banner">{words} " " {button}</p>
            </Show>
        </div>
    }
    .into_any()
}

/// Sentences about the address bar: what was ignored in it, and that a link was copied. They are told aloud,
/// so the place for them is there before they are.
#[component]
pub(crate) fn Flash(notices: Signal<Vec<String>>) -> impl IntoView {
    let list = move || {
        let notices = notices.get();
        let any = !notices.is_empty();
        let items = notices.into_iter().map(|notice| view! { <li>{notice}</li> }).collect_view();
        any.then(|| view! { <ul class="flash">{items}</ul> })
    };
    view! { <div role="status">{list}</div> }.into_any()
}
