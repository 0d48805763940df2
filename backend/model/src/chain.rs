//! Who is behind an event: from the session that made it back to the one who made the session.
//!
//! A session's name is whatever its maker chose. What cannot be chosen is its access key, and the call that
//! issued a key tells it in its response. So the way back is a question for each step: which call issued this
//! key? The index of resource names answers it, for the issued key is a resource of that call; nothing is
//! stored beside the events, and the order in which they arrive does not matter.
//!
//! Every hop says how it is known, by a [`Label`], and why, in a sentence. The sentences hold no text of the
//! record: names are in [`Who`], for the page to show as what they are, the words of a caller.
//!
//! | hop | label | known by |
//! |---|---|---|
//! | AssumeRole and its kin, GetSessionToken, GetFederationToken, CreateAccessKey | proved | the response holds the key |
//! | the same call, as the caller's account recorded it | stated | both records have one `sharedEventID` |
//! | a role that was switched to in the console | stated | SwitchRole names whom it was switched from |
//! | Identity Center, a web identity, a federated user, a service, an instance | stated | the session's own record |
//! | whoever is named as the source identity | stated | set when the first role was assumed, fixed since |
//! | AssumeRole of the same role, session and second, whose key differs or is not recorded | inferred | a console session |
//! | one of several calls that all claim the key | inferred | only edited logs have that |
//! | the sign-in to the console of the same name and minute | inferred | a session's time |
//! | the mail address that a session has for a name | inferred | whoever made the session chose it |
//!
//! [`Walk`] finds the chain and asks for events; it does not read any. See there.

mod caller;
mod question;
mod rules;
mod session;
mod stated;
mod walk;

use serde::{Deserialize, Serialize};

use crate::event::{Event, Identity};
use crate::page::Cost;
use crate::time::Timestamp;

pub use question::Question;
pub use walk::{MAX_HOPS, Walk};

/// A caller, the hops from it to whoever is behind it, and why there is no further hop.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Chain {
    /// Who made the event, as its record says.
    pub caller: Who,
    /// From the caller back; at most [`MAX_HOPS`] and one.
    pub hops: Vec<Hop>,
    /// Where the chain ends.
    pub end: End,
    /// What finding it cost.
    pub cost: Cost,
}

impl Chain {
    /// The furthest caller that acted through all these sessions, and the weakest of the labels on the way.
    /// Who made a long-lived key is beyond that: they did not act with it, or nothing says that they did.
    pub fn origin(&self) -> (&Who, Label) {
        let acting = self.hops.iter().take_while(|hop| hop.link != Link::Key);
        let start = (&self.caller, Label::Proved);
        acting.fold(start, |(_, weakest), hop| (&hop.who, weakest.max(hop.label)))
    }
}

/// A step back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Hop {
    /// Who is found there.
    pub who: Who,
    /// What they did for the hop before.
    pub link: Link,
    /// How surely it is known.
    pub label: Label,
    /// Why, in one sentence; holds no text of a record.
    pub why: String,
    /// The event that tells it; absent when the session's own record does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<Told>,
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
    /// The best name there is: a user's, a session's, a service's host, an account's number.
    pub fn name(&self) -> Option<&str> {
        let Identity { user_name, identity_center_user, invoked_by, account, .. } = &self.identity;
        let name = user_name.as_ref().or(identity_center_user.as_ref());
        name.or(invoked_by.as_ref()).or(account.as_ref()).map(String::as_str)
    }
}

/// What somebody did for the hop before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Link {
    /// Began the session: they act through it.
    Session,
    /// Signed in to the console, where the session began.
    SignIn,
    /// Made the user's long-lived key. It says who else may hold it, not who acts.
    Key,
    /// Is whom the session names.
    Name,
}

/// How surely a hop is known; the surer is the lesser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Label {
    /// The call's response holds the key that was used.
    Proved,
    /// AWS recorded it with the session, or the session's maker was made to say it.
    Stated,
    /// Names and times agree. Somebody may have wanted that.
    Inferred,
}

/// Where a chain ends, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct End {
    /// What stands there.
    pub kind: EndKind,
    /// A sentence about it.
    pub why: String,
    /// Something further back was looked for and not found, but may be older than what is kept: its absence
    /// says nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub past_retention: bool,
}

/// What stands at the end of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum EndKind {
    /// An IAM user.
    User,
    /// The account's root user.
    Root,
    /// Somebody for whom another directory vouches: Identity Center, SAML, a web identity.
    Federated,
    /// An AWS service, for itself.
    Service,
    /// Somebody of another account, whose own record is not here.
    OtherAccount,
    /// A name that the session was given, and nobody who is known to have given it.
    Named,
    /// A session, and nothing that says whose.
    Unknown,
    /// A bound: there may be more.
    Bound,
}

impl Told {
    fn of(event: &Event) -> Told {
        Told {
            id: event.id.clone(),
            name: event.name.clone(),
            time: event.time,
            account: event.account.clone(),
        }
    }
}

#[cfg(test)]
mod tests;
