//! Marks: which hours have to be counted again, and what writers and rollers promise one another by them;
//! see [the module above](super).

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use aws_sdk_dynamodb::error::ProvideErrorMetadata;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnConsumedCapacity};
use model::event::Category;
use model::{Cost, Event, Span, Timestamp};
use tokio::time::Instant;

use crate::control::VALUE;
use crate::item::{self, Item, RECEIVED, text};
use crate::schema::{PK, SK};
use crate::{Error, Store, key};

/// For so long a process relies on a mark that it set.
pub(crate) const REUSED: Duration = Duration::from_secs(5 * 60);
/// So long after a mark no event is written on its strength. The longest of our functions runs for half as
/// long, and a request under way for a fraction of the rest.
pub(crate) const LEASE: Duration = Duration::from_secs(10 * 60);
/// So long a roller leaves a mark alone from when it first saw it, in milliseconds.
pub(crate) const SETTLED: i64 = 15 * 60 * 1_000;

const LIST: &str = "dirty";
/// Marks that a process remembers; it forgets all of them rather than grow.
const REMEMBERED: usize = 10_000;

/// What this process has marked lately: when, by its own clock and by that of who asked. A function that is
/// frozen between two requests may find its own clock to have stood still.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marked(Arc<Mutex<HashMap<String, (Instant, Timestamp)>>>);

/// Leave to write events of the hours that were marked.
pub(crate) struct Leave {
    /// The moment at which it ends.
    pub(crate) until: Instant,
    /// What marking took.
    pub(crate) write_units: f64,
}

/// A mark as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// The first moment of the hour.
    pub(crate) hour: Timestamp,
    pub(crate) category: Category,
    pub(crate) version: String,
    /// Since when a roller knows this version.
    pub(crate) seen: Option<Timestamp>,
}

