//! `GET /api/me`

use axum::{Extension, Json};
use model::Me;

/// Who asks, as the gate before this router knows; without a gate, nobody in particular.
pub(crate) async fn me(me: Option<Extension<Me>>) -> Json<Me> {
    Json(me.map(|Extension(me)| me).unwrap_or_default())
}
