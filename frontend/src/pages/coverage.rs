//! Beside the answer of a search: whether it could have found what it looked for.
//!
//! What came in is asked for once, after the first rows: half a dozen read units for as long as the page is
//! open. The last minutes, of which events may be on their way, are no news.

use std::sync::Arc;

use leptos::prelude::*;
use model::{Coverage, Page, Status};

use crate::client::{self, Answer, Session};
use crate::components::gaps::Gaps;
use crate::paths;
use crate::ui::react::memo;
use crate::url::View;

/// What came in, once it has been asked for.
#[derive(Clone, Copy)]
pub(crate) struct Arrived {
    answer: Answer<Status>,
    wanted: RwSignal<bool>,
}

impl Arrived {
    /// For everything below the component that calls this.
    pub(crate) fn provide() {
        let wanted = RwSignal::new(false);
        let session = Session::of_page();
        // Who reads comes before.
        let now = memo(move || wanted.get() && session.me.with(Option::is_some));
        let answer = client::follow(move || now.get().then(|| paths::API_STATUS.to_owned()));
        provide_context(Arrived { answer, wanted });
    }
}

/// What of the range of `page`, asked with `view`, is not covered.
#[component]
pub(crate) fn CoverageNotice(page: Signal<Option<Arc<Page>>>, view: Signal<View>) -> impl IntoView {
    let arrived: Arrived = expect_context();
    let shown = move || {
        let page = page.get()?;
        if !arrived.wanted.get_untracked() {
            arrived.wanted.set(true);
        }
        let status = arrived.answer.value.get()?.ok()?;
        let filter = view.with_untracked(|view| view.query.filter.clone());
        let coverage = Coverage::of(&status, page.span, &filter);
        let nothing = page.rows.is_empty() && page.next.is_none() && page.searched_to.is_none();
        (!coverage.is_usual()).then(|| view! { <Gaps gaps=coverage.gaps open=nothing /> })
    };
    view! { {shown} }.into_any()
}
