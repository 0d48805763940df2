//! The record that is kept of an application's event: CloudTrail Lake's form, with the sender's text in it
//! byte for byte.

use model::Timestamp;
use sha2::{Digest, Sha256};

use super::channel::Channel;
use super::data::Data;
use crate::uuid::uuid;

/// The id under which the event is kept that the sender calls `id`: always the same, so that a repetition
/// meets the first. A UUID of version 8.
pub(super) fn event_id(channel: &Channel, id: &str) -> String {
    // Neither an ARN nor an id has a line break.
    let hash = Sha256::digest(format!("{}\n{id}", channel.arn));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    uuid(bytes, 8)
}

/// The record of `data`, which came through `channel` and was taken in at `ingested`.
///
/// What the sender says stands in `eventData` and nowhere else: it can pass itself off as nothing that
/// CloudTrail says. AWS writes `ingestionTime` in whole seconds.
pub(super) fn record(channel: &Channel, event_id: &str, data: Data<'_>, ingested: Timestamp) -> String {
    let Channel { arn, account, .. } = channel;
    let region = channel.region();
    let time = data.time.to_short_string();
    let ingested = Timestamp::from_millis(ingested.seconds() * 1_000).to_short_string();
    let data = data.text;
    // None of these has a character that JSON escapes, and `data` is JSON.
    format!(
        r#"{{"eventVersion":"1.11","eventCategory":"ActivityAuditLog","eventType":"ActivityLog","eventID":"{event_id}","eventTime":"{time}","awsRegion":"{region}","recipientAccountId":"{account}","metadata":{{"ingestionTime":"{ingested}","channelARN":"{arn}"}},"eventData":{data}}}"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::channel::tests::channel;
    use model::event::{Access, Category};
    use model::{Event, Outcome};

    const DATA: &str = r#" {"version":"1","userIdentity":{"type":"User","principalId":"kim@example.com"},
"eventSource":"cats.example.com","eventName":"DeleteCat","eventTime":"2026-11-22T15:00:00+01:00","UID":"r-1",
"recipientAccountId":"111122223333","errorCode":"AccessDenied","sourceIPAddress":"203.0.113.7","n":1.0,
"eventID":"forged","eventCategory":"Management","awsRegion":"forged"} "#;

    #[test]
    fn what_the_sender_says_stands_in_its_place() {
        let data = Data::read(DATA, "111122223333").unwrap();
        let id = event_id(&channel(), "1");
        let record = record(&channel(), &id, data, "2026-11-22T16:00:00.987Z".parse().unwrap());
        let before = r#"{"eventVersion":"1.11","eventCategory":"ActivityAuditLog","eventType":"ActivityLog","eventID":"ID","eventTime":"2026-11-22T14:00:00Z","awsRegion":"us-east-1","recipientAccountId":"111122223333","metadata":{"ingestionTime":"2026-11-22T16:00:00Z","channelARN":"ARN"},"eventData":"#;
        let before = before
            .replace(":\"ID\"", &format!(":\"{id}\""))
            .replace("ARN\":\"ARN", &format!("ARN\":\"{}", channel().arn));
        assert_eq!(record, format!("{before}{DATA}}}"));

        let event = Event::from_record(&record).unwrap();
        assert_eq!((event.id.as_str(), event.region.as_deref()), (id.as_str(), Some("us-east-1")));
        assert_eq!((event.category, event.access), (Category::Activity, Access::Write));
        assert_eq!((event.outcome, event.service()), (Outcome::Denied, "cats.example.com"));
        assert_eq!(event.identity.user_name.as_deref(), Some("kim@example.com"));
        assert_eq!(event.source_ip.as_deref(), Some("203.0.113.7"));
        assert_eq!(event.request_id.as_deref(), Some("r-1"));
    }

    #[test]
    fn an_id_is_the_channels_and_the_senders() {
        let other = Channel { arn: channel().arn.replace("us-east-1", "us-east-2"), ..channel() };
        assert_eq!(event_id(&channel(), "1"), event_id(&channel(), "1"));
        assert_ne!(event_id(&channel(), "1"), event_id(&channel(), "2"));
        assert_ne!(event_id(&channel(), "1"), event_id(&other, "1"));
        assert_eq!(event_id(&channel(), "1").len(), 36);
    }
}
