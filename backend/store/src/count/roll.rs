//! The roller: has dirty hours counted anew, and clears their marks; see [the module above](super).

use std::collections::{BTreeMap, BTreeSet};

use model::event::Category;
use model::{Cost, Sort, Timestamp};
use tokio::time::Instant;

use super::mark::{Hour, LEASE, Mark, SETTLED};
use crate::lane::Lanes;
use crate::plan::Drive;
use crate::{Error, Store, key};

/// Control item that says in which form the table's counts are kept; without it there may be events in no
/// marked hour.
pub(crate) const KEPT: &str = "counts";
/// The form that is described here.
pub(crate) const FORM: &str = "1";

pub(crate) const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// Which of the dirty hours are rolled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Roll {
    /// Those that no roller has seen change for 15 minutes; for a table that others write to.
    Settled,
    /// All; for a table that nobody else writes to meanwhile, else counts go wrong unnoticed.
    Everything,
}

/// What a roller did.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rolled {
    /// Hours (of a category each) that were dirty and are not any more.
    pub hours: usize,
    /// Hours that are dirty still: not settled, changed meanwhile, or another roller was there first.
    pub left: usize,
    /// Write request units, as DynamoDB reports them.
    pub write_units: f64,
    /// Read request units, as DynamoDB reports them.
    pub read_units: f64,
}

impl Store {
    /// Brings the counts up to date, at `now`: counts the events of dirty hours anew and overwrites what was
    /// kept of them. After each day `watch` is told how many hours of how many are done. Can be stopped at
    /// any moment, begun again, and run twice at once: counts are never wrong, at worst a while not up to
    /// date.
    pub async fn roll(
        &self,
        roll: Roll,
        now: Timestamp,
        mut watch: impl FnMut(usize, usize),
    ) -> Result<Rolled, Error> {
        let mut rolled = Rolled::default();
        if self.control(KEPT).await?.as_deref() != Some(FORM) {
            self.mark_everything(&mut rolled).await?;
            self.set_control(KEPT, FORM).await?;
        }
        let mut cost = Cost::default();
        let marks = self.without_budget().marks(&mut cost).await?.unwrap_or_default();
        rolled.read_units += cost.read_units;
        let (mut due, fresh): (Vec<Mark>, Vec<Mark>) =
            marks.into_iter().partition(|mark| roll.is_due(mark, now));
        for mark in &fresh {
            if mark.seen.is_none() {
                rolled.write_units += self.see(mark, now).await?;
            }
        }

        // An hour that is marked anew stays dirty: counting it now would be for nothing.
        let fresh: BTreeSet<Hour> = fresh.into_iter().flat_map(|mark| mark.hours).collect();
        let dirty: BTreeSet<Hour> = due.iter().flat_map(|mark| mark.hours.iter().copied()).collect();
        let dirty: BTreeSet<Hour> = dirty.difference(&fresh).copied().collect();
        let mut days: BTreeMap<Hour, Vec<Timestamp>> = BTreeMap::new();
        for (hour, category) in &dirty {
            let day = Timestamp::from_millis(hour.millis().div_euclid(DAY) * DAY);
            days.entry((day, *category)).or_default().push(*hour);
        }
        let all = dirty.len() + fresh.len();
        let mut done = fresh;
        rolled.left = done.len();
        for ((day, category), hours) in days {
            if self.roll_day(day, category, &hours, now, &mut rolled).await? {
                done.extend(hours.into_iter().map(|hour| (hour, category)));
                // At once, so that a roller that dies has not worked for nothing.
                let (cleared, rest) =
                    due.into_iter().partition(|mark| mark.hours.iter().all(|hour| done.contains(hour)));
                rolled.write_units += self.clear_all(cleared).await?;
                due = rest;
            }
            watch(rolled.hours + rolled.left, all);
        }
        // Those whose hours are all marked anew.
        due.retain(|mark| mark.hours.iter().all(|hour| done.contains(hour)));
        rolled.write_units += self.clear_all(due).await?;
        Ok(rolled)
    }

    async fn clear_all(&self, marks: Vec<Mark>) -> Result<f64, Error> {
        let mut units = 0.0;
        for mark in &marks {
            units += self.clear(mark).await?;
        }
        Ok(units)
    }

    /// Counts `hours` of `day` anew, those that are kept. Returns whether no other roller was there meanwhile.
    async fn roll_day(
        &self,
        day: Timestamp,
        category: Category,
        hours: &[Timestamp],
        now: Timestamp,
        rolled: &mut Rolled,
    ) -> Result<bool, Error> {
        let horizon = self.config.retention.horizon(now);
        let kept = hours.iter().copied().filter(|hour| hour.plus_millis(HOUR) > horizon);
        let kept: Vec<Timestamp> = kept.collect();
        // What is past retention is not shown: its marks only have to go.
        let is_done = kept.is_empty() || self.recount(day, category, &kept, rolled).await?;
        *(if is_done { &mut rolled.hours } else { &mut rolled.left }) += hours.len();
        Ok(is_done)
    }

    /// Marks every hour that has events: from one to the next by the time index, half a read unit each.
    async fn mark_everything(&self, rolled: &mut Rolled) -> Result<(), Error> {
        let mut hours = Vec::new();
        for category in Category::ALL {
            let drive = Drive::everything(&[*category], self.config.shards);
            let mut low = Timestamp::MIN;
            loop {
                let end = Timestamp::MAX.to_string();
                let mut lanes = Lanes::new(&drive, &low.to_string(), &end, Sort::OldestFirst);
                let mut cost = Cost::default();
                let mut next = None;
                while next.is_none() && !lanes.is_exhausted() {
                    lanes.read(self, 1, None, &mut cost).await?;
                    next = lanes.take().first().map(|row| row.time);
                }
                rolled.read_units += cost.read_units;
                let Some(found) = next else { break };
                hours.push(key::hour(found, *category));
                low = Timestamp::from_millis(found.millis().div_euclid(HOUR) * HOUR + HOUR);
            }
        }
        rolled.write_units += self.mark_hours(&hours, Instant::now() + LEASE).await?;
        Ok(())
    }

    fn without_budget(&self) -> Store {
        self.with_read_budget(f64::INFINITY)
    }
}

impl Roll {
    fn is_due(self, mark: &Mark, now: Timestamp) -> bool {
        match self {
            Roll::Everything => true,
            Roll::Settled => mark.seen.is_some_and(|seen| seen.plus_millis(SETTLED) <= now),
        }
    }
}
