//! The API as seen from the browser: one answer that follows the address bar.
//!
//! A newer question aborts the older one, and while it is under way the older answer stays, so that rows
//! are dimmed rather than gone.

mod http;
mod session;

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use model::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen_futures::spawn_local;
use web_sys::AbortController;

pub(crate) use self::http::Failure;
pub(crate) use self::session::{Session, sign_in_here, sign_out};

/// After this long the page says that it is still searching.
const SLOW: Duration = Duration::from_secs(4);

/// The latest answer to a question that changes.
pub(crate) struct Answer<T: Send + Sync + 'static> {
    /// The latest answer; the one before it while a newer one is under way.
    pub(crate) value: RwSignal<Option<Result<Arc<T>, Failure>>>,
    /// Whether a question is under way.
    pub(crate) busy: RwSignal<bool>,
    /// Whether it has been under way for long.
    pub(crate) slow: RwSignal<bool>,
    asked: RwSignal<u32>,
    abort: StoredValue<Option<AbortController>, LocalStorage>,
}

impl<T: Send + Sync + 'static> Clone for Answer<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Answer<T> {}

impl<T: Send + Sync + 'static> Answer<T> {
    /// Asks again.
    pub(crate) fn retry(self) {
        self.asked.update(|n| *n += 1);
    }

    /// Stops the question under way.
    pub(crate) fn cancel(self) {
        self.stop();
        self.value.set(Some(Err(Failure::Cancelled)));
    }

    fn stop(self) {
        if let Some(Some(abort)) = self.abort.try_update_value(Option::take) {
            abort.abort();
        }
        self.busy.set(false);
        self.slow.set(false);
    }
}

/// Asks for whatever `path` says, again whenever it says something else; `None` asks nothing.
pub(crate) fn follow<T: DeserializeOwned + Send + Sync + 'static>(
    path: impl Fn() -> Option<String> + 'static,
) -> Answer<T> {
    let answer = Answer {
        value: RwSignal::new(None),
        busy: RwSignal::new(false),
        slow: RwSignal::new(false),
        asked: RwSignal::new(0),
        abort: StoredValue::new_local(None),
    };
    let generation = StoredValue::new_local(0_u32);
    let session = Session::of_page();
    Effect::new(move |_| {
        answer.asked.track();
        let path = path();
        answer.stop();
        generation.update_value(|n| *n += 1);
        let Some(path) = path else {
            answer.value.set(None);
            return;
        };
        let abort = AbortController::new().ok();
        let signal = abort.as_ref().map(AbortController::signal);
        answer.abort.set_value(abort);
        answer.busy.set(true);
        let mine = generation.get_value();
        let current = move || generation.try_get_value() == Some(mine);
        set_timeout(
            move || {
                if current() && answer.busy.get_untracked() {
                    answer.slow.set(true);
                }
            },
            SLOW,
        );
        spawn_local(async move {
            let result = session.get(&path, signal.as_ref()).await;
            let cancelled = signal.is_some_and(|s| s.aborted());
            if current() && !cancelled {
                answer.busy.set(false);
                answer.slow.set(false);
                // Without a session the older answer stays on the page.
                if let Some(result) = result {
                    answer.value.set(Some(result.and_then(|text| read(&text)).map(Arc::new)));
                }
            }
        });
    });
    on_cleanup(move || {
        if let Some(Some(abort)) = answer.abort.try_update_value(Option::take) {
            abort.abort();
        }
    });
    answer
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Failure> {
    serde_json::from_str(text).map_err(|_| Failure::Garbled(200))
}

/// What `GET /api/health` says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Health {
    /// The newest event that is stored; `None` when nothing is.
    pub(crate) newest_event: Option<Timestamp>,
}
