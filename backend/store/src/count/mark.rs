//! Marks: which hours have to be counted again, and what writers and rollers promise one another by them;
//! see [the module above](super).

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use aws_sdk_dynamodb::operation::update_item::UpdateItemOutput;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnConsumedCapacity};
use model::event::Category;
use model::{Cost, Event, Timestamp};
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
/// Hours in one mark: they take up a write unit.
const HOURS: usize = 56;
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

/// A mark as it was read. It is never changed but by a roller that notes when it saw it: whoever marks an hour
/// again makes another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) name: String,
    pub(crate) hours: Vec<Hour>,
    /// Since when a roller knows it.
    pub(crate) seen: Option<Timestamp>,
}

/// The first moment of an hour, and a category.
pub(crate) type Hour = (Timestamp, Category);

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
    /// Marks the hours of `events`, which are to be written at `now`: a write unit or two, unless this process
    /// marked all of them just now.
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
        let write_units = self.mark_hours(&due, until).await?;
        self.marked.remember(due, begun, now);
        Ok(Leave { until, write_units })
    }

    /// Marks `hours`; returns the write units.
    pub(crate) async fn mark_hours(&self, hours: &[String], until: Instant) -> Result<f64, Error> {
        let mark = |hours: &[String]| {
            Item::from([
                (PK.to_owned(), AttributeValue::S(key::control(LIST))),
                (SK.to_owned(), AttributeValue::S(version())),
                (VALUE.to_owned(), AttributeValue::S(hours.join(" "))),
            ])
        };
        self.write(hours.chunks(HOURS).map(mark).collect(), until).await
    }

    /// All marks; `None` when reading them went over the read budget.
    pub(crate) async fn marks(&self, cost: &mut Cost) -> Result<Option<Vec<Mark>>, Error> {
        let query = self.partition(key::control(LIST));
        let all = self.read_partition(query, usize::MAX, self.config.read_budget, cost).await?;
        all.whole.then(|| all.items.iter().map(read).collect()).transpose()
    }

    /// Notes that a roller knows `mark` since `now`. Returns the write units.
    pub(crate) async fn see(&self, mark: &Mark, now: Timestamp) -> Result<f64, Error> {
        let seen = self
            .client
            .update_item()
            .table_name(&self.config.table)
            .key(PK, AttributeValue::S(key::control(LIST)))
            .key(SK, AttributeValue::S(mark.name.clone()))
            .update_expression("SET #r = :now")
            // Another roller may have cleared it: a mark without hours would be left.
            .condition_expression("attribute_exists(#v)")
            .expression_attribute_names("#r", RECEIVED)
            .expression_attribute_names("#v", VALUE)
            .expression_attribute_values(":now", AttributeValue::N(now.millis().to_string()))
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await;
        // What is refused costs a unit.
        let units = |answer: UpdateItemOutput| answer.consumed_capacity().and_then(|c| c.capacity_units());
        Ok(Error::if_held("UpdateItem", seen)?.map_or(1.0, |answer| units(answer).unwrap_or(0.0)))
    }

    /// Clears `mark`. Returns the write units.
    pub(crate) async fn clear(&self, mark: &Mark) -> Result<f64, Error> {
        self.marked.with(|marked| {
            for (hour, category) in &mark.hours {
                marked.remove(&key::hour(*hour, *category));
            }
        });
        let cleared = self
            .client
            .delete_item()
            .table_name(&self.config.table)
            .key(PK, AttributeValue::S(key::control(LIST)))
            .key(SK, AttributeValue::S(mark.name.clone()))
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(|e| Error::sdk("DeleteItem", e))?;
        Ok(cleared.consumed_capacity().and_then(|c| c.capacity_units()).unwrap_or(0.0))
    }
}

/// Name of a mark, or version of a rollup: no two are the same.
pub(crate) fn version() -> String {
    format!("{:016x}", fastrand::u64(..))
}

fn read(item: &Item) -> Result<Mark, Error> {
    let corrupt = || Error::corrupt(&key::control(LIST), "a mark of an hour that is none");
    let hours = text(item, VALUE).unwrap_or_default().split(' ').map(key::hour_parts);
    Ok(Mark {
        name: text(item, SK).unwrap_or_default().to_owned(),
        hours: hours.collect::<Option<_>>().ok_or_else(corrupt)?,
        seen: item::received(item),
    })
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
