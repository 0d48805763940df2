#![doc = include_str!("../README.md")]

mod ask;
mod csv;
mod edge;
mod error;
pub mod form;
pub mod lookup;
mod reader;
mod routes;

use axum::Router;
use axum::routing::{MethodRouter, get};
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
///
/// It asks nobody who they are. Where that matters, a gate stands before it, and tells `/api/me` by an
/// extension of the request, a [`model::Me`].
pub fn router(store: Store, clock: Clock) -> Router {
    let api = routes().into_iter().fold(Router::new(), |api, (path, answers)| api.route(path, answers));
    let api = api
        .method_not_allowed_fallback(routes::wrong_method)
        .fallback(routes::unknown)
        .with_state(App { store, clock });
    Router::new().nest("/api", api).layer(axum::middleware::from_fn(edge::edge))
}

/// Every path that the router answers, for tests of what stands before it.
pub fn paths() -> Vec<String> {
    routes().into_iter().map(|(path, _)| format!("/api{path}")).collect()
}

/// What the router is made of.
fn routes() -> [(&'static str, MethodRouter<App>); 15] {
    [
        ("/events", get(routes::events::page)),
        ("/events/{id}", get(routes::event::detail)),
        ("/events/{id}/chain", get(routes::chain::chain)),
        ("/events.csv", get(routes::download::csv)),
        ("/events.json", get(routes::download::json)),
        ("/events.ndjson", get(routes::download::ndjson)),
        ("/histogram", get(routes::histogram::histogram)),
        ("/facets", get(routes::facets::facets)),
        ("/values", get(routes::values::values)),
        ("/identities/{name}", get(routes::identity::report)),
        ("/identities/{name}/policy", get(routes::policy::policy)),
        ("/resources", get(routes::resource::history)),
        ("/status", get(routes::status::status)),
        ("/health", get(routes::health::health)),
        ("/me", get(routes::me::me)),
    ]
}
