//! What happened around an event: asked when it is looked at, whatever the filter of the list says.

use std::sync::Arc;

use leptos::prelude::*;
use model::filter::{Key, Term};
use model::{Bound, Detail, Filter, Page, Query, Sort, Summary, TimeRange};
use wasm_split_helpers::wasm_split;

use super::later::{self, Part, part};
use super::trouble::trouble;
use crate::client;
use crate::components::around::{AroundChoices, AroundList};
use crate::components::notice::TroubleNotice;
use crate::paths;
use crate::text::moment::Zone;

/// How many events are shown before the event, itself included; and after it.
const SIDE: u16 = 13;
const REACHES: [usize; 3] = [1, 5, 30];

/// The section `around` of `detail`.
pub(super) fn around(detail: Arc<Detail>, zone: Zone) -> AnyView {
    let event = (detail, zone);
    later::region(waiting, move || Box::pin(load(event.clone())))
}

#[wasm_split(around, fallible)]
fn load(event: (Arc<Detail>, Zone)) -> Part {
    part(move || view! { <Around detail=event.0.clone() zone=event.1 /> }.into_any())
}

fn waiting() -> AnyView {
    view! { <p class="waiting">"Looking around the event …"</p> }.into_any()
}

#[component]
fn Around(detail: Arc<Detail>, zone: Zone) -> impl IntoView {
    let kinds = kinds(&detail);
    if kinds.is_empty() {
        return view! { <p class="none">"The record names nobody and nothing to look for."</p> }.into_any();
    }
    let (picked, reach) = (RwSignal::new(0), RwSignal::new(REACHES[1]));
    let time = detail.summary.time;
    let terms: Vec<Term> = kinds.iter().map(|(key, _, value)| Term::is(*key, value)).collect();
    let question = move |sort: Sort, before: i64, after: i64| {
        let term = terms.get(picked.get()).cloned();
        let filter = Filter::new(term.into_iter().chain([Term::is(Key::Category, "any")]));
        let minutes = reach.get() as i64 * 60_000;
        let at = |millis: i64| Bound::At(time.plus_millis(millis));
        let range =
            TimeRange { from: at(before * minutes + i64::from(before == 0)), to: at(after * minutes + 1) };
        Query { filter, range, sort, size: SIDE, at: None }
    };
    let question = StoredValue::new(question);
    let ask = |sort: Sort, before: i64, after: i64| {
        client::follow::<Page>(move || {
            Some(paths::api_events(&question.with_value(|q| q(sort, before, after)), &[]))
        })
    };
    let before = ask(Sort::NewestFirst, -1, 0);
    let after = ask(Sort::OldestFirst, 0, 1);
    let all = move || {
        let whole = question.with_value(|question| question(Sort::OldestFirst, -1, 1));
        paths::events(&Query { size: Query::default().size, ..whole }.to_string())
    };
    let this = detail.summary.clone();
    let shown = move || match (before.value.get(), after.value.get()) {
        (Some(Err(failure)), _) | (_, Some(Err(failure))) => {
            let retry = Callback::new(move |()| {
                before.retry();
                after.retry();
            });
            view! { <TroubleNotice trouble=trouble(&failure) retry=retry /> }.into_any()
        }
        (Some(Ok(before)), Some(Ok(after))) => {
            let rows = merged(&before.rows, &after.rows, &this);
            let alone = (rows.len() == 1).then_some("Nothing else in that time.");
            let more = sentence(has_more(&before), has_more(&after));
            view! {
                <AroundList rows=rows id=this.id.clone() time=time zone=zone />
                <p class="hint">{alone} {more}</p>
            }
            .into_any()
        }
        _ => waiting(),
    };
    let choices = kinds.into_iter().map(|(_, kind, value)| (kind, value)).collect();
    view! {
        <AroundChoices kinds=choices picked=picked reaches=&REACHES reach=reach />
        <p class="hint">"The filter of the list does not apply here. " <a href=all>"Show these in the history"</a></p>
        <div aria-busy=move || (before.busy.get() || after.busy.get()).to_string()>{shown}</div>
    }
    .into_any()
}

/// What an event can be asked for, with the words for it.
fn kinds(detail: &Detail) -> Vec<(Key, &'static str, String)> {
    let summary = &detail.summary;
    let kinds = [
        (Key::Who, "actor", &summary.user_name),
        (Key::AccessKey, "access key", &summary.access_key),
        (Key::Ip, "source address", &summary.source_ip),
        (Key::Resource, "resource", &summary.resource_name),
    ];
    kinds.into_iter().filter_map(|(key, kind, value)| Some((key, kind, value.clone()?))).collect()
}

/// Both sides, the first of which is newest first, in the order of time, and the event itself even where it fell out of a crowded second.
fn merged(before: &[Summary], after: &[Summary], this: &Summary) -> Vec<Summary> {
    let mut rows: Vec<Summary> = before.iter().rev().chain(after).cloned().collect();
    if !rows.iter().any(|row| row.id == this.id) {
        let later = rows.iter().position(|row| (row.time, &row.id) > (this.time, &this.id));
        rows.insert(later.unwrap_or(rows.len()), this.clone());
    }
    rows
}

fn has_more(page: &Page) -> bool {
    page.next.is_some() || page.searched_to.is_some()
}

fn sentence(earlier: bool, later: bool) -> Option<&'static str> {
    match (earlier, later) {
        (true, true) => Some("There is more before and after: the history has all."),
        (true, false) => Some("There is more before: the history has all."),
        (false, true) => Some("There is more after: the history has all."),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str, second: u32) -> Summary {
        serde_json::from_value(serde_json::json!({
            "eventID": id, "eventTime": format!("2026-11-22T14:32:{second:02}Z"), "eventName": "A",
            "eventSource": "s3.amazonaws.com", "category": "management", "access": "read", "outcome": "ok"
        }))
        .unwrap()
    }

    #[test]
    fn both_sides_are_one_list_and_the_event_is_in_it() {
        let this = row("c", 7);
        let (before, after) = ([row("d", 7), row("b", 7), row("a", 3)], [row("e", 9)]);
        let ids = |rows: Vec<Summary>| rows.into_iter().map(|row| row.id).collect::<Vec<_>>().join(" ");
        assert_eq!(ids(merged(&before, &after, &this)), "a b c d e");
        assert_eq!(ids(merged(std::slice::from_ref(&this), &after, &this)), "c e");
        assert_eq!(ids(merged(&[], &[], &this)), "c");
    }
}
