//! The adaptive search: reading whichever index turns out to hold the fewest candidates.
//!
//! Every drive of the [`Plan`] holds everything that matches, so any of them will do, and they may take
//! turns: all indexes share one range key, so one position serves them all. Which is the sparsest here
//! and now is found by asking: a few entries of each, in parallel. The sparsest is read on, in steps as
//! large as the share of matches so far suggests, and when that share is poor, they are asked again.
//! Measured over pairs of filters on 500,000 events this reads 13 units per page, where a fixed order of
//! indexes reads 189, and an intersection of indexes 5 to 11 times more than this.

use std::collections::VecDeque;

use futures::future::try_join_all;
use model::{Cost, Sort, Summary};

use crate::lane::Lanes;
use crate::plan::Plan;
use crate::{Error, Store, key};

/// Entries of each index that a choice looks at.
const PROBE: usize = 8;
/// Entries between two choices, at first; it doubles, for conditions change less and less.
const FIRST_PATIENCE: u64 = 64;
/// The most entries of one read: a Query's answer ends at 1 MB anyway.
const MAX_STEP: usize = 2_000;
/// The most records fetched at once because a row alone did not tell; BatchGetItem's own limit.
const MAX_RECORDS: usize = 100;

/// A search under way. It can be asked for more until it is [`done`](Search::is_done).
pub(crate) struct Search<'a> {
    store: &'a Store,
    plan: Plan,
    low: String,
    high: String,
    sort: Sort,
    lanes: Lanes,
    chosen: usize,
    patience: u64,
    examined_before: u64,
    /// Rows in order, not yet put to the filter.
    pending: VecDeque<Summary>,
    /// Rows that match, in order.
    pub found: VecDeque<Summary>,
    /// The last row put to the filter.
    judged: Option<String>,
    judged_rows: u64,
    /// Rows of the chosen lanes whose records were needed.
    unsure: u64,
    matches: u64,
    pub cost: Cost,
}

