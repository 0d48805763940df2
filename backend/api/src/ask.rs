//! The question of a request.

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use model::Query;

use crate::error::Failure;

/// A query, by its text form in the request's query string.
#[derive(Debug)]
pub(crate) struct Ask(pub(crate) Query);

impl<S: Sync> FromRequestParts<S> for Ask {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Ask, Failure> {
        let text = parts.uri.query().unwrap_or_default();
        text.parse().map(Ask).map_err(|problem: Box<model::Problem>| {
            let status = match problem.code.as_str() {
                "tooLong" => StatusCode::URI_TOO_LONG,
                _ => StatusCode::BAD_REQUEST,
            };
            Failure::of(status, *problem)
        })
    }
}
