//! `lookup` and `audit-events`: AWS's SDK, unmodified, asks them by their Function URLs.

use aws_sdk_cloudtrail::config::{BehaviorVersion, Credentials, Region, retry::RetryConfig};
use aws_sdk_cloudtrail::types::{LookupAttribute, LookupAttributeKey};
use aws_sdk_cloudtraildata::error::ProvideErrorMetadata;
use aws_sdk_cloudtraildata::types::AuditEvent;
use ingest::audit::Channel;
use model::{Event, Timestamp};
use serde_json::{Value, json};
use wire::{AccessKey, Seed};

use crate::function::{Function, Table};
use crate::function_url::FunctionUrl;
use crate::secrets;

const ACCOUNT: &str = "111122223333";

/// An access key: its id and its secret.
type Key = (String, String);

/// The functions beside one table, as somebody with `key` sees them.
struct Doors {
    table: Table,
    key: Key,
    lookup: FunctionUrl,
    audit: FunctionUrl,
}

impl Doors {
    async fn open(events: Vec<Event>, more: &[(&'static str, &str)]) -> Doors {
        let table = Table::with(events).await;
        let secrets = format!("http://{}", secrets::serve().await);
        let mut settings =
            vec![("AWS_ENDPOINT_URL_SECRETS_MANAGER", &*secrets), ("WHODUNIT_SEED", secrets::NAME)];
        settings.extend(more);
        let url =
            async |name| FunctionUrl::of(Function::with(name, table.served.addr(), &settings).await).await;
        let (lookup, audit) = (url("lookup").await, url("audit-events").await);
        let seed = Seed::of(secrets::SEED).unwrap();
        let (key, secret) = AccessKey::issue(&table.store, &seed, "test", now()).await.unwrap();
        Doors { table, key: (key.id, secret), lookup, audit }
    }

    fn cloudtrail(&self, (id, secret): &Key) -> aws_sdk_cloudtrail::Client {
        let config = aws_sdk_cloudtrail::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("us-east-1"))
            .endpoint_url(&self.lookup.address)
            .http_client(aws_smithy_http_client::Builder::new().build_http())
            .retry_config(RetryConfig::disabled())
            .credentials_provider(Credentials::new(id, secret, None, None, "test"));
        aws_sdk_cloudtrail::Client::from_conf(config.build())
    }

    fn cloudtrail_data(&self, (id, secret): &Key) -> aws_sdk_cloudtraildata::Client {
        let config = aws_sdk_cloudtraildata::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("us-east-1"))
            .endpoint_url(&self.audit.address)
            .http_client(aws_smithy_http_client::Builder::new().build_http())
            .retry_config(RetryConfig::disabled())
            .credentials_provider(Credentials::new(id, secret, None, None, "test"));
        aws_sdk_cloudtraildata::Client::from_conf(config.build())
    }

    /// The ids of the events that have an attribute.
    async fn found(&self, key: LookupAttributeKey, value: &str) -> Vec<String> {
        let attribute = LookupAttribute::builder().attribute_key(key).attribute_value(value).build().unwrap();
        let asked = self.cloudtrail(&self.key).lookup_events().lookup_attributes(attribute);
        let events = asked.send().await.unwrap().events.unwrap_or_default();
        events.into_iter().map(|event| event.event_id.unwrap()).collect()
    }
}

/// When keys and channels are made.
fn now() -> Timestamp {
    "2026-11-22T16:00:00Z".parse().unwrap()
}

fn record(id: &str) -> Event {
    let record = json!({"eventVersion": "1.11", "eventTime": "2026-11-22T14:00:00Z", "eventID": id,
        "eventName": "DeleteDBInstance", "eventSource": "rds.amazonaws.com", "eventCategory": "Management",
        "userIdentity": {"type": "IAMUser", "userName": "alana"}});
    Event::from_record(&record.to_string()).unwrap()
}

