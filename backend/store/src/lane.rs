//! Reading partitions of indexes side by side, merged into one order.
//!
//! A *lane* is one partition being read. All indexes share the range key, and so the same event found in two
//! lanes (by two of its resources, or by a name and by a session's key) is told by it.

use std::collections::VecDeque;

use aws_sdk_dynamodb::types::{AttributeValue, ReturnConsumedCapacity};
use futures::future::try_join_all;
use model::{Cost, Sort, Summary, Timestamp};

use crate::plan::{Drive, Expression};
use crate::schema::{Index, POSITION};
use crate::{Error, Store, item, key};

/// Several partitions, read from one position on.
pub(crate) struct Lanes {
    sort: Sort,
    lanes: Vec<Lane>,
    /// The range key at which reading begins.
    origin: String,
    /// Index entries that DynamoDB looked at.
    pub examined: u64,
    last: Option<String>,
}

struct Lane {
    index: Index,
    partition: String,
    /// Bounds of the range keys still to be read, both inclusive.
    low: String,
    high: String,
    /// Read, in order, and not yet taken.
    rows: VecDeque<(String, Summary)>,
    /// Everything up to here has been read; `None` before the first read.
    seen: Option<String>,
    exhausted: bool,
}

impl Lanes {
    /// The lanes of `drive` between the range keys `low` and `high`, both inclusive.
    pub(crate) fn new(drive: &Drive, low: &str, high: &str, sort: Sort) -> Lanes {
        let lane = |(index, partition): &(Index, String)| Lane {
            index: *index,
            partition: partition.clone(),
            low: low.to_owned(),
            high: high.to_owned(),
            rows: VecDeque::new(),
            seen: None,
            exhausted: low > high,
        };
        let lanes = drive.partitions.iter().map(lane).collect();
        let origin = match sort {
            Sort::NewestFirst => high,
            Sort::OldestFirst => low,
        };
        Lanes { sort, lanes, origin: origin.to_owned(), examined: 0, last: None }
    }

    /// Reads on in every lane that the merge is waiting for, all at once: one round trip. About
    /// `wanted` entries are looked at in all.
    pub(crate) async fn read(
        &mut self,
        store: &Store,
        wanted: usize,
        expression: Option<&Expression>,
        cost: &mut Cost,
    ) -> Result<(), Error> {
        // A lane that was read to its end has no share: a session is a short one.
        let limit = match self.lanes.iter().filter(|lane| !lane.exhausted).count() {
            1 => wanted,
            // Four more than its share: lanes are never of the same length.
            lanes => wanted.div_ceil(lanes) + 4,
        };
        let sort = self.sort;
        let waiting = self.lanes.iter_mut().filter(|lane| lane.rows.is_empty() && !lane.exhausted);
        let reads = try_join_all(waiting.map(|lane| lane.read(store, sort, limit, expression))).await?;
        if !reads.is_empty() {
            cost.round_trips += 1;
        }
        for (units, examined) in reads {
            cost.read_units += units;
            self.examined += examined;
        }
        Ok(())
    }

    /// The rows that are certain to come next, in order and each once.
    pub(crate) fn take(&mut self) -> Vec<Summary> {
        let bound = self.bound();
        let mut taken = Vec::new();
        while let Some(next) = self.next_lane() {
            let Some((position, _)) = self.lanes[next].rows.front() else { break };
            if bound.as_ref().is_some_and(|bound| self.is_before(bound, position)) {
                break;
            }
            if let Some((position, row)) = self.lanes[next].rows.pop_front()
                && self.last.as_ref() != Some(&position)
            {
                self.last = Some(position);
                taken.push(row);
            }
        }
        taken
    }

    /// Everything up to this range key has been read in all lanes; `None` when that is everything.
    pub(crate) fn bound(&self) -> Option<String> {
        let open = self.lanes.iter().filter(|lane| !lane.exhausted);
        let seen = open.map(|lane| lane.seen.clone().unwrap_or_else(|| self.start_of(lane)));
        seen.reduce(|a, b| if self.is_before(&a, &b) { a } else { b })
    }

