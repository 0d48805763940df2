//! What a scheduled function does where all is hosted: the counts are kept up to date, and what was asked of the
//! console becomes events.

use std::time::Duration;

use anyhow::{Context, Result};
use emulator::Emulator;
use store::{Roll, Store};

use crate::progress;

/// How often a server looks for hours that have settled.
const EVERY: Duration = Duration::from_secs(300);
/// How often it looks for what was asked of it: who looks up what was looked up shall not wait for long.
const ASKED: Duration = Duration::from_secs(15);

/// Counts what was loaded just now into `engine`, of which nobody else is loading into the same file. A table
/// elsewhere has others who write to it: there the hours are left to the next server or function that rolls.
pub(crate) async fn after_loading(store: &Store, engine: Option<&Emulator>) -> Result<()> {
    if engine.is_none() {
        return Ok(());
    }
    let bar = progress::bar(Some(0), "{bar:30} counting, {pos} of {len} hours  {eta} left");
    let shown = bar.clone();
    let watch = move |done: usize, of: usize| {
        shown.set_length(of as u64);
        shown.set_position(done as u64);
    };
    store.roll(Roll::Everything, api::now(), watch).await.context("the events could not be counted")?;
    bar.finish_and_clear();
    Ok(())
}

/// Rolls what has settled, now and then, until it fails: without rights to write, counts are right all the
/// same, only dearer.
pub(crate) async fn in_the_background(store: Store, first: Roll) {
    let (mut ticks, mut roll) = (tokio::time::interval(EVERY), first);
    loop {
        ticks.tick().await;
        if let Err(error) = store.roll(roll, api::now(), |_, _| {}).await {
            eprintln!("the counts are not kept up to date: {error}");
            return;
        }
        roll = Roll::Settled;
    }
}

/// Turns what was asked of the console into events, now and then, until it fails: in a table that can only be read
/// nothing that is asked is kept.
pub(crate) async fn asked_in_the_background(store: Store) {
    let mut ticks = tokio::time::interval(ASKED);
    loop {
        ticks.tick().await;
        if let Err(error) = ingest::record_asked(&store, None, api::now()).await {
            eprintln!("what is asked of the console is not recorded: {error}");
            return;
        }
    }
}
