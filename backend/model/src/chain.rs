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
//! | GetCredentialsForIdentity (a data event), CreateSession of Roles Anywhere | proved | likewise |
//! | the same call, as the caller's account recorded it | stated | both records have one `sharedEventID` |
//! | a role that was switched to in the console | stated | SwitchRole names whom it was switched from |
//! | Identity Center, a web identity, a federated user, a service, an instance | stated | the session's own record |
//! | whoever is named as the source identity | stated | set when the first role was assumed, fixed since |
//! | AssumeRole of the same role, session and second, whose key differs or is not recorded | inferred | times and names |
//! | one of several calls that all claim the key | inferred | only edited logs have that |
//! | the sign-in to the console of the same name and minute | inferred | a session's time |
//! | the mail address that a session has for a name | inferred | whoever made the session chose it |
//!
//! [`Walk`] finds the chain and asks for events; it does not read any. See there.

mod behind;
mod caller;
mod issued;
mod question;
mod rules;
mod session;
mod stated;
mod walk;
mod who;

use serde::{Deserialize, Serialize};

use crate::page::Cost;

pub use behind::{Behind, LONGEST_ROLE_SESSION, LONGEST_SESSION, behind, outlives};
pub use issued::{Issued, issued, may_issue};
pub use question::Question;
pub use walk::{MAX_HOPS, Walk};
pub use who::{Told, Who};

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

#[cfg(test)]
mod tests;
