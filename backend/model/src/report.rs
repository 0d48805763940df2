//! Who is this: what an identity, a session or an access key did over a range of time, and which sessions it
//! began.

mod onward;
mod subject;
mod survey;

use serde::{Deserialize, Serialize};

use crate::chain::{Link, Told};
use crate::counts::{Counted, Exactness};
use crate::page::Cost;
use crate::tally::Tally;
use crate::time::{Span, Timestamp};

pub use onward::{Onward, begins};
pub use subject::{MAX_NAME, subject};

/// The most sessions in a report; those used last come first.
pub const MAX_SESSIONS: usize = 100;
/// The most sessions that have [`dots`](Session::dots): as many as a chart has room for.
pub const MAX_LANES: usize = 20;
/// The most buckets that the span is cut into.
pub const MAX_BUCKETS: i64 = 120;
/// The most values in each of the lists of keys, regions, addresses and accounts.
pub const MAX_VALUES: usize = 50;
/// The most sessions begun that are looked into.
pub const MAX_BEGUN: usize = 20;
/// How far sessions that began sessions are followed.
pub const MAX_HOPS: u8 = 8;

/// What the events that a name or a key finds say of whoever has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The query whose answer is what was counted here, in its text form: `who:alana`.
    pub query: String,
    /// The moments that the range meant, without what is past retention. `None` when nothing of it is kept.
    pub span: Option<Span>,
    /// Present when the read budget ended it: what is older than this moment was not looked at, but for
    /// [`first`](Report::first).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub searched_to: Option<Timestamp>,
    /// Every event that was looked at.
    pub events: Tally,
    /// Time of the first event of the span, also when the budget ended before it: it is asked for by itself.
    pub first: Option<Timestamp>,
    /// The sessions, by access key, used last first; at most [`MAX_SESSIONS`]. What was done without a key
    /// (signing in to the console, for instance) is one of them.
    pub sessions: Vec<Session>,
    /// How many there are.
    pub session_count: crate::counts::Count,
    /// Milliseconds in a bucket of the sessions' dots, which divide the span from its beginning.
    pub bucket_millis: u64,
    /// The most frequent first, as all of these lists: at most [`MAX_VALUES`].
    pub regions: Vec<Counted>,
    /// Source addresses, and the names of services that stand in their place.
    pub addresses: Vec<Counted>,
    /// The accounts that recorded the events.
    pub accounts: Vec<Counted>,
    /// The roles that sessions were made from.
    pub roles: Vec<Counted>,
    /// The `service:event`s: `iam:CreateUser`.
    pub events_by_name: Vec<Counted>,
    /// Sessions that this one began, and those that they began: a session stands behind the one that began it,
    /// and those begun last come first. At most [`MAX_BEGUN`].
    pub begun: Vec<Begun>,
    /// Whether these are all in the span; `AtLeast` when a bound or the budget left some out.
    pub begun_exactness: Exactness,
    /// What finding it cost.
    pub cost: Cost,
}

/// What was done with one access key, or without any.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// The key; `None` of what was done without one.
    #[serde(default, rename = "accessKeyId", skip_serializing_if = "Option::is_none")]
    pub access_key: Option<String>,
    /// How long such a key is good for.
    pub kind: KeyKind,
    /// The role that the session was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role_name: Option<String>,
    /// The session's events.
    pub events: Tally,
    /// Where, the most frequent first.
    pub regions: Vec<Counted>,
    /// Its events over the span, the oldest first and no empty ones; none beyond the first [`MAX_LANES`]
    /// sessions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dots: Vec<Dot>,
}

/// The events of a bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dot {
    /// Which bucket of the span, from 0 and below [`MAX_BUCKETS`]. It begins
    /// `bucket * `[`bucket_millis`](Report::bucket_millis) after the span.
    pub bucket: u8,
    /// Events that worked.
    pub ok: u32,
    /// Events that were refused.
    pub denied: u32,
    /// Events that failed otherwise.
    pub failed: u32,
}

/// How long a key is good for, as the letters it begins with say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum KeyKind {
    /// `AKIA…`: a user's, until somebody deletes it.
    Permanent,
    /// `ASIA…`: a session's, for some hours.
    Temporary,
    /// Neither, or none at all.
    Unknown,
}

impl KeyKind {
    /// Of an access key id.
    pub fn of(key: &str) -> KeyKind {
        match key.get(..4) {
            Some("AKIA") => KeyKind::Permanent,
            Some("ASIA") => KeyKind::Temporary,
            _ => KeyKind::Unknown,
        }
    }
}

/// A session that was begun (or a user's key that was made), and what was done with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Begun {
    /// The call.
    pub call: Told,
    /// `Session`, or `Key` of a user's long-lived key that was made: who else holds that is not known.
    pub link: Link,
    /// Calls between the identity and this session: 1 is a session that it began itself. At most [`MAX_HOPS`].
    pub hops: u8,
    /// Which of the report's sessions began it; `None` when the identity itself did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<usize>,
    /// The key that the call issued, as its response holds it.
    #[serde(rename = "accessKeyId")]
    pub access_key: String,
    /// The name of the role, or of the user whose key it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// The session's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_name: Option<String>,
    /// What was done with the key, from the call to the span's end; `None` when the budget did not reach it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used: Option<Tally>,
}
