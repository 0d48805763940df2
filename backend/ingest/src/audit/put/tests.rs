use super::*;
use crate::audit::channel::tests::channel;

fn now() -> Timestamp {
    "2026-11-22T16:00:00Z".parse().unwrap()
}

fn event(time: &str, checksum: Option<&str>) -> AuditEvent {
    let data = format!(
        r#"{{"version":"1","userIdentity":{{"type":"User","principalId":"kim"}},"eventSource":"cats.example.com","eventName":"A","eventTime":"{time}","UID":"1","recipientAccountId":"111122223333"}}"#
    );
    AuditEvent { id: "1".to_owned(), data, checksum: checksum.map(str::to_owned) }
}

#[track_caller]
fn refused(event: &AuditEvent, code: Code, message: &str) {
    let refusal = check(event, &channel(), Retention::Days(90), now()).unwrap_err();
    assert_eq!((refusal.code, refusal.message.as_str()), (code, message));
}

#[test]
fn a_checksum_is_that_of_the_text_as_it_was_sent() {
    let own = STANDARD.encode(Sha256::digest(&event("2026-11-22T14:00:00Z", None).data));
    let good = event("2026-11-22T14:00:00Z", Some(&own));
    check(&good, &channel(), Retention::Days(90), now()).unwrap();
    let message = format!("eventDataChecksum is not that of eventData, whose SHA-256 is {own} in base64");
    for wrong in ["", "x", own.trim_end_matches('='), &own.to_lowercase()] {
        refused(&event("2026-11-22T14:00:00Z", Some(wrong)), Code::InvalidChecksum, &message);
    }
}

#[test]
fn an_event_past_the_retention_is_not_kept() {
    check(&event("2026-08-24T16:00:00Z", None), &channel(), Retention::Days(90), now()).unwrap();
    refused(
        &event("2026-08-24T15:59:59.999Z", None),
        Code::InvalidData,
        "eventTime is 2026-08-24T15:59:59.999Z; events older than 90 days are not kept",
    );
    check(&event("1970-01-01T00:00:00Z", None), &channel(), Retention::Forever, now()).unwrap();
}
