//! The event history: query, rows, and the event that is open beside them.

use leptos::prelude::*;
use model::filter::Term;
use model::{Column, Detail, Filter, Me, Page, Query, TimeRange};

use super::address::{Address, Step};
use super::insight::{Given, insight};
use super::keys::{self, Shortcut};
use super::later;
use super::live::Live;
use super::marked::Marked;
use super::named::{Named, named_view};
use super::panel::{Panel, now};
use super::results::{Results, announcement};
use super::seen::seen;
use super::selection::Selection;
use super::share::{Share, warn_of_length};
use super::suggest::suggest;
use super::trouble::is_bad_cursor;
use crate::client::{self, Ahead};
use crate::components::copy_link::CopyLink;
use crate::components::download::Download;
use crate::components::event_row::Rows;
use crate::components::notice::Flash;
use crate::components::panel_place;
use crate::components::query_bar::{FIELD, QueryBar};
use crate::components::time_range::TimeRangePicker;
use crate::text::PRODUCT;
use crate::text::zone::Zone;
use crate::ui::announce::announcer;
use crate::ui::focus::{focus, focus_now};
use crate::ui::preferences::Preferences;
use crate::ui::react::{effect, memo};
use crate::ui::visible;
use crate::url::{Tab, View};
use crate::{paths, text};

/// The page at `/events`.
#[component]
pub(crate) fn EventsPage() -> impl IntoView {
    let address = Address::of_page();
    let (parsed, view) = (address.parsed, address.view);
    // The saved view that the address was held against: before that it may not say all that is asked.
    let held = RwSignal::new(None::<String>);
    let question = memo(move || {
        parsed.with(|parsed| {
            let view = &parsed.view;
            let whole = view.saved.is_none() || held.with(|held| *held == view.saved);
            (parsed.bad_query.is_none() && whole).then(|| paths::api_events(&view.query, view.columns()))
        })
    });
    let rows = client::follow::<Page>(move || question.get());
    let selected = memo(move || view.with(|view| view.selected.clone()));
    let detail = client::follow::<Detail>(move || selected.with(|id| id.as_deref().map(paths::api_event)));
    let notices = RwSignal::new(Vec::<String>::new());
    tidy_address(address, notices);
    leave_bad_page(address, rows, notices);
    warn_of_length(address, notices);
    say_what_came(rows);
    follow_pages(view);
    effect(move || {
        let filter = view.with(|view| view.query.filter.to_string());
        let about =
            if filter.is_empty() { String::new() } else { format!("{} · ", visible::plain(&filter)) };
        document().set_title(&format!("{about}Events · {PRODUCT}"));
    });

    let selection = Selection { address, rows, announcer: announcer() };
    look_ahead(selection, detail);
    let marked = Marked::new(announcer());
    let share = Share { address, rows, notices, now };
    let save = move || view.with(|view| paths::save(&view.kept().to_string()));
    let copy_link = Callback::new(move |frozen: bool| share.copy(frozen));
    let ask = move |asked: View| {
        notices.set(Vec::new());
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
    let choose_zone = Callback::new(move |zone: Zone| {
        address.show(&view.get_untracked().with_zone(zone), Step::Push);
    });
    let add = Callback::new(move |term: Term| ask(view.get_untracked().pivoted(term)));
    let column = Callback::new(move |path: String| {
        address.show(&view.get_untracked().with_column(Column::Path(path)), Step::Push);
    });
    let choose_tab = Callback::new(move |id: &'static str| {
        address.show(&view.get_untracked().with_tab(Tab::named(id)), Step::Replace);
    });
    let open = Callback::new(move |id: String| selection.open(id));
    let close = Callback::new(move |()| selection.close());
    let mark = Callback::new(move |id: String| marked.toggle(id));
    let choose_columns = Callback::new(move |columns: Vec<Column>| {
        address.show(&view.get_untracked().with_columns(columns), Step::Push);
    });
    let shared = Rows { selected: selected.into(), open, picking: marked.picking, marked: marked.ids, mark };
    let comparison = marked.comparison(view);
    keys::listen(move |shortcut| {
        match shortcut {
            // At once: the next key is typed already.
            Shortcut::Query => focus_now(FIELD),
            Shortcut::Next => selection.step(1),
            Shortcut::Previous => selection.step(-1),
            Shortcut::TogglePanel => selection.toggle(),
            Shortcut::Again => rows.retry(),
            Shortcut::Mark => _ = selection.here().map(|id| marked.toggle(id)),
            Shortcut::Link => share.copy(true),
            Shortcut::Back if selected.with_untracked(Option::is_some) => selection.close(),
            Shortcut::Back => return marked.clear(),
            _ => return false,
        }
        true
    });

    // A link renews no session: it has to be good before it is followed.
    let asked_for_links = RwSignal::new(0_u32);
    let renew = Callback::new(move |()| asked_for_links.update(|n| *n += 1));
    client::follow::<Me>(move || (asked_for_links.get() > 0).then(|| paths::API_ME.to_owned()));

    let query = Signal::derive(move || view.with(|view| view.query.clone()));
    let columns = memo(move || view.with(|view| view.columns().to_vec()));
    let page = Signal::derive(move || rows.value.with(|value| value.clone().and_then(Result::ok)));
    let range = Signal::derive(move || view.with(|view| view.query.range));
    let zone = Signal::from(address.zone);
    let live = Live::follow(address, rows);
    let show_query = Callback::new(move |view: View| ask(view));
    let given = Given { rows, view, zone: address.zone, show: show_query };
    let asked = memo(move || parsed.with(|parsed| parsed.query_text()));
    let named = memo(move || view.with(|view| view.saved.is_some()));
    let preferences = Preferences::of_page();
    let place = move || preferences.with(|liked| panel_place::word(liked.panel));
    view! {
        <main class="page events-page">
            <div class="ask">
                <h1 tabindex="-1">"Events"</h1>
                <QueryBar text=asked known=seen(rows) suggest=suggest(view) run=run>
                    <TimeRangePicker range=range zone=zone choose=choose_range choose_zone=choose_zone now=now />
                    {live.button()}
                    <CopyLink copy=copy_link />
                    <a class="button" href=save>"Save view"</a>
                    <Download query=query columns=columns page=page zone=zone prepare=renew />
                </QueryBar>
                <Flash notices=notices.into() />
                <Show when=move || named.get()>
                    {later::region(|| ().into_any(), move || Box::pin(named_view(Named { address, held, notices })))}
                </Show>
            </div>
            <div
                class="split"
                class:with-facets=move || preferences.with(|liked| liked.facets)
                class:with-panel=move || selected.with(Option::is_some)
                data-panel=place
            >
                {insight(given)}
                {live.pill()}
                <Show when=move || question.with(Option::is_some)>
                    <Results answer=rows view=view columns=columns page=page zone=address.zone shared=shared comparison=comparison choose=choose_columns />
                </Show>
                <Show when=move || selected.with(Option::is_some)>
                    <Panel answer=detail rows=rows view=view zone=address.zone close=close choose=choose_tab add=add column=column />
                </Show>
            </div>
        </main>
    }
    .into_any()
}

