//! What is asked of the API is an event of the same history.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use api::Address;
use axum::Extension;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use emulator::Emulator;
use ingest::record_asked;
use model::{Me, Page, Problem};
use serde_json::{Value, json};
use store::{Config, Retention, Store};
use tower::ServiceExt;

use crate::{Api, events, now};

fn ana() -> Me {
    Me { sign_in: true, subject: "s-1".to_owned(), name: "Ana".to_owned(), ..Me::default() }
}

impl Api {
    /// Asks as somebody who signed in, or as nobody on a laptop.
    async fn ask(&self, me: Option<Me>, method: &str, uri: &str, body: &str) -> (StatusCode, Vec<u8>) {
        let request = Request::builder().method(method).uri(uri).header("user-agent", "Mozilla/5.0");
        let request = request.header("x-whodunit", "1").body(Body::from(body.to_owned())).unwrap();
        let router = match me {
            Some(me) => {
                let address = Extension(Address("203.0.113.7".to_owned()));
                self.router.clone().layer(Extension(me)).layer(address)
            }
            None => self.router.clone(),
        };
        let answer = router.oneshot(request).await.unwrap();
        let status = answer.status();
        (status, axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap().to_vec())
    }

    async fn asks(&self, uri: &str) {
        let (status, body) = self.ask(Some(ana()), "GET", uri, "").await;
        assert!(status.is_success() || status == 404, "{uri}: {}", String::from_utf8_lossy(&body));
    }

    /// `eventData` of what was asked until now, the newest first, once it is events.
    async fn recorded(&self) -> Vec<Value> {
        record_asked(&self.store, None, now()).await.unwrap();
        let query = "q=category:activity+service:whodunit&size=100".parse().unwrap();
        let page: Page = self.store.page(&query, now().plus_millis(1_000)).await.unwrap();
        let mut recorded = Vec::new();
        for row in page.rows {
            let event = self.store.event(&row.id, now()).await.unwrap().unwrap();
            let record: Value = serde_json::from_str(&event.record).unwrap();
            assert_eq!(record["readOnly"], json!(row.access == model::Access::Read));
            recorded.push(record["eventData"].clone());
        }
        recorded.sort_by_key(|data| data["eventName"].to_string());
        recorded
    }
}

#[tokio::test]
async fn the_requests_of_a_page_are_one_event_with_who_asked_from_where_for_what() {
    let api = Api::with_corpus().await;
    for path in ["events", "histogram", "facets"] {
        api.asks(&format!("/api/{path}?q=who:alana+access:write&from=-7d")).await;
    }
    let [data] = &api.recorded().await[..] else { panic!("one event") };
    assert_eq!(data["eventName"], "SearchEvents");
    assert_eq!(
        data["userIdentity"],
        json!({"type": "ConsoleUser", "principalId": "Ana", "details": {"subject": "s-1"}})
    );
    assert_eq!(data["requestParameters"], json!({"q": "who:alana access:write", "from": "-7d", "to": "now"}));
    assert_eq!(
        (&data["sourceIPAddress"], &data["userAgent"]),
        (&json!("203.0.113.7"), &json!("Mozilla/5.0"))
    );
    assert_eq!(data["additionalEventData"], json!({"requests": 3}));
}

#[tokio::test]
async fn whatever_shows_events_and_whatever_changes_a_view() {
    let api = Api::with_corpus().await;
    let id = &events()[0].id;
    for uri in [
        "/api/events.csv?from=-1h",
        &format!("/api/events/{id}"),
        &format!("/api/events/{id}/chain"),
        "/api/identities/alana",
        "/api/resources?name=cat-photos",
    ] {
        api.asks(uri).await;
    }
    let draft = json!({"name": "Writes", "url": "q=access%3Awrite", "shared": false}).to_string();
    let (status, view) = api.ask(Some(ana()), "POST", "/api/views", &draft).await;
    assert_eq!(status, 201);
    let view: Value = serde_json::from_slice(&view).unwrap();
    let (id, updated) = (view["id"].as_str().unwrap(), view["updated"].as_str().unwrap());
    let gone = format!("/api/views/{id}?seen={updated}");
    assert_eq!(api.ask(Some(ana()), "DELETE", &gone, "").await.0, 204);
    // Nothing of these shows an event, is a question, or was done.
    for uri in ["/api/me", "/api/health", "/api/status", "/api/views", "/api/events?q=nosuchkey:1", "/api/x"]
    {
        api.ask(Some(ana()), "GET", uri, "").await;
    }
    assert_eq!(api.ask(Some(ana()), "DELETE", &gone, "").await.0, 409);

    let recorded = api.recorded().await;
    let names: Vec<&str> = recorded.iter().map(|data| data["eventName"].as_str().unwrap()).collect();
    let expected = ["CreateView", "DeleteView", "ExportEvents", "GetEvent", "GetIdentity", "GetResource"];
    assert_eq!(names, expected);
    assert_eq!(recorded[0]["requestParameters"]["name"], "Writes");
    assert_eq!(recorded[1]["requestParameters"], json!({"viewId": id}));
    assert_eq!(recorded[2]["requestParameters"]["format"], "csv");
    assert_eq!(recorded[3]["additionalEventData"]["requests"], 2, "the event and its chain");
}

#[tokio::test]
async fn what_was_asked_is_hidden_by_default_and_on_a_laptop_is_the_laptops() {
    let api = Api::with(Vec::new(), Retention::Days(90)).await;
    api.ask(None, "GET", "/api/events?q=who:kim", "").await;
    let [data] = &api.recorded().await[..] else { panic!("one event") };
    assert_eq!(data["userIdentity"], json!({"type": "LocalUser", "principalId": "laptop"}));
    assert_eq!(data["sourceIPAddress"], Value::Null);
    let page: Page = api.get("/api/events").await.json();
    assert!(page.rows.is_empty(), "{page:?}");
}

#[tokio::test]
async fn where_people_sign_in_nothing_is_shown_that_is_not_recorded() {
    let engine = Emulator::memory().unwrap();
    let store = Store::new(engine.client(), Config { retention: Retention::Forever, ..Config::default() });
    store.create_table().await.unwrap();
    store.put(events(), now()).await.unwrap();
    // A role that may only read.
    let store = store.with_client(engine.failing_client("UpdateItem", Arc::new(AtomicBool::new(true))));
    let api = Api { router: api::router(store.clone(), now), store };
    let uri = "/api/events?q=who:alana&from=2000-01-01T00:00:00Z";

    let (status, body) = api.ask(Some(ana()), "GET", uri, "").await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    let problem: Problem = serde_json::from_slice(&body).unwrap();
    assert_eq!(problem.code, "unreachable");
    // The reader of a laptop can read the table in other ways, too.
    let (status, body) = api.ask(None, "GET", uri, "").await;
    let page: Page = serde_json::from_slice(&body).unwrap();
    assert!(status == StatusCode::OK && !page.rows.is_empty());
}
