//! The event history: query, rows, and the event that is open beside them.

use leptos::prelude::*;
use model::filter::Term;
use model::{Detail, Filter, Page, Query, TimeRange};

use super::address::{Address, Step};
use super::keys::{self, Shortcut};
use super::panel::{Panel, now};
use super::results::{Results, announcement};
use super::trouble::is_bad_cursor;
use crate::client;
use crate::components::download::Download;
use crate::components::notice::Flash;
use crate::components::query_bar::{FIELD, QueryBar};
use crate::components::time_range::TimeRangePicker;
use crate::text::{PRODUCT, row_announcement};
use crate::ui::announce::announcer;
use crate::ui::focus::{focus, focus_nth, focused_index};
use crate::ui::visible;
use crate::url::{Tab, View};
use crate::{paths, text};

/// The links of the rows, in their order.
const ROWS: &str = ".table tbody a";
/// Below this width an event opens on its own page instead of beside the table.
const NARROW: &str = "(max-width: 1100px)";

/// The page at `/events`.
#[component]
pub(crate) fn EventsPage() -> impl IntoView {
    let address = Address::of_page();
    let (parsed, view) = (address.parsed, address.view);
    let question = Memo::new(move |_| {
        parsed.with(|parsed| parsed.bad_query.is_none().then(|| paths::api_events(&parsed.view.query)))
    });
    let rows = client::follow::<Page>(move || question.get());
    let selected = Memo::new(move |_| view.with(|view| view.selected.clone()));
    let detail = client::follow::<Detail>(move || selected.with(|id| id.as_deref().map(paths::api_event)));
    let notices = RwSignal::new(Vec::<String>::new());
    tidy_address(address, notices);
    leave_bad_page(address, rows, notices);
    say_what_came(rows);
    Effect::new(move |_| {
        let filter = view.with(|view| view.query.filter.to_string());
        let about =
            if filter.is_empty() { String::new() } else { format!("{} · ", visible::plain(&filter)) };
        document().set_title(&format!("{about}Events · {PRODUCT}"));
    });

    let ask = move |asked: View| {
        let here = view.get_untracked();
        if asked.query == here.query && parsed.with_untracked(|p| p.is_clean()) {
            rows.retry();
        } else {
            address.show(&asked, Step::Push);
        }
    };
    let run = Callback::new(move |filter: Filter| ask(view.get_untracked().with_filter(filter)));
    let choose_range = Callback::new(move |range: TimeRange| {
        let view = view.get_untracked();
        ask(view.with_query(Query { range, ..view.query.clone() }));
    });
    let switch_zone = Callback::new(move |()| {
        let view = view.get_untracked();
        address.show(&view.with_zone(view.zone.other()), Step::Push);
    });
    let add = Callback::new(move |term: Term| ask(view.get_untracked().pivoted(term)));
    let choose_tab = Callback::new(move |id: &'static str| {
        address.show(&view.get_untracked().with_tab(Tab::named(id)), Step::Replace);
    });
    let open = Callback::new(move |id: String| open_event(address, id));
    let close = Callback::new(move |()| close_panel(address, rows));
    keys::listen(move |shortcut| match shortcut {
        Shortcut::Query => focus(FIELD),
        Shortcut::Next => step(address, rows, 1),
        Shortcut::Previous => step(address, rows, -1),
        Shortcut::Back => close_panel(address, rows),
    });

    let query = Signal::derive(move || view.with(|view| view.query.clone()));
    let range = Signal::derive(move || view.with(|view| view.query.range));
    let zone = Signal::derive(move || view.with(|view| view.zone));
    let filter = Signal::from(Memo::new(move |_| view.with(|view| view.query.filter.clone())));
    let bad = Signal::from(Memo::new(move |_| parsed.with(|parsed| parsed.bad_query.clone())));
    view! {
        <main class="page events-page">
            <div class="ask">
                <h1 tabindex="-1">"Events"</h1>
                <QueryBar filter=filter bad=bad run=run>
                    <TimeRangePicker range=range zone=zone choose=choose_range switch_zone=switch_zone now=now />
                    <Download query=query />
                </QueryBar>
                <Flash notices=notices.into() />
            </div>
            <div class="split" class:with-panel=move || selected.with(Option::is_some)>
                <Show when=move || bad.with(Option::is_none)>
                    <Results answer=rows view=view selected=selected.into() open=open />
                </Show>
                <Show when=move || selected.with(Option::is_some)>
                    <Panel answer=detail view=view close=close choose=choose_tab add=add />
                </Show>
            </div>
        </main>
    }
    .into_any()
}

