//! The event that is open beside the table.

use leptos::prelude::*;
use model::filter::Term;
use model::{Detail, Timestamp};

use super::address::absolute;
use super::trouble::trouble;
use crate::client::Answer;
use crate::components::event_detail::{DetailBody, DetailHead};
use crate::components::notice::TroubleNotice;
use crate::paths;
use crate::text::moment::Zone;
use crate::ui::icon::Icon;
use crate::ui::untrusted::Untrusted;
use crate::url::View;

/// The panel. `close` is called to close it, `choose` is given the id of a tab, `add` a pivot.
#[component]
pub(crate) fn Panel(
    answer: Answer<Detail>,
    view: Signal<View>,
    zone: Memo<Zone>,
    close: Callback<()>,
    choose: Callback<&'static str>,
    add: Callback<Term>,
) -> impl IntoView {
    let tab = Signal::derive(move || view.with(|view| view.tab.as_str()));
    let close_button = move || {
        view! {
            <button type="button" class="icon-button" aria-label="Close" title="Close" on:click=move |_| close.run(())>
                <Icon name="x" />
            </button>
        }
    };
    let shown = move || match answer.value.get() {
        None => {
            view! { <div class="actions">{close_button()}</div> <p class="waiting">"Loading the event …"</p> }
                .into_any()
        }
        Some(Ok(detail)) => {
            let list = view.with_untracked(|view| view.selecting(None).to_string());
            let page = paths::event(&detail.summary.id, &list);
            let link = absolute(&paths::event(&detail.summary.id, ""));
            let heading = view! { <h2 tabindex="-1"><Untrusted text=detail.summary.name.clone() /></h2> };
            let actions = view! { <a class="button small" href=page aria-keyshortcuts="f">"Full page"</a> {close_button()} };
            view! {
                <DetailHead detail=detail.clone() link=link heading=heading.into_any() actions=actions.into_any() />
                <DetailBody detail=detail zone=zone.get() now=now() tab=tab choose=choose add=add />
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
    view! {
        <aside
            class="panel"
            class:busy=answer.busy
            aria-label="Event detail"
            aria-busy=move || answer.busy.get().to_string()
        >
            {shown}
        </aside>
    }
    .into_any()
}

/// The browser's clock.
pub(crate) fn now() -> Timestamp {
    Timestamp::from_millis(js_sys::Date::now() as i64)
}
