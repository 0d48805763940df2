//! The answer to the query: rows, none, some, or why not.

use std::sync::Arc;

use leptos::prelude::*;
use model::{Column, Followed, Page, Query, Sort};

use super::coverage::CoverageNotice;
use super::nothing::nothing;
use super::trouble::trouble;
use crate::client::{Answer, Failure};
use crate::components::column_chooser::ColumnChooser;
use crate::components::empty::{NoMore, Partial};
use crate::components::event_row::Rows;
use crate::components::event_table::EventTable;
use crate::components::notice::TroubleNotice;
use crate::components::paging::Paging;
use crate::components::picked::Picked;
use crate::paths;
use crate::text::moment::Zone;
use crate::text::{caption, count, position, searched};
use crate::ui::react::memo;
use crate::url::View;

const SIZES: [u16; 3] = [25, 50, 100];

/// The region under the query bar.
#[component]
pub(crate) fn Results(
    answer: Answer<Page>,
    view: Signal<View>,
    zone: Memo<Zone>,
    /// Of the table.
    columns: Memo<Vec<Column>>,
    /// The rows that are loaded.
    page: Signal<Option<Arc<Page>>>,
    shared: Rows,
    /// Where the marked events are compared.
    comparison: Signal<Option<String>>,
    /// Is given the columns that the reader chooses.
    choose: Callback<Vec<Column>>,
) -> impl IntoView {
    let any = memo(move || page.with(|page| page.as_ref().is_some_and(|page| !page.rows.is_empty())));
    let shown = move || {
        zone.track();
        columns.track();
        let view = view.get_untracked();
        match answer.value.get() {
            None => view! { <Skeleton /> }.into_any(),
            Some(Ok(page)) => rows(page, &view, shared),
            Some(Err(failure)) => {
                let retry = Callback::new(move |()| answer.retry());
                view! { <TroubleNotice trouble=trouble(&failure) retry=retry waiting=answer.waiting /> }
                    .into_any()
            }
        }
    };
    view! {
        <section
            class="results"
            tabindex="-1"
            class:busy=answer.busy
            aria-label="Events"
            aria-busy=move || answer.busy.get().to_string()
        >
            <Show when=move || answer.slow.get()>
                <p class="slow" role="status">
                    "Still searching … "
                    <button type="button" class="button small" on:click=move |_| answer.cancel()>"Cancel"</button>
                </p>
            </Show>
            <Show when=move || any.get()>
                <div class="tools">
                    <Picked picking=shared.picking marked=shared.marked href=comparison />
                    <ColumnChooser columns=columns page=page choose=choose />
                </div>
            </Show>
            {move || page.with(|page| page.as_ref()?.followed.map(followed))}
            {shown}
            <CoverageNotice page=page view=view />
        </section>
    }
    .into_any()
}

/// Which sessions of whoever was asked for are part of the answer.
fn followed(followed: Followed) -> impl IntoView {
    view! { <p class="hint followed">{followed.to_string()}</p> }
}

/// Rows to come; shown only when they take long enough to be missed.
#[component]
fn Skeleton() -> impl IntoView {
    view! { <div class="skeleton" aria-hidden="true">{[(); 8].map(|()| view! { <span></span> }).collect_view()}</div> }
        .into_any()
}

fn rows(page: Arc<Page>, view: &View, shared: Rows) -> AnyView {
    let query = &view.query;
    let first_page = query.at.is_none() || page.prev.is_none();
    if page.rows.is_empty() && page.next.is_none() && page.searched_to.is_none() && first_page {
        return nothing(view, page.span);
    }
    let link = |view: View| paths::events(&view.to_string());
    let (later, earlier) = match query.sort {
        Sort::NewestFirst => (&page.prev, &page.next),
        Sort::OldestFirst => (&page.next, &page.prev),
    };
    let to_page = |cursor: &Option<model::Cursor>| cursor.clone().map(|cursor| link(view.at(Some(cursor))));
    let turned = match query.sort {
        Sort::NewestFirst => Sort::OldestFirst,
        Sort::OldestFirst => Sort::NewestFirst,
    };
    let sizes = SIZES.map(|size| (size, link(view.with_query(Query { size, ..query.clone() }))));
    let empty = page.rows.is_empty();
    let partial = page.searched_to.map(|to| {
        let on = to_page(if page.backward { &page.prev } else { &page.next });
        let sentence = searched(&page, to, query.sort, view.zone);
        view! { <Partial sentence=sentence on=on none=empty /> }
    });
    let paging = view! {
        <Paging
            newer=to_page(later)
            older=to_page(earlier)
            position=position(page.rows.len(), first_page)
            sizes=sizes.to_vec()
            size=query.size
        />
    };
    if empty {
        let end = partial.is_none().then(|| view! { <NoMore /> });
        return view! { {partial} {end} {paging} }.into_any();
    }
    view! {
        {partial}
        <EventTable
            caption=caption(&page, query, first_page, view.zone)
            columns=view.columns().to_vec()
            sort=query.sort
            sort_href=link(view.with_query(Query { sort: turned, ..query.clone() }))
            zone=view.zone
            view=view.selecting(None).to_string()
            rows=shared
            page=page.clone()
        />
        {paging}
    }
    .into_any()
}

/// What is announced when an answer has come.
pub(crate) fn announcement(value: &Result<Arc<Page>, Failure>) -> String {
    match value {
        Ok(page) if page.searched_to.is_some() => {
            format!("{} so far, the search is not finished", count(page.rows.len(), "event"))
        }
        Ok(page) => format!("{} loaded", count(page.rows.len(), "event")),
        Err(failure) => trouble(failure).title.to_owned(),
    }
}
