//! `GET /api/values`

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use model::Values;

use crate::App;
use crate::ask::{Ask, problem};
use crate::error::Failure;

/// The values of a key that begin with what was typed.
pub(crate) async fn values(State(app): State<App>, ask: Ask) -> Result<Json<Values>, Failure> {
    let [key] = ask.keys[..] else {
        let message = "key says of which key the values are wanted: one, such as event".to_owned();
        return Err(Failure::of(StatusCode::BAD_REQUEST, *problem("badKey", message, "key")));
    };
    Ok(Json(app.store.values(&ask.query, key, &ask.prefix, (app.clock)()).await?))
}
