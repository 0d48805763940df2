//! `GET /auth/login?next=PATH`: the way to the issuer's page.

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::{LOCATION, SET_COOKIE};

use super::attempt::{Attempt, Ticket};
use super::page::Page;
use super::{Desk, next};
use crate::{Error, cookie};

pub(super) async fn login(State(desk): State<Arc<Desk>>, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    let asked = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "next");
    let next = next::path(asked.as_ref().map(|(_, value)| &**value)).to_owned();
    depart(&desk, next, 0).await
}

/// Sends the browser to the issuer, for the `round`-th time of this sign-in.
pub(super) async fn depart(desk: &Desk, next: String, round: u8) -> Response {
    match prepare(desk, &next, round).await {
        Ok((address, cookie)) => {
            (StatusCode::FOUND, [(LOCATION, address)], [(SET_COOKIE, cookie::attempt(&cookie))])
                .into_response()
        }
        Err(error) => unavailable(&error, &next).into_response(),
    }
}

async fn prepare(desk: &Desk, next: &str, round: u8) -> Result<(String, String), Error> {
    let ticket = Ticket { next: next.to_owned(), round, began: desk.now().seconds() };
    let state = desk.sealer.state(&ticket)?;
    let departure = desk.issuer.departure(state.clone()).await?;
    let attempt =
        Attempt { nonce: departure.nonce.secret().clone(), verifier: departure.verifier.secret().clone() };
    Ok((departure.url.into(), desk.sealer.cookie(&attempt, &state)?))
}

/// Nobody can sign in now.
pub(super) fn unavailable(error: &Error, next: &str) -> Page {
    tracing::error!(%error, "nobody can sign in");
    Page::new(StatusCode::SERVICE_UNAVAILABLE, "Signing in does not work at the moment")
        .says(
            "The sign-in service gave no answer that can be used. Try again in a minute. If it stays so, tell \
             whoever runs this console: its log says why.",
        )
        .toward(next)
}
