#![doc = include_str!("../README.md")]

mod ask;
mod asked;
mod csv;
mod edge;
mod error;
pub mod form;
pub mod lookup;
mod reader;
mod routes;

pub use asked::Address;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{MethodRouter, get, put};
use model::Timestamp;
use routes::views;
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
    compose(history_routes().into_iter().chain(insight_routes()), store, clock)
}

/// The part of [`router`] that shows events: what every visit begins with, in a function that starts quickly.
pub fn history(store: Store, clock: Clock) -> Router {
    compose(history_routes(), store, clock)
}

/// The part of [`router`] that counts events, follows them and says how whole they are.
pub fn insight(store: Store, clock: Clock) -> Router {
    compose(insight_routes(), store, clock)
}

/// Every path that [`history`] and [`insight`] answer, for tests of what stands before them.
pub fn paths() -> [Vec<String>; 2] {
    let list = |routes: Vec<Route>| routes.into_iter().map(|(path, _)| format!("/api{path}")).collect();
    [list(history_routes()), list(insight_routes())]
}

type Route = (&'static str, MethodRouter<App>);

fn compose(routes: impl IntoIterator<Item = Route>, store: Store, clock: Clock) -> Router {
    let app = App { store, clock };
    let api = routes.into_iter().fold(Router::new(), |api, (path, answers)| api.route(path, answers));
    let api = api
        .method_not_allowed_fallback(routes::wrong_method)
        .fallback(routes::unknown)
        .with_state(app.clone());
    let api = Router::new().nest("/api", api);
    api.layer(from_fn_with_state(app, asked::record)).layer(from_fn(edge::edge))
}

fn history_routes() -> Vec<Route> {
    vec![
        ("/events", get(routes::events::page)),
        ("/events/{id}", get(routes::event::detail)),
        ("/events.csv", get(routes::download::csv)),
        ("/events.json", get(routes::download::json)),
        ("/events.ndjson", get(routes::download::ndjson)),
        ("/me", get(routes::me::me)),
    ]
}

fn insight_routes() -> Vec<Route> {
    vec![
        ("/events/{id}/chain", get(routes::chain::chain)),
        ("/histogram", get(routes::histogram::histogram)),
        ("/facets", get(routes::facets::facets)),
        ("/values", get(routes::values::values)),
        ("/identities/{name}", get(routes::identity::report)),
        ("/identities/{name}/policy", get(routes::policy::policy)),
        ("/resources", get(routes::resource::history)),
        ("/views", get(views::list).post(views::create).layer(DefaultBodyLimit::max(views::MAX_BODY))),
        (
            "/views/{id}",
            put(views::change).delete(views::delete).layer(DefaultBodyLimit::max(views::MAX_BODY)),
        ),
        ("/status", get(routes::status::status)),
        ("/health", get(routes::health::health)),
    ]
}
