//! Beside the answer of a search: whether it could have found what it looked for.
//!
//! What came in is asked for once for each visit of the history, after the first rows and who reads them: some
//! twenty read units for a dozen streams. The last minutes, of which events may be on their way, are no news.

use std::sync::Arc;

use leptos::prelude::*;
use model::{Coverage, Page, Status};
use wasm_split_helpers::wasm_split;

use super::later::{self, Part, part};
use crate::client::{self, Session};
use crate::components::gaps::Gaps;
use crate::paths;
use crate::url::View;

/// The rows that are shown, and what was asked.
type Shown = (Signal<Option<Arc<Page>>>, Signal<View>);

/// What of the range of `page`, asked with `view`, is not covered.
#[component]
pub(crate) fn CoverageNotice(page: Signal<Option<Arc<Page>>>, view: Signal<View>) -> impl IntoView {
    let session = Session::of_page();
    let wanted = Memo::new(move |before: Option<&bool>| {
        before == Some(&true) || (page.with(Option::is_some) && session.me.with(Option::is_some))
    });
    let notice =
        move || wanted.get().then(|| later::region(|| ().into_any(), move || Box::pin(load((page, view)))));
    view! { {notice} }.into_any()
}

#[wasm_split(coverage, fallible)]
fn load(shown: Shown) -> Part {
    part(move || notice(shown))
}

fn notice((page, view): Shown) -> AnyView {
    let arrived = client::follow::<Status>(|| Some(paths::API_STATUS.to_owned()));
    let shown = move || {
        let page = page.get()?;
        let status = arrived.value.get()?.ok()?;
        let filter = view.with_untracked(|view| view.query.filter.clone());
        let coverage = Coverage::of(&status, page.span, &filter);
        let nothing = page.rows.is_empty() && page.next.is_none() && page.searched_to.is_none();
        (!coverage.is_usual()).then(|| view! { <Gaps gaps=coverage.gaps open=nothing /> })
    };
    view! { {shown} }.into_any()
}
