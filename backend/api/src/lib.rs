#![doc = include_str!("../README.md")]

mod ask;
mod csv;
mod edge;
mod error;
pub mod form;
mod routes;

use axum::Router;
use axum::routing::get;
use model::Timestamp;
use store::Store;

/// Tells the time of asking.
pub type Clock = fn() -> Timestamp;

/// The system's clock.
pub fn now() -> Timestamp {
    let since = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
    Timestamp::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// What handlers share.
#[derive(Clone, Debug)]
struct App {
    store: Store,
    clock: Clock,
}

/// Everything under `/api`. Other paths are left to whoever composes it.
pub fn router(store: Store, clock: Clock) -> Router {
    let api = Router::new()
        .route("/events", get(routes::events::page))
        .route("/events/{id}", get(routes::event::detail))
        .route("/events.csv", get(routes::download::csv))
        .route("/events.json", get(routes::download::json))
        .route("/events.ndjson", get(routes::download::ndjson))
        .route("/health", get(routes::health::health))
        .method_not_allowed_fallback(routes::wrong_method)
        .fallback(routes::unknown)
        .with_state(App { store, clock });
    Router::new().nest("/api", api).layer(axum::middleware::from_fn(edge::edge))
}
