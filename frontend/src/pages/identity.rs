//! One identity, session or access key: what it did, and which rights it used.

use leptos::prelude::*;
use model::{Policy, Report, TimeRange};

use super::asked::{About, asked};
use crate::client;
use crate::components::identity_report::IdentityReport;
use crate::components::least_privilege::LeastPrivilege;
use crate::paths;
use crate::text::moment::Zone;
use crate::ui::react::memo;

/// The page at `/identities/{id}`.
#[component]
pub(crate) fn IdentityPage(id: Memo<String>) -> impl IntoView {
    let range = super::asked::range_of_page();
    let answer = client::follow::<Report>(move || Some(paths::api_identity(&id.get(), range.get())));
    let show = move |zone: Zone, range: TimeRange| {
        let shown = asked(answer, "Looking what they did …", move |report| {
            view! { <IdentityReport report=report range=range zone=zone /> }.into_any()
        });
        view! { {shown} }.into_any()
    };
    view! {
        <About title="Identity" all=("All identities", paths::IDENTITIES) subject=id busy=answer.busy show=Box::new(show)>
            <Rights id=id range=range />
        </About>
    }
    .into_any()
}

/// Least privilege, asked for when the reader wants it: it reads every event's record.
#[component]
fn Rights(id: Memo<String>, range: Memo<TimeRange>) -> impl IntoView {
    let wanted = RwSignal::new(false);
    let path = memo(move || wanted.get().then(|| paths::api_policy(&id.get(), range.get())));
    let answer = client::follow::<Policy>(move || path.get());
    let shown = asked(answer, "Working out the rights …", |policy| {
        view! { <LeastPrivilege policy=policy /> }.into_any()
    });
    let shown = StoredValue::new(shown);
    view! {
        <h2>"Least privilege"</h2>
        <p>"The rights that were used in this time, as a policy of IAM."</p>
        <Show
            when=move || wanted.get()
            fallback=move || {
                view! {
                    <button type="button" class="button" on:click=move |_| wanted.set(true)>"Work out the rights used"</button>
                }
            }
        >
            {move || shown.with_value(|shown| shown())}
        </Show>
    }
    .into_any()
}
