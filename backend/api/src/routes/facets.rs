//! `GET /api/facets`

use axum::Json;
use axum::extract::State;
use model::Facets;

use crate::App;
use crate::ask::Ask;
use crate::error::Failure;

/// The most frequent values of some keys.
pub(crate) async fn facets(State(app): State<App>, ask: Ask) -> Result<Json<Facets>, Failure> {
    Ok(Json(app.store.facets(&ask.query, &ask.keys, (app.clock)()).await?))
}
