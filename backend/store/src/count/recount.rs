//! Counting the hours of a day anew, and what it overwrites; see [the module above](super).

use std::collections::HashMap;

use futures::future::try_join_all;
use model::event::Category;
use model::{Cost, Sort, Span, Timestamp};

use super::attribute::Attribute;
use super::counter::Counter;
use super::roll::{HOUR, Rolled};
use super::rollup::Rollup;
use super::spans::merged;
use super::tally::Tally;
use crate::fetch::GET;
use crate::lane::Lanes;
use crate::plan::Drive;
use crate::{Error, Store};

/// Entries of the index in one read; an answer ends at 1 MB anyway.
const STEP: usize = 2_000;
/// Records fetched at once.
const RECORDS: usize = 8 * GET;

impl Store {
    /// Counts `hours` of `day` anew and overwrites them in the rollups. Returns whether no other roller was
    /// there meanwhile.
    pub(crate) async fn recount(
        &self,
        day: Timestamp,
        category: Category,
        hours: &[Timestamp],
        rolled: &mut Rolled,
    ) -> Result<bool, Error> {
        let mut cost = Cost::default();
        // Before counting: what is written later may only take the place of what is there now.
        let before = self.rollups_of_day(day, category, &mut cost).await?;
        let counted = self.count(category, hours, &mut cost).await?;
        rolled.read_units += cost.read_units;
        let mut writes = Vec::new();
        for attribute in Attribute::ALL {
            let Some(counted) = counted.get(&attribute) else { continue };
            let before = before.get(&attribute);
            let tally = replaced(attribute, before, counted, day, hours);
            // With a rollup that there is, even if it would stay the same: a roller that counted earlier
            // must not write later.
            if before.is_some() || !tally.0.is_empty() {
                writes.push((attribute, tally, before));
            }
        }
        // The first alone: of two rollers, one stops here before it wrote anything.
        let mut writes = writes.into_iter();
        let Some((first, tally, seen)) = writes.next() else { return Ok(true) };
        let (mut written, units) = self.put_rollup((first, category, day), &tally, seen).await?;
        rolled.write_units += units;
        if written {
            let puts = writes.map(|(attribute, tally, seen)| async move {
                self.put_rollup((attribute, category, day), &tally, seen).await
            });
            for (is_written, units) in try_join_all(puts).await? {
                written &= is_written;
                rolled.write_units += units;
            }
        }
        Ok(written)
    }

    /// Counts the events of `hours`, of one day and in order.
    async fn count(
        &self,
        category: Category,
        hours: &[Timestamp],
        cost: &mut Cost,
    ) -> Result<HashMap<Attribute, Tally>, Error> {
        let mut counter = Counter::new(&Attribute::ALL);
        let hours = hours.iter().map(|hour| Span { from: *hour, to: hour.plus_millis(HOUR) });
        for span in merged(hours.collect()) {
            let drive = Drive::everything(&[category], self.config.shards);
            let (low, high) = (span.from.to_string(), span.to.to_string());
            let mut lanes = Lanes::new(&drive, &low, &high, Sort::OldestFirst);
            while !lanes.is_exhausted() {
                lanes.read(self, STEP, None, cost).await?;
                lanes.take().iter().for_each(|row| counter.row(row));
                let unsure = std::mem::take(&mut counter.unsure);
                for ids in unsure.chunks(RECORDS) {
                    // An event that is not there any more is past retention.
                    self.events(ids, cost).await?.values().for_each(|stored| counter.event(&stored.event));
                }
            }
        }
        Ok(counter.into_map())
    }
}

/// The tally of `before` with `hours` as they were `counted`.
fn replaced(
    attribute: Attribute,
    before: Option<&Rollup>,
    counted: &Tally,
    day: Timestamp,
    hours: &[Timestamp],
) -> Tally {
    let mut counted = counted.clone();
    counted.bound();
    let mut tally = before.map(|before| before.tally.clone()).unwrap_or_default();
    for hour in hours {
        let slots = attribute.slots_per_hour();
        let first = ((hour.millis() - day.millis()) / HOUR) as u16 * slots;
        tally.replace(first..first + slots, &counted);
    }
    tally
}
