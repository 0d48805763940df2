//! A [CloudTrail record] to an [`Event`], or a [`Rejection`] that says why not.
//!
//! Lenient, for a lost event is the worst answer to an odd one: members that are missing, new or of the
//! wrong type never reject a record. What does is the lack of what makes an event one: its id (without
//! which a second delivery could not be told from a second event), its time, its name and its source.
//! The record's text is kept byte for byte.
//!
//! [CloudTrail record]: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html

mod access;
mod category;
mod fields;
mod via;

use std::fmt;

use crate::event::{Access, Category, Event, MAX_EVENT_ID, Outcome};
use crate::identity::identity;
use crate::json::{Json, Kind};
use crate::outcome::outcome;
use crate::resource::{Call, resources};
use crate::time::Timestamp;

pub(crate) use fields::{Fields, text};

/// The longest record, in bytes. CloudTrail's own end at 256 KB, those of CloudTrail Lake at 1 MB.
pub const MAX_RECORD: usize = 8 * 1024 * 1024;

impl Event {
    /// Reads one record: the text of one element of a log file's `Records`.
    pub fn from_record(text: &str) -> Result<Event, Rejection> {
        let record = members(text)?;
        check_version(&record)?;
        let id = event_id(&record)?;
        let time = event_time(&record)?;
        let category = category::of(&record);
        let record = with_inner(record, category);
        let name = required(&record, "eventName")?;
        let source = required(&record, "eventSource")?;

        let user = record.fields("userIdentity");
        let mut identity = identity(&user);
        if category == Category::Activity && identity.user_name.is_none() {
            // Who acted in an application of one's own; there `principalId` is the name.
            identity.user_name = identity.principal_id.clone();
        }
        let outcome = outcome(&record, &name);
        let call = Call { source: &source, name: &name, failed: outcome != Outcome::Ok };
        Ok(Event {
            access: match record.truth("readOnly") {
                Some(true) => Access::Read,
                Some(false) => Access::Write,
                None => access::of_name(&name),
            },
            region: record.text("awsRegion"),
            account: record.account("recipientAccountId").or_else(|| identity.account.clone()),
            access_key: user.text("accessKeyId"),
            source_ip: record.text("sourceIPAddress"),
            user_agent: record.text("userAgent"),
            error_code: record.text("errorCode"),
            error_message: record.text("errorMessage"),
            resources: resources(&record, call),
            request_id: request_id(&record, category),
            mfa: mfa(&record, &user),
            via: via::of(&record, &user),
            record: text.into(),
            id,
            time,
            category,
            name,
            source,
            identity,
            outcome,
        })
    }
}

fn members(text: &str) -> Result<Fields<'_>, Rejection> {
    if text.len() > MAX_RECORD {
        return Err(Rejection(format!(
            "the record is {} bytes long; at most {MAX_RECORD} are kept",
            text.len()
        )));
    }
    let json =
        Json::parse(text).map_err(|e| Rejection(format!("the record is not readable as JSON: {e}")))?;
    if json.kind() != Kind::Object {
        return Err(Rejection(format!("the record is {}; expected a JSON object", clip(json.text()))));
    }
    Ok(Fields::of(Some(json)))
}

/// AWS's rule: the same major version is readable, whatever the minor one added.
fn check_version(record: &Fields<'_>) -> Result<(), Rejection> {
    let Some(version) = record.get("eventVersion") else { return Ok(()) };
    let major = text(version).and_then(|v| v.split('.').next().and_then(|major| major.parse::<u32>().ok()));
    if major == Some(1) { Ok(()) } else { Err(odd("eventVersion", version, "a version 1.x")) }
}

fn event_id(record: &Fields<'_>) -> Result<String, Rejection> {
    let Some(id) = record.get("eventID") else {
        let why = "the record has no eventID; without it a retry could not be told from a new event";
        return Err(Rejection(why.to_owned()));
    };
    let text = id.as_str().unwrap_or_default();
    if (1..=MAX_EVENT_ID).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic()) {
        return Ok(text.into_owned());
    }
    Err(odd("eventID", id, "1 to 128 printable ASCII characters without spaces"))
}

fn event_time(record: &Fields<'_>) -> Result<Timestamp, Rejection> {
    let Some(time) = record.get("eventTime") else {
        let why = "the record has no eventTime; without it the event has no place in the history";
        return Err(Rejection(why.to_owned()));
    };
    let expected = "a time such as 2026-11-22T14:00:00Z, in the years 1970 to 9999";
    time.as_str().and_then(|text| text.parse().ok()).ok_or_else(|| odd("eventTime", time, expected))
}

/// What an Insights event is about, and the whole of an event put by PutAuditEvents, stand one level down.
fn with_inner(record: Fields<'_>, category: Category) -> Fields<'_> {
    match category {
        Category::Insight => {
            let about = record.fields("insightDetails").only(&["eventName", "eventSource"]);
            record.or(about)
        }
        Category::Activity => {
            let event = record.fields("eventData");
            record.or(event)
        }
        Category::Management | Category::Data | Category::Network => record,
    }
}

fn required(record: &Fields<'_>, field: &str) -> Result<String, Rejection> {
    match (record.text(field), record.get(field)) {
        (Some(text), _) => Ok(text),
        (None, Some(value)) => Err(odd(field, value, "a text")),
        (None, None) => {
            Err(Rejection(format!("the record has no {field}; without it nobody could tell what was done")))
        }
    }
}

/// What an application of one's own calls its request is its `UID`.
fn request_id(record: &Fields<'_>, category: Category) -> Option<String> {
    let uid = || record.text("UID").filter(|_| category == Category::Activity);
    record.text("requestID").or_else(uid)
}

/// Of the session, or of the sign-in itself; either is enough.
fn mfa(record: &Fields<'_>, user: &Fields<'_>) -> Option<bool> {
    let session = user.fields("sessionContext").fields("attributes").truth("mfaAuthenticated");
    let sign_in = record.fields("additionalEventData").truth("MFAUsed");
    session.max(sign_in)
}

/// Why a text is not a record that can be kept: one sentence that names the member, what was found there
/// and what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection(String);

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Rejection {}

fn odd(field: &str, found: Json<'_>, expected: &str) -> Rejection {
    Rejection(format!("{field} is {}; expected {expected}", clip(found.text())))
}

/// At most 60 characters of the record, none of which does anything to a terminal.
fn clip(text: &str) -> String {
    let mut clipped = String::new();
    for c in text.chars().take(60) {
        match c {
            '"' | '\'' | '\\' => clipped.push(c),
            _ => clipped.extend(c.escape_debug()),
        }
    }
    if text.chars().nth(60).is_some() {
        clipped.push('…');
    }
    clipped
}

#[cfg(test)]
mod tests;
