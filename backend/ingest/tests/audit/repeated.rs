//! The same id again: clients repeat what they got no answer to, and some give an id twice.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use emulator::Emulator;
use futures::future::join_all;
use model::Event;
use serde_json::Value;

use crate::{Door, data, event, now};

const TAKEN: &str = "another event is stored under this id; that one is kept, and this one is not stored";

#[tokio::test]
async fn a_repetition_is_told_the_same_and_stores_nothing() {
    let door = Door::new().await;
    let first = door.put(&[event("a", data("DeleteCat"))]).await;
    let before = door.detail(first.event_id()).await;
    let otherwise = format!(" {}", data("DeleteCat").to_string().replace(',', " ,\n "));
    for text in [data("DeleteCat").to_string(), otherwise] {
        let again = door.put_later(&[event("a", text)]).await;
        assert_eq!((again.counts(), again.event_id()), ((1, 0), first.event_id()));
    }
    let after = door.detail(first.event_id()).await;
    assert_eq!((after.record, after.received), (before.record, before.received));
    assert_eq!(door.found("category:activity").await.rows.len(), 1);
}

#[tokio::test]
async fn an_id_with_something_else_is_refused_and_the_first_is_kept() {
    let door = Door::new().await;
    let first = door.put(&[event("a", data("DeleteCat"))]).await;
    let again = door.put_later(&[event("a", data("FeedCat")), event("b", data("FeedCat"))]).await;
    assert_eq!(again.counts(), (1, 1));
    let failed = &again.body["failed"][0];
    assert_eq!((&failed["id"], &failed["errorCode"]), (&"a".into(), &"InvalidData".into()));
    assert_eq!(failed["errorMessage"], TAKEN);
    assert_eq!(door.detail(first.event_id()).await.summary.name, "DeleteCat");
}

#[tokio::test]
async fn the_same_many_times_at_once_is_one_event() {
    let door = Door::new().await;
    let events: Vec<Value> = (0..20).map(|n| event(&n.to_string(), data(&format!("Feed{n}")))).collect();
    let answers = join_all((0..8).map(|_| door.put(&events))).await;
    assert!(answers.iter().all(|answer| answer.counts() == (20, 0)));
    let ids: HashSet<String> = answers.iter().map(|answer| answer.body["successful"].to_string()).collect();
    assert_eq!(ids.len(), 1);
    assert_eq!(door.found("category:activity").await.rows.len(), 20);
}

#[tokio::test]
async fn of_different_events_at_once_the_one_that_is_called_stored_is_stored() {
    let door = Door::new().await;
    for round in 0..10 {
        let id = round.to_string();
        let requests = (0..8).map(|n| vec![event(&id, data(&format!("Feed{n}")))]).collect::<Vec<_>>();
        let answers = join_all(requests.iter().map(|events| door.put(events))).await;
        let winners: Vec<usize> = (0..8).filter(|n| answers[*n].counts() == (1, 0)).collect();
        assert_eq!(winners.len(), 1);
        let stored = door.detail(answers[winners[0]].event_id()).await;
        assert_eq!(stored.summary.name, format!("Feed{}", winners[0]));
    }
}

#[tokio::test]
async fn an_event_that_came_in_by_a_download_is_the_same_event() {
    let (first, second) = (Door::new().await, Door::new().await);
    let mut second = second;
    second.channel = first.channel.clone();
    let text = serde_json::to_string(&first.channel).unwrap();
    second.store.set_entry("channels", first.channel.arn.rsplit('/').next().unwrap(), &text).await.unwrap();
    let stored = first.put(&[event("a", data("DeleteCat"))]).await;
    let record = first.detail(stored.event_id()).await.record;
    second.store.put(vec![Event::from_record(&record).unwrap()], now()).await.unwrap();

    let again = second.put_later(&[event("a", data("DeleteCat"))]).await;
    assert_eq!((again.counts(), again.event_id()), ((1, 0), stored.event_id()));
    assert_eq!(second.detail(stored.event_id()).await.record, record);
}

#[tokio::test]
async fn what_could_not_be_stored_is_not_called_stored_and_may_come_again() {
    let refusing = Arc::new(AtomicBool::new(false));
    let engine = Emulator::memory().unwrap();
    let door = Door::over(engine.failing_client("BatchWriteItem", refusing.clone())).await;
    let events = [event("a", data("DeleteCat")), event("b", data("FeedCat"))];
    refusing.store(true, Ordering::SeqCst);
    let answer = door.put(&events).await;
    // Clients repeat this by themselves.
    assert_eq!(
        (answer.status, answer.headers["x-amzn-errortype"].as_bytes()),
        (503, &b"ServiceUnavailable"[..])
    );
    assert!(answer.body.get("successful").is_none());
    assert!(door.found("category:activity").await.rows.is_empty());

    refusing.store(false, Ordering::SeqCst);
    assert_eq!(door.put_later(&events).await.counts(), (2, 0));
    assert_eq!(door.found("category:activity").await.rows.len(), 2);
}
