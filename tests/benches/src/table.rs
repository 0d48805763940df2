//! The table that everything is measured on.

use anyhow::{Context, Result};
use demo::Demo;
use emulator::Emulator;
use model::{Event, Timestamp};
use store::{Config, PutOutcome, Retention, Store};

use crate::stored::Stored;
use crate::writes::Writes;

/// A loaded table.
pub struct Table {
    /// It.
    pub store: Store,
    /// What is in it.
    pub events: Vec<Event>,
    /// What that cost.
    pub writes: Writes,
    /// What it takes up.
    pub stored: Stored,
    /// The moment at which the events end.
    pub now: Timestamp,
}

/// Loads `count` events of the demo's mix over 90 days into an engine in memory.
pub async fn load(count: usize) -> Result<Table> {
    let now = now()?;
    let demo = Demo { seed: 42, events: count, now_millis: now.millis(), days: 90 };
    let records = demo.records();
    load_events(records.map(|r| Event::from_record(&r).context(r)).collect::<Result<_>>()?).await
}

/// Loads the synthetic corpus: every oddity that a record can have.
pub async fn load_corpus() -> Result<Table> {
    let records = corpus::cases().iter().map(|case| case.record);
    load_events(records.map(|r| Event::from_record(r).context(r)).collect::<Result<_>>()?).await
}

async fn load_events(events: Vec<Event>) -> Result<Table> {
    let now = now()?;
    let config = Config { retention: Retention::Forever, ..Config::default() };
    let client = Emulator::memory()?.client();
    let name = config.table.clone();
    let store = Store::new(client.clone(), config);
    store.create_table().await?;
    let mut writes = Writes::default();
    for chunk in events.chunks(1_000) {
        let put = store.put(chunk.to_vec(), now).await?;
        writes.events += put.outcomes.iter().filter(|o| **o == PutOutcome::Stored).count();
        writes.units += put.write_units;
        writes.read_units += put.read_units;
    }
    let stored = Stored::measure(&client, &name, writes.events).await?;
    Ok(Table { store, events, writes, stored, now })
}

fn now() -> Result<Timestamp> {
    "2026-11-22T14:00:00Z".parse().context("the moment")
}
