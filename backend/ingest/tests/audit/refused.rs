//! What is refused: a request as a whole, or an event alone.

use axum::body::Body;
use axum::http::Request;
use emulator::Emulator;
use ingest::audit::{self, Channel};
use serde_json::{Value, json};
use store::{Config, Store};

use crate::{ACCOUNT, Answer, Door, data, event, now, send};

#[track_caller]
fn check(answer: &Answer, status: u16, code: &str, message: &str) {
    assert_eq!((answer.status, &answer.body), (status, &json!({ "message": message })));
    assert_eq!(answer.headers["x-amzn-errortype"], code);
}

fn body(events: &[Value]) -> String {
    json!({ "auditEvents": events }).to_string()
}

#[tokio::test]
async fn one_bad_event_does_not_cost_the_others() {
    let door = Door::new().await;
    let other = data("A").to_string().replace(ACCOUNT, "444455556666");
    let wrong = json!({ "id": "sum", "eventData": data("A").to_string(), "eventDataChecksum": "x" });
    let answer = door
        .put(&[
            event("good", data("A")),
            event("json", "{"),
            event("other", &other),
            event("old", data("A").to_string().replace("2026-11", "2025-11")),
            wrong,
            event("aws", data("A").to_string().replace("cats.example.com", "iam.amazonaws.com")),
            event("none", "{}"),
            event("also-good", data("B")),
        ])
        .await;
    assert_eq!(answer.counts(), (2, 6));
    let told =
        |failed: &Value| [&failed["id"], &failed["errorCode"]].map(|text| text.as_str().unwrap().to_owned());
    let failed: Vec<[String; 2]> = answer.body["failed"].as_array().unwrap().iter().map(told).collect();
    assert_eq!(
        failed,
        [
            ["json", "InvalidData"],
            ["other", "InvalidRecipient"],
            ["old", "InvalidData"],
            ["sum", "InvalidChecksum"],
            ["aws", "InvalidEventSource"],
            ["none", "FieldNotFound"],
        ]
    );
    assert_eq!(door.found("category:activity").await.rows.len(), 2);
}

#[tokio::test]
async fn nothing_is_stored_of_a_request_that_is_refused() {
    let door = Door::new().await;
    let many: Vec<Value> = (0..101).map(|n| event(&n.to_string(), data("A"))).collect();
    let too_many = "1 validation error detected: Value at 'auditEvents' failed to satisfy constraint: \
                    Member must have length less than or equal to 100";
    check(&door.put(&many).await, 400, "ValidationException", too_many);
    let twice = [event("a", data("A")), event("b", data("B")), event("a", data("A"))];
    let message = "Events 1 and 3 of the request have the same id, `a`.";
    check(&door.put(&twice).await, 400, "DuplicatedAuditEventId", message);
    let answer = door.post(&door.query(), "{").await;
    assert_eq!(
        (answer.status, answer.headers["x-amzn-errortype"].as_bytes()),
        (400, &b"SerializationException"[..])
    );
    assert!(door.found("category:any").await.rows.is_empty());
}

#[tokio::test]
async fn a_body_may_have_a_megabyte() {
    let door = Door::new().await;
    let event = event("a", data("A"));
    let filled = |size: usize| {
        let bare = body(std::slice::from_ref(&event));
        bare.clone() + &" ".repeat(size - bare.len())
    };
    assert_eq!(door.post(&door.query(), filled(1 << 20)).await.counts(), (1, 0));
    let answer = door.post(&door.query(), filled((1 << 20) + 1)).await;
    check(&answer, 400, "ValidationException", "The body may have at most 1048576 bytes (1 MB).");
}

#[tokio::test]
async fn a_channel_that_is_not_there_or_wants_more() {
    let door = Door::new().await;
    let good = body(&[event("a", data("A"))]);
    let answer = door.post("channelArn=arn:aws:s3:::bucket", good.clone()).await;
    check(&answer, 400, "InvalidChannelARN", "`arn:aws:s3:::bucket` is not the ARN of a channel.");
    let elsewhere = door.channel.arn.replace("eu-west-1", "eu-west-2");
    let answer = door.post(&format!("channelArn={elsewhere}"), good.clone()).await;
    check(&answer, 400, "ChannelNotFound", &format!("There is no channel {elsewhere}."));

    // A channel without an external id lets any pass.
    assert_eq!(door.post(&format!("{}&externalId=any", door.query()), good.clone()).await.counts(), (1, 0));
    let guarded =
        Channel::create(&door.store, "guarded", ACCOUNT, "us-east-1", Some("X-1"), now()).await.unwrap();
    let message = "The channel has an external id, and the request has not the same.";
    for external in ["", "&externalId=X-2"] {
        let answer = door.post(&format!("channelArn={}{external}", guarded.arn), good.clone()).await;
        check(&answer, 400, "ChannelInsufficientPermission", message);
    }
    let answer = door.post(&format!("channelArn={}&externalId=X-1", guarded.arn), good).await;
    assert_eq!(answer.counts(), (1, 0));
}

#[tokio::test]
async fn no_page_and_no_other_method() {
    let door = Door::new().await;
    let request = |method: &str, headers: &[(&str, &str)]| {
        let uri = format!("/PutAuditEvents?{}", door.query());
        let request = Request::builder().method(method).uri(uri);
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        let request = request.body(Body::from(body(&[event("a", data("A"))]))).unwrap();
        send(audit::router(door.store.clone(), now), request)
    };
    let json = ("content-type", "application/json");
    let answer = request("POST", &[("content-type", "text/plain")]).await;
    let message = "The request must have the header Content-Type: application/json.";
    check(&answer, 415, "UnsupportedMediaTypeException", message);
    let answer =
        request("POST", &[json, ("host", "127.0.0.1:8080"), ("origin", "https://evil.example")]).await;
    check(&answer, 403, "AccessDeniedException", "Pages of other origins may not send events.");
    // What a browser asks before it sends JSON elsewhere is not answered as it wants.
    for method in ["GET", "OPTIONS", "PUT"] {
        let answer = request(method, &[json]).await;
        check(&answer, 405, "UnsupportedOperationException", "PutAuditEvents is asked for by POST.");
        assert!(!answer.headers.contains_key("access-control-allow-origin"));
    }
    assert!(door.found("category:any").await.rows.is_empty());
}

#[tokio::test]
async fn a_table_that_is_not_there() {
    let store = Store::new(Emulator::memory().unwrap().client(), Config::default());
    let answer = crate::post(audit::router(store, now), "channelArn=a", body(&[event("a", data("A"))])).await;
    check(&answer, 503, "ServiceUnavailable", "The table cannot be reached. Try again later.");
}
