//! `POST /auth/logout`: ends the session here, tells the issuer, and says where it ends its own.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::{AppendHeaders, IntoResponse, Response};
use http::HeaderMap;
use http::header::{HeaderName, HeaderValue, SET_COOKIE};
use serde::Serialize;

use super::Desk;
use crate::cookie;
use crate::refusal::Refusal;

/// Where the console goes next.
#[derive(Debug, Serialize)]
struct SignedOut {
    location: String,
}

/// It works without a session, too: signing out twice is not an error.
pub(super) async fn logout(State(desk): State<Arc<Desk>>, headers: HeaderMap) -> Result<Response, Refusal> {
    if let Some(id) = cookie::session(&headers) {
        // Ours first: whatever the issuer says, this session is over.
        let token = desk.sessions.end(&id).await?;
        tracing::info!("signed out");
        if let Some(token) = token
            && let Err(error) = desk.issuer.revoke(&token).await
        {
            tracing::warn!(%error, "a refresh token could not be revoked");
        }
    }
    let headers = AppendHeaders([
        (SET_COOKIE, cookie::clear(cookie::SESSION)),
        (HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\", \"storage\"")),
    ]);
    let location = desk.issuer.logout_address().await;
    Ok((headers, Json(SignedOut { location })).into_response())
}
