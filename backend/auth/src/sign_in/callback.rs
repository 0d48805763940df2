//! `GET /auth/callback`: back from the issuer's page, with a code or with an error.

use std::borrow::Cow;
use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::response::{AppendHeaders, IntoResponse, Response};
use http::header::{LOCATION, SET_COOKIE};
use http::{HeaderMap, StatusCode};
use openidconnect::{Nonce, PkceCodeVerifier};

use super::attempt::Ticket;
use super::login::{depart, unavailable};
use super::page::Page;
use super::{Desk, next};
use crate::issuer::Answer;
use crate::session::Person;
use crate::sessions::Tokens;
use crate::{Error, cookie};

/// How often a sign-in begins again by itself before a person is asked.
const ROUNDS: u8 = 1;
/// The longest code that is passed on, in bytes.
const LONGEST_CODE: usize = 4_096;

/// What the issuer sends along.
#[derive(Debug, Default)]
struct Returned {
    state: String,
    code: String,
    error: String,
    description: String,
    issuer: String,
}

pub(super) async fn callback(
    State(desk): State<Arc<Desk>>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Response {
    let returned = Returned::parse(&query.unwrap_or_default());
    let Some(ticket) = desk.sealer.ticket(&returned.state, desk.now()) else {
        return Page::new(StatusCode::BAD_REQUEST, "This sign-in is over")
            .says("It took longer than ten minutes, or did not begin here. Begin again.")
            .into_response();
    };
    let cookie = cookie::read(&headers, cookie::ATTEMPT).unwrap_or_default();
    let Some(attempt) = desk.sealer.attempt(cookie, &returned.state) else {
        return another_tab(&desk, &headers, ticket).await;
    };
    if !returned.error.is_empty() {
        return forget(refused(&returned, &ticket.next));
    }
    // RFC 9207: an answer of another issuer, mixed in.
    if !returned.issuer.is_empty() && returned.issuer != desk.settings.issuer {
        return forget(not_believed("the answer names another issuer", &ticket.next));
    }
    if returned.code.is_empty() || returned.code.len() > LONGEST_CODE {
        return forget(not_believed("the answer has no code", &ticket.next));
    }
    let verifier = PkceCodeVerifier::new(attempt.verifier);
    match desk.issuer.redeem(returned.code, verifier, &Nonce::new(attempt.nonce)).await {
        Ok(Answer::Person(word)) => {
            let (person, tokens) = *word;
            match begin(&desk, &headers, person, &tokens).await {
                Ok(id) => arrived(&desk, &id, &ticket.next),
                Err(error) => forget(unavailable(&error, &ticket.next)),
            }
        }
        // Cognito answers the first sign-in of a federated person with a nonce of its own.
        Ok(Answer::OtherNonce) if ticket.round < ROUNDS => depart(&desk, ticket.next, ticket.round + 1).await,
        Ok(Answer::OtherNonce) => forget(not_believed("the ID token has another nonce", &ticket.next)),
        Ok(Answer::NotBelieved(why)) => forget(not_believed(&why, &ticket.next)),
        Ok(Answer::No(why)) => forget(not_believed(&why, &ticket.next)),
        Ok(Answer::Tokens(_)) => forget(not_believed("there is no ID token", &ticket.next)),
        Err(error) => forget(unavailable(&error, &ticket.next)),
    }
}

/// A sign-in of ours that this browser has no cookie for: it was overtaken by one in another tab, or done
/// already. Where somebody is signed in by now that is as good; otherwise it begins again, once.
async fn another_tab(desk: &Desk, headers: &HeaderMap, ticket: Ticket) -> Response {
    let next = next::path(Some(&ticket.next)).to_owned();
    if let Some(id) = cookie::session(headers) {
        match desk.sessions.find(&id, desk.now()).await {
            Ok(Some(_)) => {
                return (StatusCode::SEE_OTHER, [(LOCATION, desk.settings.here(&next))]).into_response();
            }
            Ok(None) => {}
            Err(error) => return unavailable(&error, &next).into_response(),
        }
    }
    if ticket.round < ROUNDS {
        return depart(desk, next, ticket.round + 1).await;
    }
    Page::new(StatusCode::BAD_REQUEST, "The browser did not keep the sign-in")
        .says("It has to allow this site to set cookies. If it does, close other tabs that are signing in.")
        .toward(&next)
        .into_response()
}

/// A new session in place of the browser's old one: its id is never one that existed before.
async fn begin(
    desk: &Desk,
    headers: &HeaderMap,
    person: Person,
    tokens: &Tokens,
) -> Result<crate::id::SessionId, Error> {
    let (subject, groups) = (person.subject.clone(), person.groups.join(" "));
    let id = desk.sessions.begin(person, tokens, desk.now()).await?;
    tracing::info!(subject, groups, "signed in");
    if let Some(old) = cookie::session(headers) {
        desk.sessions.end(&old).await?;
    }
    Ok(id)
}

fn arrived(desk: &Desk, id: &crate::id::SessionId, next: &str) -> Response {
    let cookies =
        AppendHeaders([(SET_COOKIE, cookie::begin(id)), (SET_COOKIE, cookie::clear(cookie::ATTEMPT))]);
    let location = desk.settings.here(next::path(Some(next)));
    (StatusCode::SEE_OTHER, cookies, [(LOCATION, location)]).into_response()
}

/// The end of this attempt.
fn forget(page: Page) -> Response {
    ([(SET_COOKIE, cookie::clear(cookie::ATTEMPT))], page).into_response()
}

/// The issuer's [error](https://openid.net/specs/openid-connect-core-1_0.html#AuthError) in plain words.
fn refused(returned: &Returned, next: &str) -> Page {
    tracing::warn!(error = returned.error, description = returned.description, "sign-in refused");
    let page = match &*returned.error {
        "access_denied" => Page::new(StatusCode::FORBIDDEN, "The sign-in was refused").says(
            "It was cancelled, or this account may not use this console. Sign in with another account, \
                   or ask whoever administers sign-in.",
        ),
        "login_required" | "interaction_required" | "account_selection_required" | "consent_required" => {
            Page::new(StatusCode::FORBIDDEN, "The sign-in was not finished")
                .says("The sign-in service needs something from you that it could not ask for. Begin again.")
        }
        "temporarily_unavailable" | "server_error" => {
            Page::new(StatusCode::SERVICE_UNAVAILABLE, "The sign-in service has a problem")
                .says("It says so itself. Try again in a minute.")
        }
        _ => Page::new(StatusCode::BAD_GATEWAY, "The sign-in service refused the request")
            .says("This console is probably not registered with it as it should be: tell whoever runs it."),
    };
    page.quotes("It calls the error", &returned.error).quotes("It adds", &returned.description).toward(next)
}

fn not_believed(why: &str, next: &str) -> Page {
    tracing::warn!(why, "an answer of the issuer is not believed");
    Page::new(StatusCode::FORBIDDEN, "The sign-in could not be verified")
        .says(
            "What came back from the sign-in service does not prove who you are. Begin again; if it happens \
             again, tell whoever runs this console: its log says why.",
        )
        .toward(next)
}

impl Returned {
    /// The first of each parameter.
    fn parse(query: &str) -> Returned {
        let mut returned = Returned::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let place = match &*name {
                "state" => &mut returned.state,
                "code" => &mut returned.code,
                "error" => &mut returned.error,
                "error_description" => &mut returned.description,
                "iss" => &mut returned.issuer,
                _ => continue,
            };
            if place.is_empty() {
                *place = Cow::into_owned(value);
            }
        }
        returned
    }
}
