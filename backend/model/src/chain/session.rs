//! A session, as the call that began it describes it and as its own calls do.

use crate::event::{Identity, short_name};
use crate::record::Fields;
use crate::time::Timestamp;

/// A session of a role, or of a federated user. What is not known is absent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Session {
    pub(super) account: Option<String>,
    pub(super) role: Option<String>,
    pub(super) name: String,
    /// When it began: `creationDate`, or the time of the call.
    pub(super) began: Option<Timestamp>,
}

impl Session {
    /// Whose calls these are.
    pub(super) fn of(identity: &Identity, began: Option<Timestamp>) -> Option<Session> {
        Some(Session {
            account: identity.account.clone(),
            role: identity.role_name.clone(),
            name: identity.session_name.clone()?,
            began,
        })
    }

    /// What a call of `record`, made at `time`, asks for.
    pub(super) fn asked_for(record: &Fields<'_>, time: Timestamp) -> Option<Session> {
        let request = record.fields("requestParameters");
        let role = request.text("roleArn").filter(|arn| arn.starts_with("arn:"));
        Some(Session {
            account: role.as_deref().and_then(|arn| arn.split(':').nth(4)).map(str::to_owned),
            role: role.as_deref().map(|arn| short_name(arn).to_owned()),
            // AssumeRole and its kin, else GetFederationToken.
            name: request.text("roleSessionName").or_else(|| request.text("name"))?,
            began: Some(time),
        })
    }

    /// Whether both cannot be the same session, whatever their times.
    pub(super) fn contradicts(&self, other: &Session) -> bool {
        let differ = |a: &Option<String>, b: &Option<String>| a.is_some() && b.is_some() && a != b;
        self.name != other.name || differ(&self.role, &other.role) || differ(&self.account, &other.account)
    }

    /// Whether both are sessions of one role and name that began within a second of each other.
    pub(super) fn agrees_with(&self, other: &Session) -> bool {
        let known = self.role.is_some() && other.role.is_some();
        known && !self.contradicts(other) && distance(self.began, other.began).is_some_and(|ms| ms <= 1_000)
    }
}

/// Milliseconds between two moments, if both are known.
pub(super) fn distance(a: Option<Timestamp>, b: Option<Timestamp>) -> Option<u64> {
    Some(a?.millis().abs_diff(b?.millis()))
}
