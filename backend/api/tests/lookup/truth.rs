//! Which events are found: put beside a search by hand through what the corpus holds.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use model::{Access, Category};

/// What an event has of each attribute, in AWS's words.
fn values(event: &Event) -> Vec<(&'static str, String)> {
    let mut values = vec![
        ("EventId", event.id.clone()),
        ("EventName", event.name.clone()),
        ("ReadOnly", (event.access == Access::Read).to_string()),
        ("EventSource", event.source.clone()),
    ];
    values.extend(event.identity.user_name.iter().map(|name| ("Username", name.clone())));
    values.extend(event.access_key.iter().map(|key| ("AccessKeyId", key.clone())));
    for resource in event.resources.iter().filter(|resource| !resource.derived) {
        values.extend(resource.kind.iter().map(|kind| ("ResourceType", kind.clone())));
        values.extend(resource.name.iter().map(|name| ("ResourceName", name.clone())));
    }
    values
}

fn newest_first(events: &[&Event]) -> Vec<String> {
    let mut events = events.to_vec();
    events.sort_by(|a, b| (b.time, &b.id).cmp(&(a.time, &a.id)));
    events.into_iter().map(|event| event.id.clone()).collect()
}

/// Those that a call without an end of time can see.
fn shown(events: &[Event], category: Category) -> Vec<&Event> {
    events.iter().filter(|e| e.category == category && e.time <= now()).collect()
}

#[tokio::test]
async fn each_value_of_each_attribute_finds_what_has_it() {
    let events = corpus();
    let door = Door::with(events.clone(), Settings::default()).await;
    let mut expected: BTreeMap<(&str, String), Vec<&Event>> = BTreeMap::new();
    for event in shown(&events, Category::Management) {
        for pair in BTreeSet::from_iter(values(event)) {
            expected.entry(pair).or_default().push(event);
        }
    }
    assert!(expected.len() > 400, "{}", expected.len());
    for ((key, value), events) in expected.iter().filter(|((_, value), _)| value.chars().count() <= 2_000) {
        let (found, _) = door.all(attributes(&[(key, value)])).await;
        assert_eq!(ids(&found), newest_first(events), "{key}={value}");
    }
}

#[tokio::test]
async fn several_attributes_all_have_to_hold() {
    let events = corpus();
    let door = Door::with(events.clone(), Settings::default()).await;
    let shown = shown(&events, Category::Management);
    let has =
        |event: &Event, key: &str, value: &str| values(event).contains(&(key_of(key), value.to_owned()));
    for pairs in [
        &[("ReadOnly", "false"), ("EventSource", "iam.amazonaws.com")][..],
        &[("EventName", "AssumeRole"), ("ResourceType", "AWS::IAM::Role")],
        &[("Username", "root"), ("EventSource", "signin.amazonaws.com"), ("ReadOnly", "false")],
        &[("EventName", "AssumeRole"), ("EventName", "GetUser")],
    ] {
        let both: Vec<&Event> =
            shown.iter().copied().filter(|e| pairs.iter().all(|(k, v)| has(e, k, v))).collect();
        assert_eq!(ids(&door.all(attributes(pairs)).await.0), newest_first(&both), "{pairs:?}");
    }
}

fn key_of(key: &str) -> &'static str {
    let keys = ["EventId", "EventName", "ReadOnly", "EventSource", "Username", "ResourceType"];
    keys.into_iter().find(|known| *known == key).unwrap()
}

#[tokio::test]
async fn insights_are_found_when_asked_for_and_never_else() {
    let events = corpus();
    let door = Door::with(events.clone(), Settings::default()).await;
    let insights = shown(&events, Category::Insight);
    assert!(!insights.is_empty());
    let (found, _) = door.all(json!({"EventCategory": "insight"})).await;
    assert_eq!(ids(&found), newest_first(&insights));
    assert!(found.iter().all(|event| event.get("ReadOnly").is_none()));
    let (found, _) = door.all(json!({})).await;
    assert_eq!(ids(&found), newest_first(&shown(&events, Category::Management)));
    let listed = json!({"DataType": "InsightsEvents", "Dimensions": {"EventName": insights[0].name},
        "InsightSource": "arn:aws:cloudtrail:us-east-1:111122223333:trail/all"});
    let answer = door
        .send("application/x-amz-json-1.1", "CloudTrail_20131101.ListInsightsData", listed.to_string())
        .await;
    let answer: Value = serde_json::from_str(&answer.body).unwrap();
    let named: Vec<&Event> = insights.iter().copied().filter(|e| e.name == insights[0].name).collect();
    assert_eq!(ids(answer["Events"].as_array().unwrap()), newest_first(&named));
}

#[tokio::test]
async fn records_come_as_they_were_delivered() {
    let events = corpus();
    let door = Door::with(events.clone(), Settings::default()).await;
    let texts: BTreeMap<&str, &str> = events.iter().map(|e| (e.id.as_str(), &*e.record)).collect();
    let (found, _) = door.all(json!({})).await;
    for event in &found {
        assert_eq!(event["CloudTrailEvent"].as_str().unwrap(), texts[event["EventId"].as_str().unwrap()]);
        assert!(event["Resources"].is_array());
    }
}

#[tokio::test]
async fn an_empty_answer_is_thirteen_bytes_with_the_headers_of_the_protocol() {
    let door = Door::with(Vec::new(), Settings::default()).await;
    let answer = door.ask(&json!({})).await;
    assert_eq!(answer.body, r#"{"Events":[]}"#);
    assert_eq!(answer.headers["content-type"], "application/x-amz-json-1.1");
    assert_eq!(answer.headers["x-amzn-requestid"].len(), 36);
}
