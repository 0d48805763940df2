//! `GET /api/histogram`

use axum::Json;
use axum::extract::State;
use model::Histogram;

use crate::App;
use crate::ask::Ask;
use crate::error::Failure;

/// The events that match, over time.
pub(crate) async fn histogram(State(app): State<App>, ask: Ask) -> Result<Json<Histogram>, Failure> {
    Ok(Json(app.store.histogram(&ask.query, (app.clock)()).await?))
}
