//! `GET /api/histogram`

use axum::Json;
use axum::extract::State;
use model::{Histogram, Query};

use crate::App;
use crate::ask::Ask;
use crate::error::Failure;

/// The events that match, over time.
pub(crate) async fn histogram(State(app): State<App>, ask: Ask) -> Result<Json<Histogram>, Failure> {
    let now = (app.clock)();
    let asked = app.store.follow(&Query { at: None, ..ask.query }, now).await?;
    let mut histogram = app.store.histogram(&asked.query, now).await?;
    histogram.cost += asked.cost;
    Ok(Json(histogram))
}
