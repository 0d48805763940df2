//! PutAuditEvents over a store in the embedded engine.

mod refused;
mod repeated;
mod stored;

use aws_sdk_dynamodb::Client;
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use emulator::Emulator;
use ingest::audit::{self, Channel};
use model::{Detail, Page, Timestamp};
use serde_json::{Value, json};
use store::{Config, Retention, Store};
use tower::ServiceExt;

const ACCOUNT: &str = "111122223333";

fn now() -> Timestamp {
    "2026-11-22T16:00:00.5Z".parse().unwrap()
}

/// A minute after [`now`].
fn later() -> Timestamp {
    now().plus_millis(60_000)
}

/// A table with a channel, and the router before it.
struct Door {
    store: Store,
    channel: Channel,
}

/// An answer, read to its end.
struct Answer {
    status: u16,
    headers: HeaderMap,
    body: Value,
}

impl Door {
    async fn over(client: Client) -> Door {
        let store = Store::new(client, Config { retention: Retention::Days(90), ..Config::default() });
        store.create_table().await.unwrap();
        let channel = Channel::create(&store, "cats-shop", ACCOUNT, "eu-west-1", None, now()).await.unwrap();
        Door { store, channel }
    }

    async fn new() -> Door {
        Door::over(Emulator::memory().unwrap().client()).await
    }

    fn query(&self) -> String {
        format!("channelArn={}", self.channel.arn.replace(':', "%3A"))
    }

    async fn post(&self, query: &str, body: impl Into<Body>) -> Answer {
        post(audit::router(self.store.clone(), now), query, body).await
    }

    /// Puts `events` at [`now`].
    async fn put(&self, events: &[Value]) -> Answer {
        self.post(&self.query(), json!({ "auditEvents": events }).to_string()).await
    }

    /// The same a minute later.
    async fn put_later(&self, events: &[Value]) -> Answer {
        let router = audit::router(self.store.clone(), later);
        post(router, &self.query(), json!({ "auditEvents": events }).to_string()).await
    }

    /// Everything that `query` finds.
    async fn found(&self, query: &str) -> Page {
        let query = format!("q={query}&from=-30d&size=100").parse().unwrap();
        self.store.page(&query, later()).await.unwrap()
    }

    async fn detail(&self, event_id: &str) -> Detail {
        self.store.event(event_id, later()).await.unwrap().unwrap()
    }
}

impl Answer {
    /// Of the first event that succeeded.
    fn event_id(&self) -> &str {
        self.body["successful"][0]["eventID"].as_str().unwrap_or_else(|| panic!("{}", self.body))
    }

    /// How many events succeeded, and how many did not.
    fn counts(&self) -> (usize, usize) {
        assert_eq!(self.status, 200, "{}", self.body);
        let count = |list: &str| self.body[list].as_array().unwrap().len();
        (count("successful"), count("failed"))
    }
}

async fn post(router: Router, query: &str, body: impl Into<Body>) -> Answer {
    let request =
        Request::post(format!("/PutAuditEvents?{query}")).header("content-type", "application/json");
    send(router, request.body(body.into()).unwrap()).await
}

async fn send(router: Router, request: Request<Body>) -> Answer {
    let (parts, body) = router.oneshot(request).await.unwrap().into_parts();
    let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    let body = serde_json::from_slice(&bytes).unwrap();
    Answer { status: parts.status.as_u16(), headers: parts.headers, body }
}

/// What an application says: that kim did `name`.
fn data(name: &str) -> Value {
    json!({
        "version": "3.1",
        "userIdentity": { "type": "CustomUser", "principalId": "kim@example.com", "details": { "team": "shelter" } },
        "userAgent": "cats-shop/3.1",
        "eventSource": "cats.example.com",
        "eventName": name,
        "eventTime": "2026-11-22T15:00:00Z",
        "UID": "order-1",
        "requestParameters": { "catName": "tabby" },
        "errorCode": "AccessDenied",
        "sourceIPAddress": "203.0.113.7",
        "recipientAccountId": ACCOUNT,
    })
}

/// An event as it is sent.
fn event(id: &str, data: impl ToString) -> Value {
    json!({ "id": id, "eventData": data.to_string() })
}
