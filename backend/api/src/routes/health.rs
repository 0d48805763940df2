//! `GET /api/health`

use axum::Json;
use axum::extract::State;
use model::Timestamp;
use serde::Serialize;
use store::Retention;

use crate::App;
use crate::error::Failure;

/// Whether the table answers, and what it holds.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Health {
    /// Always `ok`: when the table does not answer, the answer is a problem.
    status: &'static str,
    version: &'static str,
    /// `null` is for ever.
    retention_days: Option<u32>,
    /// The newest event's time; `null` when there is none at all.
    newest_event: Option<Timestamp>,
}

pub(crate) async fn health(State(app): State<App>) -> Result<Json<Health>, Failure> {
    let newest_event = app.store.newest((app.clock)()).await?;
    let retention_days = match app.store.retention() {
        Retention::Days(days) => Some(days),
        Retention::Forever => None,
    };
    Ok(Json(Health { status: "ok", version: env!("CARGO_PKG_VERSION"), retention_days, newest_event }))
}
