//! A link to what is shown, for somebody else.
//!
//! *Frozen* it shows the same range of time whenever it is opened; *live* it is what stands in the address.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use model::{Page, Span, Timestamp};

use super::address::{Address, absolute};
use crate::client::Answer;
use crate::paths;
use crate::text::{LONG_LINK, LONGEST_LINK};
use crate::ui::clipboard;
use crate::url::View;

/// How long it is said that a link was copied.
const SHOWN: Duration = Duration::from_secs(6);

/// What links are made of, and where it is said that one was copied.
#[derive(Clone, Copy)]
pub(crate) struct Share {
    pub(crate) address: Address,
    pub(crate) rows: Answer<Page>,
    pub(crate) notices: RwSignal<Vec<String>>,
    pub(crate) now: fn() -> Timestamp,
}

impl Share {
    /// Copies a link, and says so.
    pub(crate) fn copy(self, frozen: bool) {
        let view = self.address.view.get_untracked();
        let span = self.span(&view);
        let (view, kind) = match span.filter(|_| frozen) {
            Some(span) => (view.frozen(span), "Frozen link"),
            None => (view, "Live link"),
        };
        let link = absolute(&paths::events(&view.to_string()));
        spawn_local(async move {
            let copied = clipboard::copy(&link).await;
            let said = if copied {
                format!("{kind} copied.")
            } else {
                "The browser did not allow copying.".to_owned()
            };
            let long = (copied && link.len() > LONGEST_LINK).then(|| LONG_LINK.to_owned());
            let said: Vec<String> = [said].into_iter().chain(long).collect();
            self.notices.set(said.clone());
            let is_warning = said.len() > 1 || !copied;
            let forget = move || {
                if !is_warning && self.notices.try_get_untracked() == Some(said) {
                    self.notices.set(Vec::new());
                }
            };
            set_timeout(forget, SHOWN);
        });
    }

    /// The moments of the rows that are shown; those that the range means now, where none are.
    fn span(self, view: &View) -> Option<Span> {
        let shown = self.rows.value.with_untracked(|value| match value {
            Some(Ok(page)) => Some(page.span),
            _ => None,
        });
        shown.or_else(|| view.query.range.resolve((self.now)()).ok())
    }
}

/// Says once when the address has become longer than some programs let a link be.
pub(crate) fn warn_of_length(address: Address, notices: RwSignal<Vec<String>>) {
    Effect::new(move |before: Option<bool>| {
        let link = address.view.with(|view| absolute(&paths::events(&view.to_string())));
        let long = link.len() > LONGEST_LINK;
        if long && before != Some(true) {
            notices.update(|notices| notices.push(LONG_LINK.to_owned()));
        }
        long
    });
}
