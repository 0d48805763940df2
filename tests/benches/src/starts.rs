//! What it would cost to choose a page's index from counts instead of from a few entries of each.

use std::fmt;

use anyhow::Result;
use model::{Filter, Query};
use store::schema::Index;

use crate::pages::Combination;
use crate::table::Table;

/// Starting with the index whose value is the rarest by its counts: means over pages, in read units.
#[derive(Clone, Copy, Debug)]
pub struct Start {
    /// The counts are those of so many days.
    pub days: u32,
    /// Of asking the counts of both values.
    pub counting: f64,
    /// Of the page by the index that they choose.
    pub reading: f64,
}

/// For `combinations` of a table whose events are rolled up.
pub async fn by_counts(table: &Table, combinations: &[Combination], days: u32) -> Result<Start> {
    let (mut counting, mut reading) = (0.0, 0.0);
    for combination in combinations {
        let query = &combination.adaptive.query;
        let mut rarest: Option<(u64, Index)> = None;
        for term in query.filter.terms() {
            let filter = Filter::new([term.clone()]);
            let range = format!("from=-{days}d").parse::<Query>().map_err(|e| anyhow::anyhow!("{e:?}"))?;
            let counts = table.store.histogram(&Query { filter: filter.clone(), ..range }, table.now).await?;
            counting += counts.cost.read_units;
            let count: u64 = counts.buckets.iter().map(|b| b.ok + b.denied + b.failed).sum();
            let index = index(table, &Query { filter, ..query.clone() }).await?;
            let least = rarest.map_or(u64::MAX, |(least, _)| least);
            if let Some(index) = index.filter(|_| count < least) {
                rarest = Some((count, index));
            }
        }
        let chosen =
            combination.fixed.iter().find(|(index, _)| rarest.is_some_and(|(_, rare)| rare == *index));
        reading += chosen.map_or(0.0, |(_, cost)| cost.read_units);
    }
    let pages = combinations.len() as f64;
    Ok(Start { days, counting: counting / pages, reading: reading / pages })
}

/// The index that holds what the one term of `query` asks for.
async fn index(table: &Table, query: &Query) -> Result<Option<Index>> {
    for index in Index::ALL {
        if table.store.page_by(query, index, table.now).await?.is_some() {
            return Ok(Some(index));
        }
    }
    Ok(None)
}

impl fmt::Display for Start {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the index chosen by the counts of {} days: {:.1} read units, and {:.1} for the counts",
            self.days, self.reading, self.counting
        )
    }
}
