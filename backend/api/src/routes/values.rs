//! `GET /api/values`

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use model::{Query, Values};

use crate::App;
use crate::ask::{Ask, problem};
use crate::error::Failure;

/// The values of a key that begin with what was typed.
pub(crate) async fn values(State(app): State<App>, ask: Ask) -> Result<Json<Values>, Failure> {
    let [key] = ask.keys[..] else {
        let message = "key says of which key the values are wanted: one, such as event".to_owned();
        return Err(Failure::of(StatusCode::BAD_REQUEST, *problem("badKey", message, "key")));
    };
    let now = (app.clock)();
    let asked = app.store.follow(&Query { at: None, ..ask.query }, now).await?;
    let mut values = app.store.values(&asked.query, key, &ask.prefix, now).await?;
    values.cost += asked.cost;
    Ok(Json(values))
}
