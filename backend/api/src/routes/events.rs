//! `GET /api/events`

use axum::Json;
use axum::extract::State;
use model::Page;

use crate::App;
use crate::ask::Ask;
use crate::error::Failure;

/// A page of rows.
pub(crate) async fn page(State(app): State<App>, Ask(query): Ask) -> Result<Json<Page>, Failure> {
    Ok(Json(app.store.page(&query, (app.clock)()).await?))
}
