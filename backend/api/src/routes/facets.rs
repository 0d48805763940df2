//! `GET /api/facets`

use axum::Json;
use axum::extract::State;
use model::{Facets, Query};

use crate::App;
use crate::ask::Ask;
use crate::error::Failure;

/// The most frequent values of some keys.
pub(crate) async fn facets(State(app): State<App>, ask: Ask) -> Result<Json<Facets>, Failure> {
    let now = (app.clock)();
    let asked = app.store.follow(&Query { at: None, ..ask.query }, now).await?;
    let mut facets = app.store.facets(&asked.query, &ask.keys, now).await?;
    facets.cost += asked.cost;
    Ok(Json(facets))
}
