//! What is refused, by AWS's names, and always with status 400.

use super::*;

#[track_caller]
fn is_refused(answer: &Answer, code: &str) {
    assert_eq!(answer.status, 400, "{}", answer.body);
    let body: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!((body.as_object().unwrap().len(), &body["__type"]), (2, &json!(code)));
    assert!(answer.body.starts_with(&format!(r#"{{"__type":"{code}","message":""#)), "{}", answer.body);
    assert_eq!(answer.headers["content-type"], "application/x-amz-json-1.1");
}

#[tokio::test]
async fn each_mistake_has_its_name() {
    let door = Door::with(Vec::new(), Settings::default()).await;
    for (request, code) in [
        (json!({"MaxResults": 51}), "InvalidMaxResultsException"),
        (attributes(&[("Nothing", "x")]), "InvalidLookupAttributesException"),
        (attributes(&[("ReadOnly", "True")]), "InvalidLookupAttributesException"),
        (json!({"StartTime": 2, "EndTime": 1}), "InvalidTimeRangeException"),
        (json!({"NextToken": "x"}), "InvalidNextTokenException"),
        (json!({"EventCategory": "data"}), "InvalidEventCategoryException"),
        (json!({"StartTime": "2026-01-01"}), "SerializationException"),
    ] {
        is_refused(&door.ask(&request).await, code);
    }
    let long = format!(r#"{{"x":"{}"}}"#, "x".repeat(lookup::MAX_BODY));
    is_refused(
        &door.send("application/x-amz-json-1.1", TARGET, long).await,
        "RequestEntityTooLargeException",
    );
}

#[tokio::test]
async fn operations_that_are_not_ours() {
    let door = Door::with(Vec::new(), Settings::default()).await;
    for (operation, code) in [
        ("DescribeTrails", "UnsupportedOperationException"),
        ("GetTrailStatus", "UnsupportedOperationException"),
        ("ListPublicKeys", "UnsupportedOperationException"),
        ("StopLogging", "AccessDeniedException"),
        ("Nothing", "UnknownOperationException"),
    ] {
        let target = format!("CloudTrail_20131101.{operation}");
        is_refused(&door.send("application/x-amz-json-1.1", &target, "{}".to_owned()).await, code);
    }
    is_refused(&door.send("text/plain", TARGET, "{}".to_owned()).await, "UnknownOperationException");
}

#[tokio::test]
async fn an_unknown_type_or_name_is_no_mistake() {
    let door = Door::with(corpus(), Settings::default()).await;
    let long = "\u{20ac}".repeat(2_000);
    for pair in
        [("ResourceType", "AWS::No::Such"), ("EventName", &long), ("EventId", &long), ("Username", &long)]
    {
        assert_eq!(door.ask(&attributes(&[pair])).await.body, r#"{"Events":[]}"#);
    }
}

#[tokio::test]
async fn strict_is_as_narrow_as_aws() {
    let door = Door::with(Vec::new(), Settings { strict: true, rate: None }).await;
    let two = attributes(&[("EventName", "A"), ("Username", "b")]);
    is_refused(&door.ask(&two).await, "InvalidLookupAttributesException");
    assert_eq!(door.ask(&json!({})).await.status, 200);
    // The clock of this test stands still.
    is_refused(&door.ask(&json!({})).await, "ThrottlingException");
}

#[tokio::test]
async fn a_rate_that_was_set_counts() {
    let door = Door::with(Vec::new(), Settings { strict: false, rate: Some(50) }).await;
    for _ in 0..50 {
        assert_eq!(door.ask(&json!({})).await.status, 200);
    }
    is_refused(&door.ask(&json!({})).await, "ThrottlingException");
}

#[tokio::test]
async fn a_table_that_does_not_answer_is_told_without_its_words() {
    let store = Store::new(Emulator::memory().unwrap().client(), Config::default());
    let router = lookup::router(store.clone(), now, Settings::default());
    let answer = Door { store, router }.ask(&json!({})).await;
    assert_eq!(answer.status, 503);
    assert!(answer.body.contains("ServiceUnavailable") && !answer.body.contains("Query"), "{}", answer.body);
}
