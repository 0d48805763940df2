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
use wasm_split_helpers::wasm_split;

use super::later::{self, Part, part};
use super::trouble::trouble;
use crate::client::{self, Answer};
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
    let asking =
        Asking { path, zone, answer: StoredValue::new(None), owner: StoredValue::new(Owner::current()) };
    let chain = move || match wanted.get() {
        true => later::region(waiting, move || Box::pin(load_chain(asking))),
        false => waiting(),
    };
    let origin = move || wanted.get().then(|| later::aside(move || Box::pin(load_origin(asking))));
    (ViewFn::from(move || chain), ViewFn::from(move || origin))
}

/// What is asked, once for both places where it is shown.
#[derive(Clone, Copy)]
struct Asking {
    path: Memo<Option<String>>,
    zone: Zone,
    answer: StoredValue<Option<Answer<Chain>>>,
    /// Of the event: with it the answer ends, whichever place wanted it first.
    owner: StoredValue<Option<Owner>>,
}

impl Asking {
    fn answer(self) -> Answer<Chain> {
        let ask = || client::follow::<Chain>(move || self.path.get());
        self.answer.get_value().unwrap_or_else(|| {
            let answer = self.owner.get_value().map_or_else(ask, |owner| owner.with(ask));
            self.answer.set_value(Some(answer));
            answer
        })
    }
}

fn waiting() -> AnyView {
    view! { <p class="waiting">"Looking who is behind it …"</p> }.into_any()
}

#[wasm_split(behind, fallible)]
fn load_chain(asking: Asking) -> Part {
    part(move || {
        let (answer, zone) = (asking.answer(), asking.zone);
        let chain = move || match answer.value.get() {
            None => waiting(),
            Some(Ok(chain)) => view! { <ChainList chain=chain zone=zone /> }.into_any(),
            Some(Err(failure)) => {
                let retry = Callback::new(move |()| answer.retry());
                view! { <TroubleNotice trouble=trouble(&failure) retry=retry waiting=answer.waiting /> }
                    .into_any()
            }
        };
        chain.into_any()
    })
}

#[wasm_split(behind, fallible)]
fn load_origin(asking: Asking) -> Part {
    part(move || {
        let answer = asking.answer();
        let origin =
            move || answer.value.get().and_then(Result::ok).map(|chain| view! { <Origin chain=chain /> });
        origin.into_any()
    })
}

/// Whether somebody else may stand behind the caller.
fn is_of_session(detail: &Detail) -> bool {
    let kind = detail.identity.kind.as_deref();
    !matches!(kind, None | Some("IAMUser" | "Root" | "AWSService"))
}
