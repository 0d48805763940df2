//! Events over time.

use futures::future::try_join_all;
use model::event::Category;
use model::filter::{Filter, Key, Term, Test};
use model::{Bucket, Cost, Exactness, Histogram, Query, Span, Timestamp};

use super::attribute::{Attribute, EVERYTHING, MAX_VALUE, folded, is_single};
use super::ladder;
use super::live::{Left, few};
use super::rollup::Rollup;
use super::spans::{holds, is_outside, merged, overlap};
use super::tally::{Cell, REST};
use crate::plan::plan;
use crate::position::start;
use crate::{Error, Store};

const HOUR: i64 = 3_600_000;

/// The attribute whose rollups answer a filter, and the values of it that match.
struct Source {
    attribute: Attribute,
    values: Vec<String>,
}

/// Events of a slot.
type Slot = (Span, Cell);

impl Store {
    /// How many events match `query` over its range, asked at `now`: in buckets whose width follows the
    /// range, none of them past retention; the query's page and order do not matter. Without a filter, or
    /// with one term that rollups answer, it is exact at the cost of some days of rollups; any other filter
    /// is counted by looking at its events, within the read budget, the newest first.
    ///
    /// Fails with [`Error::BadQuery`] on an empty range.
    pub async fn histogram(&self, query: &Query, now: Timestamp) -> Result<Histogram, Error> {
        let asked = start(&Query { at: None, ..query.clone() }, now)?.span;
        let mut cost = Cost::default();
        let Some(span) = self.config.retention.clamp(asked, now) else {
            return Ok(Buckets::none().finish(None, cost));
        };
        let mut buckets = Buckets::of(span);
        let filter = &query.filter;
        if let Some(ids) = plan(filter, self.config.shards).ids {
            let events = self.events(&ids, &mut cost).await?;
            let events = events.values().map(|stored| &stored.event);
            let matching = events.filter(|event| span.contains(event.time) && filter.matches(event));
            matching.for_each(|event| buckets.add(event.time, Cell::one(event.outcome)));
            return Ok(buckets.finish(Some(span), cost));
        }

        let (mut slots, mut stretches) = (Vec::new(), vec![span]);
        let source = Source::of(filter, buckets.width);
        if let Some(source) = source.filter(|source| buckets.width % source.attribute.slot() == 0) {
            (slots, stretches) = self.rolled(&source, &filter.categories(), span, &mut cost).await?;
        }
        let live = |row: &model::Summary| buckets.add(row.time, Cell::one(row.outcome));
        let Left { unseen, doubtful } = self.live(filter, &stretches, &mut cost, live).await?;
        for (slot, cell) in slots {
            // Of what could not be counted live, what was counted last: it is that or more.
            if is_outside(&stretches, slot) || holds(&unseen, slot) {
                buckets.add(slot.from, cell);
            }
        }
        doubtful.into_iter().for_each(|span| buckets.doubt(span));
        Ok(buckets.finish(Some(span), cost))
    }

    /// What rollups know of `source`, and the stretches of `span` of which they don't know enough.
    async fn rolled(
        &self,
        source: &Source,
        categories: &[Category],
        span: Span,
        cost: &mut Cost,
    ) -> Result<(Vec<Slot>, Vec<Span>), Error> {
        let mut stretches = self.not_rolled(span, source.attribute.slot(), categories, cost).await?;
        if stretches == [span] {
            return Ok((Vec::new(), stretches));
        }
        let Some(rollups) = self.rollups_of(source.attribute, categories, span, cost).await? else {
            return Ok((Vec::new(), vec![span]));
        };
        let (mut slots, mut unsure) = (Vec::new(), Vec::new());
        for rollup in &rollups {
            let (known, rest) = source.read(rollup);
            slots.extend(known);
            unsure.extend(rest);
        }
        // An hour with a rest, and without a value that is asked for: it may be among the rest. It is rare
        // there, so that its own index answers cheaply.
        stretches =
            merged(stretches.into_iter().chain(unsure.into_iter().map(|s| overlap(s, span))).collect());
        Ok((slots, few(stretches)))
    }

    /// The rollups of `attribute` of the days of `span`, over several categories read side by side.
    pub(crate) async fn rollups_of(
        &self,
        attribute: Attribute,
        categories: &[Category],
        span: Span,
        cost: &mut Cost,
    ) -> Result<Option<Vec<Rollup>>, Error> {
        let reads = try_join_all(categories.iter().map(async |category| {
            let mut cost = Cost::default();
            let rollups = self.rollups(attribute, *category, span, &mut cost).await?;
            Ok::<_, Error>((rollups, cost))
        }));
        let (mut all, mut trips) = (Some(Vec::new()), 0);
        for (rollups, read) in reads.await? {
            cost.read_units += read.read_units;
            trips = trips.max(read.round_trips);
            all = all.zip(rollups).map(|(mut all, more)| {
                all.extend(more);
                all
            });
        }
        cost.round_trips += trips;
        Ok(all)
    }
}

