//! Least privilege: the rights that an identity or a session was seen to use, as a policy of IAM.
//!
//! CloudTrail names API calls; IAM names actions. Mostly the one is the other with the service's prefix
//! (`iam.amazonaws.com` and `CreateUser` are `iam:CreateUser`); where it is not, a table says so.

mod actions;
mod document;
mod draft;
mod target;

use serde::{Deserialize, Serialize};

use crate::counts::{Count, Counted, Exactness};
use crate::page::Cost;
use crate::time::{Span, Timestamp};

pub use draft::{Draft, needs_record};

/// The most bytes of a managed policy, white space not counted; IAM refuses more.
pub const MAX_DOCUMENT: usize = 6_144;
/// The most resources of one action; with more it is `*`.
pub const MAX_RESOURCES: usize = 50;

/// What an identity used of its rights, and a policy that allows just that.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Policy {
    /// The query whose answer is what was looked at here, in its text form.
    pub query: String,
    /// The moments that the range meant, without what is past retention. `None` when nothing of it is kept.
    pub span: Option<Span>,
    /// Present when the read budget ended it: what is older than this moment was not looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub searched_to: Option<Timestamp>,
    /// Whether everything in the span was looked at.
    pub exactness: Exactness,
    /// The actions of calls that worked, or that failed for another reason than permission; sorted.
    pub used: Vec<Action>,
    /// The actions of calls that were denied; sorted. The document does not have them.
    pub denied: Vec<Action>,
    /// Events that no action of IAM allows, `signin:ConsoleLogin`; sorted.
    pub no_actions: Vec<Counted>,
    /// The policy, as indented JSON: sorted, a statement for each set of resources.
    pub document: String,
    /// Its bytes as IAM counts them, without white space.
    pub document_bytes: usize,
    /// Whether these are [`MAX_DOCUMENT`] or less.
    pub fits: bool,
    /// What the document does not know: sentences without any text of a record.
    pub caveats: Vec<String>,
    /// What finding it cost.
    pub cost: Cost,
}

/// An action, and what it was used on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Action {
    /// `s3:ListBucket`
    pub action: String,
    /// The `eventName`s that it stands for; sorted.
    pub events: Vec<String>,
    /// ARNs, or `*` alone; sorted. Texts that a caller wrote.
    pub resources: Vec<String>,
    /// The calls.
    pub count: Count,
    /// Time of the first that was seen.
    pub first: Timestamp,
    /// Time of the last.
    pub last: Timestamp,
    /// The error codes, the most frequent first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Counted>,
}

#[cfg(test)]
mod tests;
