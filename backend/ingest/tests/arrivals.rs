//! What the doors note of what arrived.

use emulator::Emulator;
use ingest::{Limits, Loader, Receipt};
use model::{Source, Stream, Timestamp};
use store::{Config, Store};

const NAME: &str = "s3://logs/AWSLogs/111122223333/CloudTrail/us-east-1/2026/11/22/\
                    111122223333_CloudTrail_us-east-1_20261122T1205Z_a.json.gz";

fn now() -> Timestamp {
    "2026-11-22T16:00:00Z".parse().unwrap()
}

fn record(id: &str, time: &str, region: &str) -> String {
    format!(
        r#"{{"eventVersion":"1.11","eventTime":"{time}","eventID":"{id}","eventName":"A",
        "eventSource":"s3.amazonaws.com","awsRegion":"{region}","recipientAccountId":"111122223333"}}"#
    )
}

async fn store() -> Store {
    let store = Store::new(Emulator::memory().unwrap().client(), Config::default());
    store.create_table().await.unwrap();
    store
}

async fn load(store: &Store, door: Option<Source>, files: &[(&str, &[u8])]) -> Receipt {
    let mut loader = Loader::new(store.clone(), Limits::default(), now());
    if let Some(door) = door {
        loader = loader.by(door);
    }
    for (name, bytes) in files {
        loader.file(name, bytes).await.unwrap();
    }
    loader.finish().await.unwrap();
    loader.receipt().clone()
}

async fn streams(store: &Store) -> Vec<Stream> {
    store.status(None, now()).await.unwrap().streams
}

#[tokio::test]
async fn a_file_is_one_delivery_by_whatever_path_it_comes() {
    let store = store().await;
    let times = ["2026-11-22T12:01:00Z", "2026-11-22T12:03:00Z"];
    let records: Vec<String> = times.iter().map(|time| record(time, time, "us-east-1")).collect();
    let file = format!(r#"{{"Records":[{},{{"eventID":"x"}}]}}"#, records.join(","));
    let first = load(&store, None, &[(NAME, file.as_bytes())]).await;
    // The stream's name, and the file: nothing for each event.
    assert_eq!((first.stored, first.redelivered, first.note_units), (2, 0, 2.0));
    let again = load(&store, None, &[(NAME, file.as_bytes())]).await;
    assert_eq!((again.duplicates, again.redelivered), (2, 1));
    let [stream] = &streams(&store).await[..] else { panic!() };
    assert_eq!((&*stream.region, stream.source), ("us-east-1", Source::LogFiles));
    assert_eq!((stream.files, stream.events, stream.rejected, stream.redelivered), (1, 2, 1, 1));
}

#[tokio::test]
async fn a_file_without_records_arrived_too_and_a_cut_one_is_not_counted() {
    let store = store().await;
    load(&store, None, &[(NAME, br#"{"Records":[]}"#)]).await;
    let [stream] = &streams(&store).await[..] else { panic!() };
    assert_eq!((stream.files, stream.events, stream.first_hour), (1, 0, None));
    let files = corpus::files();
    let cut = files.iter().find(|file| file.name.ends_with(".gz") && file.form == corpus::Form::Garbage);
    let receipt = load(&store, None, &[(NAME, &cut.unwrap().bytes)]).await;
    assert_eq!((receipt.failed.count, receipt.note_units), (1, 0.0));
    load(&store, None, &[("digest.json", br#"{"digestS3Object":"x","digestStartTime":"y"}"#)]).await;
    assert_eq!(streams(&store).await[0].files, 1);
}

#[tokio::test]
async fn what_is_no_file_of_a_trail_goes_by_its_records() {
    let store = store().await;
    let lines = [
        record("a", "2026-11-22T10:59:00Z", "us-east-1"),
        record("b", "2026-11-22T12:01:00Z", "us-east-1"),
        record("c", "2026-11-22T12:02:00Z", "eu-west-1"),
        // Past retention, and of a future that nobody has.
        record("d", "2020-01-01T00:00:00Z", "us-west-2"),
        record("e", "2100-01-01T00:00:00Z", "us-west-2"),
    ];
    load(&store, None, &[("export.ndjson", lines.join("\n").as_bytes())]).await;
    let streams = streams(&store).await;
    let told: Vec<_> = streams.iter().map(|s| (&*s.region, s.source, s.files, s.events)).collect();
    assert_eq!(told, [("eu-west-1", Source::ByHand, 1, 1), ("us-east-1", Source::ByHand, 2, 2)]);
    assert_eq!(streams[1].runs, [1, 1, 1]);
}

#[tokio::test]
async fn messages_of_a_batch_are_one_delivery() {
    let store = store().await;
    let records = ["a", "b", "c"].map(|id| record(id, "2026-11-22T12:01:00Z", "us-east-1"));
    let messages: Vec<(&str, &[u8])> = records.iter().map(|record| ("m", record.as_bytes())).collect();
    let receipt = load(&store, Some(Source::EventBridge), &messages).await;
    assert_eq!(receipt.note_units, 2.0);
    let turned: Vec<_> = messages.iter().rev().copied().collect();
    assert_eq!(load(&store, Some(Source::EventBridge), &turned).await.redelivered, 1);
    let [stream] = &streams(&store).await[..] else { panic!() };
    assert_eq!((stream.source, stream.files, stream.events), (Source::EventBridge, 1, 3));
}

#[tokio::test]
async fn what_cannot_be_noted_is_stored_and_not_passed_over() {
    let (client, good) = (Emulator::memory().unwrap().client(), Config::default());
    let store = Store::new(client.clone(), good.clone());
    store.create_table().await.unwrap();
    let mut loader = Loader::new(store.clone(), Limits::default(), now());
    loader.file(NAME, record("a", "2026-11-22T12:01:00Z", "us-east-1").as_bytes()).await.unwrap();
    loader.finish().await.unwrap();
    // All of it is gone, so nothing can be noted any more.
    client.delete_table().table_name(&good.table).send().await.unwrap();
    loader.file(&NAME.replace("us-east-1", "eu-west-1"), br#"{"Records":[]}"#).await.unwrap();
    for _ in 0..2 {
        assert!(loader.finish().await.is_err());
    }
    store.create_table().await.unwrap();
    loader.finish().await.unwrap();
    assert_eq!(streams(&store).await[0].files, 1);
}
