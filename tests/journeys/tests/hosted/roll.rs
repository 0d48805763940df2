//! `roll`: asked by a schedule, counts the hours that have changed.

use model::filter::Key;
use model::{Count, Event, Exactness, Timestamp};
use serde_json::{Value, json};
use store::Roll;

use crate::function::{Function, Table};

/// What EventBridge's schedule sends.
fn schedule() -> Value {
    json!({"version": "0", "id": "53dc4d37", "detail-type": "Scheduled Event", "source": "aws.events",
        "account": "111122223333", "time": "2026-11-22T16:00:00Z", "region": "us-east-1", "resources": [],
        "detail": {}})
}

fn event(id: &str, time: &str) -> Event {
    let record = format!(
        r#"{{"eventVersion":"1.11","eventTime":"{time}","eventID":"{id}","eventName":"PutObject","eventSource":"s3.amazonaws.com"}}"#
    );
    Event::from_record(&record).unwrap()
}

fn moment(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[tokio::test]
async fn hours_that_have_settled_are_counted_and_newer_ones_noted() {
    let settled = ["2026-11-22T11:10:00Z", "2026-11-22T12:00:00Z", "2026-11-22T12:59:59Z"];
    let events = settled.iter().enumerate().map(|(n, time)| event(&format!("e-{n}"), time)).collect();
    let table = Table::with(events).await;
    // Seen by a roller long ago, whatever this machine's clock says.
    let seen = table.store.roll(Roll::Settled, moment("2020-01-01T00:00:00Z"), |_, _| {}).await.unwrap();
    assert_eq!((seen.hours, seen.left), (0, 2));
    let now = moment("2026-11-22T16:00:00Z");
    table.store.put(vec![event("e-3", "2026-11-22T15:30:00Z")], now).await.unwrap();

    let function = Function::start("roll", table.served.addr()).await;
    assert_eq!(function.runtime.invoke(schedule()).await.document().await, Value::Null);
    let line = &function.binary.logged("fields")["fields"];
    assert_eq!((&line["message"], &line["hours"], &line["left"]), (&json!("rolled"), &json!(2), &json!(1)));

    // Its second time finds only what has not settled yet.
    assert_eq!(function.runtime.invoke(schedule()).await.document().await, Value::Null);
    let line = &function.binary.logged("fields")["fields"];
    assert_eq!((&line["hours"], &line["left"]), (&json!(0), &json!(1)), "{line}");

    let query = "from=2026-11-22&to=2026-11-23".parse().unwrap();
    let facets = table.store.facets(&query, &[Key::Service], now).await.unwrap();
    let [service] = &facets.facets[0].values[..] else { panic!("{facets:?}") };
    assert_eq!((&*service.value, service.count), ("s3", Count { n: 4, exactness: Exactness::Exact }));
}

#[tokio::test]
async fn without_its_table_the_function_fails_and_its_alarm_hears_of_it() {
    let Table { served, .. } = Table::with(Vec::new()).await;
    let function = Function::start("roll", served.addr()).await;
    drop(served);
    let answer = function.runtime.invoke(schedule()).await.document().await;
    assert!(answer["errorMessage"].is_string(), "{answer}");
}
