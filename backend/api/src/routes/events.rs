//! `GET /api/events`

use axum::Json;
use axum::extract::State;
use model::Page;

use crate::App;
use crate::ask::Ask;
use crate::error::Failure;

/// A page of rows, with the columns asked for that the rows don't have.
pub(crate) async fn page(State(app): State<App>, ask: Ask) -> Result<Json<Page>, Failure> {
    let now = (app.clock)();
    let asked = app.store.follow(&ask.query, now).await?;
    let mut page = app.store.page(&asked.query, now).await?;
    asked.tell(&mut page);
    app.store.fill(&mut page, &ask.columns).await?;
    Ok(Json(page))
}