    /// Rows that were read and not yet taken, in no order.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = &Summary> {
        self.lanes.iter().flat_map(|lane| lane.rows.iter().map(|(_, row)| row))
    }

    /// Whether all lanes were read to their end and taken.
    pub(crate) fn is_exhausted(&self) -> bool {
        self.lanes.iter().all(|lane| lane.exhausted && lane.rows.is_empty())
    }

    /// Entries per millisecond over what was read: how dense the index is from here on. An index that
    /// was read to its end has nothing left to cost anything.
    pub(crate) fn density(&self) -> f64 {
        let Some(bound) = self.bound() else { return 0.0 };
        // A range's own ends are moments without an id.
        let moment = |position: &str| position.split('#').next()?.parse().ok().map(Timestamp::millis);
        match (moment(&self.origin), moment(&bound)) {
            (Some(first), Some(last)) => self.examined as f64 / (first.abs_diff(last) as f64 + 1.0),
            _ => f64::INFINITY,
        }
    }

    fn next_lane(&self) -> Option<usize> {
        let heads = self.lanes.iter().enumerate().filter_map(|(n, lane)| Some((n, &lane.rows.front()?.0)));
        heads.reduce(|a, b| if self.is_before(b.1, a.1) { b } else { a }).map(|(n, _)| n)
    }

    fn is_before(&self, a: &str, b: &str) -> bool {
        match self.sort {
            Sort::NewestFirst => a > b,
            Sort::OldestFirst => a < b,
        }
    }

    fn start_of(&self, lane: &Lane) -> String {
        match self.sort {
            // Nothing read: the bound stands before the first possible range key.
            Sort::NewestFirst => key::after(&lane.high),
            Sort::OldestFirst => key::before(&lane.low),
        }
    }
}

impl Lane {
    /// One Query. Returns the read units it took and the entries it looked at.
    async fn read(
        &mut self,
        store: &Store,
        sort: Sort,
        limit: usize,
        expression: Option<&Expression>,
    ) -> Result<(f64, u64), Error> {
        let request = store
            .client
            .query()
            .table_name(&store.config.table)
            .index_name(self.index.name())
            .key_condition_expression("#p = :p AND #t BETWEEN :low AND :high")
            .expression_attribute_names("#p", self.index.attribute())
            .expression_attribute_names("#t", POSITION)
            .expression_attribute_values(":p", AttributeValue::S(self.partition.clone()))
            .expression_attribute_values(":low", AttributeValue::S(self.low.clone()))
            .expression_attribute_values(":high", AttributeValue::S(self.high.clone()))
            .scan_index_forward(sort == Sort::OldestFirst)
            .limit(i32::try_from(limit.clamp(1, 10_000)).unwrap_or(10_000))
            .return_consumed_capacity(ReturnConsumedCapacity::Total);
        let request = match expression {
            None => request,
            Some(expression) => {
                let mut request = request.filter_expression(&expression.text);
                for (name, attribute) in &expression.names {
                    request = request.expression_attribute_names(name, attribute);
                }
                for (name, value) in &expression.values {
                    request = request.expression_attribute_values(name, value.clone());
                }
                request
            }
        };
        let answer = request.send().await.map_err(|e| Error::sdk("Query", e))?;
        for item in answer.items() {
            let position = item::text(item, POSITION).unwrap_or_default().to_owned();
            self.rows.push_back((position, item::summary(item)?));
        }
        match answer.last_evaluated_key().and_then(|last| item::text(last, POSITION)) {
            Some(seen) => self.move_on(seen.to_owned(), sort),
            None => self.exhausted = true,
        }
        let units = answer.consumed_capacity().and_then(|c| c.capacity_units()).unwrap_or(0.0);
        Ok((units, answer.scanned_count().max(0) as u64))
    }

    fn move_on(&mut self, seen: String, sort: Sort) {
        match sort {
            Sort::NewestFirst => self.high = key::before(&seen),
            Sort::OldestFirst => self.low = key::after(&seen),
        }
        self.exhausted = self.low > self.high;
        self.seen = Some(seen);
    }
}
