//! What was asked becomes an event, once, also by rollers that die.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use emulator::Emulator;
use ingest::{Place, record_asked};
use model::{Asked, Event, Timestamp};
use serde_json::Value;
use store::{Config, Store};

fn now() -> Timestamp {
    "2026-11-22T16:00:00Z".parse().unwrap()
}

async fn events(store: &Store) -> Vec<Event> {
    let query = "q=category:activity+service:whodunit&size=100".parse().unwrap();
    let page = store.page(&query, now().plus_millis(60_000)).await.unwrap();
    let mut events = Vec::new();
    for row in page.rows {
        let record = store.event(&row.id, now()).await.unwrap().unwrap().record;
        events.push(Event::from_record(&record).unwrap());
    }
    events
}

fn requests(events: &[Event]) -> u64 {
    let of = |event: &Event| -> Value { serde_json::from_str(&event.record).unwrap() };
    let count = |event| of(event)["eventData"]["additionalEventData"]["requests"].as_u64().unwrap();
    events.iter().map(count).sum()
}

#[tokio::test]
async fn a_roller_may_die_at_any_step() {
    for step in ["Query", "UpdateItem", "BatchWriteItem", "DeleteItem"] {
        let engine = Emulator::memory().unwrap();
        let store = Store::new(engine.client(), Config::default());
        store.create_table().await.unwrap();
        let dying = store.with_client(engine.failing_client(step, Arc::new(AtomicBool::new(true))));
        let asked = Asked { name: "SearchEvents".to_owned(), who: "Ana".to_owned(), ..Asked::default() };

        store.ask(&asked.to_text(), now()).await.unwrap();
        record_asked(&dying, None, now()).await.unwrap_err();
        store.ask(&asked.to_text(), now().plus_millis(1_000)).await.unwrap();
        record_asked(&store, None, now()).await.unwrap();
        record_asked(&store, None, now()).await.unwrap();
        let events = events(&store).await;
        assert_eq!(requests(&events), 2, "{step}: {events:?}");
        // What was sealed is an event of its own.
        let sealed = ["BatchWriteItem", "DeleteItem"].contains(&step);
        assert_eq!(events.len(), if sealed { 2 } else { 1 }, "{step}");
        assert_eq!(record_asked(&store, None, now()).await.unwrap(), 0, "{step}");
    }
}

#[tokio::test]
async fn an_event_says_who_and_what_and_is_a_read() {
    let store = Store::new(Emulator::memory().unwrap().client(), Config::default());
    store.create_table().await.unwrap();
    let hostile = "<script>\"}\u{202e}\n";
    let asked = Asked {
        name: "GetEvent".to_owned(),
        parameters: [("eventId".to_owned(), hostile.to_owned())].into(),
        subject: Some("s-1".to_owned()),
        who: hostile.to_owned(),
        access_key: None,
        address: Some("2001:db8::7".to_owned()),
        agent: Some(hostile.to_owned()),
    };
    store.ask(&asked.to_text(), now()).await.unwrap();
    assert_eq!(record_asked(&store, None, now()).await.unwrap(), 1);
    let [event] = &events(&store).await[..] else { panic!("one event") };
    assert_eq!((event.time, event.access), (now(), model::Access::Read));
    assert_eq!(event.identity.user_name.as_deref(), Some(hostile));
    assert_eq!(
        (event.user_agent.as_deref(), event.source_ip.as_deref()),
        (Some(hostile), Some("2001:db8::7"))
    );
    assert_eq!((event.source.as_str(), event.id.len()), ("whodunit", 36));
}

fn hosted() -> Place {
    Place::of_function("arn:aws:lambda:eu-west-1:111122223333:function:whodunit-RollFunction-1A2B:live")
        .unwrap()
}

#[tokio::test]
async fn in_an_account_an_event_is_of_that_account_and_its_region() {
    let store = Store::new(Emulator::memory().unwrap().client(), Config::default());
    store.create_table().await.unwrap();
    let asked = Asked { name: "CreateView".to_owned(), who: "Ana".to_owned(), ..Asked::default() };
    store.ask(&asked.to_text(), now()).await.unwrap();
    record_asked(&store, Some(&hosted()), now()).await.unwrap();
    let query = "q=category:activity+account:111122223333+region:eu-west-1+access:write".parse().unwrap();
    assert_eq!(store.page(&query, now().plus_millis(60_000)).await.unwrap().rows.len(), 1);
    assert_eq!(Place::of_function("arn:aws:sts:eu-west-1:111122223333:function:x"), None);
    assert_eq!(Place::of_function(""), None);
}

#[tokio::test]
async fn what_an_earlier_version_told_otherwise_is_told() {
    let engine = Emulator::memory().unwrap();
    let store = Store::new(engine.client(), Config::default());
    store.create_table().await.unwrap();
    let dying = store.with_client(engine.failing_client("DeleteItem", Arc::new(AtomicBool::new(true))));
    let asked = Asked { name: "SearchEvents".to_owned(), who: "Ana".to_owned(), ..Asked::default() };
    store.ask(&asked.to_text(), now()).await.unwrap();
    record_asked(&dying, None, now()).await.unwrap_err();
    assert_eq!(record_asked(&store, Some(&hosted()), now()).await.unwrap(), 1);
    assert_eq!(record_asked(&store, Some(&hosted()), now()).await.unwrap(), 0);
    assert_eq!(requests(&events(&store).await), 1);
}
