//! Signing in and out, under `/auth`: the four addresses that a browser meets.

mod attempt;
mod callback;
mod login;
mod logout;
mod next;
mod page;
mod refresh;

use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, map_response};
use axum::response::Response;
use axum::routing::{get, post};
use http::StatusCode;
use model::Timestamp;

use self::attempt::Sealer;
use self::page::Page;
use crate::gate::Clock;
use crate::issuer::Issuer;
use crate::{Error, Sessions, Settings, refusal, same_origin};

/// Signs people in and out.
#[derive(Clone)]
pub struct SignIn {
    desk: Arc<Desk>,
}

/// What the handlers share.
struct Desk {
    settings: Arc<Settings>,
    issuer: Issuer,
    sessions: Sessions,
    sealer: Sealer,
    clock: Clock,
}

impl std::fmt::Debug for SignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignIn").field("settings", &self.desk.settings).finish_non_exhaustive()
    }
}

impl SignIn {
    /// With the issuer of `settings`, into `sessions`. The issuer is not asked before the first request.
    ///
    /// # Errors
    /// Only should the cryptography refuse to work.
    pub fn new(
        settings: Settings,
        sessions: Sessions,
        clock: impl Fn() -> Timestamp + Send + Sync + 'static,
    ) -> Result<SignIn, Error> {
        let settings = Arc::new(settings);
        let issuer = Issuer::new(Arc::clone(&settings));
        let sealer = Sealer::new(&settings.client_secret)?;
        Ok(SignIn { desk: Arc::new(Desk { settings, issuer, sessions, sealer, clock: Arc::new(clock) }) })
    }

    /// Everything under `/auth`. Other paths are left to whoever composes it.
    pub fn router(self) -> Router {
        let auth = Router::new()
            .route("/login", get(login::login))
            .route("/callback", get(callback::callback))
            .route("/refresh", post(refresh::refresh))
            .route("/logout", post(logout::logout))
            .method_not_allowed_fallback(wrong_method)
            .fallback(unknown)
            .with_state(self.desk);
        let own_pages = from_fn(same_origin::only_own_pages);
        Router::new().nest("/auth", auth).layer(own_pages).layer(map_response(harden))
    }
}

impl Desk {
    fn now(&self) -> Timestamp {
        (self.clock)()
    }
}

async fn harden(mut response: Response) -> Response {
    refusal::harden(&mut response);
    response
}

async fn unknown() -> Page {
    Page::new(StatusCode::NOT_FOUND, "There is no such page").says("Signing in begins at the link below.")
}

async fn wrong_method() -> Page {
    Page::new(StatusCode::METHOD_NOT_ALLOWED, "This page is asked for in another way")
        .says("Signing in begins at the link below.")
}