impl<'a> Search<'a> {
    /// A search by `plan` between the range keys `low` and `high`, both inclusive.
    pub(crate) fn new(store: &'a Store, plan: Plan, (low, high, sort): (String, String, Sort)) -> Search<'a> {
        let lanes = Lanes::new(&plan.drives[0], &low, &high, sort);
        Search {
            store,
            plan,
            low,
            high,
            sort,
            lanes,
            chosen: 0,
            patience: 0,
            examined_before: 0,
            pending: VecDeque::new(),
            found: VecDeque::new(),
            judged: None,
            judged_rows: 0,
            unsure: 0,
            matches: 0,
            cost: Cost::default(),
        }
    }

    /// Searches until `wanted` matches are found, everything was seen, or more than `budget` read units
    /// are spent. Always gets somewhere, however small the budget.
    pub(crate) async fn run(&mut self, wanted: usize, budget: f64) -> Result<(), Error> {
        while self.found.len() < wanted {
            if !self.pending.is_empty() {
                self.judge(wanted - self.found.len()).await?;
            } else if self.lanes.is_exhausted() {
                break;
            } else if self.plan.drives.len() > 1 && self.is_choice_due() {
                self.choose().await?;
            } else {
                let step = self.step(wanted - self.found.len());
                self.lanes.read(self.store, step, self.plan.expression.as_ref(), &mut self.cost).await?;
                self.pending.extend(self.lanes.take());
            }
            if self.cost.read_units >= budget && self.position().is_some() {
                break;
            }
        }
        Ok(())
    }

    /// Whether everything was seen.
    pub(crate) fn is_done(&self) -> bool {
        self.pending.is_empty() && self.lanes.is_exhausted()
    }

    /// Everything up to this range key was put to the filter; `None` when nothing was yet.
    pub(crate) fn position(&self) -> Option<String> {
        if !self.pending.is_empty() {
            return self.judged.clone();
        }
        let bound = self.lanes.bound();
        // A bound outside the range means that nothing was read.
        bound.filter(|bound| *self.low <= **bound && *bound <= self.high).or_else(|| self.judged.clone())
    }

    /// How many index entries to read next for `wanted` more matches.
    fn step(&self, wanted: usize) -> usize {
        let prior = if self.plan.exact { 50.0 } else { 1.0 };
        let share = (self.matches as f64 + prior) / (self.examined() as f64 + prior.max(2.0));
        let step = (wanted as f64 / share).ceil() as usize;
        step.clamp(if self.plan.exact { 1 } else { PROBE }, MAX_STEP)
    }

    fn examined(&self) -> u64 {
        self.examined_before + self.lanes.examined
    }

    fn is_choice_due(&self) -> bool {
        if self.patience == 0 {
            return true;
        }
        let poor = self.matches * 4 < self.examined();
        poor && self.lanes.examined >= self.patience
    }

    /// Reads a few entries of every drive from here on, and goes on with the one that is the cheapest.
    async fn choose(&mut self) -> Result<(), Error> {
        let (mut low, mut high) = (self.low.clone(), self.high.clone());
        if let Some(position) = self.position() {
            match self.sort {
                Sort::NewestFirst => high = key::before(&position),
                Sort::OldestFirst => low = key::after(&position),
            }
        }
        let first = self.patience == 0;
        // The more was read, the more is at stake, and the surer the choice has to be.
        let entries = PROBE.max(self.patience as usize / 8);
        let probe = |n: usize| {
            let mut lanes = Lanes::new(&self.plan.drives[n], &low, &high, self.sort);
            let (store, expression) = (self.store, self.plan.expression.as_ref());
            async move {
                let mut cost = Cost::default();
                lanes.read(store, entries, expression, &mut cost).await?;
                Ok::<_, Error>((n, lanes, cost))
            }
        };
        let others = (0..self.plan.drives.len()).filter(|n| first || *n != self.chosen);
        let probes = try_join_all(others.map(probe)).await?;
        self.cost.round_trips += 1;

        let mut best = (!first).then(|| Self::price(&self.lanes, self.unsure));
        let mut cheapest = None;
        for (n, lanes, cost) in probes {
            self.cost.read_units += cost.read_units;
            let residual = &self.plan.drives[n].residual;
            let rows = lanes.waiting().map(|row| residual.matches_summary(row));
            let price = Self::price(&lanes, rows.filter(Option::is_none).count() as u64);
            if best.is_none_or(|least| price < least) {
                best = Some(price);
                cheapest = Some((n, lanes));
            }
        }
        if let Some((n, lanes)) = cheapest {
            self.examined_before += self.lanes.examined;
            self.lanes = lanes;
            self.chosen = n;
            self.unsure = 0;
            self.pending.extend(self.lanes.take());
        }
        self.patience = if first { FIRST_PATIENCE } else { self.patience * 2 };
        Ok(())
    }

    /// Read units per millisecond of the range, where `unsure` of the entries that `lanes` looked at
    /// need their records fetched.
    fn price(lanes: &Lanes, unsure: u64) -> f64 {
        // The unit of BatchGetItem is half of one for an item; a unit of Query holds some 25 entries.
        const RECORD: f64 = 0.5;
        const ENTRY: f64 = 0.04;
        let share = unsure as f64 / lanes.examined.max(1) as f64;
        lanes.density() * (ENTRY + RECORD * share)
    }

    /// Puts pending rows to the filter, in order, until `wanted` of them match. Where a row alone does
    /// not tell, its record is fetched; many at once, but no more than are likely to be needed.
    async fn judge(&mut self, wanted: usize) -> Result<(), Error> {
        let share = (self.matches as f64 + 1.0) / (self.judged_rows as f64 + 2.0);
        let records = ((wanted as f64 / share).ceil() as usize).clamp(PROBE, MAX_RECORDS);
        let residual = &self.plan.drives[self.chosen].residual;
        let (mut verdicts, mut certain, mut unsure) = (Vec::new(), 0, Vec::new());
        for row in &self.pending {
            let verdict = residual.matches_summary(row);
            match verdict {
                Some(true) => certain += 1,
                Some(false) => {}
                None => unsure.push(row.id.clone()),
            }
            verdicts.push(verdict);
            if certain >= wanted || unsure.len() >= records {
                break;
            }
        }
        self.unsure += unsure.len() as u64;
        let events = self.store.events(&unsure, &mut self.cost).await?;
        for verdict in verdicts {
            let Some(row) = self.pending.pop_front() else { break };
            // A row without its event: the event is being written, or was just deleted by TTL.
            let matches =
                verdict.unwrap_or_else(|| events.get(&row.id).is_some_and(|e| residual.matches(&e.event)));
            self.judged = Some(key::position(row.time, &row.id));
            self.judged_rows += 1;
            if matches {
                self.matches += 1;
                self.found.push_back(row);
            }
        }
        Ok(())
    }
}
