use serde_json::{Value, json};

use super::*;

const ACCOUNT: &str = "111122223333";

/// An event with every member of the schema, each at its bound.
fn full() -> Value {
    let filled = |bytes: usize| json!({ "k": "x".repeat(bytes - r#"{"k":""}"#.len()) });
    json!({
        "version": "v".repeat(256),
        "userIdentity": { "type": "t".repeat(128), "principalId": "é".repeat(1_024), "details": {"a": 1} },
        "userAgent": "a".repeat(1_024),
        "eventSource": "s".repeat(1_024),
        "eventName": "n".repeat(1_024),
        "eventTime": "2026-11-22T14:00:00Z",
        "UID": "u".repeat(1_024),
        "requestParameters": filled(102_400),
        "responseElements": filled(102_400),
        "errorCode": "c".repeat(256),
        "errorMessage": "m".repeat(256),
        "sourceIPAddress": "2001:db8::7",
        "recipientAccountId": ACCOUNT,
        "additionalEventData": filled(28_672),
        "of tomorrow": [1],
    })
}

/// [`full`] with `value` at `path`; with nothing there when it is `None`.
fn with(path: &str, value: Option<Value>) -> String {
    let mut event = full();
    let (parent, key) =
        path.rsplit_once('.').map_or(("".to_owned(), path), |(parent, key)| (format!("/{parent}"), key));
    let parent = event.pointer_mut(&parent).unwrap().as_object_mut().unwrap();
    match value {
        Some(value) => parent.insert(key.to_owned(), value),
        None => parent.remove(key),
    };
    event.to_string()
}

#[track_caller]
fn refused(text: &str, code: &str, message: &str) {
    let refusal = Data::read(text, ACCOUNT).unwrap_err();
    assert_eq!((refusal.code.as_str(), refusal.message.as_str()), (code, message), "{}", clip(text));
    assert!(refusal.message.chars().count() <= 1_024);
}

#[test]
fn an_event_at_every_bound_is_kept_as_it_is() {
    let text = format!(" {} ", full());
    let data = Data::read(&text, ACCOUNT).unwrap();
    assert_eq!((data.text, data.time.to_short_string().as_str()), (text.as_str(), "2026-11-22T14:00:00Z"));
}

#[test]
fn what_is_required() {
    for path in [
        "version",
        "userIdentity",
        "userIdentity.type",
        "userIdentity.principalId",
        "eventSource",
        "eventName",
        "eventTime",
        "UID",
        "recipientAccountId",
    ] {
        let message = format!("eventData has no {path}, which is required");
        refused(&with(path, None), "FieldNotFound", &message);
        refused(&with(path, Some(Value::Null)), "FieldNotFound", &message);
    }
    refused(&with("UID", Some("".into())), "FieldNotFound", "UID is empty; it is required");
    refused("{}", "FieldNotFound", "eventData has no userIdentity, which is required");
}

#[test]
fn what_is_not() {
    for path in [
        "userIdentity.details",
        "userAgent",
        "requestParameters",
        "responseElements",
        "errorCode",
        "errorMessage",
        "sourceIPAddress",
        "additionalEventData",
    ] {
        Data::read(&with(path, None), ACCOUNT).unwrap();
        Data::read(&with(path, Some(Value::Null)), ACCOUNT).unwrap();
    }
    Data::read(&with("errorCode", Some("".into())), ACCOUNT).unwrap();
}

#[test]
fn what_is_too_long() {
    for (path, longest) in [
        ("version", 256),
        ("userIdentity.type", 128),
        ("userIdentity.principalId", 1_024),
        ("userAgent", 1_024),
        ("eventSource", 1_024),
        ("eventName", 1_024),
        ("eventTime", 64),
        ("UID", 1_024),
        ("recipientAccountId", 16),
        ("sourceIPAddress", 1_024),
        ("errorCode", 256),
        ("errorMessage", 256),
    ] {
        let long = with(path, Some("한".repeat(longest + 1).into()));
        let message = format!("{path} has {} characters; it may have at most {longest}", longest + 1);
        refused(&long, "FieldTooLong", &message);
    }
    for (path, longest) in
        [("requestParameters", 102_400), ("responseElements", 102_400), ("additionalEventData", 28_672)]
    {
        let long = with(path, Some(json!({ "k": "x".repeat(longest - 7) })));
        let message = format!("{path} has {} bytes; it may have at most {longest}", longest + 1);
        refused(&long, "FieldTooLong", &message);
    }
}

#[test]
fn what_has_another_type() {
    for (path, value, message) in [
        ("version", json!(1), "version is 1; it must be a string"),
        ("UID", json!({"a": 1}), r#"UID is {"a":1}; it must be a string"#),
        (
            "recipientAccountId",
            json!(111122223333_u64),
            "recipientAccountId is 111122223333; it must be a string",
        ),
        ("userIdentity", json!("kim"), r#"userIdentity is "kim"; it must be a JSON object"#),
        ("userIdentity.details", json!([]), "userIdentity.details is []; it must be a JSON object"),
        ("requestParameters", json!("a=1"), r#"requestParameters is "a=1"; it must be a JSON object"#),
        ("responseElements", json!(true), "responseElements is true; it must be a JSON object"),
        ("additionalEventData", json!([1]), "additionalEventData is [1]; it must be a JSON object"),
        (
            "eventTime",
            json!("yesterday"),
            "eventTime `yesterday` is not a time such as 2026-11-22T14:00:00Z, in the years 1970 to 9999",
        ),
    ] {
        refused(&with(path, Some(value)), "InvalidData", message);
    }
    refused("[1]", "InvalidData", "eventData is [1]; it must be a JSON object");
    refused("", "InvalidData", "eventData is not readable as JSON: EOF while parsing a value at byte 0");
    refused("{'a':1}", "InvalidData", "eventData is not readable as JSON: key must be a string at byte 1");
    let deep = format!("{{\"a\":{}1{}}}", "[".repeat(128), "]".repeat(128));
    assert_eq!(Data::read(&deep, ACCOUNT).unwrap_err().code, Code::InvalidData);
}

#[test]
fn whose_it_is_and_where_it_comes_from() {
    refused(
        &with("recipientAccountId", Some("444455556666".into())),
        "InvalidRecipient",
        "recipientAccountId is `444455556666`; the channel belongs to account 111122223333",
    );
    for source in ["iam.amazonaws.com", "IAM.AmazonAWS.com", "amazonaws.com", "iam.amazonaws.com."] {
        let message = format!(
            "eventSource `{source}` names an AWS service; events from outside of AWS have a source of their own"
        );
        refused(&with("eventSource", Some(source.into())), "InvalidEventSource", &message);
    }
    for source in ["whodunit", " Whodunit."] {
        let message = format!(
            "eventSource `{source}` is this console's own; events of yours have a source of their own"
        );
        refused(&with("eventSource", Some(source.into())), "InvalidEventSource", &message);
    }
    for source in
        ["github.audit.streaming", "notamazonaws.com", "My shop", "amazonaws.com.example", "whodunit.example"]
    {
        Data::read(&with("eventSource", Some(source.into())), ACCOUNT).unwrap();
    }
}

#[test]
fn the_last_of_members_that_stand_there_twice_counts() {
    let twice = full().to_string().replacen('{', r#"{"recipientAccountId":"444455556666","#, 1);
    Data::read(&twice, ACCOUNT).unwrap();
}
