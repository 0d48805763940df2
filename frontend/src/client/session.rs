//! Whether somebody is signed in, as far as the API told, and what to do when nobody is.
//!
//! The page knows no token: a cookie that no script can read goes along with each request. What the API
//! says of it is enough: `sessionStale` is put right by one request, `signedOut` only by the reader.

use leptos::prelude::*;
use model::Me;
use serde::Deserialize;
use web_sys::AbortSignal;

use super::http::{self, Failure};
use crate::paths;

/// What is known of the reader's session.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    /// Who reads; `None` until the API told.
    pub(crate) me: RwSignal<Option<Me>>,
    /// The reader is signed in, but may not see anything.
    pub(crate) not_allowed: RwSignal<bool>,
    /// The session ended while the page was open.
    pub(crate) ended: RwSignal<bool>,
    /// Whether the API answered at all to this page.
    pub(crate) answered: RwSignal<bool>,
    /// The browser is on its way to sign-in.
    leaving: StoredValue<bool>,
}

impl Session {
    /// For everything below the component that calls this.
    pub(crate) fn provide() -> Session {
        let session = Session {
            me: RwSignal::new(None),
            not_allowed: RwSignal::new(false),
            ended: RwSignal::new(false),
            answered: RwSignal::new(false),
            leaving: StoredValue::new(false),
        };
        provide_context(session);
        session
    }

    /// Of the page that is being made.
    pub(crate) fn of_page() -> Session {
        expect_context()
    }

    /// Asks for `path`, renewing the session once where that is what is missing. `None` when nobody is
    /// signed in: then the page stays as it is, under a dialog, or the browser is on its way to sign-in.
    pub(super) async fn get(
        self,
        path: &str,
        signal: Option<&AbortSignal>,
    ) -> Option<Result<String, Failure>> {
        let mut answer = http::get(path, signal).await;
        if answer.as_ref().is_err_and(|failure| failure.code() == "sessionStale") {
            answer = match http::post(paths::REFRESH).await {
                Ok(_) => http::get(path, signal).await,
                Err(failure) => Err(failure),
            };
        }
        match answer.as_ref().map_err(Failure::code) {
            Ok(_) => {
                self.answered.set(true);
                self.ended.set(false);
                self.not_allowed.set(false);
            }
            Err("signedOut") => {
                self.lost();
                return None;
            }
            Err("notAllowed") => self.not_allowed.set(true),
            Err(_) => {}
        }
        Some(answer)
    }

    /// Asks for a change, as [`get`](Session::get) asks.
    pub(crate) async fn change(
        self,
        method: http::Method,
        path: &str,
        body: Option<&str>,
    ) -> Option<Result<String, Failure>> {
        let mut answer = http::change(method, path, body).await;
        if answer.as_ref().is_err_and(|failure| failure.code() == "sessionStale") {
            answer = match http::post(paths::REFRESH).await {
                Ok(_) => http::change(method, path, body).await,
                Err(failure) => Err(failure),
            };
        }
        if answer.as_ref().is_err_and(|failure| failure.code() == "signedOut") {
            self.lost();
            return None;
        }
        Some(answer)
    }

    fn lost(self) {
        if self.answered.get_untracked() {
            self.ended.set(true);
        } else if !self.leaving.get_value() {
            self.leaving.set_value(true);
            leave_for(&sign_in_here());
        }
    }
}

/// Where to sign in, and come back to this very page.
pub(crate) fn sign_in_here() -> String {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let search = location.search().unwrap_or_default();
    paths::sign_in(&format!("{path}{search}"))
}

/// Ends the session, and leaves for where the issuer ends its own.
pub(crate) async fn sign_out() -> Result<(), Failure> {
    #[derive(Deserialize)]
    struct SignedOut {
        location: String,
    }
    let answer = http::post(paths::LOGOUT).await?;
    let answer: SignedOut = super::read(&answer)?;
    leave_for(&answer.location);
    Ok(())
}

fn leave_for(address: &str) {
    // A browser that refuses leaves the page as it is, and the next answer asks again.
    let _ = window().location().assign(address);
}
