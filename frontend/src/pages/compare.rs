//! Two to five events side by side.

use std::sync::Arc;

use leptos::prelude::*;
use model::Detail;
use wasm_split_helpers::wasm_split;

use super::address::{Address, Step};
use super::later::{Part, part};
use super::trouble::trouble;
use crate::client::{self, Answer, Failure};
use crate::components::compare_table::{CompareTable, Heading};
use crate::components::diff::rows;
use crate::paths;
use crate::text::PRODUCT;
use crate::ui::location::Location;
use crate::ui::react::memo;
use crate::url::comparison::{Comparison, EVENTS, parse};

/// The page at `/compare`, loaded when it is first shown.
#[wasm_split(compare, fallible)]
pub(crate) fn compare_page() -> Part {
    part(|| view! { <ComparePage /> }.into_any())
}

#[component]
fn ComparePage() -> impl IntoView {
    document().set_title(&format!("Compare events · {PRODUCT}"));
    let address = Address::of_page();
    let place = Location::of_page().place();
    let comparison = move || place.with(|place| parse(&place.search));
    let answers: Vec<Answer<Detail>> = (0..*EVENTS.end())
        .map(|n| {
            // Another reference asks for nothing anew.
            let id = memo(move || {
                let ids = comparison().ids;
                ids.get(n).filter(|_| EVENTS.contains(&ids.len())).cloned()
            });
            client::follow(move || id.with(|id| id.as_deref().map(paths::api_event)))
        })
        .collect();
    let view = address.view;
    let list = move || paths::events(&view.with(|view| view.selecting(None).to_string()));
    let go = move |changed: Comparison| {
        let reference = changed.ids.get(changed.reference).filter(|_| changed.reference > 0);
        let view = view.with_untracked(|view| view.to_string());
        let path = paths::comparison(&changed.ids, reference.map(String::as_str), changed.all, &view);
        address.go(&path, Step::Replace);
    };
    let pin = Callback::new(move |reference| go(Comparison { reference, ..untrack(comparison) }));
    let show = Callback::new(move |all| go(Comparison { all, ..untrack(comparison) }));
    let retry = Callback::new({
        let answers = answers.clone();
        move |n: usize| _ = answers.get(n).map(|answer| answer.retry())
    });
    let shown = move || {
        let comparison = comparison();
        if !EVENTS.contains(&comparison.ids.len()) {
            return view! { <WrongNumber number=comparison.ids.len() /> }.into_any();
        }
        let values: Option<Vec<_>> =
            comparison.ids.iter().zip(&answers).map(|(_, answer)| answer.value.get()).collect();
        let Some(values) = values else {
            return view! { <p class="waiting">"Loading the events …"</p> }.into_any();
        };
        let headings = comparison.ids.iter().zip(&values).map(|(id, value)| heading(id, value));
        let records: Vec<Option<&str>> =
            values.iter().map(|value| value.as_ref().ok().map(|detail| detail.record.as_str())).collect();
        view! {
            <CompareTable
                headings=headings.collect()
                rows=rows(&records)
                reference=comparison.reference
                all=comparison.all
                zone=address.zone.get()
                pin=pin
                show=show
                retry=retry
            />
        }
        .into_any()
    };
    view! {
        <main class="page compare-page">
            <p class="back"><a href=list>"All events"</a></p>
            <h1 tabindex="-1">"Compare events"</h1>
            {shown}
        </main>
    }
    .into_any()
}

fn heading(id: &str, value: &Result<Arc<Detail>, Failure>) -> Heading {
    let href = paths::event(id, "");
    match value {
        Ok(detail) => {
            let summary = &detail.summary;
            let about = Some((summary.time, summary.user_name.clone()));
            Heading { name: summary.name.clone(), href, about, trouble: None }
        }
        Err(failure) => {
            let trouble = trouble(failure);
            let trouble = format!("{}. {}", trouble.title, trouble.message);
            Heading { name: id.to_owned(), href, about: None, trouble: Some(trouble) }
        }
    }
}

/// Too few or too many to be compared: says what to do.
#[component]
fn WrongNumber(number: usize) -> impl IntoView {
    let has = match number {
        0 => "The address names no event.".to_owned(),
        1 => "The address names one event only.".to_owned(),
        n => format!("The address names {n} events."),
    };
    view! {
        <div class="notice" role="alert">
            <h2>"Two to five events can be compared"</h2>
            <p>{has} " Mark rows in the event history with the key x, and compare them with c."</p>
            <p><a href=paths::HOME>"Go to the event history"</a></p>
        </div>
    }
    .into_any()
}
