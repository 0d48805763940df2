//! The binary `api` as AWS Lambda drives it: it polls a Runtime API for events and posts its answers.

mod binary;
mod runtime;

use emulator::Emulator;
use model::{Detail, Event, Page, Problem};
use serde_json::{Value, json};
use store::{Config, Retention, Store};

use binary::Running;
use runtime::Runtime;

/// A running function over a table with the corpus in it.
struct Function {
    runtime: Runtime,
    _binary: Running,
    table: Option<emulator::Served>,
}

impl Function {
    async fn start() -> Function {
        let emulator = Emulator::memory().unwrap();
        let config = Config { retention: Retention::Forever, ..Config::default() };
        let store = Store::new(emulator.client(), config);
        store.create_table().await.unwrap();
        store.put(events(), "2026-11-22T16:00:00Z".parse().unwrap()).await.unwrap();
        let table = emulator.serve("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let runtime = Runtime::start().await;
        let binary = Running::start(&[
            ("AWS_LAMBDA_RUNTIME_API", runtime.addr()),
            ("AWS_LAMBDA_FUNCTION_NAME", "api".to_owned()),
            ("AWS_LAMBDA_FUNCTION_VERSION", "1".to_owned()),
            ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256".to_owned()),
            ("AWS_REGION", "us-east-1".to_owned()),
            ("AWS_ACCESS_KEY_ID", "test".to_owned()),
            ("AWS_SECRET_ACCESS_KEY", "test".to_owned()),
            ("AWS_ENDPOINT_URL_DYNAMODB", format!("http://{}", table.addr())),
            ("WHODUNIT_RETENTION", "forever".to_owned()),
        ]);
        Function { runtime, _binary: binary, table: Some(table) }
    }

    /// The answer to a GET that comes by `event`: its status, headers and body.
    async fn answer(&self, event: Value) -> (u64, Value, String) {
        let answer = self.runtime.invoke(event).await;
        let body = answer["body"].as_str().unwrap_or_default().to_owned();
        (answer["statusCode"].as_u64().unwrap(), answer["headers"].clone(), body)
    }
}

fn events() -> Vec<Event> {
    corpus::cases().iter().filter_map(|case| Event::from_record(case.record).ok()).collect()
}

/// As an HTTP API of API Gateway sends it, payload format 2.0.
fn http_api(path: &str, query: &str) -> Value {
    json!({
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": query,
        "headers": {"accept": "application/json", "host": "id.execute-api.us-east-1.amazonaws.com", "x-forwarded-proto": "https"},
        "requestContext": {
            "accountId": "111122223333",
            "apiId": "id",
            "domainName": "id.execute-api.us-east-1.amazonaws.com",
            "domainPrefix": "id",
            "http": {"method": "GET", "path": path, "protocol": "HTTP/1.1", "sourceIp": "203.0.113.7", "userAgent": "test"},
            "requestId": "JKJaXmPLvHcESHA=",
            "routeKey": "$default",
            "stage": "$default",
            "time": "22/Nov/2026:16:00:00 +0000",
            "timeEpoch": 1795363200000_i64
        },
        "isBase64Encoded": false
    })
}

/// As a Function URL sends it: the same format with a domain of its own, and no stage of one's own.
fn function_url(path: &str, query: &str) -> Value {
    let mut event = http_api(path, query);
    let host = "id.lambda-url.us-east-1.on.aws";
    event["headers"]["host"] = json!(host);
    event["requestContext"]["domainName"] = json!(host);
    event["requestContext"]["authorizer"] = json!({"iam": {"accountId": "111122223333"}});
    event
}

#[tokio::test]
async fn the_function_answers_behind_both_doors() {
    let function = Function::start().await;
    let filter: model::Filter = "event:RunInstances".parse().unwrap();
    let expected = events().iter().filter(|event| filter.matches(event)).count();
    for door in [http_api, function_url] {
        let (status, headers, body) =
            function.answer(door("/api/events", "q=event%3ARunInstances&from=2010-01-01&size=100")).await;
        assert_eq!((status, &headers["content-type"]), (200, &json!("application/json")), "{body}");
        assert_eq!(headers["cache-control"], "no-store");
        let page: Page = serde_json::from_str(&body).unwrap();
        assert!(expected > 0 && page.rows.len() == expected, "{page:?}");

        let (status, _, body) = function.answer(door(&format!("/api/events/{}", page.rows[0].id), "")).await;
        let detail: Detail = serde_json::from_str(&body).unwrap();
        let event = events().into_iter().find(|event| event.id == page.rows[0].id).unwrap();
        assert_eq!((status, &*detail.record), (200, &*event.record));

        let (status, headers, body) = function.answer(door("/api/events.csv", "from=2010-01-01")).await;
        assert_eq!((status, &headers["content-type"]), (200, &json!("text/csv; charset=utf-8")));
        assert!(body.starts_with("\"User name\","), "{body}");

        let (status, _, body) = function.answer(door("/api/events", "q=evnt%3Ax")).await;
        let problem: Problem = serde_json::from_str(&body).unwrap();
        assert_eq!((status, &*problem.code), (400, "badQuery"));
    }
}

#[tokio::test]
async fn without_its_table_the_function_says_so_and_lives_on() {
    let mut function = Function::start().await;
    drop(function.table.take());
    for _ in 0..2 {
        let (status, _, body) = function.answer(http_api("/api/health", "")).await;
        assert_eq!(status, 503, "{body}");
    }
}
