//! A believable account to look at, for whoever has no logs at hand.

use std::time::Instant;

use anyhow::{Context, Result};
use demo::Demo;
use ingest::{Limits, Loader};
use store::{Retention, Store};

/// Records that are handed over at once.
const CHUNK: usize = 500;

/// Stores about `events` events of the last 90 days, or of the retention when that is shorter. A table that
/// holds events already is left as it is: the demo is relative to now, and would be added anew each time.
/// Returns whether it was filled.
pub(crate) async fn fill(store: &Store, events: usize) -> Result<bool> {
    let (now, begun) = (api::now(), Instant::now());
    if store.newest(now).await.context("cannot look into the table")?.is_some() {
        eprintln!("The table holds events already: the demo account is not added.");
        return Ok(false);
    }
    let days = match store.retention() {
        Retention::Days(days) => days.min(90),
        Retention::Forever => 90,
    };
    let demo = Demo { events, days, ..Demo::new(now.millis()) };
    let mut loader = Loader::new(store.clone(), Limits::default(), now);
    let mut records = demo.records().peekable();
    while records.peek().is_some() {
        let lines: String = records.by_ref().take(CHUNK).map(|record| record + "\n").collect();
        loader.file("demo", lines.as_bytes()).await?;
        eprint!("\rStoring the demo account: {} events", loader.receipt().stored);
    }
    loader.finish().await.context("the demo account could not be stored")?;
    let (stored, seconds) = (loader.receipt().stored, begun.elapsed().as_secs_f64());
    eprintln!("\rStored the demo account: {stored} events of {days} days, in {seconds:.1} s");
    Ok(true)
}
