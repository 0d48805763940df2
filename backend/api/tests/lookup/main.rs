//! LookupEvents over a store in the embedded engine, by HTTP as AWS's clients speak it. The clients
//! themselves are in `tests/clients`.

mod paging;
mod refused;
mod truth;

use api::lookup::{self, Settings};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use emulator::Emulator;
use model::{Event, Timestamp};
use serde_json::{Value, json};
use store::{Config, Retention, Store};
use tower::ServiceExt;

const TARGET: &str = "CloudTrail_20131101.LookupEvents";

/// The door over a table.
struct Door {
    store: Store,
    router: Router,
}

struct Answer {
    status: u16,
    headers: HeaderMap,
    body: String,
}

fn now() -> Timestamp {
    "2026-11-22T16:00:00Z".parse().unwrap()
}

fn corpus() -> Vec<Event> {
    corpus::cases().iter().filter_map(|case| Event::from_record(case.record).ok()).collect()
}

impl Door {
    async fn with(events: Vec<Event>, settings: Settings) -> Door {
        let config = Config { retention: Retention::Forever, ..Config::default() };
        let store = Store::new(Emulator::memory().unwrap().client(), config);
        store.create_table().await.unwrap();
        store.put(events, now()).await.unwrap();
        Door { router: lookup::router(store.clone(), now, settings), store }
    }

    async fn send(&self, kind: &str, target: &str, body: String) -> Answer {
        let request = Request::post("/").header("content-type", kind).header("x-amz-target", target);
        let response = self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap().to_vec();
        let body = String::from_utf8(body).unwrap();
        Answer { status: parts.status.as_u16(), headers: parts.headers, body }
    }

    async fn ask(&self, request: &Value) -> Answer {
        self.send("application/x-amz-json-1.1", TARGET, request.to_string()).await
    }

    /// Every event of every page, in order, and how many pages there were.
    async fn all(&self, mut request: Value) -> (Vec<Value>, usize) {
        let mut events = Vec::new();
        for page in 1..1_000 {
            let answer = self.ask(&request).await;
            assert_eq!(answer.status, 200, "{request}: {}", answer.body);
            let mut answer: Value = serde_json::from_str(&answer.body).unwrap();
            events.extend(answer["Events"].as_array().unwrap().iter().cloned());
            match answer["NextToken"].take() {
                Value::Null => return (events, page),
                token => request["NextToken"] = token,
            }
        }
        panic!("{request}: the pages do not end");
    }
}

fn attributes(pairs: &[(&str, &str)]) -> Value {
    let one = |(key, value): &(&str, &str)| json!({"AttributeKey": key, "AttributeValue": value});
    json!({ "LookupAttributes": pairs.iter().map(one).collect::<Vec<_>>() })
}

fn ids(events: &[Value]) -> Vec<&str> {
    events.iter().map(|event| event["EventId"].as_str().unwrap()).collect()
}