/// Drops what the page has no use for from the address, and keeps what could not be read as notices.
fn tidy_address(address: Address, notices: RwSignal<Vec<String>>) {
    Effect::new(move |_| {
        let parsed = address.parsed.get();
        if !parsed.notices.is_empty() {
            notices.set(parsed.notices);
            if parsed.bad_query.is_none() {
                address.show(&parsed.view, Step::Replace);
            }
        }
    });
}

/// From a page position that is no longer valid to the first page.
fn leave_bad_page(address: Address, rows: client::Answer<Page>, notices: RwSignal<Vec<String>>) {
    Effect::new(move |_| {
        let bad = rows.value.with(|value| matches!(value, Some(Err(failure)) if is_bad_cursor(failure)));
        let view = address.view.get_untracked();
        if bad && view.query.at.is_some() {
            notices.set(vec![text::PAGE_LOST.to_owned()]);
            address.show(&view.at(None), Step::Replace);
        }
    });
}

/// Announces each answer.
fn say_what_came(rows: client::Answer<Page>) {
    let announcer = announcer();
    Effect::new(move |_| {
        if let Some(sentence) = rows.value.with(|value| value.as_ref().map(announcement)) {
            announcer.say(sentence);
        }
    });
}

/// Opens an event beside the table, or on its own page where there is no room beside. The one that is
/// open already gets the focus.
fn open_event(address: Address, id: String) {
    let view = address.view.get_untracked();
    if window().match_media(NARROW).ok().flatten().is_some_and(|narrow| narrow.matches()) {
        return address.go(paths::event(&id, &view.selecting(None).to_string()), Step::Push);
    }
    if view.selected.as_ref() == Some(&id) {
        return focus(".panel h2");
    }
    // Back leaves the panel, however many events were looked at in it.
    let step = if view.selected.is_some() { Step::Replace } else { Step::Push };
    address.show(&view.selecting(Some(id)), step);
}

/// Closes the panel and goes back to its row.
fn close_panel(address: Address, rows: client::Answer<Page>) {
    let view = address.view.get_untracked();
    if let Some(id) = &view.selected {
        address.show(&view.selecting(None), Step::Push);
        if let Some(index) = index_of(rows, id) {
            focus_nth(ROWS, index);
        }
    }
}

/// Moves `by` rows from where the focus or the panel is. The panel follows if it is open.
fn step(address: Address, rows: client::Answer<Page>, by: isize) {
    let Some(Ok(page)) = rows.value.get_untracked() else { return };
    let view = address.view.get_untracked();
    let here = focused_index(ROWS).or_else(|| index_of(rows, view.selected.as_ref()?));
    let there = match here {
        Some(here) => here.saturating_add_signed(by).min(page.rows.len().saturating_sub(1)),
        None => 0,
    };
    let Some(row) = page.rows.get(there) else { return };
    focus_nth(ROWS, there);
    announcer().say(visible::plain(&row_announcement(row, there, page.rows.len())));
    if view.selected.is_some() {
        address.show(&view.selecting(Some(row.id.clone())), Step::Replace);
    }
}

fn index_of(rows: client::Answer<Page>, id: &str) -> Option<usize> {
    rows.value.with_untracked(|value| match value {
        Some(Ok(page)) => page.rows.iter().position(|row| row.id == id),
        _ => None,
    })
}
