//! What counting costs: keeping the rollups, and asking.

use std::fmt;

use anyhow::Result;
use model::filter::Key;
use model::{Cost, Exactness, Query};
use store::{Roll, Rolled};

use crate::table::Table;

/// What rolling up all events of a table cost.
#[derive(Clone, Copy, Debug)]
pub struct Rolling {
    /// Events of the table.
    pub events: usize,
    /// What the roller did.
    pub rolled: Rolled,
}

/// What a question for counts cost.
#[derive(Clone, Debug)]
pub struct CountCost {
    /// The question.
    pub question: String,
    /// The weakest claim of its counts.
    pub exactness: Exactness,
    /// What it cost.
    pub cost: Cost,
}

/// Rolls up everything.
pub async fn roll(table: &Table) -> Result<Rolling> {
    let rolled = table.store.roll(Roll::Everything, table.now, |_, _| {}).await?;
    Ok(Rolling { events: table.events.len(), rolled })
}

/// Histograms, facets and values of a rolled table.
pub async fn counts(table: &Table) -> Result<Vec<CountCost>> {
    let mut costs = Vec::new();
    for text in HISTOGRAMS {
        let histogram = table.store.histogram(&query(text)?, table.now).await?;
        let question = format!("histogram {text}");
        costs.push(CountCost { question, exactness: histogram.exactness, cost: histogram.cost });
    }
    for text in FACETS {
        let facets = table.store.facets(&query(text)?, &[], table.now).await?;
        let counts = facets.facets.iter().flat_map(|facet| &facet.values);
        let exactness = counts.map(|counted| counted.count.exactness).max().unwrap_or_default();
        costs.push(CountCost { question: format!("facets {text}"), exactness, cost: facets.cost });
    }
    for key in [Key::Event, Key::Who, Key::AccessKey] {
        let values = table.store.values(&query("from=-90d")?, key, "a", table.now).await?;
        let exactness = values.facet.values.iter().map(|v| v.count.exactness).max().unwrap_or_default();
        let question = format!("values of {} from=-90d", key.name());
        costs.push(CountCost { question, exactness, cost: values.cost });
    }
    Ok(costs)
}

/// Answered from rollups, but for the last two.
const HISTOGRAMS: [&str; 8] = [
    "from=-24h",
    "from=-7d",
    "from=-90d",
    "q=service:s3&from=-7d",
    "q=service:s3&from=-90d",
    "q=who:cats-api&from=-90d",
    "q=service:s3+region:us-east-1&from=-7d",
    "q=-access:read&from=-90d",
];
const FACETS: [&str; 3] = ["from=-24h", "from=-90d", "q=outcome:denied&from=-90d"];

fn query(text: &str) -> Result<Query> {
    text.parse().map_err(|problem| anyhow::anyhow!("{problem:?}"))
}

impl Rolling {
    /// Dollars per million events, on demand in us-east-1: $0.625 per million write units and $0.125 per
    /// million read units.
    pub fn dollars(&self) -> f64 {
        (self.rolled.write_units * 0.625 + self.rolled.read_units * 0.125) / self.events as f64
    }
}

impl fmt::Display for Rolling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Rolled { hours, write_units, read_units, .. } = self.rolled;
        write!(
            f,
            "rolling up {} events in {hours} hours: {write_units:.0} write units, {read_units:.0} read units, \
             ${:.3} per million events",
            self.events,
            self.dollars()
        )
    }
}

impl fmt::Display for CountCost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Cost { read_units, round_trips } = self.cost;
        write!(
            f,
            "{:<60} {:>8} {read_units:>7.1} read units {round_trips:>3} round trips",
            self.question,
            format!("{:?}", self.exactness)
        )
    }
}