impl Source {
    /// For buckets of `width` milliseconds.
    fn of(filter: &Filter, width: i64) -> Option<Source> {
        let is_category = |term: &&Term| matches!(term.test, Test::Key(Key::Category, _));
        let mut terms = filter.terms().iter().filter(|term| !is_category(term));
        let Some(term) = terms.next() else {
            // Outcomes by the hour are a tenth of all events by the minute.
            let outcomes = ["ok", "denied", "failed"].map(str::to_owned).to_vec();
            return Some(if width % HOUR == 0 {
                Source { attribute: Attribute::Key(Key::Outcome), values: outcomes }
            } else {
                Source { attribute: Attribute::Minutes, values: vec![EVERYTHING.to_owned()] }
            });
        };
        let (key, values) = term.exact().filter(|_| terms.next().is_none())?;
        let is_counted = |value: &&str| !value.is_empty() && value.len() <= MAX_VALUE;
        // An event that has two of the values would be counted twice.
        let can_be_added = is_single(key) || values.len() == 1;
        let attribute = Attribute::of(key).filter(|_| can_be_added && values.iter().all(is_counted))?;
        Some(Source { attribute, values: values.iter().map(|value| folded(key, value).into()).collect() })
    }

    fn matches(&self, value: &str) -> bool {
        match self.attribute {
            Attribute::Minutes => value == EVERYTHING,
            Attribute::Key(key) => self.values.iter().any(|own| *own == folded(key, value)),
        }
    }

    /// The slots of `rollup` that have events, and those in which there may be more.
    fn read(&self, rollup: &Rollup) -> (Vec<Slot>, Vec<Span>) {
        let slot = |number: u16| {
            let from = rollup.day.plus_millis(i64::from(number) * self.attribute.slot());
            Span { from, to: from.plus_millis(self.attribute.slot()) }
        };
        let tally = &rollup.tally.0;
        let matching = || tally.iter().filter(|(value, _)| self.matches(value)).map(|(_, cells)| cells);
        let slots = matching().flatten().map(|(number, cell)| (slot(*number), *cell)).collect();
        let rest = tally.get(REST).into_iter().flat_map(|cells| cells.keys());
        let found = |number: &u16| matching().filter(|cells| cells.contains_key(number)).count();
        // Types may be spelled in several ways, of which one may be among the rest.
        let has_spellings = self.attribute == Attribute::Key(Key::ResourceType);
        let may_hide = |number: &&u16| has_spellings || found(number) < self.values.len();
        (slots, rest.filter(may_hide).map(|number| slot(*number)).collect())
    }
}

/// A histogram being filled.
struct Buckets {
    /// Milliseconds in a bucket; 1 if there is none.
    width: i64,
    buckets: Vec<Bucket>,
}

impl Buckets {
    fn none() -> Buckets {
        Buckets { width: 1_000, buckets: Vec::new() }
    }

    fn of(span: Span) -> Buckets {
        let width = ladder::width(span);
        let first = span.from.millis().div_euclid(width);
        let bucket = |number: i64| {
            let from = (first + number) * width;
            let whole = Span { from: Timestamp::from_millis(from), to: Timestamp::from_millis(from + width) };
            let Span { from, to } = overlap(whole, span);
            Bucket { from, to, ok: 0, denied: 0, failed: 0, exactness: Exactness::Exact }
        };
        Buckets { width, buckets: (0..ladder::buckets(span, width)).map(bucket).collect() }
    }

    fn add(&mut self, time: Timestamp, cell: Cell) {
        // None of them ends before `time` and the next begins after it.
        let at = self.buckets.partition_point(|bucket| bucket.to <= time);
        if let Some(bucket) = self.buckets.get_mut(at).filter(|bucket| bucket.from <= time) {
            bucket.ok += cell.ok;
            bucket.denied += cell.denied;
            bucket.failed += cell.failed;
        }
    }

    fn doubt(&mut self, span: Span) {
        for bucket in &mut self.buckets {
            if bucket.from < span.to && span.from < bucket.to {
                bucket.exactness = Exactness::AtLeast;
            }
        }
    }

    fn finish(self, span: Option<Span>, cost: Cost) -> Histogram {
        let exactness = self.buckets.iter().map(|bucket| bucket.exactness).max().unwrap_or_default();
        Histogram { span, width: self.width.unsigned_abs() / 1_000, buckets: self.buckets, exactness, cost }
    }
}
