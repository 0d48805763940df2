//! The answer to the query: rows, none, some, or why not.

use std::sync::Arc;

use leptos::prelude::*;
use model::{Bound, Column, Page, Query, Sort, TimeRange};

use super::trouble::trouble;
use crate::client::{self, Answer, Failure, Health, Session};
use crate::components::chips::words;
use crate::components::column_chooser::ColumnChooser;
use crate::components::empty::{NoData, NoMatch, Partial};
use crate::components::event_row::Rows;
use crate::components::event_table::EventTable;
use crate::components::notice::TroubleNotice;
use crate::components::paging::Paging;
use crate::components::picked::Picked;
use crate::paths;
use crate::text::moment::Zone;
use crate::text::{
    caption, count, moment, position,
    range::{PRESETS, label},
};
use crate::ui::visible;
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
    let any = Memo::new(move |_| page.with(|page| page.as_ref().is_some_and(|page| !page.rows.is_empty())));
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
            {shown}
        </section>
    }
    .into_any()
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
        return nothing(view);
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
    let partial = page.searched_to.map(|to| {
        let moment = moment::short(to, view.zone.offset(to));
        let found = match page.rows.len() {
            1 => "1 match so far".to_owned(),
            n => format!("{n} matches so far"),
        };
        let word = if query.sort == Sort::NewestFirst { "back" } else { "forward" };
        let next = page.next.clone().map(|next| link(view.at(Some(next))));
        view! { <Partial sentence=format!("Searched {word} to {moment}, {found}.") on=next /> }
    });
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
        <Paging
            newer=to_page(later)
            older=to_page(earlier)
            position=position(page.rows.len(), first_page)
            sizes=sizes.to_vec()
            size=query.size
        />
    }
    .into_any()
}

/// No rows at all: because nothing is stored, or because nothing matches.
fn nothing(view: &View) -> AnyView {
    let health = client::follow::<Health>(|| Some(paths::API_HEALTH.to_owned()));
    let range = label(view.query.range, view.zone);
    let ways = ways_out(view);
    let session = Session::of_page();
    let hosted = move || session.me.with(|me| me.as_ref().is_some_and(|me| me.sign_in));
    let shown = move || match health.value.get() {
        None => ().into_any(),
        Some(Ok(health)) if health.newest_event.is_none() => view! { <NoData hosted=hosted() /> }.into_any(),
        Some(Ok(_) | Err(_)) => {
            let (without, wider) = ways.clone();
            view! { <NoMatch range=range.clone() without=without wider=wider /> }.into_any()
        }
    };
    shown.into_any()
}

type Ways = (Vec<(String, String)>, Vec<(&'static str, String)>);

/// Links that ask for less: without each term, and of longer ranges.
fn ways_out(view: &View) -> Ways {
    let query = &view.query;
    let link = |query: Query| paths::events(&view.with_query(query).to_string());
    let without = query.filter.terms().iter().map(|term| {
        let filter = query.filter.without(term);
        (visible::plain(&words(term)), link(Query { filter, ..query.clone() }))
    });
    let wider = PRESETS.into_iter().filter(|(from, _)| matches!(*from, "-7d" | "-90d")).filter_map(
        |(from, words)| {
            let range = TimeRange { from: from.parse().ok()?, to: Bound::Now };
            (range != query.range).then(|| (words, link(Query { range, ..query.clone() })))
        },
    );
    (without.collect(), wider.collect())
}

/// What is announced when an answer has come.
pub(crate) fn announcement(value: &Result<Arc<Page>, Failure>) -> String {
    match value {
        Ok(page) => format!("{} loaded", count(page.rows.len(), "event")),
        Err(failure) => trouble(failure).title.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ways_out_of_an_empty_answer() {
        let (without, wider) = ways_out(&crate::url::parse("q=access:write+who:ana&from=-7d&sel=1").view);
        let query = |link: &str| link.strip_prefix(paths::EVENTS).unwrap_or("elsewhere").to_owned();
        let without: Vec<_> = without.iter().map(|(words, link)| (words.as_str(), query(link))).collect();
        assert_eq!(
            without,
            [
                ("who = ana", "?q=access:write&from=-7d".to_owned()),
                ("access = write", "?q=who:ana&from=-7d".to_owned()),
            ]
        );
        let wider: Vec<_> = wider.iter().map(|(words, link)| (*words, query(link))).collect();
        assert_eq!(wider, [("Last 90 days", "?q=who:ana+access:write&from=-90d".to_owned())]);
    }
}
