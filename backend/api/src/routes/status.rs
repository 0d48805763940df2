//! `GET /api/status`

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use model::Status;

use crate::App;
use crate::ask::{Ask, problem};
use crate::error::Failure;

/// What came in, with the sums and hours of the range that `from` and `to` say, or of the last 90 days.
pub(crate) async fn status(
    State(app): State<App>,
    RawQuery(text): RawQuery,
    ask: Ask,
) -> Result<Json<Status>, Failure> {
    let now = (app.clock)();
    let mut names = form_urlencoded::parse(text.as_deref().unwrap_or_default().as_bytes());
    let span = match names.any(|(name, _)| name == "from" || name == "to") {
        false => None,
        true => Some(ask.query.range.resolve(now).map_err(|error| {
            Failure::of(StatusCode::BAD_REQUEST, *problem("badTime", error.to_string(), "from"))
        })?),
    };
    Ok(Json(app.store.status(span, now).await?))
}
