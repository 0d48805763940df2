//! The answers to requests that are not let through, in the form of the API's other problems.

use axum::Json;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::{CACHE_CONTROL, HeaderName, HeaderValue, RETRY_AFTER, X_CONTENT_TYPE_OPTIONS};
use model::Problem;

use crate::Error;

/// Why a request is not let through.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// Nobody is signed in: no cookie, or a session that is over.
    SignedOut,
    /// Somebody is, but the issuer has to be asked again: the console does, by `POST /auth/refresh`.
    SessionStale,
    /// Somebody is signed in who is in none of the groups.
    NotAllowed(String),
    /// The request was made by a page of another site, or by none of ours.
    CrossSite,
    /// It cannot be told now.
    Unknown(Error),
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Refusal {
        Refusal::Unknown(error)
    }
}

impl Refusal {
    fn told(&self) -> (StatusCode, &'static str, String) {
        let say = |status, code, message: &str| (status, code, message.to_owned());
        match self {
            Refusal::SignedOut => {
                say(StatusCode::UNAUTHORIZED, "signedOut", "nobody is signed in here; sign in to go on")
            }
            Refusal::SessionStale => say(
                StatusCode::UNAUTHORIZED,
                "sessionStale",
                "the sign-in has to be renewed: POST /auth/refresh does, and then this can be asked again",
            ),
            Refusal::NotAllowed(name) => {
                let message = format!(
                    "you are signed in as {name}, who is in none of the groups that may read this history; \
                     whoever administers sign-in can add the group `auditor`: then sign out, and in again"
                );
                (StatusCode::FORBIDDEN, "notAllowed", message)
            }
            Refusal::CrossSite => say(
                StatusCode::FORBIDDEN,
                "crossSite",
                "this was not asked by a page of the console; such a request carries `X-Whodunit: 1`",
            ),
            Refusal::Unknown(_) => say(
                StatusCode::SERVICE_UNAVAILABLE,
                "signInUnavailable",
                "who is signed in cannot be told at the moment; try again",
            ),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        if let Refusal::Unknown(error) = &self {
            tracing::error!(%error, "a request was refused because its session could not be looked at");
        }
        let (status, code, message) = self.told();
        let problem =
            Problem { code: code.to_owned(), message, parameter: None, place: None, did_you_mean: None };
        let mut response = (status, Json(problem)).into_response();
        harden(&mut response);
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}

/// What keeps an answer out of caches and from being taken for a page.
pub(crate) fn harden(response: &mut Response) {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    );
}
