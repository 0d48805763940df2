//! What the pages beside the event history have in common: a heading, an answer that is under way, the answer,
//! or why there is none.

use std::sync::Arc;

use leptos::prelude::*;

use super::trouble::trouble;
use crate::client::{Answer, Failure};
use crate::components::notice::TroubleNotice;

/// The answer as `show` makes a view of it; before it, `waiting`; without it, the reason and a way to ask again.
pub(super) fn asked<T: Send + Sync + 'static>(
    answer: Answer<T>,
    waiting: &'static str,
    show: impl Fn(Arc<T>) -> AnyView + Send + Sync + 'static,
) -> impl Fn() -> AnyView + Send + 'static {
    move || match answer.value.get() {
        Some(Ok(value)) => show(value),
        rest => missing(
            rest.and_then(Result::err),
            waiting,
            Callback::new(move |()| answer.retry()),
            answer.waiting,
        ),
    }
}

fn missing(
    failure: Option<Failure>,
    waiting: &'static str,
    retry: Callback<()>,
    pause: RwSignal<Option<u32>>,
) -> AnyView {
    match failure {
        None => view! { <p class="waiting">{waiting}</p> }.into_any(),
        Some(failure) => {
            view! { <TroubleNotice trouble=trouble(&failure) retry=retry waiting=pause /> }.into_any()
        }
    }
}

/// A page with the heading `title`.
#[component]
pub(super) fn Asked(busy: RwSignal<bool>, title: &'static str, children: Children) -> impl IntoView {
    view! {
        <main class="page insight-page" aria-busy=move || busy.get().to_string()>
            <h1 tabindex="-1">{title}</h1>
            {children()}
        </main>
    }
    .into_any()
}
