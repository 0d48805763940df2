//! The values that there are, and how many events have each.

use std::collections::HashMap;

use futures::future::try_join_all;
use model::filter::{Filter, Key, Test};
use model::{Cost, Facet, Facets, Problem, Query, Span, Timestamp, Values};

use super::attribute::{Attribute, MAX_VALUE};
use super::counter::Counter;
use super::rollup::Rollup;
use super::sums::Sums;
use super::tally::Tally;
use crate::fetch::GET;
use crate::position::start;
use crate::{Error, Store};

/// The most values of a facet.
const MAX_FACET: usize = 20;
/// The most values that a picker is offered.
const MAX_OFFERED: usize = 50;
/// The keys that people look at first, for those who name none.
const USUAL: [Key; 8] =
    [Key::Outcome, Key::Service, Key::Region, Key::Who, Key::Event, Key::Error, Key::Account, Key::Ip];

impl Store {
    /// The most frequent values of `keys` (of the usual eight, if none) among the events that match `query`,
    /// over its range and asked at `now`; the query's page and order do not matter. Without a filter they
    /// come from rollups, with one its events are looked at within the read budget.
    ///
    /// Fails with [`Error::BadQuery`] on an empty range, and on a key that is not counted.
    pub async fn facets(&self, query: &Query, keys: &[Key], now: Timestamp) -> Result<Facets, Error> {
        let keys = if keys.is_empty() { &USUAL } else { keys };
        let (span, facets, cost) = self.count_values(query, keys, "keys", now, |_| true, MAX_FACET).await?;
        Ok(Facets { span, facets, cost })
    }

    /// The values of `key` that begin with `prefix` (in any case) and occur in the range of `query`: at most
    /// 50, the most frequent first. Its filter matters as that of [`Store::facets`] does.
    ///
    /// Fails with [`Error::BadQuery`] on an empty range, and on a key that is not counted.
    pub async fn values(
        &self,
        query: &Query,
        key: Key,
        prefix: &str,
        now: Timestamp,
    ) -> Result<Values, Error> {
        let prefix = prefix.to_lowercase();
        let begins = |value: &str| value.to_lowercase().starts_with(&prefix);
        let (span, facets, cost) = self.count_values(query, &[key], "key", now, begins, MAX_OFFERED).await?;
        let name = key.name().to_owned();
        let none = || Facet { key: name, values: Vec::new(), whole: true };
        Ok(Values { span, facet: facets.into_iter().next().unwrap_or_else(none), cost })
    }

    async fn count_values(
        &self,
        query: &Query,
        keys: &[Key],
        parameter: &str,
        now: Timestamp,
        is_wanted: impl Fn(&str) -> bool,
        most: usize,
    ) -> Result<(Option<Span>, Vec<Facet>, Cost), Error> {
        let attributes: Vec<Attribute> =
            keys.iter().map(|key| counted(*key, parameter)).collect::<Result<_, _>>()?;
        let asked = start(&Query { at: None, ..query.clone() }, now)?.span;
        let mut cost = Cost::default();
        let mut sums: Vec<Sums> = keys.iter().map(|_| Sums::default()).collect();
        let span = self.config.retention.clamp(asked, now);
        let mut everything = true;
        if let Some(span) = span {
            let filter = &query.filter;
            let mut stretches = vec![span];
            if is_about_categories(filter)
                && let Some((rolled, dirty)) =
                    self.rolled_values(&attributes, filter, span, &mut cost).await?
            {
                for (sums, (rollups, key)) in sums.iter_mut().zip(rolled.iter().zip(keys)) {
                    rollups.iter().for_each(|rollup| sums.rollup(*key, rollup, span, &dirty));
                }
                stretches = dirty;
            }
            let tallies;
            (tallies, everything) = self.live_values(&attributes, filter, &stretches, &mut cost).await?;
            for (sums, key) in sums.iter_mut().zip(keys) {
                let of_key = tallies.get(&Attribute::Key(*key));
                of_key.into_iter().for_each(|tally| sums.live(*key, tally));
            }
        }
        let facet = |(sums, key): (Sums, &Key)| sums.facet(*key, everything, &is_wanted, most);
        Ok((span, sums.into_iter().zip(keys).map(facet).collect(), cost))
    }

    /// The rollups of each attribute, and the stretches of `span` that they don't answer; `None` when reading
    /// them went over the read budget.
    async fn rolled_values(
        &self,
        attributes: &[Attribute],
        filter: &Filter,
        span: Span,
        cost: &mut Cost,
    ) -> Result<Option<(Vec<Vec<Rollup>>, Vec<Span>)>, Error> {
        let categories = filter.categories();
        let slot = attributes.first().map_or(1, |attribute| attribute.slot());
        let stretches = self.not_rolled(span, slot, &categories, cost).await?;
        if stretches == [span] {
            return Ok(None);
        }
        let stretches = super::live::few(stretches);
        let reads = try_join_all(attributes.iter().map(async |attribute| {
            let mut cost = Cost::default();
            let rollups = self.rollups_of(*attribute, &categories, span, &mut cost).await?;
            Ok::<_, Error>((rollups, cost))
        }));
        let (mut all, mut trips) = (Vec::new(), 0);
        for (rollups, read) in reads.await? {
            cost.read_units += read.read_units;
            trips = trips.max(read.round_trips);
            all.extend(rollups);
        }
        cost.round_trips += trips;
        Ok((all.len() == attributes.len()).then_some((all, stretches)))
    }

    /// Counts the values of the events of `stretches` that match `filter`, and tells whether that were all.
    async fn live_values(
        &self,
        attributes: &[Attribute],
        filter: &Filter,
        stretches: &[Span],
        cost: &mut Cost,
    ) -> Result<(HashMap<Attribute, Tally>, bool), Error> {
        let mut counter = Counter::new(attributes);
        let left = self.live(filter, stretches, cost, |row| counter.row(row)).await?;
        let mut everything = left.doubtful.is_empty();
        let unsure = std::mem::take(&mut counter.unsure);
        for ids in unsure.chunks(GET) {
            if cost.read_units >= self.config.read_budget {
                everything = false;
                break;
            }
            self.events(ids, cost).await?.values().for_each(|stored| counter.event(&stored.event));
        }
        Ok((counter.into_map(), everything))
    }
}

/// Whether `filter` asks for nothing but categories, by which rollups are kept.
fn is_about_categories(filter: &Filter) -> bool {
    filter.terms().iter().all(|term| matches!(term.test, Test::Key(Key::Category, _)))
}

fn counted(key: Key, parameter: &str) -> Result<Attribute, Error> {
    Attribute::of(key).ok_or_else(|| {
        let keys = Attribute::ALL.iter().filter_map(|attribute| match attribute {
            Attribute::Key(key) => Some(key.name()),
            Attribute::Minutes => None,
        });
        let keys: Vec<&str> = keys.collect();
        Error::BadQuery(Box::new(Problem {
            code: "badKey".to_owned(),
            message: format!(
                "the values of `{}` are not counted; those of {} are, up to {MAX_VALUE} bytes long",
                key.name(),
                keys.join(", ")
            ),
            parameter: Some(parameter.to_owned()),
            place: None,
            did_you_mean: None,
        }))
    })
}
