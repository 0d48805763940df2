//! `log-files`: messages of a queue that tell of new objects in a trail's bucket. What it does with an
//! object is tested in the emulated account, which has an S3; here there is none.

use serde_json::json;

use crate::function::{Function, Table};

#[tokio::test]
async fn one_message_fails_without_the_others() {
    let table = Table::with(Vec::new()).await;
    let function = Function::start("log-files", table.served.addr()).await;
    let object = json!({"Records": [{"eventSource": "aws:s3", "eventName": "ObjectCreated:Put",
        "s3": {"bucket": {"name": "trail"}, "object": {"key": "a.json.gz", "size": 100}}}]});
    let messages = [
        ("m-1", r#"{"Service":"Amazon S3","Event":"s3:TestEvent","Bucket":"trail"}"#),
        ("m-2", &object.to_string()),
        ("m-3", "what is this?"),
        ("m-4", r#"{"Records":[]}"#),
    ];
    let answer = function.take(&messages).await;
    let mut given_back: Vec<&str> = answer["batchItemFailures"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["itemIdentifier"].as_str().unwrap())
        .collect();
    given_back.sort_unstable();
    assert_eq!(given_back, ["m-2", "m-3"]);

    let line = function.binary.logged("receipt");
    assert_eq!((&line["messages"], &line["Failed"], &line["level"]), (&json!(4), &json!(2), &json!("WARN")));
    let reasons = line["failed"].to_string();
    assert!(reasons.contains("s3://trail/a.json.gz: GetObject: "), "{reasons}");
    assert!(reasons.contains("the message is not a notice of new objects in S3"), "{reasons}");
}
