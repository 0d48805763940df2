//! What happened to a thing: its writes on a line of time, its reads folded by day.

use std::sync::Arc;

use leptos::prelude::*;
use model::{Detail, History, TimeRange};

use super::asked::{About, asked};
use super::trouble::trouble;
use crate::client;
use crate::components::changes::{ChangeTable, changes};
use crate::components::notice::TroubleNotice;
use crate::components::timeline::{Changes, Timeline};
use crate::paths;
use crate::text::moment::Zone;

/// The page at `/resources/{name}`.
#[component]
pub(crate) fn ResourcePage(name: Memo<String>) -> impl IntoView {
    let range = super::asked::range_of_page();
    let answer = client::follow::<History>(move || Some(paths::api_resource(&name.get(), range.get())));
    let show = move |zone: Zone, range: TimeRange| {
        let shown = asked(answer, "Looking what happened to it …", move |history| {
            let changes: Changes = Arc::new(changed);
            view! { <Timeline history=history range=range zone=zone changes=changes /> }.into_any()
        });
        view! { {shown} }.into_any()
    };
    view! {
        <About title="Resource" all=("All resources", paths::RESOURCES) subject=name busy=answer.busy show=Box::new(show)>
            ""
        </About>
    }
    .into_any()
}

/// What the request of the event `after` changed against that of `before`: both are asked for now.
fn changed(before: String, after: String) -> AnyView {
    let ask = |id: String| client::follow::<Detail>(move || Some(paths::api_event(&id)));
    let (one, other) = (ask(before), ask(after));
    let shown = move || match (one.value.get(), other.value.get()) {
        (Some(Ok(one)), Some(Ok(other))) => {
            view! { <ChangeTable changes=changes(&one.record, &other.record) /> }.into_any()
        }
        (Some(Err(failure)), _) | (_, Some(Err(failure))) => {
            let retry = Callback::new(move |()| {
                one.retry();
                other.retry();
            });
            view! { <TroubleNotice trouble=trouble(&failure) retry=retry /> }.into_any()
        }
        _ => view! { <p class="waiting">"Loading both events …"</p> }.into_any(),
    };
    view! { {shown} }.into_any()
}
