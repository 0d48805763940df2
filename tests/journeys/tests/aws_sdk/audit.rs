//! PutAuditEvents by the SDK.

use aws_sdk_cloudtraildata::Client;
use aws_sdk_cloudtraildata::operation::put_audit_events::PutAuditEventsOutput;
use aws_sdk_cloudtraildata::types::AuditEvent;
use serde_json::json;

use crate::whodunit::{ACCOUNT, Events, nobodys};

fn event(id: &str, account: &str) -> AuditEvent {
    let data = json!({"version": "1.0", "userIdentity": {"type": "CustomUser", "principalId": "kim"},
        "eventSource": "shop.example.com", "eventName": "CatAdopted", "eventTime": "2026-11-22T14:00:00Z",
        "UID": id, "recipientAccountId": account});
    AuditEvent::builder().id(id).event_data(data.to_string()).build().unwrap()
}

type Put =
    Result<PutAuditEventsOutput, aws_sdk_cloudtraildata::operation::put_audit_events::PutAuditEventsError>;

async fn put(client: &Client, channel: &str, events: Vec<AuditEvent>) -> Put {
    let asked = client.put_audit_events().channel_arn(channel).set_audit_events(Some(events));
    asked.send().await.map_err(aws_sdk_cloudtraildata::error::SdkError::into_service_error)
}

#[tokio::test]
async fn each_event_has_an_answer_and_errors_are_types() {
    let events = Events::new(1);
    let (key, channel) = (events.key(), events.channel());
    let serving = events.serve(&["--require-signature"]);
    let client = serving.cloudtrail_data(&key);

    let both = vec![event("a-1", ACCOUNT), event("a-2", "444455556666")];
    let answer = put(&client, &channel, both).await.unwrap();
    let [stored] = answer.successful() else { panic!("{answer:?}") };
    assert_eq!(stored.id(), "a-1");
    let [failed] = answer.failed() else { panic!("{answer:?}") };
    assert_eq!((failed.id(), failed.error_code()), ("a-2", "InvalidRecipient"));

    let twice = vec![event("a-3", ACCOUNT), event("a-3", ACCOUNT)];
    let error = put(&client, &channel, twice).await.unwrap_err();
    assert!(error.is_duplicated_audit_event_id(), "{error:?}");
    let error = put(&client, "arn:aws:s3:::cats", vec![event("a-4", ACCOUNT)]).await.unwrap_err();
    assert!(error.is_invalid_channel_arn(), "{error:?}");
    let stranger = serving.cloudtrail_data(&nobodys());
    let error = put(&stranger, &channel, vec![event("a-5", ACCOUNT)]).await.unwrap_err();
    assert_eq!(error.meta().code(), Some("UnrecognizedClientException"));
}