/// Once an event is shown, asks for those beside it.
fn look_ahead(selection: Selection, detail: client::Answer<Detail>) {
    let ahead = Ahead::of_page();
    effect(move || {
        let shown = detail.value.with(|value| match value {
            Some(Ok(detail)) => Some(detail.summary.id.clone()),
            _ => None,
        });
        for id in shown.map(|id| selection.neighbours(&id)).unwrap_or_default() {
            ahead.fetch(paths::api_event(&id));
        }
    });
}

/// Drops what the page has no use for from the address, and keeps what could not be read as notices.
fn tidy_address(address: Address, notices: RwSignal<Vec<String>>) {
    effect(move || {
        let parsed = address.parsed.get();
        let untidy = parsed.foreign || !parsed.notices.is_empty();
        if !parsed.notices.is_empty() {
            notices.set(parsed.notices);
        }
        if untidy && parsed.bad_query.is_none() {
            address.show(&parsed.view, Step::Replace);
        }
    });
}

/// From a page position that is no longer valid to the first page.
fn leave_bad_page(address: Address, rows: client::Answer<Page>, notices: RwSignal<Vec<String>>) {
    effect(move || {
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
    effect(move || {
        if let Some(sentence) = rows.value.with(|value| value.as_ref().map(announcement)) {
            announcer.say(sentence);
        }
    });
}

/// The link to another page is gone with the page that it was on: the focus goes to the new rows.
fn follow_pages(view: Signal<View>) {
    let at = memo(move || view.with(|view| view.query.at.as_ref().map(|at| at.to_string())));
    Effect::new(move |before: Option<_>| {
        let at = at.get();
        if before.is_some_and(|before| before != at) {
            focus(".results");
        }
        at
    });
}
