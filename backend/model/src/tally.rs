//! How many of each outcome, and how long: what the reports on an identity and on a resource are made of.

use serde::{Deserialize, Serialize};

use crate::counts::{Count, Exactness};
use crate::event::Outcome;
use crate::summary::Summary;
use crate::time::Timestamp;

/// Events by outcome, and the first and the last of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Events that worked.
    pub ok: u64,
    /// Events that were refused.
    pub denied: u64,
    /// Events that failed otherwise.
    pub failed: u64,
    /// What the three claim.
    pub exactness: Exactness,
    /// Time of the oldest that was seen; `None` when there is none. That it is the first of the range is sure
    /// where the tally is exact.
    pub first: Option<Timestamp>,
    /// Time of the newest.
    pub last: Option<Timestamp>,
}

impl Tally {
    /// All of them.
    pub fn total(&self) -> Count {
        Count { n: self.ok + self.denied + self.failed, exactness: self.exactness }
    }

    /// Of a hundred events so many were denied; `None` without any.
    pub fn denied_share(&self) -> Option<f64> {
        let total = self.total().n;
        (total > 0).then(|| self.denied as f64 * 100.0 / total as f64)
    }

    /// Counts the event of `row`.
    pub fn add(&mut self, row: &Summary) {
        match row.outcome {
            Outcome::Ok => self.ok += 1,
            Outcome::Denied => self.denied += 1,
            Outcome::Failed => self.failed += 1,
        }
        self.first = Some(self.first.map_or(row.time, |first| first.min(row.time)));
        self.last = Some(self.last.map_or(row.time, |last| last.max(row.time)));
    }
}
