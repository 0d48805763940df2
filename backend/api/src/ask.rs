//! The question of a request.

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use model::{Column, Problem, Query, column};

use crate::error::Failure;

/// What a request asks for, by the text forms in its query string.
#[derive(Debug)]
pub(crate) struct Ask {
    /// `q`, `from`, `to`, `sort`, `size`, `at`
    pub(crate) query: Query,
    /// `cols`
    pub(crate) columns: Vec<Column>,
    /// `page=1`: of a download only the page that `at` and `size` say.
    pub(crate) page: bool,
}

impl<S: Sync> FromRequestParts<S> for Ask {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Ask, Failure> {
        let text = parts.uri.query().unwrap_or_default();
        ask(text).map_err(|problem| {
            let status = match problem.code.as_str() {
                "tooLong" => StatusCode::URI_TOO_LONG,
                _ => StatusCode::BAD_REQUEST,
            };
            Failure::of(status, *problem)
        })
    }
}

fn ask(text: &str) -> Result<Ask, Box<Problem>> {
    let mut ask = Ask { query: text.parse()?, columns: Vec::new(), page: false };
    for (name, value) in form_urlencoded::parse(text.as_bytes()) {
        match &*name {
            "cols" => ask.columns = column::read(&value)?,
            "page" => ask.page = value == "1",
            _ => {}
        }
    }
    Ok(ask)
}
