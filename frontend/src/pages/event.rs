//! One event on a page of its own: what a link in a report leads to, and what is printed.

use leptos::prelude::*;
use model::filter::Term;

use super::address::{Address, Step};
use super::panel::shown;
use super::trouble::trouble;
use crate::client;
use crate::components::event_detail::EventDetail;
use crate::components::notice::TroubleNotice;
use crate::paths;
use crate::text::PRODUCT;
use crate::ui::focus::{focus, is_within};
use crate::ui::react::effect;
use crate::ui::untrusted::Untrusted;
use crate::ui::visible;
use crate::url::Tab;

/// The event with the id of the path.
#[component]
pub(crate) fn EventPage(id: Memo<String>) -> impl IntoView {
    let address = Address::of_page();
    let id_in_path = id;
    let answer = client::follow::<model::Detail>(move || Some(paths::api_event(&id_in_path.get())));
    let view = address.view;
    let tab = Signal::derive(move || view.with(|view| view.tab.as_str()));
    let zone = address.zone;
    let choose = Callback::new(move |id: &'static str| {
        let view = view.get_untracked().with_tab(Tab::named(id));
        address.go(&paths::event(&id_in_path.get_untracked(), &view.to_string()), Step::Replace);
    });
    let add = Callback::new(move |term: Term| {
        address.show(&view.with_untracked(|view| view.pivoted(term)), Step::Push);
    });
    let list = move || paths::events(&view.with(|view| view.selecting(None).to_string()));
    effect(move || {
        let name = match answer.value.get() {
            Some(Ok(detail)) => visible::plain(&detail.summary.name),
            _ => "Event".to_owned(),
        };
        document().set_title(&format!("{name} · {PRODUCT}"));
    });
    let event = move || {
        let found = answer.value.get();
        // The heading is made anew with the answer: who was on it stays on it.
        if is_within("h1") {
            focus("h1");
        }
        match found {
            None => view! { <h1 tabindex="-1">"Event"</h1> <p class="waiting">"Loading the event …"</p> }
                .into_any(),
            Some(Ok(detail)) => {
                let heading = view! { <h1 tabindex="-1"><Untrusted text=detail.summary.name.clone() /></h1> };
                let shown = shown(detail.clone(), zone.get(), tab, choose, add, None, true);
                view! { <EventDetail shown=shown heading=heading.into_any() actions=().into_any() stacked=true /> }
                .into_any()
            }
            Some(Err(failure)) => {
                let retry = Callback::new(move |()| answer.retry());
                view! {
                    <h1 tabindex="-1">"Event"</h1>
                    <p class="mono id"><Untrusted text=id_in_path.get() /></p>
                    <TroubleNotice trouble=trouble(&failure) retry=retry />
                }
                .into_any()
            }
        }
    };
    view! {
        <main class="page event-page" aria-busy=move || answer.busy.get().to_string()>
            <p class="back"><a href=list>"All events"</a></p>
            <article aria-label="Event detail">{event}</article>
        </main>
    }
    .into_any()
}
