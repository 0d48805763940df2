//! What happened to this thing: what was done to a resource over a range of time, under every name that it is
//! known to have. What makes two names one thing's is told in `thing`.

mod mentions;
mod survey;
mod thing;

use serde::{Deserialize, Serialize};

use crate::counts::{Count, Counted, Exactness};
use crate::page::Cost;
use crate::summary::Summary;
use crate::tally::Tally;
use crate::time::{Span, Timestamp};

pub use mentions::{Found, Named};

/// The most writes in a history, the newest.
pub const MAX_WRITES: usize = 200;
/// The most values in each of the lists of actors, regions, addresses and accounts.
pub const MAX_VALUES: usize = crate::report::MAX_VALUES;

/// The events that a resource is named in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct History {
    /// A query that finds these events, in its text form, and those of namesakes, if there are: `resource:a,b`.
    pub query: String,
    /// Its names, the one that was asked for first; an ARN, a name, an id.
    pub names: Vec<Name>,
    /// Its type, `AWS::S3::Bucket`; `None` when no event tells it.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Other things that have one of the names, and are left out here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Other>,
    /// The moments that the range meant, without what is past retention. `None` when nothing of it is kept.
    pub span: Option<Span>,
    /// Present when the read budget ended it: what is older than this moment was not looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub searched_to: Option<Timestamp>,
    /// Whether everything in the span was looked at.
    pub exactness: Exactness,
    /// The newest write that worked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Summary>,
    /// The write that made it, if it is among those seen: `CreateBucket`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made: Option<Summary>,
    /// Events that could change something, those that were refused or failed included. The first and the last
    /// of them and of [`reads`](History::reads) say when it was seen first and last.
    pub writes: Tally,
    /// Events that only looked.
    pub reads: Tally,
    /// The newest writes, whatever became of them: at most [`MAX_WRITES`].
    pub write_rows: Vec<Summary>,
    /// Days with reads, the newest first.
    pub read_days: Vec<ReadDay>,
    /// Who wrote, the most frequent first, as all of these lists: at most [`MAX_VALUES`].
    pub writers: Vec<Counted>,
    /// Who read.
    pub readers: Vec<Counted>,
    /// Where it is, or where it was asked about.
    pub regions: Vec<Counted>,
    /// From where.
    pub addresses: Vec<Counted>,
    /// The accounts that recorded the events.
    pub accounts: Vec<Counted>,
    /// What finding it cost.
    pub cost: Cost,
}

/// A name of a resource.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Name {
    /// The name: a text that a caller wrote.
    pub name: String,
    /// How it is known to be a name of this thing.
    pub known: Known,
}

/// How a name is known to be one of a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Known {
    /// It was asked for.
    Asked,
    /// It is an ARN that ends in the name, or what an ARN ends in, of one type.
    Arn,
    /// The call that made the resource has both names.
    Made,
}

/// Another thing of the same name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Other {
    /// The name, a whole ARN if that is what tells them apart.
    pub name: String,
    /// Its type.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Events that it was seen in.
    pub count: Count,
}

/// The reads of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadDay {
    /// Its midnight, UTC.
    pub day: Timestamp,
    /// The reads, by outcome.
    pub reads: Tally,
    /// The three who read most; readers without a name are not among them.
    pub who: Vec<Counted>,
    /// How many different ones there are.
    pub distinct: Count,
    /// The `eventName`s, the three most frequent.
    pub events: Vec<Counted>,
}

#[cfg(test)]
mod tests;
