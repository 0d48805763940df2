//! One event in full: the panel beside the table and the page of its own show the same, the panel one
//! section at a time.

use std::sync::Arc;

use leptos::children::ViewFn;
use leptos::prelude::*;
use model::filter::Term;
use model::{Bound, Detail, TimeRange, Timestamp};

use super::copy_menu::CopyMenu;
use super::event_row::OutcomeBadge;
use super::facts::Facts;
use super::integrity::Integrity;
use super::pivot::Ask;
use super::raw_record::{PrintedRecord, RawActions, RawRecord};
use super::record_tree::RecordTree;
use super::resources::Resources;
use crate::text::moment::{self, Zone};
use crate::ui::copy::CopyButton;
use crate::ui::focus::{focus_inside, is_typing};
use crate::ui::react::memo;
use crate::ui::tabs::Tabs;
use crate::ui::untrusted::Untrusted;

/// The ids of the sections, in their order, with their names.
pub(crate) const SECTIONS: [(&str, &str); 5] = [
    ("record", "Record"),
    ("request", "Request & response"),
    ("identity", "Identity"),
    ("around", "Around"),
    ("integrity", "Integrity"),
];

/// The record's bytes in the place of its tree: the word in the address, no section of its own.
const RAW: &str = "raw";
const DAY: i64 = 86_400_000;

/// What an event's detail is made of.
#[derive(Clone)]
pub(crate) struct Shown {
    pub(crate) detail: Arc<Detail>,
    /// The event's own address.
    pub(crate) link: String,
    pub(crate) zone: Zone,
    pub(crate) now: Timestamp,
    /// The section in the address.
    pub(crate) tab: Signal<&'static str>,
    /// Is given the section that is chosen.
    pub(crate) choose: Callback<&'static str>,
    /// Is given the pivots that are chosen.
    pub(crate) add: Callback<Term>,
    /// Is given the path of what is to be a column of the table, where there is one.
    pub(crate) column: Option<Callback<String>>,
    /// What happened around the event.
    pub(crate) around: ViewFn,
    /// Who is behind it, and the same in a line.
    pub(crate) chain: ViewFn,
    pub(crate) origin: ViewFn,
}

/// The name of the event, its outcome and its id; the seven lines and the resources; the sections, `stacked`
/// or one at a time. `heading` is the name, `actions` stand beside.
#[component]
pub(crate) fn EventDetail(shown: Shown, heading: AnyView, actions: AnyView, stacked: bool) -> impl IntoView {
    let detail = shown.detail.clone();
    let at = |millis: i64| Bound::At(detail.summary.time.plus_millis(millis));
    let ask = Ask { add: shown.add, range: TimeRange { from: at(-DAY), to: at(DAY) } };
    let resources = (!detail.resources.is_empty())
        .then(|| view! { <Resources resources=detail.resources.clone() ask=ask /> });
    let head = view! {
        <div class="detail-head">
            <div class="title">
                {heading}
                <OutcomeBadge outcome=detail.summary.outcome />
                <p class="mono id">
                    <Untrusted text=detail.summary.source.clone() /> " · " <Untrusted text=detail.summary.id.clone() />
                </p>
            </div>
            <div class="actions">
                <CopyMenu detail=detail.clone() link=shown.link.clone() />
                <CopyButton text=detail.record.clone() label="Copy JSON" key="e" />
                {actions}
            </div>
        </div>
        <Facts detail=detail.clone() zone=shown.zone now=shown.now ask=ask origin=shown.origin.clone() />
        {resources}
    };
    let sections = if stacked { stack(shown).into_any() } else { tabs(shown) };
    view! { <div class="detail" on:keydown=search_on_slash>{head} {sections}</div> }.into_any()
}

/// `/` inside an event looks for something in its record.
fn search_on_slash(event: web_sys::KeyboardEvent) {
    if event.key() == "/" && !is_typing() && focus_inside(&event, "[type=search]") {
        event.prevent_default();
        event.stop_propagation();
    }
}

fn tabs(shown: Shown) -> AnyView {
    let tab = shown.tab;
    // The bytes of the record are a way to look at the record.
    let current = memo(move || if tab.get() == RAW { "record" } else { tab.get() });
    let choose = shown.choose;
    view! {
        <Tabs label="Sections" tabs=SECTIONS.to_vec() current=current choose=choose />
        <div
            class="tab-panel"
            role="tabpanel"
            id=move || format!("panel-{}", current.get())
            aria-labelledby=move || format!("tab-{}", current.get())
        >
            {move || section(&shown, current.get())}
        </div>
    }
    .into_any()
}

fn stack(shown: Shown) -> Vec<AnyView> {
    // Nothing can be unfolded on paper: there the record is whole, and as it was delivered.
    let on_paper = || {
        let as_of = moment::full(shown.now, shown.zone.offset(shown.now));
        let record = shown.detail.record.clone();
        view! { <PrintedRecord record=record link=shown.link.clone() as_of=as_of /> }
    };
    let stacked = SECTIONS.into_iter().map(|(id, name)| {
        let heading = format!("heading-{id}");
        view! {
            <section class="tab-panel" aria-labelledby=heading>
                <h2 id=heading.clone()>{name}</h2>
                {section(&shown, id)}
                {(id == "record").then(on_paper)}
            </section>
        }
        .into_any()
    });
    stacked.collect()
}

fn section(shown: &Shown, id: &str) -> AnyView {
    let part = |label, only| {
        let record = shown.detail.record.clone();
        view! { <RecordTree record=record label=label only=only add=shown.add column=shown.column /> }
            .into_any()
    };
    match id {
        "request" => {
            part("Request and response", &["requestParameters", "responseElements", "additionalEventData"])
        }
        "identity" => view! { {shown.chain.run()} {part("Identity", &["userIdentity"])} }.into_any(),
        "around" => shown.around.run(),
        "integrity" => view! { <Integrity detail=shown.detail.clone() zone=shown.zone /> }.into_any(),
        _ => record(shown),
    }
}

fn record(shown: &Shown) -> AnyView {
    let (detail, tab, choose) = (shown.detail.clone(), shown.tab, shown.choose);
    let (add, column) = (shown.add, shown.column);
    let raw = memo(move || tab.get() == RAW);
    let toggle = Callback::new(move |()| choose.run(if raw.get_untracked() { "record" } else { RAW }));
    let record = detail.clone();
    let body = move || {
        let record = record.record.clone();
        match raw.get() {
            true => view! { <RawRecord record=record /> }.into_any(),
            false => view! { <RecordTree record=record label="Record" add=add column=column /> }.into_any(),
        }
    };
    view! {
        <RawActions detail=detail.clone() raw=raw.into() toggle=toggle />
        {body}
    }
    .into_any()
}
