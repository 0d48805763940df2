//! Every route over a store in the embedded engine; a file for each path.

mod asked;
mod chain;
mod counts;
mod download;
mod event;
mod events;
mod follow;
mod health;
mod identity;
mod me;
mod policy;
mod refused;
mod resource;
mod status;
mod views;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use axum::response::Response;
use emulator::Emulator;
use model::{Event, Timestamp};
use store::{Config, Retention, Store};
use tower::ServiceExt;

/// The API over a table that holds the corpus.
struct Api {
    router: Router,
    store: Store,
}

/// An answer, read to its end.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

fn now() -> Timestamp {
    "2026-11-22T16:00:00Z".parse().unwrap()
}

fn events() -> Vec<Event> {
    corpus::cases().iter().filter_map(|case| Event::from_record(case.record).ok()).collect()
}

impl Api {
    async fn with(events: Vec<Event>, retention: Retention) -> Api {
        let config = Config { retention, ..Config::default() };
        let store = Store::new(Emulator::memory().unwrap().client(), config);
        store.create_table().await.unwrap();
        store.put(events, now()).await.unwrap();
        Api { router: api::router(store.clone(), now), store }
    }

    async fn with_corpus() -> Api {
        Api::with(events(), Retention::Forever).await
    }

    /// Over a table that does not exist.
    fn broken() -> Api {
        let store = Store::new(Emulator::memory().unwrap().client(), Config::default());
        Api { router: api::router(store.clone(), now), store }
    }

    async fn answer(&self, method: &str, uri: &str) -> Response {
        let request = Request::builder().method(method).uri(uri).body(Body::empty()).unwrap();
        self.router.clone().oneshot(request).await.unwrap()
    }

    async fn send(&self, method: &str, uri: &str) -> Answer {
        let (parts, body) = self.answer(method, uri).await.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    async fn get(&self, uri: &str) -> Answer {
        self.send("GET", uri).await
    }
}

impl Answer {
    fn json<T: serde::de::DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.text()))
    }

    fn text(&self) -> &str {
        str::from_utf8(&self.body).unwrap()
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}
