//! Who is behind an event.
//!
//! An answer costs half a read unit for an event that speaks for itself and one or two for each session
//! behind it, so that it is asked only when it is wanted: at once where the Identity section is in view; and
//! for the line Who of a session's event, once the event has been looked at for a moment. Who goes along the
//! rows with j and k asks for nothing.

use std::time::Duration;

use leptos::children::ViewFn;
use leptos::prelude::*;
use model::{Chain, Detail};

use super::trouble::trouble;
use crate::client;
use crate::components::chain::{ChainList, Origin};
use crate::components::notice::TroubleNotice;
use crate::paths;
use crate::text::moment::Zone;
use crate::ui::react::{effect, memo};

/// How long an event is looked at before it is asked who is behind it.
const LOOKED_AT: Duration = Duration::from_millis(700);

/// The chain for the section Identity, and its origin for the line Who, of `detail`. With `all`, every section
/// is in view.
pub(super) fn behind(detail: &Detail, zone: Zone, tab: Signal<&'static str>, all: bool) -> (ViewFn, ViewFn) {
    let wanted = RwSignal::new(all);
    effect(move || {
        if tab.get() == "identity" {
            wanted.set(true);
        }
    });
    if !all && is_of_session(detail) {
        set_timeout(move || _ = wanted.try_set(true), LOOKED_AT);
    }
    let id = detail.summary.id.clone();
    let path = memo(move || wanted.get().then(|| paths::api_chain(&id)));
    let answer = client::follow::<Chain>(move || path.get());
    let chain = move || match answer.value.get() {
        None => view! { <p class="waiting">"Looking who is behind it …"</p> }.into_any(),
        Some(Ok(chain)) => view! { <ChainList chain=chain zone=zone /> }.into_any(),
        Some(Err(failure)) => {
            let retry = Callback::new(move |()| answer.retry());
            view! { <TroubleNotice trouble=trouble(&failure) retry=retry waiting=answer.waiting /> }
                .into_any()
        }
    };
    let origin =
        move || answer.value.get().and_then(Result::ok).map(|chain| view! { <Origin chain=chain /> });
    (ViewFn::from(move || chain), ViewFn::from(move || origin))
}

/// Whether somebody else may stand behind the caller.
fn is_of_session(detail: &Detail) -> bool {
    let kind = detail.identity.kind.as_deref();
    !matches!(kind, None | Some("IAMUser" | "Root" | "AWSService"))
}
