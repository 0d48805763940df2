//! The API as seen from the browser: one answer that follows the address bar.
//!
//! A newer question aborts the older one, and while it is under way the older answer stays, so that rows
//! are dimmed rather than gone.

mod ahead;
mod asking;
mod early;
mod http;
mod pause;
mod session;
mod version;

use std::sync::Arc;

use leptos::prelude::*;
use model::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;

pub(crate) use self::ahead::Ahead;
use self::asking::Asking;
pub(crate) use self::http::{Failure, Method};
pub(crate) use self::session::{Session, sign_in_here, sign_out};
pub(crate) use self::version::Version;

/// The latest answer to a question that changes.
pub(crate) struct Answer<T: Send + Sync + 'static> {
    /// The latest answer; the one before it while a newer one is under way.
    pub(crate) value: RwSignal<Option<Result<Arc<T>, Failure>>>,
    /// Whether a question is under way.
    pub(crate) busy: RwSignal<bool>,
    /// Whether it has been under way for long.
    pub(crate) slow: RwSignal<bool>,
    /// In how many seconds it is asked again, after the server wanted a pause.
    pub(crate) waiting: RwSignal<Option<u32>>,
    asking: Asking,
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
        self.asking.again();
    }

    /// Stops the question under way.
    pub(crate) fn cancel(self) {
        self.asking.stop();
        self.value.set(Some(Err(Failure::Cancelled)));
    }
}

/// Asks for whatever `path` says, again whenever it says something else; `None` asks nothing.
pub(crate) fn follow<T: DeserializeOwned + Send + Sync + 'static>(
    path: impl Fn() -> Option<String> + 'static,
) -> Answer<T> {
    let value = RwSignal::new(None);
    let version = Version::of_page();
    let take = move |text: Option<Result<String, Failure>>| {
        let answer = text.map(|text| text.and_then(|text| read(&text)).map(Arc::new));
        if matches!(answer, Some(Err(Failure::Garbled(_)))) {
            version.check();
        }
        // The page may have left while it was asked.
        let _ = value.try_set(answer);
    };
    let asking = Asking::follow(Box::new(path), Box::new(take));
    Answer { value, busy: asking.busy, slow: asking.slow, waiting: asking.waiting, asking }
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
