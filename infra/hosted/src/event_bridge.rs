//! The door for EventBridge: a rule puts CloudTrail's events into a queue, each message one event with the
//! record in `detail`; see [`ingest::Kind::EventBridge`].
//!
//! A record that is refused fails its message, so that the dead-letter queue keeps it: here, unlike in a
//! log file, the record is nowhere else.
//!
//! A record comes by this door and again in a log file. EventBridge keeps its members but not its text:
//! white space and order may differ. The store knows the two for one event, a duplicate, and keeps the
//! text that came first. Where they do say different things under one id, the event is counted as a
//! conflict and named in the log, and nothing is retried: the same would come of it.

use std::collections::BTreeMap;

use ingest::{Limits, Loader, Receipt};
use model::{Source, Timestamp};
use store::Store;

use crate::outcome::{Failure, Outcome};
use crate::queue::Batch;

/// EventBridge's door.
#[derive(Debug)]
pub struct EventBridge {
    store: Store,
    clock: fn() -> Timestamp,
}

impl EventBridge {
    /// Into `store`.
    pub fn new(store: Store, clock: fn() -> Timestamp) -> EventBridge {
        EventBridge { store, clock }
    }

    /// Stores the events of `batch`, all of them together.
    pub async fn take(&self, batch: Batch) -> Outcome {
        let loader = Loader::new(self.store.clone(), Limits::default(), (self.clock)());
        let mut loader = loader.by(Source::EventBridge);
        let stored = load(&mut loader, &batch).await;
        let receipt = loader.receipt().clone();
        let failed = match stored {
            Ok(()) => failures(&batch, &receipt),
            // Some are stored and some are not. Storing all again is safe.
            Err(error) => all(&batch, &error.to_string()),
        };
        Outcome { messages: batch.messages.len(), receipt, failed, ..Outcome::default() }
    }
}

async fn load(loader: &mut Loader, batch: &Batch) -> Result<(), store::Error> {
    for message in &batch.messages {
        loader.file(&message.id, message.body.as_bytes()).await?;
    }
    loader.finish().await
}

/// The messages of which a record was refused, or that hold none.
fn failures(batch: &Batch, receipt: &Receipt) -> Vec<Failure> {
    let Receipt { rejected, skipped, failed, .. } = receipt;
    let named = [rejected.first.len(), skipped.first.len(), failed.first.len()];
    if [rejected.count, skipped.count, failed.count] != named.map(|n| n as u64) {
        return all(batch, "too many records of the batch were refused for the receipt to name them all");
    }
    let rejected = rejected.first.iter().map(|r| (&r.file, r.reason.clone()));
    let skipped = skipped.first.iter().map(|s| (&s.file, format!("it is {}", s.kind)));
    let failed = failed.first.iter().map(|f| (&f.file, f.reason.clone()));
    // A message is given back once, whatever it has more than one of.
    let reasons: BTreeMap<&String, String> = failed.chain(skipped).chain(rejected).collect();
    reasons.into_iter().map(|(message, reason)| Failure { message: message.clone(), reason }).collect()
}

fn all(batch: &Batch, reason: &str) -> Vec<Failure> {
    let failure = |id: &String| Failure { message: id.clone(), reason: reason.to_owned() };
    batch.messages.iter().map(|message| failure(&message.id)).collect()
}
