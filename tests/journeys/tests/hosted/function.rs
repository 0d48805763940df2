//! A function beside its table.

use std::net::SocketAddr;

use axum::http::Uri;
use emulator::{Emulator, Served};
use model::Event;
use serde_json::{Value, json};
use store::{Config, Retention, Store};

use crate::answer::{Answer, Http};
use crate::binary::Running;
use crate::runtime::Runtime;
use journeys::session;

/// A table of the embedded DynamoDB, served over HTTP.
pub(crate) struct Table {
    pub(crate) store: Store,
    pub(crate) served: Served,
}

impl Table {
    pub(crate) async fn with(events: Vec<Event>) -> Table {
        let emulator = Emulator::memory().unwrap();
        let config = Config { retention: Retention::Forever, ..Config::default() };
        let store = Store::new(emulator.client(), config);
        store.create_table().await.unwrap();
        store.put(events, "2026-11-22T16:00:00Z".parse().unwrap()).await.unwrap();
        session::begin(&emulator.client()).await;
        let served = emulator.serve("127.0.0.1:0".parse().unwrap()).await.unwrap();
        Table { store, served }
    }
}

/// A running function.
pub(crate) struct Function {
    pub(crate) runtime: Runtime,
    pub(crate) binary: Running,
}

impl Function {
    /// The binary `name`, with DynamoDB at `address` and no S3 at all.
    pub(crate) async fn start(name: &str, address: SocketAddr) -> Function {
        Function::with(name, address, &[]).await
    }

    /// The same with further settings.
    pub(crate) async fn with(name: &str, address: SocketAddr, settings: &[(&str, &str)]) -> Function {
        let runtime = Runtime::start().await;
        let mut environment = vec![
            ("AWS_LAMBDA_RUNTIME_API", runtime.addr()),
            ("AWS_LAMBDA_FUNCTION_NAME", name.to_owned()),
            ("AWS_LAMBDA_FUNCTION_VERSION", "1".to_owned()),
            ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256".to_owned()),
            ("AWS_REGION", "us-east-1".to_owned()),
            ("AWS_ACCESS_KEY_ID", "test".to_owned()),
            ("AWS_SECRET_ACCESS_KEY", "test".to_owned()),
            ("AWS_ENDPOINT_URL_DYNAMODB", format!("http://{address}")),
            // Nobody listens on the port of "discard".
            ("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9".to_owned()),
            ("WHODUNIT_RETENTION", "forever".to_owned()),
        ];
        environment.extend(settings.iter().map(|(name, value)| (*name, (*value).to_owned())));
        let binary = Running::start(name, &environment);
        Function { runtime, binary }
    }

    /// The answer to a GET of `uri`.
    pub(crate) async fn get(&self, uri: &str) -> Http {
        self.begin(uri, json!({})).await.http().await
    }

    /// The same, once it begins; `other` are members of the request that differ.
    pub(crate) async fn begin(&self, uri: &str, other: Value) -> Answer {
        self.ask("GET", uri, other).await
    }

    /// The same by another method.
    pub(crate) async fn ask(&self, method: &str, uri: &str, other: Value) -> Answer {
        self.runtime.invoke(event(method, &uri.parse().unwrap(), other)).await
    }

    /// What a door answers to messages with these ids and bodies.
    pub(crate) async fn take(&self, messages: &[(&str, &str)]) -> Value {
        let message =
            |(id, body): &(&str, &str)| json!({"messageId": id, "body": body, "eventSource": "aws:sqs"});
        let records: Vec<Value> = messages.iter().map(message).collect();
        self.runtime.invoke(json!({"Records": records})).await.document().await
    }
}

/// A request as a Function URL sends it, payload format 2.0, from somebody who has signed in; `other` are its
/// members that differ.
pub(crate) fn event(method: &str, uri: &Uri, other: Value) -> Value {
    let host = "id.lambda-url.us-east-1.on.aws";
    let path = uri.path();
    let mut event = json!({
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": uri.query().unwrap_or_default(),
        "cookies": [session::cookie()],
        "headers": {"accept": "application/json", "host": host, "x-forwarded-proto": "https"},
        "requestContext": {
            "accountId": "111122223333",
            "apiId": "id",
            "authorizer": {"iam": {"accountId": "111122223333"}},
            "domainName": host,
            "domainPrefix": "id",
            "http": {"method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "203.0.113.7", "userAgent": "test"},
            "requestId": "4cba2d32-6f3c-4b34-8d2a-2f8d6ccd1f2a",
            "routeKey": "$default",
            "stage": "$default",
            "time": "22/Nov/2026:16:00:00 +0000",
            "timeEpoch": 1795363200000_i64
        },
        "isBase64Encoded": false
    });
    event.as_object_mut().unwrap().extend(other.as_object().unwrap().clone());
    event
}
