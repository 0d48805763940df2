//! The answer, to the byte: members in AWS's order, none where AWS has none, and each record's text as it
//! was delivered.

use model::{Access, Category, Cost, Event, Resource};
use serde::Serialize;

/// What a search found.
#[derive(Debug)]
pub(super) struct Found {
    /// In order, at most as many as were asked for.
    pub(super) events: Vec<Event>,
    /// The text of the token, if there may be more.
    pub(super) next: Option<String>,
    /// What it took.
    pub(super) cost: Cost,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Answer<'a> {
    events: Vec<Row<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_token: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Row<'a> {
    event_id: &'a str,
    event_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    read_only: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    access_key_id: Option<&'a str>,
    /// Epoch seconds.
    event_time: f64,
    event_source: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<&'a str>,
    resources: Vec<Shown<'a>>,
    cloud_trail_event: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Shown<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    resource_type: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resource_name: Option<&'a str>,
}

/// The body of the answer.
pub(super) fn text(found: &Found) -> String {
    let answer = Answer { events: found.events.iter().map(row).collect(), next_token: found.next.as_deref() };
    // Texts and finite numbers are always JSON.
    serde_json::to_string(&answer).unwrap_or_default()
}

fn row(event: &Event) -> Row<'_> {
    Row {
        event_id: &event.id,
        event_name: &event.name,
        // An insight neither reads nor writes.
        read_only: (event.category != Category::Insight).then_some(match event.access {
            Access::Read => "true",
            Access::Write => "false",
        }),
        access_key_id: event.access_key.as_deref(),
        event_time: event.time.millis() as f64 / 1_000.0,
        event_source: &event.source,
        username: event.identity.user_name.as_deref(),
        resources: event.resources.iter().filter(|resource| !resource.derived).map(shown).collect(),
        cloud_trail_event: &event.record,
    }
}

fn shown(resource: &Resource) -> Shown<'_> {
    Shown { resource_type: resource.kind.as_deref(), resource_name: resource.name.as_deref() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_thirteen_bytes() {
        assert_eq!(
            text(&Found { events: Vec::new(), next: None, cost: Cost::default() }),
            r#"{"Events":[]}"#
        );
    }

    #[test]
    fn members_stand_in_aws_order() {
        let record = r#"{"eventID":"e-1","eventTime":"2015-02-20T23:55:29Z","eventName":"CreateRole", "readOnly":false,
"eventSource":"iam.amazonaws.com","userIdentity":{"type":"IAMUser","userName":"ana","accessKeyId":"AKIAX"},
"requestParameters":{"roleName":"r"}}"#;
        let events = vec![Event::from_record(record).unwrap()];
        let expected = format!(
            r#"{{"Events":[{{"EventId":"e-1","EventName":"CreateRole","ReadOnly":"false","AccessKeyId":"AKIAX","EventTime":1424476529.0,"EventSource":"iam.amazonaws.com","Username":"ana","Resources":[{{"ResourceType":"AWS::IAM::Role","ResourceName":"r"}}],"CloudTrailEvent":{}}}],"NextToken":"t"}}"#,
            serde_json::to_string(record).unwrap()
        );
        assert_eq!(text(&Found { events, next: Some("t".to_owned()), cost: Cost::default() }), expected);
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let insight = r#"{"eventID":"i","eventTime":"2026-11-22T14:00:00.250Z","eventCategory":"Insight",
            "insightDetails":{"eventName":"RunInstances","eventSource":"ec2.amazonaws.com"}}"#;
        let events = vec![Event::from_record(insight).unwrap()];
        let answer = text(&Found { events, next: None, cost: Cost::default() });
        let head = r#"{"Events":[{"EventId":"i","EventName":"RunInstances","EventTime":1795356000.25,"EventSource":"ec2.amazonaws.com","Resources":[],"CloudTrailEvent":""#;
        assert!(answer.starts_with(head), "{answer}");
    }
}
