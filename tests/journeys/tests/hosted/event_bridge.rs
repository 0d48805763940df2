//! `event-bridge`: messages of a queue, each an EventBridge event from CloudTrail.

use model::{Event, Source, Timestamp};
use serde_json::{Value, json};

use crate::function::{Function, Table};

const RECORD: &str = r#"{"eventVersion":"1.11","eventTime":"2026-11-22T14:00:00Z","eventID":"e-1","eventName":"PutBucketTagging","eventSource":"s3.amazonaws.com","requestParameters":{"n":1,"a":2}}"#;

/// An envelope around the text of a record, byte for byte.
fn envelope(name: &str, record: &str) -> String {
    format!(
        r#"{{"version":"0","id":"6a7e","detail-type":"{name}","source":"aws.s3","account":"111122223333","time":"2026-11-22T14:00:00Z","region":"us-east-1","resources":[],"detail":{record}}}"#
    )
}

fn api_call(record: &str) -> String {
    envelope("AWS API Call via CloudTrail", record)
}

#[tokio::test]
async fn records_are_stored_as_they_came_and_what_is_refused_is_given_back() {
    let table = Table::with(Vec::new()).await;
    let function = Function::start("event-bridge", table.served.addr()).await;
    let nameless = r#"{"eventVersion":"1.11","eventTime":"2026-11-22T14:00:00Z","eventID":"e-2"}"#;
    let state = envelope("EC2 Instance State-change Notification", r#"{"state":"running"}"#);
    let messages = [("m-1", &*api_call(RECORD)), ("m-2", &api_call(nameless)), ("m-3", &state), ("m-4", "{")];
    let answer = function.take(&messages).await;
    let given_back = ["m-2", "m-3", "m-4"].map(|id| json!({"itemIdentifier": id}));
    assert_eq!(answer, json!({"batchItemFailures": given_back}));

    let now = "2026-11-22T16:00:00Z".parse().unwrap();
    let stored = table.store.event("e-1", now).await.unwrap().unwrap();
    assert_eq!(&*stored.record, RECORD);

    let line = function.binary.logged("receipt");
    let counts = ["Stored", "Duplicates", "Rejected", "Conflicts", "Failed"].map(|name| line[name].clone());
    assert_eq!(counts, [1, 0, 1, 0, 3].map(Value::from), "{line}");
    assert_eq!((&line["FunctionName"], &line["messages"]), (&json!("event-bridge"), &json!(4)));
    assert!(line["failed"][0]["reason"].as_str().unwrap().contains("eventName"), "{line}");
}

#[tokio::test]
async fn what_arrived_is_noted_once_for_a_batch() {
    let table = Table::with(Vec::new()).await;
    let function = Function::start("event-bridge", table.served.addr()).await;
    let (account, region) = ("111122223333", "us-east-1");
    let now = api_now();
    let record = |id: &str| {
        let time = now.plus_millis(-60_000).to_short_string();
        format!(
            r#"{{"eventVersion":"1.11","eventTime":"{time}","eventID":"{id}","eventName":"PutObject","eventSource":"s3.amazonaws.com","awsRegion":"{region}","recipientAccountId":"{account}"}}"#
        )
    };
    let (a, b) = (api_call(&record("a")), api_call(&record("b")));
    let batch = [("m-1", &*a), ("m-2", &*b)];
    for (stored, redelivered) in [(2, Value::Null), (0, json!(1))] {
        assert_eq!(function.take(&batch).await, json!({"batchItemFailures": []}));
        let line = function.binary.logged("receipt");
        assert_eq!((&line["Stored"], &line["receipt"]["redelivered"]), (&json!(stored), &redelivered));
        assert_eq!(line["receipt"]["noteUnits"], json!(2.0), "the stream and the batch, or the batch twice");
    }
    let status = table.store.status(None, now.plus_millis(60_000)).await.unwrap();
    let [stream] = &status.streams[..] else { panic!("{status:?}") };
    assert_eq!((&*stream.account, &*stream.region, stream.source), (account, region, Source::EventBridge));
    assert_eq!((stream.files, stream.events, stream.redelivered), (1, 2, 1));
    assert!(stream.lag.is_some_and(|lag| lag >= 60), "{stream:?}");
}

/// The function has the clock of this machine.
fn api_now() -> Timestamp {
    let since = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap();
    Timestamp::from_millis(i64::try_from(since.as_millis()).unwrap())
}

#[tokio::test]
async fn an_event_that_a_log_file_brought_is_there_once() {
    let table = Table::with(vec![Event::from_record(RECORD).unwrap()]).await;
    let function = Function::start("event-bridge", table.served.addr()).await;
    // The same members in another order and with other space; and another event under the same id.
    let pretty = serde_json::to_string_pretty(&serde_json::from_str::<Value>(RECORD).unwrap()).unwrap();
    assert_ne!(pretty, RECORD);
    let other = RECORD.replace("PutBucketTagging", "DeleteBucket");
    let answer = function.take(&[("m-1", &api_call(&pretty)), ("m-2", &api_call(&other))]).await;
    assert_eq!(answer, json!({"batchItemFailures": []}));

    let line = function.binary.logged("receipt");
    assert_eq!((&line["Duplicates"], &line["Conflicts"], &line["Stored"]), (&json!(1), &json!(1), &json!(0)));
    assert_eq!(line["receipt"]["conflicts"]["first"][0]["eventID"], "e-1");
    let now = "2026-11-22T16:00:00Z".parse().unwrap();
    assert_eq!(&*table.store.event("e-1", now).await.unwrap().unwrap().record, RECORD);
}

#[tokio::test]
async fn without_its_table_every_message_is_given_back() {
    let Table { served, .. } = Table::with(Vec::new()).await;
    let function = Function::start("event-bridge", served.addr()).await;
    drop(served);
    let answer = function.take(&[("m-1", &api_call(RECORD))]).await;
    assert_eq!(answer, json!({"batchItemFailures": [{"itemIdentifier": "m-1"}]}));
    assert_eq!(function.binary.logged("receipt")["Failed"], 1);
}
