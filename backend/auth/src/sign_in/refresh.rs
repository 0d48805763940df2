//! `POST /auth/refresh`: asks the issuer again about somebody whose session is stale.
//!
//! Any number of tabs may ask at once. One of them exchanges the refresh token, the others wait for it.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::HeaderMap;
use http::header::SET_COOKIE;
use model::Me;

use super::Desk;
use crate::id::SessionId;
use crate::issuer::Answer;
use crate::refusal::Refusal;
use crate::session::Session;
use crate::sessions::{Lease, Tokens};
use crate::{Error, cookie};

/// Between two looks at a session whose tokens somebody else exchanges.
const WAIT: Duration = Duration::from_millis(150);
/// So many looks: a little longer than the issuer is given to answer.
const LOOKS: u32 = 80;

pub(super) async fn refresh(State(desk): State<Arc<Desk>>, headers: HeaderMap) -> Response {
    match renewed(&desk, &headers).await {
        Ok(me) => Json(me).into_response(),
        Err(Refusal::SignedOut) => {
            ([(SET_COOKIE, cookie::clear(cookie::SESSION))], Refusal::SignedOut).into_response()
        }
        Err(refusal) => refusal.into_response(),
    }
}

async fn renewed(desk: &Desk, headers: &HeaderMap) -> Result<Me, Refusal> {
    let id = cookie::session(headers).ok_or(Refusal::SignedOut)?;
    for _ in 0..LOOKS {
        let now = desk.now();
        let session = desk.sessions.find(&id, now).await?.ok_or(Refusal::SignedOut)?;
        if !session.is_stale(now) {
            return Ok(session.me(&desk.sessions.config));
        }
        match desk.sessions.lease(&id, &session, now).await? {
            Lease::Ours(Some(token)) => exchange(desk, &id, &session, token).await?,
            Lease::Ours(None) => return Err(over(desk, &id, "the issuer gave no refresh token").await?),
            Lease::Others => tokio::time::sleep(WAIT).await,
        }
    }
    Err(Refusal::Unknown(Error::Issuer("another request did not finish asking it".to_owned())))
}

/// Exchanges the token that the lease on `session` gives a right to.
async fn exchange(desk: &Desk, id: &SessionId, session: &Session, token: String) -> Result<(), Refusal> {
    let known = &session.person;
    let (person, tokens) = match desk.issuer.refresh(token, &known.subject).await {
        Ok(Answer::Person(word)) => *word,
        Ok(Answer::Tokens(tokens)) => (known.clone(), tokens),
        Ok(Answer::No(why) | Answer::NotBelieved(why)) => return Err(over(desk, id, &why).await?),
        Ok(Answer::OtherNonce) => return Err(over(desk, id, "the ID token has another nonce").await?),
        Err(error) => {
            desk.sessions.release(id, session).await?;
            return Err(error.into());
        }
    };
    let now = desk.now();
    if tokens.fresh_until <= now {
        return Err(over(desk, id, "the new tokens have expired already").await?);
    }
    if desk.sessions.renew(id, session, &person, &tokens, now).await? {
        return Ok(());
    }
    // Signed out meanwhile: the issuer's new token belongs to nobody.
    disown(desk, &tokens).await;
    Err(Refusal::SignedOut)
}

/// Ends a session that the issuer does not stand for any more.
async fn over(desk: &Desk, id: &SessionId, why: &str) -> Result<Refusal, Error> {
    tracing::info!(why, "a session is not renewed");
    desk.sessions.end(id).await?;
    Ok(Refusal::SignedOut)
}

async fn disown(desk: &Desk, tokens: &Tokens) {
    if let Some(token) = &tokens.refresh
        && let Err(error) = desk.issuer.revoke(token).await
    {
        tracing::warn!(%error, "a refresh token could not be revoked");
    }
}
