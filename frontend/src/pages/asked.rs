//! What the pages beside the event history have in common: a heading, an answer that is under way, the answer,
//! or why there is none.

use std::sync::Arc;

use leptos::prelude::*;
use model::{Facets, Query, TimeRange};

use super::address::{Address, Step};
use super::panel::now;
use super::trouble::trouble;
use crate::client::{Answer, Failure};
use crate::components::notice::TroubleNotice;
use crate::components::time_range::TimeRangePicker;
use crate::paths;
use crate::text::PRODUCT;
use crate::text::figures::counted;
use crate::text::report::spent;
use crate::text::zone::Zone;
use crate::ui::location::Location;
use crate::ui::react::{effect, memo};
use crate::ui::untrusted::Untrusted;
use crate::ui::visible;
use crate::url::View;

/// The answer as `show` makes a view of it; before it, `waiting`; without it, the reason and a way to ask again.
pub(super) fn asked<T: Send + Sync + 'static>(
    answer: Answer<T>,
    waiting: &'static str,
    show: impl Fn(Arc<T>) -> AnyView + Send + Sync + 'static,
) -> impl Fn() -> AnyView + Send + 'static {
    move || match answer.value.get() {
        Some(Ok(value)) => show(value),
        rest => missing(
            rest.and_then(Result::err),
            waiting,
            Callback::new(move |()| answer.retry()),
            answer.waiting,
        ),
    }
}

fn missing(
    failure: Option<Failure>,
    waiting: &'static str,
    retry: Callback<()>,
    pause: RwSignal<Option<u32>>,
) -> AnyView {
    match failure {
        None => view! { <p class="waiting">{waiting}</p> }.into_any(),
        Some(failure) => {
            let mut trouble = trouble(&failure);
            if matches!(failure, Failure::Refused { status: 404, .. }) {
                trouble.title = "Nothing here";
            }
            view! { <TroubleNotice trouble=trouble retry=retry waiting=pause /> }.into_any()
        }
    }
}

/// A page with the heading `title`.
#[component]
pub(super) fn Asked(busy: RwSignal<bool>, title: &'static str, children: Children) -> impl IntoView {
    view! {
        <main class="page insight-page" aria-busy=move || busy.get().to_string()>
            <h1 tabindex="-1">{title}</h1>
            {children()}
        </main>
    }
    .into_any()
}

/// The range in the address.
pub(super) fn range_of_page() -> Memo<TimeRange> {
    let view = Address::of_page().view;
    memo(move || view.with(|view| view.query.range))
}

/// Makes the view of an answer, in a zone, of a range.
type Showing = Box<dyn Fn(Zone, TimeRange) -> AnyView + Send + Sync>;

/// A page about `subject`, a text of an event, over the range of the address. `all` leads to the others of its
/// kind; the children stand below what `show` makes.
#[component]
pub(super) fn About(
    title: &'static str,
    all: (&'static str, &'static str),
    subject: Memo<String>,
    busy: RwSignal<bool>,
    show: Showing,
    children: Children,
) -> impl IntoView {
    let address = Address::of_page();
    let place = Location::of_page().place();
    let view = address.view;
    let go = move |view: View| {
        let path = place.with_untracked(|place| place.path.clone());
        address.go(&paths::here(&path, &view.to_string()), Step::Push);
    };
    let choose = Callback::new(move |range: TimeRange| {
        let view = view.get_untracked();
        go(view.with_query(Query { range, ..view.query.clone() }));
    });
    let choose_zone = Callback::new(move |zone: Zone| go(view.get_untracked().with_zone(zone)));
    let range = Signal::derive(move || view.with(|view| view.query.range));
    let zone = address.zone;
    effect(move || {
        let name = subject.with(|subject| visible::plain(subject));
        document().set_title(&format!("{name} · {title} · {PRODUCT}"));
    });
    let heading = move || view! { <Untrusted text=subject.get() identity=true /> };
    view! {
        <main class="page insight-page" aria-busy=move || busy.get().to_string()>
            <p class="back"><a href=all.1>{all.0}</a></p>
            <h1 tabindex="-1">{heading}</h1>
            <div class="about-tools">
                <span class="hint">{title}</span>
                <TimeRangePicker range=range zone=zone.into() choose=choose choose_zone=choose_zone now=now />
            </div>
            {move || show(zone.get(), range.get())}
            {children()}
        </main>
    }
    .into_any()
}

/// A field that leads to the page about what is typed.
#[component]
pub(super) fn Overview(label: &'static str, hint: &'static str, lead: fn(&str) -> String) -> impl IntoView {
    let address = Address::of_page();
    let typed = RwSignal::new(String::new());
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let name = typed.get_untracked();
        if !name.trim().is_empty() {
            address.go(&lead(name.trim()), Step::Push);
        }
    };
    view! {
        <form class="about-form" role="search" on:submit=submit>
            <label>
                {label}
                <input type="text" autocomplete="off" spellcheck="false" maxlength="2048" prop:value=typed on:input=move |event| typed.set(event_target_value(&event)) />
            </label>
            <button type="submit" class="button primary">"Open"</button>
            <p class="hint">{hint}</p>
        </form>
    }
    .into_any()
}

/// The first values of `facets` with their counts, each leading to its page.
pub(super) fn top(facets: &Facets, lead: fn(&str) -> String) -> AnyView {
    let Some(facet) = facets.facets.first().filter(|facet| !facet.values.is_empty()) else {
        return view! { <p>"Nothing in the last 7 days. What is older is found by its name."</p> }.into_any();
    };
    let rows: Vec<_> = facet
        .values
        .iter()
        .map(|value| {
            let name =
                view! { <a href=lead(&value.value)><Untrusted text=value.value.clone() identity=true /></a> };
            view! { <tr><th scope="row">{name}</th><td class="number">{counted(value.count)}</td></tr> }
                .into_any()
        })
        .collect();
    let caption = if facet.whole { "In the last 7 days" } else { "In the last 7 days, the most frequent" };
    let cost = spent(facets.cost);
    view! {
        <div class="wide narrow" role="region" aria-label=caption tabindex="0">
            <table>
                <caption>{caption}</caption>
                <thead><tr><th scope="col">"Name"</th><th scope="col" class="number">"Events"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="hint">{cost}</p>
    }
    .into_any()
}
