//! What is beside the rows: how many events there are over time, and of each value. It is asked once the
//! rows are there, so that it never delays them, and what fails here leaves them as they are.

use std::sync::Arc;

use leptos::prelude::*;
use model::{Bound, Histogram, Page, Query, TimeRange};
use wasm_split_helpers::wasm_split;

use super::facets::Facets;
use super::later::{self, Part, part};
use super::trouble::trouble;
use crate::client::{self, Answer};
use crate::components::facet::Asking;
use crate::components::histogram::{Zoom, histogram};
use crate::paths;
use crate::text::zone::Zone;
use crate::ui::focus::{focus, is_within};
use crate::ui::preferences::{Position, Preferences};
use crate::ui::react::{effect, memo};
use crate::url::View;

/// What the page gives.
#[derive(Clone, Copy)]
pub(crate) struct Given {
    pub(crate) rows: Answer<Page>,
    pub(crate) view: Signal<View>,
    pub(crate) zone: Memo<Zone>,
    /// Shows another view.
    pub(crate) show: Callback<View>,
}

/// A query whose rows are there: as it stands in the address, and over the moments that it meant.
pub(crate) type Asked = Memo<Option<(String, Query)>>;

/// The place of the histogram and the filters. Their code is loaded once there are rows.
pub(crate) fn insight(given: Given) -> AnyView {
    let there = memo(move || given.rows.value.with(Option::is_some));
    let began = RwSignal::new(false);
    effect(move || {
        if there.get() {
            began.set(true);
        }
    });
    let shown = move || match began.get() {
        true => later::region(empty, move || Box::pin(load(given))),
        false => empty(),
    };
    view! { <div class="insight">{shown}</div> }.into_any()
}

/// What keeps their place.
fn empty() -> AnyView {
    view! { <div class="histogram"></div> }.into_any()
}

#[wasm_split(insight, fallible)]
fn load(given: Given) -> Part {
    part(move || view! { <Insight given=given /> }.into_any())
}

#[component]
fn Insight(given: Given) -> impl IntoView {
    let Given { view, show, zone, .. } = given;
    let asked = asked(given);
    let liked = Preferences::of_page();
    let sheet = RwSignal::new(false);
    let panel = memo(move || {
        liked.with(|liked| liked.panel == Position::Beside) && view.with(|view| view.selected.is_some())
    });
    let with_range = move |range| {
        let view = view.get_untracked();
        view.with_query(Query { range, ..view.query.clone() })
    };
    let zoom = Zoom {
        to: Callback::new(move |range: TimeRange| show.run(with_range(range))),
        link: Callback::new(move |range: TimeRange| paths::events(&with_range(range).to_string())),
    };
    let asking = Asking {
        // Not derived: with each step along the rows all values would be drawn anew.
        filter: memo(move || view.with(|view| view.query.filter.clone())).into(),
        ask: Callback::new(move |filter| show.run(view.get_untracked().with_filter(filter))),
        link: Callback::new(move |filter| {
            paths::events(&view.get_untracked().with_filter(filter).to_string())
        }),
    };
    let answer = client::follow::<Histogram>(move || {
        asked.with(|asked| asked.as_ref().map(|(_, query)| paths::api_histogram(query)))
    });
    // While a newer one is under way, the older one stays.
    let shown = RwSignal::new(None::<Arc<Histogram>>);
    effect(move || {
        if let Some(Ok(newer)) = answer.value.get() {
            shown.set(Some(newer));
        }
    });
    let failed =
        memo(move || answer.value.with(|value| value.as_ref().and_then(|v| v.as_ref().err().cloned())));
    let table = RwSignal::new(false);
    let drawn = move || {
        // Who was on a bar is on a bar, when they are drawn anew.
        if is_within(".bars") {
            focus(".bars [tabindex='0']");
        }
        match failed.get() {
            Some(failure) => {
                let sentence = trouble(&failure).title;
                view! {
                <p class="no-bars" role="alert">
                    {format!("The bars are not here: {}. ", sentence.to_lowercase())}
                    <button type="button" class="button small" on:click=move |_| answer.retry()>"Retry"</button>
                </p>
            }
            .into_any()
            }
            None => match shown.get() {
                Some(shown) => histogram(&shown, zone.get(), zoom, table),
                None => ().into_any(),
            },
        }
    };
    let press = move |_| {
        if super::facets::is_narrow(panel.get_untracked()) {
            sheet.update(|open| *open = !*open);
        } else {
            liked.update(|liked| liked.facets = !liked.facets);
        }
    };
    let expanded = move || liked.with(|liked| liked.facets).to_string();
    view! {
        <section
            class="histogram"
            aria-label="Events over time"
            aria-busy=move || answer.busy.get().to_string()
            class:busy=answer.busy
            class:with-table=table
        >
            {drawn}
            <div class="bar-views">
                <button
                    type="button"
                    class="quiet"
                    aria-expanded=move || table.get().to_string()
                    on:click=move |_| table.update(|table| *table = !*table)
                >
                    "View as table"
                </button>
                <button type="button" class="quiet" aria-expanded=expanded aria-keyshortcuts="h" on:click=press>
                    "Filters"
                </button>
            </div>
        </section>
        <Facets asked=asked asking=asking sheet=sheet panel=panel />
    }
    .into_any()
}

/// The query whose rows are there. While rows of the same query are on their way it stays, and while those of
/// another are there is none, so that whatever was asked for the older is given up.
fn asked(given: Given) -> Asked {
    let Given { rows, view, .. } = given;
    Memo::new(move |before: Option<&Option<(String, Query)>>| {
        let query = view.with(|view| Query { at: None, ..view.query.clone() });
        let text = paths::api_histogram(&query);
        if rows.busy.get() {
            return before.cloned().flatten().filter(|(asked, _)| *asked == text);
        }
        rows.value.with(|value| {
            let Some(Ok(page)) = value else { return None };
            let range = TimeRange { from: Bound::At(page.span.from), to: Bound::At(page.span.to) };
            Some((text, Query { range, ..query }))
        })
    })
}
