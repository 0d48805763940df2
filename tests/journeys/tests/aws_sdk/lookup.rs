//! LookupEvents: paging to the end, attributes, and the errors as the SDK's own types.

use std::collections::BTreeSet;

use aws_sdk_cloudtrail::Client;
use aws_sdk_cloudtrail::operation::lookup_events::LookupEventsError;
use aws_sdk_cloudtrail::primitives::DateTime;
use aws_sdk_cloudtrail::types::{Event, LookupAttribute, LookupAttributeKey};

use crate::whodunit::{Events, Serving, id, nobodys};

const COUNT: u32 = 1_260;

fn serve() -> (Serving, Client) {
    let serving = Events::new(COUNT).serve(&[]);
    let client = serving.cloudtrail(&nobodys());
    (serving, client)
}

fn attribute(key: LookupAttributeKey, value: &str) -> LookupAttribute {
    LookupAttribute::builder().attribute_key(key).attribute_value(value).build().unwrap()
}

/// All events that have `attributes`, by the SDK's own paginator.
async fn all(client: &Client, attributes: Vec<LookupAttribute>) -> Vec<Event> {
    let asked = client.lookup_events().set_lookup_attributes(Some(attributes));
    asked.into_paginator().items().send().try_collect().await.unwrap()
}

fn ids(events: &[Event]) -> BTreeSet<&str> {
    events.iter().map(|event| event.event_id().unwrap()).collect()
}

#[tokio::test]
async fn every_event_comes_once_the_newest_first() {
    let (_serving, client) = serve();
    let events = all(&client, Vec::new()).await;
    let found: Vec<&str> = events.iter().map(|event| event.event_id().unwrap()).collect();
    let expected: Vec<String> = (0..COUNT).rev().map(id).collect();
    assert_eq!(found, expected);
}

#[tokio::test]
async fn two_attributes_find_what_has_both() {
    let (_serving, client) = serve();
    let both = vec![
        attribute(LookupAttributeKey::Username, "alana"),
        attribute(LookupAttributeKey::ReadOnly, "false"),
    ];
    let events = all(&client, both).await;
    let expected: Vec<String> = (0..COUNT).filter(|n| n.is_multiple_of(30)).map(id).collect();
    assert_eq!(ids(&events), expected.iter().map(String::as_str).collect());
    assert_eq!(events.len(), expected.len());
    let event = &events[0];
    assert_eq!((event.username(), event.read_only()), (Some("alana"), Some("false")));
    assert_eq!(event.event_time().unwrap().secs() % 30, 0);
    assert_eq!((event.access_key_id(), event.resources().len()), (None, 0));
    assert!(event.cloud_trail_event().unwrap().contains("PutBucketTagging"));
}

#[tokio::test]
async fn a_time_range_holds_both_its_ends() {
    let (_serving, client) = serve();
    let at = DateTime::from_secs(1_795_341_600);
    let asked = client.lookup_events().start_time(at).end_time(DateTime::from_secs(at.secs() + 2));
    let events = asked.send().await.unwrap().events.unwrap();
    assert_eq!(
        events.iter().map(|event| event.event_id().unwrap()).collect::<Vec<_>>(),
        [id(2), id(1), id(0)]
    );
}

#[tokio::test]
async fn errors_are_types_of_the_sdk() {
    let (_serving, client) = serve();
    let error = |result: Result<_, aws_sdk_cloudtrail::error::SdkError<LookupEventsError>>| {
        result.map(|_: aws_sdk_cloudtrail::operation::lookup_events::LookupEventsOutput| ()).unwrap_err()
    };
    let of = |result| error(result).into_service_error();

    let found = of(client.lookup_events().max_results(51).send().await);
    assert!(found.is_invalid_max_results_exception(), "{found:?}");
    let found = of(client.lookup_events().next_token("cat").send().await);
    assert!(found.is_invalid_next_token_exception(), "{found:?}");
    let (start, end) = (DateTime::from_secs(2), DateTime::from_secs(1));
    let found = of(client.lookup_events().start_time(start).end_time(end).send().await);
    assert!(found.is_invalid_time_range_exception(), "{found:?}");
    let odd = attribute(LookupAttributeKey::ReadOnly, "True");
    let found = of(client.lookup_events().lookup_attributes(odd).send().await);
    assert!(found.is_invalid_lookup_attributes_exception(), "{found:?}");
    let found = of(client.lookup_events().event_category("cats".into()).send().await);
    assert!(found.is_invalid_event_category_exception(), "{found:?}");

    let found = client.describe_trails().send().await.unwrap_err().into_service_error();
    assert!(found.is_unsupported_operation_exception(), "{found:?}");
}
