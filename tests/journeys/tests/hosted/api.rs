//! `api`: what the console asks, through a Function URL.

use corpus::cases;
use model::{Detail, Event, Page, Problem};
use serde_json::json;

use crate::function::{Function, Table};

fn events() -> Vec<Event> {
    cases().iter().filter_map(|case| Event::from_record(case.record).ok()).collect()
}

#[tokio::test]
async fn the_function_answers_who_signed_in() {
    let table = Table::with(events()).await;
    let function = Function::start("api", table.served.addr()).await;
    let filter: model::Filter = "event:RunInstances".parse().unwrap();
    let expected = events().iter().filter(|event| filter.matches(event)).count();
    let answer = function.get("/api/events?q=event%3ARunInstances&from=2010-01-01&size=100").await;
    assert_eq!((answer.status, &answer.headers["content-type"]), (200, &json!("application/json")));
    assert_eq!(answer.headers["cache-control"], "no-store");
    let page: Page = serde_json::from_str(answer.text()).unwrap();
    assert!(expected > 0 && page.rows.len() == expected, "{page:?}");

    let answer = function.get(&format!("/api/events/{}", page.rows[0].id)).await;
    let detail: Detail = serde_json::from_str(answer.text()).unwrap();
    let event = events().into_iter().find(|event| event.id == page.rows[0].id).unwrap();
    assert_eq!((answer.status, &*detail.record), (200, &*event.record));

    let answer = function.get("/api/events.csv?from=2010-01-01").await;
    assert_eq!((answer.status, &answer.headers["content-type"]), (200, &json!("text/csv; charset=utf-8")));
    assert!(answer.text().starts_with("\"User name\","), "{}", answer.text());

    let answer = function.get("/api/events?q=evnt%3Ax").await;
    let problem: Problem = serde_json::from_str(answer.text()).unwrap();
    assert_eq!((answer.status, &*problem.code), (400, "badQuery"));
}

#[tokio::test]
async fn nobody_is_answered_who_did_not_sign_in() {
    let table = Table::with(events()).await;
    let function = Function::start("api", table.served.addr()).await;
    for path in ["/api/events", "/api/events.csv", "/api/health", "/api/nothing", "/"] {
        let answer = function.begin(path, json!({"cookies": []})).await.http().await;
        let problem: Problem = serde_json::from_str(answer.text()).unwrap();
        assert_eq!((answer.status, &*problem.code), (401, "signedOut"), "{path}");
    }
}

#[tokio::test]
async fn without_its_table_the_function_says_so_and_lives_on() {
    let Table { served, .. } = Table::with(Vec::new()).await;
    let function = Function::start("api", served.addr()).await;
    drop(served);
    for _ in 0..2 {
        let answer = function.get("/api/events").await;
        assert_eq!(answer.status, 503, "{}", answer.text());
    }
}
