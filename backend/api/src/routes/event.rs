//! `GET /api/events/{id}`

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use model::Detail;

use crate::App;
use crate::error::Failure;

/// One event in full.
pub(crate) async fn detail(State(app): State<App>, Path(id): Path<String>) -> Result<Json<Detail>, Failure> {
    let detail = app.store.event(&id, (app.clock)()).await?;
    detail.map(Json).ok_or_else(not_found)
}

pub(crate) fn not_found() -> Failure {
    let message = "no event with this id is kept; it may be past retention, or not be delivered yet";
    Failure::new(StatusCode::NOT_FOUND, "notFound", message)
}
