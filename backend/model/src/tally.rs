//! How many of each outcome, and how long: what the reports on an identity and on a resource are made of.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::counts::{Count, Counted, Exactness};
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

impl Tally {
    /// The same, as what is known of all events or of some.
    pub(crate) fn claiming(self, exactness: Exactness) -> Tally {
        Tally { exactness, ..self }
    }
}

/// How often each value was seen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counter(BTreeMap<String, u64>);

impl Counter {
    pub(crate) fn add(&mut self, value: Option<&str>) {
        let Some(value) = value else { return };
        match self.0.get_mut(value) {
            Some(n) => *n += 1,
            None => {
                self.0.insert(value.to_owned(), 1);
            }
        }
    }

    /// How many different ones.
    pub(crate) fn distinct(&self, exactness: Exactness) -> Count {
        Count { n: self.0.len() as u64, exactness }
    }

    /// The most frequent first, by their texts where they are equally frequent; at most `max`.
    pub(crate) fn top(self, max: usize, exactness: Exactness) -> Vec<Counted> {
        let mut values: Vec<(String, u64)> = self.0.into_iter().collect();
        values.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        values.truncate(max);
        let counted = |(value, n)| Counted { value, count: Count { n, exactness } };
        values.into_iter().map(counted).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_come_first_and_equals_by_their_texts() {
        let mut counter = Counter::default();
        ["b", "c", "a", "c"].into_iter().for_each(|value| counter.add(Some(value)));
        counter.add(None);
        assert_eq!(counter.distinct(Exactness::Exact).n, 3);
        let top = counter.top(2, Exactness::AtLeast);
        let shown: Vec<_> = top.iter().map(|c| (c.value.as_str(), c.count.n, c.count.exactness)).collect();
        assert_eq!(shown, [("c", 2, Exactness::AtLeast), ("a", 1, Exactness::AtLeast)]);
    }
}