fn audit_event(id: &str) -> AuditEvent {
    let data = json!({"version": "1.0", "userIdentity": {"type": "CustomUser", "principalId": "kim"},
        "eventSource": "shop.example.com", "eventName": "CatAdopted", "eventTime": "2026-11-22T14:00:00Z",
        "UID": id, "recipientAccountId": ACCOUNT});
    AuditEvent::builder().id(id).event_data(data.to_string()).build().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_signs_with_a_key_of_ours_is_answered_and_nobody_else() {
    let doors = Doors::open(vec![record("e-1")], &[]).await;
    assert_eq!(doors.found(LookupAttributeKey::Username, "alana").await, ["e-1"]);

    let nobodys = ("AKIAIOSFODNN7EXAMPLE".to_owned(), "x".repeat(40));
    let wrong = (doors.key.0.clone(), "x".repeat(40));
    for (key, expected) in [(nobodys, "UnrecognizedClientException"), (wrong, "InvalidSignatureException")] {
        let error = doors.cloudtrail(&key).lookup_events().send().await.unwrap_err();
        assert_eq!(error.code(), Some(expected));
        let put = doors.cloudtrail_data(&key).put_audit_events().channel_arn("shop");
        let error = put.audit_events(audit_event("a-1")).send().await.unwrap_err();
        assert_eq!(error.code(), Some(expected));
    }

    AccessKey::revoke(&doors.table.store, &doors.key.0, now()).await.unwrap();
    let error = doors.cloudtrail(&doors.key).lookup_events().send().await.unwrap_err();
    assert_eq!(error.code(), Some("UnrecognizedClientException"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unsigned_request_is_told_to_sign() {
    let table = Table::with(Vec::new()).await;
    let secrets = format!("http://{}", secrets::serve().await);
    let settings = [("AWS_ENDPOINT_URL_SECRETS_MANAGER", &*secrets), ("WHODUNIT_SEED", secrets::NAME)];
    for (name, path, status) in [("lookup", "/", 400), ("audit-events", "/PutAuditEvents?channelArn=a", 403)]
    {
        let function = Function::with(name, table.served.addr(), &settings).await;
        let request = json!({"headers": {"host": "id.lambda-url.us-east-1.on.aws"}, "body": "{}"});
        let answer = function.ask("POST", path, request).await.either().await;
        assert_eq!(answer.status, status, "{name}");
        let body: Value = serde_json::from_str(answer.text()).unwrap();
        assert_eq!(body["message"], "Missing Authentication Token", "{name}");
        // So is whoever asks for anything else.
        let other = function.begin("/api/events", json!({})).await.either().await;
        assert_eq!(other.status, status, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_application_puts_is_stored() {
    let doors = Doors::open(Vec::new(), &[]).await;
    let channel = Channel::create(&doors.table.store, "shop", ACCOUNT, "us-east-1", None, now()).await;
    let channel = channel.unwrap().arn;
    let put = doors.cloudtrail_data(&doors.key).put_audit_events().channel_arn(channel);
    let answer = put.audit_events(audit_event("a-1")).send().await.unwrap();
    let [stored] = answer.successful() else { panic!("{answer:?}") };
    let event = doors.table.store.event(stored.event_id(), now()).await.unwrap().unwrap();
    assert!(event.record.contains("CatAdopted"), "{}", event.record);
    // LookupEvents looks up management events alone, as on AWS.
    assert!(doors.found(LookupAttributeKey::EventId, stored.event_id()).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn awss_limits_are_kept_when_they_are_asked_for() {
    let settings = [("WHODUNIT_STRICT_LOOKUP", "yes"), ("WHODUNIT_LOOKUP_RATE", "3")];
    let doors = Doors::open(vec![record("e-1")], &settings).await;
    let client = doors.cloudtrail(&doors.key);
    let attribute = |key, value| LookupAttribute::builder().attribute_key(key).attribute_value(value).build();
    let two = [(LookupAttributeKey::Username, "alana"), (LookupAttributeKey::ReadOnly, "true")];
    let two = two.map(|(key, value)| attribute(key, value).unwrap());
    let asked = client.lookup_events().set_lookup_attributes(Some(two.to_vec()));
    let error = asked.send().await.unwrap_err();
    assert_eq!(error.code(), Some("InvalidLookupAttributesException"));
    let mut codes = Vec::new();
    for _ in 0..20 {
        codes.extend(client.lookup_events().send().await.err().map(|e| e.code().unwrap().to_owned()));
    }
    assert!(!codes.is_empty() && codes.iter().all(|code| code == "ThrottlingException"), "{codes:?}");
}
