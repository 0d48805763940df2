//! One event in full: what the detail panel and the evidence page show.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

use crate::event::{Event, Identity, Resource, Via};
use crate::summary::Summary;
use crate::time::Timestamp;

/// An event as the API gives it: its row, what the row has no room for, and the record itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Detail {
    /// The row's members stand at the top level.
    #[serde(flatten)]
    pub summary: Summary,
    /// Who, in full.
    pub identity: Identity,
    /// Everything it was done to.
    pub resources: Vec<Resource>,
    /// How the call was made.
    pub via: Via,
    /// `userAgent`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_agent: Option<String>,
    /// `errorMessage`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_message: Option<String>,
    /// `requestID`.
    #[serde(rename = "requestID", skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// Whether the session had passed multi-factor authentication, where the record says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mfa: Option<bool>,
    /// When it was stored here first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received: Option<Timestamp>,
    /// The record's text, byte for byte as delivered.
    pub record: String,
}

impl Detail {
    /// The detail of `event`, stored here at `received`.
    pub fn of(event: &Event, received: Option<Timestamp>) -> Detail {
        let whole = |value: &Option<String>| value.clone();
        Detail {
            // The row of a detail is not cut: nothing is left to click for the whole of it.
            summary: Summary {
                name: event.name.clone(),
                source: event.source.clone(),
                user_name: whole(&event.identity.user_name),
                role_name: whole(&event.identity.role_name),
                region: whole(&event.region),
                account: whole(&event.account),
                source_ip: whole(&event.source_ip),
                access_key: whole(&event.access_key),
                error_code: whole(&event.error_code),
                resource_type: event.resources.first().and_then(|r| r.kind.clone()),
                resource_name: event.resources.first().and_then(|r| r.name.clone()),
                ..Summary::of(event)
            },
            identity: event.identity.clone(),
            resources: event.resources.clone(),
            via: event.via,
            user_agent: whole(&event.user_agent),
            error_message: whole(&event.error_message),
            request_id: whole(&event.request_id),
            mfa: event.mfa,
            received,
            record: event.record.to_string(),
        }
    }
}

/// What a [`Detail`] has beside its row.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Rest {
    identity: Identity,
    resources: Vec<Resource>,
    via: Via,
    user_agent: Option<String>,
    error_message: Option<String>,
    #[serde(rename = "requestID")]
    request_id: Option<String>,
    mfa: Option<bool>,
    received: Option<Timestamp>,
    record: String,
}

impl<'de> Deserialize<'de> for Detail {
    /// Reads the text twice, for the row and for the rest: what serde makes for a flattened member is many
    /// times the code, and the browser has to load it.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Detail, D::Error> {
        let text = Box::<RawValue>::deserialize(deserializer)?;
        let summary = serde_json::from_str(text.get()).map_err(D::Error::custom)?;
        let rest: Rest = serde_json::from_str(text.get()).map_err(D::Error::custom)?;
        Ok(Detail {
            summary,
            identity: rest.identity,
            resources: rest.resources,
            via: rest.via,
            user_agent: rest.user_agent,
            error_message: rest.error_message,
            request_id: rest.request_id,
            mfa: rest.mfa,
            received: rest.received,
            record: rest.record,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let record = r#"{"eventVersion":"1.11","eventID":"1","eventTime":"2026-11-22T14:00:00Z","eventName":"A",
            "eventSource":"s3.amazonaws.com","requestID":"r","userAgent":"cli","errorCode":"AccessDenied",
            "errorMessage":"no","userIdentity":{"type":"IAMUser","userName":"ana"}}"#;
        let event = Event::from_record(record).unwrap();
        for received in [None, Some(event.time)] {
            let detail = Detail::of(&event, received);
            assert_eq!(
                serde_json::from_str::<Detail>(&serde_json::to_string(&detail).unwrap()).unwrap(),
                detail
            );
        }
    }
}
