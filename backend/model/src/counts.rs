//! How many: over time, by value, and the values that there are. Every count says how far it can be trusted.

use serde::{Deserialize, Serialize};

use crate::page::Cost;
use crate::time::{Span, Timestamp};

/// What a count claims.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Exactness {
    /// It is the number.
    #[default]
    Exact,
    /// It is the number or less: not everything was counted.
    AtLeast,
}

/// A number of events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// How many.
    pub n: u64,
    /// What that claims.
    pub exactness: Exactness,
}

/// The events that match a query, over time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Histogram {
    /// The moments that the query's range meant, without what is past retention. `None` when nothing of it
    /// is kept: then there are no buckets either.
    pub span: Option<Span>,
    /// Seconds in a bucket; the first and the last are cut where the span is.
    pub width: u64,
    /// The oldest first, side by side over the whole span; 120 at most, and 60 at least where the span is a
    /// minute or more.
    pub buckets: Vec<Bucket>,
    /// The weakest claim of a bucket.
    pub exactness: Exactness,
    /// What counting cost.
    pub cost: Cost,
}

/// The events of a stretch of time, by outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bucket {
    /// The first moment in it.
    pub from: Timestamp,
    /// The first moment past it.
    pub to: Timestamp,
    /// Events that worked.
    pub ok: u64,
    /// Events that were refused.
    pub denied: u64,
    /// Events that failed otherwise.
    pub failed: u64,
    /// What the three claim.
    pub exactness: Exactness,
}

/// The most frequent values of some keys among the events that match a query.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facets {
    /// As of a [`Histogram`].
    pub span: Option<Span>,
    /// One for each key that was asked for, in that order.
    pub facets: Vec<Facet>,
    /// What counting cost.
    pub cost: Cost,
}

/// The most frequent values of a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    /// The key's name in queries.
    pub key: String,
    /// The most frequent first, and by their texts where they are equally frequent.
    pub values: Vec<Counted>,
    /// Whether these are all the values that there are.
    pub whole: bool,
}

/// A value, and how many events `key:value` finds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// The value: a text that a caller wrote.
    pub value: String,
    /// The events that have it.
    pub count: Count,
}

/// The values of a key that begin with a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Values {
    /// As of a [`Histogram`].
    pub span: Option<Span>,
    /// The values.
    pub facet: Facet,
    /// What counting cost.
    pub cost: Cost,
}

impl Exactness {
    /// `Exact` if everything was counted.
    pub fn of(everything: bool) -> Exactness {
        if everything { Exactness::Exact } else { Exactness::AtLeast }
    }
}
