//! Files into the store: the one road that all doors share.

use std::collections::HashSet;
use std::sync::Arc;

use futures::{StreamExt, stream};
use model::{Event, Source, Timestamp};
use store::{Error, Put, PutOutcome, Store};
use tokio::task::JoinSet;

use crate::arrivals::Arrivals;
use crate::kind::Kind;
use crate::receipt::{Conflict, Failed, Listed, Receipt, Rejected, Skipped};
use crate::trail::TrailFile;
use crate::walk::{Found, Walk};
use crate::{Limits, gunzip};

/// Events in one call of the store.
const BATCH: usize = 500;
/// Calls of the store that are under way at once.
const IN_FLIGHT: usize = 3;
/// Deliveries that wait to be noted at most, and how many are noted at once.
const UNNOTED: usize = 500;
const NOTING: usize = 8;

/// Stores the events of the file `name`, whatever of the known forms it has.
///
/// Fails only when the store does: what is wrong with the file, or with a record of it, is in the receipt.
/// Doing it again is harmless.
pub async fn log_file(
    store: &Store,
    limits: Limits,
    now: Timestamp,
    name: &str,
    bytes: &[u8],
) -> Result<Receipt, Error> {
    let mut loader = Loader::new(store.clone(), limits, now);
    loader.file(name, bytes).await?;
    loader.finish().await?;
    Ok(loader.receipt)
}

/// Stores the events of many files, in batches that don't end where files end.
pub struct Loader {
    store: Store,
    limits: Limits,
    now: Timestamp,
    batch: Batch,
    flight: JoinSet<(Vec<Origin>, Result<Put, Error>)>,
    /// Ids in flight. One that comes again waits for its first to be stored, so that which of two contents
    /// is kept does not depend on a race.
    in_flight: HashSet<String>,
    arrivals: Arrivals,
    receipt: Receipt,
    watch: Box<dyn FnMut(&Receipt) + Send>,
}

#[derive(Debug, Default)]
struct Batch {
    events: Vec<Event>,
    origins: Vec<Origin>,
}

/// Which record an event was.
#[derive(Debug)]
struct Origin {
    event_id: String,
    file: Arc<str>,
    record: u64,
}

impl Loader {
    /// Loads into `store`; `now` decides what is past retention.
    pub fn new(store: Store, limits: Limits, now: Timestamp) -> Loader {
        Loader {
            store,
            limits,
            now,
            batch: Batch::default(),
            flight: JoinSet::new(),
            in_flight: HashSet::new(),
            arrivals: Arrivals::default(),
            receipt: Receipt::default(),
            watch: Box::new(|_| {}),
        }
    }

    /// The same for what comes by `door`: what is no file of its own is noted together, as one delivery.
    /// Without it, files are a trail's when they are named so, and else somebody's.
    pub fn by(self, door: Source) -> Loader {
        Loader { arrivals: Arrivals::by(door), ..self }
    }

    /// Calls `watch` with the receipt so far whenever a batch was stored.
    pub fn watch(&mut self, watch: impl FnMut(&Receipt) + Send + 'static) {
        self.watch = Box::new(watch);
    }

    /// What became of what came in so far. It is complete after [`finish`](Self::finish).
    pub fn receipt(&self) -> &Receipt {
        &self.receipt
    }

    /// Notes that the file `name` could not be read.
    pub fn failed(&mut self, name: &str, reason: String) {
        self.receipt.failed.push(Failed { file: name.to_owned(), reason });
    }

    /// Loads a file's content. Its last events may stay behind until the next file or
    /// [`finish`](Self::finish).
    pub async fn file(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let unpacked = match gunzip(bytes, self.limits.file) {
            Ok(unpacked) => unpacked,
            Err(error) => {
                self.failed(name, error.to_string());
                return Ok(());
            }
        };
        let name: Arc<str> = name.into();
        let trail = self.arrivals.trail_file(&name);
        let refused = self.receipt.rejected.count;
        let mut walk = Walk::new(&unpacked.bytes);
        let mut others = Listed::default();
        for found in walk.by_ref() {
            match found {
                Found::Record { number, offset, text } => {
                    self.record(&name, trail.as_ref(), number, offset, text).await?
                }
                Found::Other { kind, offset } => others.push((kind, offset)),
            }
        }
        if walk.kind().holds_records() {
            self.receipt.files += 1;
            self.receipt.records += others.count;
            // A value that is not a record counts as one that is refused when it stands among records.
            self.receipt.rejected.append(Listed {
                count: others.count,
                first: others.first.into_iter().map(|(kind, offset)| stray(&name, kind, offset)).collect(),
            });
        } else if unpacked.damage.is_none() {
            self.receipt.skipped.push(Skipped { file: name.to_string(), kind: walk.kind() });
        }
        let is_whole = unpacked.damage.is_none();
        if is_whole && walk.kind().holds_records() {
            let refused = self.receipt.rejected.count - refused;
            self.arrivals.end(&name, trail.as_ref(), refused, self.now);
        } else {
            self.arrivals.drop_file();
        }
        if let Some(damage) = unpacked.damage {
            self.failed(&name, damage);
        }
        if self.arrivals.waiting() >= UNNOTED {
            self.finish().await?;
        }
        Ok(())
    }

