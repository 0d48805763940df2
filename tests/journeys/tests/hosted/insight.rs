//! `insight`: what the console asks beside the event history.

use corpus::cases;
use model::{Chain, Event, Histogram, Problem};

use crate::function::{Function, Table};

fn events() -> Vec<Event> {
    cases().iter().filter_map(|case| Event::from_record(case.record).ok()).collect()
}

#[tokio::test]
async fn the_function_counts_and_follows_for_who_signed_in() {
    let events = events();
    let table = Table::with(events.clone()).await;
    let function = Function::start("insight", table.served.addr()).await;
    let filter: model::Filter = "event:RunInstances".parse().unwrap();
    let expected = events.iter().filter(|event| filter.matches(event)).count() as u64;
    let answer = function.get("/api/histogram?q=event%3ARunInstances&from=2010-01-01").await;
    let histogram: Histogram = serde_json::from_str(answer.text()).unwrap();
    let counted: u64 = histogram.buckets.iter().map(|b| b.ok + b.denied + b.failed).sum();
    assert!(expected > 0 && counted == expected, "{expected} events, {histogram:?}");

    let answer = function.get(&format!("/api/events/{}/chain", events[0].id)).await;
    let chain: Chain = serde_json::from_str(answer.text()).unwrap();
    assert_eq!(answer.status, 200, "{chain:?}");

    // The rows are another function's.
    let answer = function.get("/api/events").await;
    let problem: Problem = serde_json::from_str(answer.text()).unwrap();
    assert_eq!((answer.status, &*problem.code), (404, "notFound"));
}
