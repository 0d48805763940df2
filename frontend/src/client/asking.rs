//! How a question is asked, whatever its answer is: apart from [`Answer`](super::Answer), so that the code
//! of it is loaded once and not for each kind of answer.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::AbortController;

use super::ahead::Ahead;
use super::http::Failure;
use super::pause::pause;
use super::session::Session;
use crate::ui::react::effect;

/// After this long the page says that it is still searching.
const SLOW: Duration = Duration::from_secs(4);

/// Where the answer goes: `None` when there is nothing to ask.
type Take = Box<dyn Fn(Option<Result<String, Failure>>)>;

/// A question under way, or none.
#[derive(Clone, Copy)]
pub(super) struct Asking {
    pub(super) busy: RwSignal<bool>,
    pub(super) slow: RwSignal<bool>,
    pub(super) waiting: RwSignal<Option<u32>>,
    again: RwSignal<u32>,
    /// Counts the questions: an answer to an older one is dropped.
    generation: StoredValue<u32>,
    /// Whether the newest answer was that the server cannot be reached.
    unreachable: StoredValue<bool>,
    abort: StoredValue<Option<AbortController>, LocalStorage>,
}

impl Asking {
    /// Asks for whatever `path` says, from now on.
    pub(super) fn follow(path: Box<dyn Fn() -> Option<String>>, take: Take) -> Asking {
        let asking = Asking {
            busy: RwSignal::new(false),
            slow: RwSignal::new(false),
            waiting: RwSignal::new(None),
            again: RwSignal::new(0),
            generation: StoredValue::new(0),
            unreachable: StoredValue::new(false),
            abort: StoredValue::new_local(None),
        };
        let take = StoredValue::new_local(take);
        let session = Session::of_page();
        let ahead = Ahead::of_page();
        effect(move || {
            asking.again.track();
            let path = path();
            asking.stop();
            match path.map(|path| ahead.answer(&path).ok_or(path)) {
                Some(Ok(known)) => take.with_value(|take| take(Some(Ok(known)))),
                Some(Err(path)) => asking.ask(path, session, take),
                None => take.with_value(|take| take(None)),
            }
        });
        let online = window_event_listener(leptos::ev::online, move |_| {
            if asking.unreachable.get_value() {
                asking.again();
            }
        });
        on_cleanup(move || {
            online.remove();
            if let Some(Some(abort)) = asking.abort.try_update_value(Option::take) {
                abort.abort();
            }
        });
        asking
    }

    /// Asks the same again.
    pub(super) fn again(self) {
        self.again.update(|n| *n += 1);
    }

    /// Stops what is under way.
    pub(super) fn stop(self) {
        self.generation.update_value(|n| *n += 1);
        if let Some(Some(abort)) = self.abort.try_update_value(Option::take) {
            abort.abort();
        }
        self.busy.set(false);
        self.slow.set(false);
        self.waiting.set(None);
    }

    fn ask(self, path: String, session: Session, take: StoredValue<Take, LocalStorage>) {
        let abort = AbortController::new().ok();
        let signal = abort.as_ref().map(AbortController::signal);
        self.abort.set_value(abort);
        self.busy.set(true);
        let mine = self.generation.get_value();
        let current = move || self.generation.try_get_value() == Some(mine);
        let slow = move || {
            if current() && self.busy.get_untracked() {
                self.slow.set(true);
            }
        };
        set_timeout(slow, SLOW);
        spawn_local(async move {
            let mut result = session.get(&path, signal.as_ref()).await;
            // A server that wants a pause gets one, once; then it is for the reader to ask again.
            if let Some(Err(Failure::Busy(seconds))) = result {
                for left in (1..=seconds).rev() {
                    if !current() {
                        return;
                    }
                    self.waiting.set(Some(left));
                    if left == seconds {
                        take.with_value(|take| take(Some(Err(Failure::Busy(seconds)))));
                    }
                    pause().await;
                }
                result = session.get(&path, signal.as_ref()).await;
            }
            if !current() {
                return;
            }
            self.busy.set(false);
            self.slow.set(false);
            self.waiting.set(None);
            self.unreachable.set_value(matches!(result, Some(Err(Failure::Unreachable))));
            // Without a session the older answer stays on the page.
            if let Some(result) = result {
                take.with_value(|take| take(Some(result)));
            }
        });
    }
}