impl Marked {
    fn with<T>(&self, work: impl FnOnce(&mut HashMap<String, (Instant, Timestamp)>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// When `hour` was marked, if that is to be relied on at `now`.
    fn since(&self, hour: &str, now: Timestamp) -> Option<Instant> {
        let (since, then) = self.with(|marked| marked.get(hour).copied())?;
        let passed = u128::from(now.millis().abs_diff(then.millis()));
        (since.elapsed() < REUSED && passed < REUSED.as_millis()).then_some(since)
    }

    fn remember(&self, hours: Vec<String>, since: Instant, now: Timestamp) {
        self.with(|marked| {
            if marked.len() + hours.len() > REMEMBERED {
                marked.clear();
            }
            marked.extend(hours.into_iter().map(|hour| (hour, (since, now))));
        });
    }
}

impl Store {
    /// Marks the hours of `events`, which are to be written at `now`: a write unit for each hour that this
    /// process did not mark just now.
    pub(crate) async fn mark<'a>(
        &self,
        events: impl Iterator<Item = &'a Event>,
        now: Timestamp,
    ) -> Result<Leave, Error> {
        let begun = Instant::now();
        let hours: BTreeSet<String> = events.map(|event| key::hour(event.time, event.category)).collect();
        let since = hours.iter().filter_map(|hour| self.marked.since(hour, now));
        let until = since.min().unwrap_or(begun) + LEASE;
        let due: Vec<String> =
            hours.into_iter().filter(|hour| self.marked.since(hour, now).is_none()).collect();
        let items = due.iter().map(|hour| self.mark_item(hour)).collect();
        let write_units = self.write(items, until).await?;
        self.marked.remember(due, begun, now);
        Ok(Leave { until, write_units })
    }

    /// Marks `hour` for the roller unless it is marked; nobody has leave to write by this.
    pub(crate) async fn mark_if_clean(&self, hour: &str) -> Result<f64, Error> {
        let put = self
            .client
            .put_item()
            .table_name(&self.config.table)
            .set_item(Some(self.mark_item(hour)))
            .condition_expression("attribute_not_exists(#pk)")
            .expression_attribute_names("#pk", PK)
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await;
        match put {
            Ok(answer) => Ok(answer.consumed_capacity().and_then(|c| c.capacity_units()).unwrap_or(0.0)),
            Err(e) if is_refused(&e) => Ok(1.0),
            Err(e) => Err(Error::sdk("PutItem", e)),
        }
    }

    fn mark_item(&self, hour: &str) -> Item {
        Item::from([
            (PK.to_owned(), AttributeValue::S(key::control(LIST))),
            (SK.to_owned(), AttributeValue::S(hour.to_owned())),
            (VALUE.to_owned(), AttributeValue::S(version())),
        ])
    }

    /// The marks of the hours that `span` touches, oldest first; `None` when reading them went over the
    /// read budget.
    pub(crate) async fn marks(&self, span: Span, cost: &mut Cost) -> Result<Option<Vec<Mark>>, Error> {
        let mut marks = Vec::new();
        let mut last = None;
        loop {
            let answer = self
                .client
                .query()
                .table_name(&self.config.table)
                .key_condition_expression("#pk = :pk AND #sk BETWEEN :low AND :high")
                .expression_attribute_names("#pk", PK)
                .expression_attribute_names("#sk", SK)
                .expression_attribute_values(":pk", AttributeValue::S(key::control(LIST)))
                .expression_attribute_values(
                    ":low",
                    AttributeValue::S(span.from.to_string()[..13].to_owned()),
                )
                // Above the marks of the hour in which it ends: theirs go on with a `#`.
                .expression_attribute_values(
                    ":high",
                    AttributeValue::S(span.to.to_string()[..13].to_owned() + "~"),
                )
                .return_consumed_capacity(ReturnConsumedCapacity::Total)
                .set_exclusive_start_key(last)
                .send()
                .await
                .map_err(|e| Error::sdk("Query", e))?;
            cost.round_trips += 1;
            cost.read_units += answer.consumed_capacity().and_then(|c| c.capacity_units()).unwrap_or(0.0);
            marks.extend(answer.items().iter().filter_map(read));
            last = answer.last_evaluated_key;
            if last.is_none() {
                return Ok(Some(marks));
            }
            if cost.read_units >= self.config.read_budget {
                return Ok(None);
            }
        }
    }

    /// Notes that a roller knows `mark` since `now`; a version that came meanwhile is left to the next time.
    pub(crate) async fn see(&self, mark: &Mark, now: Timestamp) -> Result<f64, Error> {
        let seen = self
            .client
            .update_item()
            .table_name(&self.config.table)
            .key(PK, AttributeValue::S(key::control(LIST)))
            .key(SK, AttributeValue::S(key::hour(mark.hour, mark.category)))
            .update_expression("SET #r = :now")
            .condition_expression("#v = :v")
            .expression_attribute_names("#r", RECEIVED)
            .expression_attribute_names("#v", VALUE)
            .expression_attribute_values(":now", AttributeValue::N(now.millis().to_string()))
            .expression_attribute_values(":v", AttributeValue::S(mark.version.clone()))
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await;
        match seen {
            Ok(answer) => Ok(answer.consumed_capacity().and_then(|c| c.capacity_units()).unwrap_or(0.0)),
            Err(e) if is_refused(&e) => Ok(1.0),
            Err(e) => Err(Error::sdk("UpdateItem", e)),
        }
    }

    /// Clears `mark`, unless it has another version by now. Returns whether it did, and the write units.
    pub(crate) async fn clear(&self, mark: &Mark) -> Result<(bool, f64), Error> {
        let hour = key::hour(mark.hour, mark.category);
        self.marked.with(|marked| marked.remove(&hour));
        let cleared = self
            .client
            .delete_item()
            .table_name(&self.config.table)
            .key(PK, AttributeValue::S(key::control(LIST)))
            .key(SK, AttributeValue::S(hour))
            .condition_expression("#v = :v")
            .expression_attribute_names("#v", VALUE)
            .expression_attribute_values(":v", AttributeValue::S(mark.version.clone()))
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await;
        match cleared {
            Ok(answer) => {
                let units = answer.consumed_capacity().and_then(|c| c.capacity_units()).unwrap_or(0.0);
                Ok((true, units))
            }
            Err(e) if is_refused(&e) => Ok((false, 1.0)),
            Err(e) => Err(Error::sdk("DeleteItem", e)),
        }
    }
}

/// Of a mark or of a rollup: no two are the same.
pub(crate) fn version() -> String {
    format!("{:016x}", fastrand::u64(..))
}

/// Whether the condition of a write did not hold.
pub(crate) fn is_refused(error: &impl ProvideErrorMetadata) -> bool {
    error.code() == Some("ConditionalCheckFailedException")
}

fn read(item: &Item) -> Option<Mark> {
    let (hour, category) = key::hour_parts(text(item, SK)?)?;
    let version = text(item, VALUE)?.to_owned();
    Some(Mark { hour, category, version, seen: item::received(item) })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the module above promises rests on it.
    #[test]
    fn a_lease_outlives_reuse_and_a_roller_waits_longer() {
        assert!(REUSED * 2 <= LEASE);
        assert!(LEASE.as_millis() + 60_000 < SETTLED as u128);
    }

    #[tokio::test(start_paused = true)]
    async fn a_mark_is_relied_on_for_a_while_by_both_clocks() {
        let (marked, now) = (Marked::default(), Timestamp::from_millis(1_000_000_000));
        marked.remember(vec!["h".to_owned()], Instant::now(), now);
        let minutes = |n: i64| now.plus_millis(n * 60_000);
        assert!(marked.since("h", minutes(4)).is_some() && marked.since("i", now).is_none());
        assert!(marked.since("h", minutes(6)).is_none() && marked.since("h", minutes(-6)).is_none());
        tokio::time::advance(REUSED).await;
        assert!(marked.since("h", now).is_none());
    }
}
