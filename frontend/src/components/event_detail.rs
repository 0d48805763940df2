//! One event in full: the panel beside the table and the page of its own show the same.

use std::sync::Arc;

use leptos::prelude::*;
use model::filter::Term;
use model::{Detail, Timestamp};

use super::event_row::OutcomeBadge;
use super::facts::Facts;
use super::raw_record::RawRecord;
use super::record_tree::RecordTree;
use super::resources::Resources;
use crate::text::moment::Zone;
use crate::ui::copy::CopyButton;
use crate::ui::tabs::Tabs;
use crate::ui::untrusted::Untrusted;

/// The ids of the tabs, in their order, with the words on them.
pub(crate) const TABS: [(&str, &str); 2] = [("record", "Record"), ("raw", "Raw")];

/// The name of the event, its outcome and its id; `actions` stand beside.
#[component]
pub(crate) fn DetailHead(
    detail: Arc<Detail>,
    link: String,
    heading: AnyView,
    actions: AnyView,
) -> impl IntoView {
    let summary = &detail.summary;
    view! {
        <div class="detail-head">
            <div class="title">
                {heading}
                <OutcomeBadge outcome=summary.outcome />
                <p class="mono id">
                    <Untrusted text=summary.source.clone() /> " · " <Untrusted text=summary.id.clone() />
                </p>
            </div>
            <div class="actions">
                <CopyButton text=link label="Copy link" word=true />
                <CopyButton text=summary.id.clone() label="Copy ID" word=true />
                {actions}
            </div>
        </div>
    }
    .into_any()
}

/// The seven lines, the resources, and the record. `add` is given the pivots that are chosen, `choose` the
/// id of the tab.
#[component]
pub(crate) fn DetailBody(
    detail: Arc<Detail>,
    zone: Zone,
    now: Timestamp,
    tab: Signal<&'static str>,
    choose: Callback<&'static str>,
    add: Callback<Term>,
) -> impl IntoView {
    let resources = (!detail.resources.is_empty())
        .then(|| view! { <Resources resources=detail.resources.clone() add=add /> });
    let name = format!("{}.json", detail.summary.id);
    let record = detail.record.clone();
    let panel = move || match tab.get() {
        "raw" => view! { <RawRecord record=record.clone() file_name=name.clone() /> }.into_any(),
        _ => view! { <RecordTree record=record.clone() add=add /> }.into_any(),
    };
    view! {
        <Facts detail=(*detail).clone() zone=zone now=now add=add />
        {resources}
        <Tabs label="Record" tabs=TABS.to_vec() current=tab choose=choose />
        <div
            class="tab-panel"
            role="tabpanel"
            id=move || format!("panel-{}", tab.get())
            aria-labelledby=move || format!("tab-{}", tab.get())
        >
            {panel}
        </div>
    }
    .into_any()
}
