//! Every file of the corpus into a store of its own, and what the receipt says of it.

use corpus::{File, Form, files};
use emulator::Emulator;
use ingest::{Kind, Limits, Receipt, log_file};
use model::{Event, Timestamp};
use store::{Config, Retention, Store};

async fn store(retention: Retention) -> Store {
    let store = Store::new(Emulator::memory().unwrap().client(), Config { retention, ..Config::default() });
    store.create_table().await.unwrap();
    store
}

fn now() -> Timestamp {
    "2026-11-22T16:00:00Z".parse().unwrap()
}

async fn load(store: &Store, file: &File) -> Receipt {
    let receipt = log_file(store, Limits::default(), now(), file.name, &file.bytes).await.unwrap();
    let booked = receipt.stored
        + receipt.duplicates
        + receipt.conflicts.count
        + receipt.expired
        + receipt.rejected.count;
    assert_eq!(booked, receipt.records, "{}: {receipt:?}", file.name);
    receipt
}

#[tokio::test]
async fn every_record_of_every_file_is_accounted_for() {
    for file in files() {
        let store = store(Retention::Forever).await;
        let receipt = load(&store, &file).await;
        let name = file.name;
        assert_eq!(receipt.stored, file.distinct as u64, "{name}: {receipt:?}");
        let again = receipt.duplicates + receipt.conflicts.count;
        assert_eq!(again, (file.events - file.distinct) as u64, "{name}: {receipt:?}");
        assert_eq!(receipt.rejected.count, file.refused as u64, "{name}: {receipt:?}");
        let kind = match file.form {
            Form::Records | Form::Lines | Form::EventBridge | Form::Lookup => None,
            Form::Digest => Some(Kind::Digest),
            Form::Notification => Some(Kind::Notification),
            Form::TestEvent => Some(Kind::TestEvent),
            Form::Marker => Some(Kind::Marker),
            Form::Foreign => Some(Kind::Foreign),
            Form::Garbage if name.ends_with(".gz") => {
                assert_eq!(receipt.failed.count, 1, "{name}: {receipt:?}");
                continue;
            }
            Form::Garbage => Some(Kind::NotJson),
        };
        assert_eq!(receipt.files, u64::from(kind.is_none()), "{name}: {receipt:?}");
        assert_eq!(receipt.skipped.first.first().map(|s| s.kind), kind, "{name}: {receipt:?}");
    }
}

#[tokio::test]
async fn doing_it_again_stores_nothing_twice() {
    let store = store(Retention::Forever).await;
    for file in files() {
        load(&store, &file).await;
    }
    for file in files() {
        let receipt = load(&store, &file).await;
        assert_eq!((receipt.stored, receipt.write_units), (0, 0.0), "{}: {receipt:?}", file.name);
    }
}

#[tokio::test]
async fn another_content_under_a_known_id_is_reported_and_the_first_is_kept() {
    let store = store(Retention::Forever).await;
    let file = files().into_iter().find(|file| file.name == "same-id.json").unwrap();
    let receipt = load(&store, &file).await;
    let conflict = receipt.conflicts.first.first().unwrap();
    assert_eq!((conflict.record, &*conflict.file), (2, "same-id.json"));
    let kept = store.event(&conflict.event_id, now()).await.unwrap().unwrap();
    assert_eq!(kept.summary.source_ip.as_deref(), Some("203.0.113.7"));
}

#[tokio::test]
async fn what_is_past_retention_is_counted_and_not_stored() {
    let store = store(Retention::Days(90)).await;
    let file = files().into_iter().find(|file| file.name == "records.json").unwrap();
    let receipt = load(&store, &file).await;
    assert_eq!((receipt.stored, receipt.expired), (0, 3), "{receipt:?}");
    assert_eq!(store.newest(now()).await.unwrap(), None);
}

#[tokio::test]
async fn every_kept_record_comes_back_byte_for_byte() {
    let store = store(Retention::Forever).await;
    let records: Vec<&str> = corpus::cases().iter().map(|case| case.record).collect();
    let bytes = format!("{{\"Records\":[{}]}}", records.join(","));
    let receipt = log_file(&store, Limits::default(), now(), "cases.json", bytes.as_bytes()).await.unwrap();
    let events: Vec<Event> = records.iter().filter_map(|record| Event::from_record(record).ok()).collect();
    assert!(events.len() > 200);
    assert_eq!(receipt.stored, events.len() as u64, "{receipt}");
    for event in events {
        let kept = store.event(&event.id, now()).await.unwrap().unwrap();
        assert_eq!(kept.record, *event.record);
    }
}
