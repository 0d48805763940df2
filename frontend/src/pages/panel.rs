//! The event that is open beside the table.

use std::sync::Arc;

use leptos::children::ViewFn;
use leptos::html;
use leptos::prelude::*;
use model::filter::Term;
use model::{Detail, Page, Timestamp};

use super::address::absolute;
use super::around::around;
use super::behind::behind;
use super::trouble::trouble;
use crate::client::Answer;
use crate::components::event_detail::{EventDetail, Shown};
use crate::components::notice::TroubleNotice;
use crate::components::panel_place::PanelPlace;
use crate::paths;
use crate::text::moment::Zone;
use crate::ui::icon::Icon;
use crate::ui::inline;
use crate::ui::preferences::{Position, Preferences};
use crate::ui::react::effect;
use crate::ui::splitter::Splitter;
use crate::ui::untrusted::Untrusted;
use crate::ui::width::width_of;
use crate::url::View;

/// The panel. `close` is called to close it, `choose` is given the id of a tab, `add` a pivot,
/// `column` the path of what is to be a column.
#[component]
pub(crate) fn Panel(
    answer: Answer<Detail>,
    rows: Answer<Page>,
    view: Signal<View>,
    zone: Memo<Zone>,
    close: Callback<()>,
    choose: Callback<&'static str>,
    add: Callback<Term>,
    column: Callback<String>,
) -> impl IntoView {
    let tab = Signal::derive(move || view.with(|view| view.tab.as_str()));
    let close_button = move || {
        view! {
            <button type="button" class="icon-button" aria-label="Close" title="Close" on:click=move |_| close.run(())>
                <Icon name="x" />
            </button>
        }
    };
    let event = move || match answer.value.get() {
        None => {
            view! { <div class="actions">{close_button()}</div> <p class="waiting">"Loading the event …"</p> }
                .into_any()
        }
        Some(Ok(detail)) => {
            let list = view.with_untracked(|view| view.selecting(None).to_string());
            let page = paths::event(&detail.summary.id, &list);
            let shown = shown(detail.clone(), zone.get(), tab, choose, add, Some(column), false);
            let heading = view! { <h2 tabindex="-1"><Untrusted text=detail.summary.name.clone() /></h2> };
            let actions = view! {
                <a class="button small" href=page aria-keyshortcuts="f">"Full page"</a>
                <PanelPlace />
                {close_button()}
            };
            view! {
                <EventDetail shown=shown heading=heading.into_any() actions=actions.into_any() stacked=false />
            }
            .into_any()
        }
        Some(Err(failure)) => {
            let retry = Callback::new(move |()| answer.retry());
            view! {
                <div class="actions">{close_button()}</div>
                <TroubleNotice trouble=trouble(&failure) retry=retry />
            }
            .into_any()
        }
    };
    let panel = NodeRef::<html::Aside>::new();
    keep_in_place(panel, move || {
        rows.value.track();
        view.track();
    });
    view! {
        <Splitter collapse=close />
        <aside
            node_ref=panel
            class="panel"
            class:busy=answer.busy
            aria-label="Event detail"
            aria-busy=move || answer.busy.get().to_string()
        >
            {event}
        </aside>
    }
    .into_any()
}

/// Puts the panel where the reader wants it, and again whenever what `follow` reads changes the rows.
fn keep_in_place(panel: NodeRef<html::Aside>, follow: impl Fn() + 'static) {
    let preferences = Preferences::of_page();
    let is_inline = move || preferences.with(|liked| liked.panel == Position::Inline);
    let place = move || {
        if let Some(Some(panel)) = panel.try_get_untracked() {
            inline::place(&panel, untrack(is_inline), ".split");
        }
    };
    // With the width the number of columns changes that it spans.
    let width = width_of(Signal::derive(move || panel.get().map(|panel| panel.into())), ".panel");
    effect(move || {
        follow();
        width.track();
        // Elsewhere it stands as it was made.
        if is_inline()
            || panel.get().is_some_and(|panel| panel.closest("table").is_ok_and(|found| found.is_some()))
        {
            request_animation_frame(place);
        }
    });
    on_cleanup(inline::clear);
}

/// What is shown of `detail`, in the panel and on its own page, where `all` sections are in view.
pub(super) fn shown(
    detail: Arc<Detail>,
    zone: Zone,
    tab: Signal<&'static str>,
    choose: Callback<&'static str>,
    add: Callback<Term>,
    column: Option<Callback<String>>,
    all: bool,
) -> Shown {
    let link = absolute(&paths::event(&detail.summary.id, ""));
    let around = ViewFn::from({
        let detail = detail.clone();
        move || around(detail.clone(), zone)
    });
    let (chain, origin) = behind(&detail, zone, tab, all);
    Shown { detail, link, zone, now: now(), tab, choose, add, column, around, chain, origin }
}

/// The browser's clock.
pub(crate) fn now() -> Timestamp {
    Timestamp::from_millis(js_sys::Date::now() as i64)
}
