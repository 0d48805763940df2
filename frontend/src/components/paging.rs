//! The ways to the neighbouring pages. Cursors only: there are no page numbers and no total.

use leptos::prelude::*;

/// Links to the newer and the older page (absent where there is none), where we are, and the page sizes.
#[component]
pub(crate) fn Paging(
    newer: Option<String>,
    older: Option<String>,
    position: String,
    sizes: Vec<(u16, String)>,
    size: u16,
) -> impl IntoView {
    let step = |word: &'static str, key: &'static str, href: Option<String>| match href {
        Some(href) => view! { <a class="button" href=href aria-keyshortcuts=key>{word}</a> }.into_any(),
        None => view! { <a class="button" role="link" aria-disabled="true">{word}</a> }.into_any(),
    };
    let sizes = sizes.into_iter().map(|(n, href)| {
        let current = (n == size).then_some("true");
        view! { <a href=href aria-current=current aria-label=format!("{n} rows per page")>{n}</a> }
    });
    view! {
        <nav class="paging" aria-label="Pages">
            {step("Newer", "[", newer)}
            {step("Older", "]", older)}
            <span class="position">{position}</span>
            <span class="sizes"><span aria-hidden="true">"Rows per page"</span>{sizes.collect_view()}</span>
        </nav>
    }
    .into_any()
}