    /// Waits until everything is stored, and notes what arrived. When it cannot be noted this fails, though
    /// the events are stored: so the door says so, and whoever sends the same again doubles nothing.
    pub async fn finish(&mut self) -> Result<(), Error> {
        self.send();
        while self.land().await? {}
        self.note().await
    }

    async fn note(&mut self) -> Result<(), Error> {
        let (store, now) = (&self.store, self.now);
        let notes = stream::iter(self.arrivals.take())
            .map(|delivery| async move { (store.note(&delivery, now).await, delivery) });
        let noted: Vec<_> = notes.buffer_unordered(NOTING).collect().await;
        let (mut failed, mut unnoted) = (None, Vec::new());
        for (noted, delivery) in noted {
            match noted {
                Ok(noted) => {
                    self.receipt.redelivered += u64::from(noted.again);
                    self.receipt.note_units += noted.write_units;
                }
                Err(error) => {
                    failed = Some(error);
                    unnoted.push(delivery);
                }
            }
        }
        self.arrivals.put_back(unnoted);
        failed.map_or(Ok(()), Err)
    }

    async fn record(
        &mut self,
        file: &Arc<str>,
        trail: Option<&TrailFile>,
        number: u64,
        offset: usize,
        text: Result<impl AsRef<str>, String>,
    ) -> Result<(), Error> {
        self.receipt.records += 1;
        let event = text.and_then(|text| Event::from_record(text.as_ref()).map_err(|e| e.to_string()));
        match event {
            Ok(event) => {
                let horizon = self.store.retention().horizon(self.now);
                self.arrivals.event(trail, &event, horizon, self.now);
                self.push(event, file.clone(), number).await
            }
            Err(reason) => {
                let (file, offset) = (file.to_string(), offset as u64);
                self.receipt.rejected.push(Rejected { file, record: number, offset, reason });
                Ok(())
            }
        }
    }

    async fn push(&mut self, event: Event, file: Arc<str>, record: u64) -> Result<(), Error> {
        if self.in_flight.contains(&event.id) {
            while self.land().await? {}
        }
        self.batch.origins.push(Origin { event_id: event.id.clone(), file, record });
        self.batch.events.push(event);
        if self.batch.events.len() >= BATCH {
            self.send();
            while self.flight.len() >= IN_FLIGHT {
                self.land().await?;
            }
        }
        Ok(())
    }

    /// Starts storing the batch.
    fn send(&mut self) {
        let Batch { events, origins } = std::mem::take(&mut self.batch);
        if events.is_empty() {
            return;
        }
        self.in_flight.extend(origins.iter().map(|origin| origin.event_id.clone()));
        let (store, now) = (self.store.clone(), self.now);
        self.flight.spawn(async move { (origins, store.put(events, now).await) });
    }

    /// Waits for one batch in flight and books it; `false` when there is none.
    async fn land(&mut self) -> Result<bool, Error> {
        let (origins, put) = match self.flight.join_next().await {
            None => return Ok(false),
            Some(Ok(landed)) => landed,
            // Nobody cancels these tasks, so it panicked; and so should whoever waits for it.
            Some(Err(error)) => std::panic::resume_unwind(error.into_panic()),
        };
        let put = put?;
        self.receipt.write_units += put.write_units;
        self.receipt.read_units += put.read_units;
        for (origin, outcome) in origins.into_iter().zip(put.outcomes) {
            self.in_flight.remove(&origin.event_id);
            match outcome {
                PutOutcome::Stored => self.receipt.stored += 1,
                PutOutcome::Duplicate => self.receipt.duplicates += 1,
                PutOutcome::Expired => self.receipt.expired += 1,
                PutOutcome::Conflict => {
                    let Origin { event_id, file, record } = origin;
                    self.receipt.conflicts.push(Conflict { event_id, file: file.to_string(), record });
                }
            }
        }
        (self.watch)(&self.receipt);
        Ok(true)
    }
}

fn stray(file: &str, kind: Kind, offset: usize) -> Rejected {
    let reason = format!("it is not a record: {kind}");
    Rejected { file: file.to_owned(), record: 0, offset: offset as u64, reason }
}
