//! A request of PutAuditEvents, within the bounds of [AWS's model]. What is wrong with it as a whole, or with
//! an id, costs all of its events; what is wrong with an event's `eventData` costs that event alone, and is
//! found elsewhere.
//!
//! [AWS's model]: https://docs.aws.amazon.com/awscloudtraildata/latest/APIReference/API_PutAuditEvents.html

use std::collections::HashMap;

use serde::Deserialize;
use wire::Failure;

use super::arn::Arn;
use super::channel::is_external_id;
use super::refusal::clip;

/// The longest body, in bytes: 1 MB.
pub(super) const MAX_BODY: usize = 1 << 20;
/// The most events of one request.
const MAX_EVENTS: usize = 100;
/// The longest id that a sender may give to an event.
const MAX_ID: usize = 128;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// The ARN of a channel, or its id.
    pub(super) channel: String,
    /// What the sender knows beside it.
    pub(super) external_id: Option<String>,
    /// 1 to 100 events, no two of them with the same id.
    pub(super) events: Vec<AuditEvent>,
}

/// An event, as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AuditEvent {
    /// The sender's id for it: 1 to 128 of `a-z A-Z 0-9 _ -`.
    pub(super) id: String,
    /// JSON, not looked at yet.
    pub(super) data: String,
    /// The base64 of the SHA-256 of `data`, as the sender sees it.
    pub(super) checksum: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Body {
    audit_events: Option<Vec<Option<Entry>>>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    id: Option<String>,
    event_data: Option<String>,
    event_data_checksum: Option<String>,
}

impl Request {
    /// Reads the query string and the body of a request.
    pub(super) fn read(query: &str, body: &[u8]) -> Result<Request, Failure> {
        let parameter = |wanted: &str| {
            let mut all = form_urlencoded::parse(query.as_bytes());
            all.find(|(name, _)| name == wanted).map(|(_, value)| value.into_owned())
        };
        let channel = parameter("channelArn").ok_or_else(|| missing("channelArn"))?;
        if Arn::read(&channel).is_none() {
            let message = format!("`{}` is not the ARN of a channel.", clip(&channel));
            return Err(Failure::new("InvalidChannelARN", message));
        }
        let external_id = parameter("externalId");
        if external_id.as_deref().is_some_and(|id| !is_external_id(id)) {
            let constraint =
                r"have 2 to 1224 characters and satisfy regular expression pattern: ^[\w+=,.@:\/-]*$";
            return Err(invalid("externalId", constraint));
        }
        Ok(Request { channel, external_id, events: events(body)? })
    }
}

fn events(body: &[u8]) -> Result<Vec<AuditEvent>, Failure> {
    let body: Body = serde_json::from_slice(body).map_err(|e| unreadable(&e))?;
    let entries = body.audit_events.ok_or_else(|| missing("auditEvents"))?;
    if entries.is_empty() {
        return Err(invalid("auditEvents", "have length greater than or equal to 1"));
    }
    if entries.len() > MAX_EVENTS {
        return Err(invalid("auditEvents", "have length less than or equal to 100"));
    }
    let events: Vec<AuditEvent> =
        entries.into_iter().zip(1..).map(|(entry, n)| event(entry, n)).collect::<Result<_, _>>()?;
    let mut seen = HashMap::new();
    for (event, n) in events.iter().zip(1..) {
        if let Some(first) = seen.insert(&event.id, n) {
            let message =
                format!("Events {first} and {n} of the request have the same id, `{}`.", clip(&event.id));
            return Err(Failure::new("DuplicatedAuditEventId", message));
        }
    }
    Ok(events)
}

/// The `n`-th event, counted from 1.
fn event(entry: Option<Entry>, n: usize) -> Result<AuditEvent, Failure> {
    let path = |member: &str| format!("auditEvents.{n}.member{member}");
    let entry = entry.ok_or_else(|| missing(&path("")))?;
    let id = entry.id.ok_or_else(|| missing(&path(".id")))?;
    let good = |b: u8| b.is_ascii_alphanumeric() || b"_-".contains(&b);
    if !(1..=MAX_ID).contains(&id.len()) || !id.bytes().all(good) {
        let constraint = "have 1 to 128 characters and satisfy regular expression pattern: ^[-_A-Za-z0-9]+$";
        return Err(invalid(&path(".id"), constraint));
    }
    let data = entry.event_data.ok_or_else(|| missing(&path(".eventData")))?;
    Ok(AuditEvent { id, data, checksum: entry.event_data_checksum })
}

/// In AWS's words, which clients show as they are.
fn invalid(path: &str, constraint: &str) -> Failure {
    let message = format!(
        "1 validation error detected: Value at '{path}' failed to satisfy constraint: Member must {constraint}"
    );
    Failure::new("ValidationException", message)
}

fn missing(path: &str) -> Failure {
    invalid(path, "not be null")
}

/// serde's sentence may quote what was sent, and ends in the place.
fn unreadable(error: &serde_json::Error) -> Failure {
    let (line, column) = (error.line(), error.column());
    let whole = error.to_string();
    let what = whole.rsplit_once(" at line ").map_or(whole.as_str(), |(what, _)| what);
    let what = clip(what);
    Failure::new(
        "SerializationException",
        format!("The body cannot be read at line {line}, column {column}: {what}"),
    )
}

#[cfg(test)]
mod tests;
