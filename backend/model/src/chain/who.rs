//! Who stands in a chain, and the event that tells of it.

use serde::{Deserialize, Serialize};

use crate::event::{Event, Identity};
use crate::time::Timestamp;

/// Someone in a chain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Who {
    /// As far as the record says.
    pub identity: Identity,
    /// The key they acted with.
    #[serde(rename = "accessKeyId", skip_serializing_if = "Option::is_none")]
    pub access_key: Option<String>,
    /// From where.
    #[serde(rename = "sourceIPAddress", skip_serializing_if = "Option::is_none")]
    pub source_ip: Option<String>,
    /// Whether they had passed multi-factor authentication, where the record says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mfa: Option<bool>,
    /// Who vouched for them: `identityProvider`, or the provider of a session's web identity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
}

impl Who {
    /// The best name there is: a user's, a session's, a service's host, an account's number, an ARN.
    pub fn name(&self) -> Option<&str> {
        let Identity { user_name, identity_center_user, invoked_by, account, arn, .. } = &self.identity;
        let name = user_name.as_ref().or(identity_center_user.as_ref());
        name.or(invoked_by.as_ref()).or(account.as_ref()).or(arn.as_ref()).map(String::as_str)
    }
}

/// The event that tells of a hop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Told {
    /// `eventID`
    #[serde(rename = "eventID")]
    pub id: String,
    /// `eventName`
    #[serde(rename = "eventName")]
    pub name: String,
    /// `eventTime`
    #[serde(rename = "eventTime")]
    pub time: Timestamp,
    /// The account that recorded it.
    #[serde(default, rename = "accountId", skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
}

impl Told {
    pub(super) fn of(event: &Event) -> Told {
        Told {
            id: event.id.clone(),
            name: event.name.clone(),
            time: event.time,
            account: event.account.clone(),
        }
    }
}
