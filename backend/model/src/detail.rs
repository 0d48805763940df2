//! One event in full: what the detail panel and the evidence page show.

use serde::{Deserialize, Serialize};

use crate::event::{Event, Identity, Resource, Via};
use crate::summary::Summary;
use crate::time::Timestamp;

/// An event as the API gives it: its row, what the row has no room for, and the record itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_agent: Option<String>,
    /// `errorMessage`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_message: Option<String>,
    /// `requestID`.
    #[serde(default, rename = "requestID", skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// Whether the session had passed multi-factor authentication, where the record says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mfa: Option<bool>,
    /// When it was stored here first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
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
