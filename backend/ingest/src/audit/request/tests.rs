use serde_json::json;

use super::*;

const CHANNEL: &str = "channelArn=arn%3Aaws%3Acloudtrail%3Aus-east-1%3A111122223333%3Achannel%2Fa-b";

#[track_caller]
fn refused(query: &str, body: &str, code: &str, message: &str) {
    let failure = Request::read(query, body.as_bytes()).unwrap_err();
    assert_eq!((failure.code, failure.message.as_str()), (code, message), "{query} {}", clip(body));
    assert_eq!(failure.status, 400);
}

#[test]
fn what_a_client_sends() {
    let body = r#"{"auditEvents":[{"id":"a","eventData":"{}"},
        {"id":"EXAMPLE3_0f1f-4","eventData":"{\"a\":\"\\u00e9\"}","eventDataChecksum":"c","of tomorrow":1}],"more":[]}"#;
    let request = Request::read(&format!("{CHANNEL}&externalId=X%2By%3D1"), body.as_bytes()).unwrap();
    assert_eq!(request.channel, "arn:aws:cloudtrail:us-east-1:111122223333:channel/a-b");
    assert_eq!(request.external_id.as_deref(), Some("X+y=1"));
    let second = &request.events[1];
    assert_eq!((second.id.as_str(), second.data.as_str()), ("EXAMPLE3_0f1f-4", r#"{"a":"\u00e9"}"#));
    assert_eq!((second.checksum.as_deref(), request.events[0].checksum.as_deref()), (Some("c"), None));
    assert_eq!(Request::read("channelArn=a-b", body.as_bytes()).unwrap().channel, "a-b");
}

#[test]
fn a_query_string_that_is_refused() {
    let invalid = |path: &str, constraint: &str| {
        format!(
            "1 validation error detected: Value at '{path}' failed to satisfy constraint: Member must {constraint}"
        )
    };
    refused("", "{}", "ValidationException", &invalid("channelArn", "not be null"));
    refused("channelArn=", "{}", "InvalidChannelARN", "`` is not the ARN of a channel.");
    refused(
        "channelArn=arn:aws:s3:::x",
        "{}",
        "InvalidChannelARN",
        "`arn:aws:s3:::x` is not the ARN of a channel.",
    );
    let external = r"have 2 to 1224 characters and satisfy regular expression pattern: ^[\w+=,.@:\/-]*$";
    for id in ["", "a", "a%20b", "%00%00", &"a".repeat(1_225)] {
        let query = format!("{CHANNEL}&externalId={id}");
        refused(&query, "{}", "ValidationException", &invalid("externalId", external));
    }
}

#[test]
fn a_body_that_is_refused() {
    let id = "have 1 to 128 characters and satisfy regular expression pattern: ^[-_A-Za-z0-9]+$";
    let many = |count: usize| {
        let events = (0..count).map(|n| json!({ "id": n.to_string(), "eventData": "{}" }));
        json!({ "auditEvents": events.collect::<Vec<_>>() }).to_string()
    };
    let long = json!({ "auditEvents": [{ "id": "a".repeat(129), "eventData": "{}" }] }).to_string();
    for (body, path, constraint) in [
        ("{}", "auditEvents", "not be null"),
        (r#"{"auditEvents":null}"#, "auditEvents", "not be null"),
        (r#"{"auditEvents":[]}"#, "auditEvents", "have length greater than or equal to 1"),
        (&many(101), "auditEvents", "have length less than or equal to 100"),
        (r#"{"auditEvents":[null]}"#, "auditEvents.1.member", "not be null"),
        (r#"{"auditEvents":[{"eventData":"{}"}]}"#, "auditEvents.1.member.id", "not be null"),
        (
            r#"{"auditEvents":[{"id":"a","eventData":""},{"id":"b"}]}"#,
            "auditEvents.2.member.eventData",
            "not be null",
        ),
        (r#"{"auditEvents":[{"id":"","eventData":"{}"}]}"#, "auditEvents.1.member.id", id),
        (r#"{"auditEvents":[{"id":"a b","eventData":"{}"}]}"#, "auditEvents.1.member.id", id),
        (r#"{"auditEvents":[{"id":"é","eventData":"{}"}]}"#, "auditEvents.1.member.id", id),
        (&long, "auditEvents.1.member.id", id),
    ] {
        let message = format!(
            "1 validation error detected: Value at '{path}' failed to satisfy constraint: Member must {constraint}"
        );
        refused(CHANNEL, body, "ValidationException", &message);
    }
    assert_eq!(Request::read(CHANNEL, many(100).as_bytes()).unwrap().events.len(), 100);
    refused(
        CHANNEL,
        r#"{"auditEvents":[{"id":"a","eventData":"1"},{"id":"b","eventData":"2"},{"id":"a","eventData":"1"}]}"#,
        "DuplicatedAuditEventId",
        "Events 1 and 3 of the request have the same id, `a`.",
    );
}

#[test]
fn a_body_that_cannot_be_read() {
    for (body, message) in [
        ("", "The body cannot be read at line 1, column 0: EOF while parsing a value"),
        ("auditEvents=1", "The body cannot be read at line 1, column 1: expected value"),
        (
            r#"{"auditEvents":[{"id":1}]}"#,
            "The body cannot be read at line 1, column 23: invalid type: integer `1`, expected a string",
        ),
        (
            r#"{"auditEvents":[{"id":"a","eventData":{}}]}"#,
            "The body cannot be read at line 1, column 38: invalid type: map, expected a string",
        ),
        (r#"{"auditEvents":[]} x"#, "The body cannot be read at line 1, column 20: trailing characters"),
    ] {
        refused(CHANNEL, body, "SerializationException", message);
    }
    let long =
        format!(r#"{{"auditEvents":"{}"}}"#, "\u{1b}".repeat(10)).replace('\u{1b}', &"\\u001b".repeat(1_000));
    let failure = Request::read(CHANNEL, long.as_bytes()).unwrap_err();
    assert!(failure.message.len() < 700 && !failure.message.contains('\u{1b}'), "{}", failure.message);
    let lone = r#"{"auditEvents":[{"id":"a","eventData":"\ud800"}]}"#;
    assert_eq!(Request::read(CHANNEL, lone.as_bytes()).unwrap_err().code, "SerializationException");
    assert_eq!(Request::read(CHANNEL, b"\xff").unwrap_err().code, "SerializationException");
}
