//! Storing events.
//!
//! An event is stored once, whatever is delivered twice: its id is its key. What is there already is
//! found by a read first, which costs a twentieth of the write it saves, and tells a redelivery from an
//! event that has the id of another.

use std::collections::{HashMap, HashSet};

use aws_sdk_dynamodb::types::{PutRequest, ReturnConsumedCapacity, WriteRequest};
use futures::{StreamExt, TryStreamExt, stream};
use model::{Cost, Event, Timestamp};
use tokio::time::Instant;

use crate::backoff::Backoff;
use crate::item::{self, HASH, Item};
use crate::schema::PK;
use crate::{Error, Store, key};

/// Items in one BatchWriteItem. No item is over 400 kB, so the limit of 16 MB is never met.
const BATCH: usize = 25;
/// BatchWriteItems under way at once.
const CONCURRENT: usize = 4;

/// What became of some events.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Put {
    /// One for each event, in their order.
    pub outcomes: Vec<PutOutcome>,
    /// Write request units, as DynamoDB reports them.
    pub write_units: f64,
    /// Read request units, as DynamoDB reports them.
    pub read_units: f64,
}

/// What became of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PutOutcome {
    /// It is stored now.
    Stored,
    /// It was stored before, with the same content.
    Duplicate,
    /// Another event is stored under its id. That one is kept, this one is not.
    Conflict,
    /// It is older than the retention.
    Expired,
}

impl Store {
    /// Stores `events`, received at `now`. When this returns `Ok`, every event is stored for good or its
    /// outcome says why not. After an error some may be stored: putting all of them again is safe, and
    /// neither doubles an event nor leaves one in part.
    pub async fn put(&self, events: Vec<Event>, now: Timestamp) -> Result<Put, Error> {
        let horizon = self.config.retention.horizon(now);
        let mut put = Put { outcomes: vec![PutOutcome::Expired; events.len()], ..Put::default() };
        let mut waiting: Vec<usize> = (0..events.len()).filter(|n| events[*n].time >= horizon).collect();
        let mut just_written = false;
        while !waiting.is_empty() {
            // An id that comes twice waits for its first to be stored, and then meets it as any other.
            let mut ids = HashSet::new();
            let (round, later): (Vec<usize>, Vec<usize>) =
                waiting.into_iter().partition(|n| ids.insert(events[*n].id.as_str()));
            self.put_distinct(&events, &round, now, just_written, &mut put).await?;
            waiting = later;
            just_written = true;
        }
        Ok(put)
    }

    /// Stores those of `events` that `round` names; no two of them have the same id. What they may meet
    /// may be `just_written`.
    async fn put_distinct(
        &self,
        events: &[Event],
        round: &[usize],
        now: Timestamp,
        just_written: bool,
        put: &mut Put,
    ) -> Result<(), Error> {
        let mut cost = Cost::default();
        let ids: Vec<String> = round.iter().map(|n| events[*n].id.clone()).collect();
        let known = self.event_items(&ids, &[PK, HASH], just_written, &mut cost).await?;
        let known: HashMap<&str, &[u8]> = known
            .iter()
            .filter_map(|item| Some((key::event_id(item::text(item, PK)?)?, item::bytes(item, HASH)?)))
            .collect();

        let (mut further, mut own, mut differing) = (Vec::new(), Vec::new(), Vec::new());
        for n in round.iter().copied() {
            let event = &events[n];
            match known.get(event.id.as_str()) {
                Some(hash) if **hash == item::hash(&event.record) => put.outcomes[n] = PutOutcome::Duplicate,
                Some(_) => differing.push(n),
                None => {
                    let items = item::items(event, self.config.shards, self.config.retention, now)?;
                    further.extend(items.further);
                    own.push(items.event);
                    put.outcomes[n] = PutOutcome::Stored;
                }
            }
        }
        let ids: Vec<String> = differing.iter().map(|n| events[*n].id.clone()).collect();
        let stored = self.events(&ids, &mut cost).await?;
        for n in differing {
            let same = stored.get(&events[n].id).is_some_and(|stored| is_same(&stored.event, &events[n]));
            put.outcomes[n] = if same { PutOutcome::Duplicate } else { PutOutcome::Conflict };
        }
        put.read_units += cost.read_units;
        let stored = round.iter().filter(|n| put.outcomes[**n] == PutOutcome::Stored);
        let marked = self.mark(stored.map(|n| &events[*n]), now).await?;
        put.write_units += marked.write_units;
        // In this order: see `Items`.
        put.write_units += self.write(further, marked.until).await?;
        put.write_units += self.write(own, marked.until).await?;
        Ok(())
    }

    /// Writes all of `items`; fails with [`Error::Busy`] when that is not done at the moment `until`.
    /// Returns the write units it took.
    pub(crate) async fn write(&self, items: Vec<Item>, until: Instant) -> Result<f64, Error> {
        let mut items = items.into_iter().peekable();
        let mut batches = Vec::new();
        while items.peek().is_some() {
            let requests = items.by_ref().take(BATCH).map(|item| {
                let put = PutRequest::builder().set_item(Some(item)).build().map_err(Error::build)?;
                Ok(WriteRequest::builder().put_request(put).build())
            });
            batches.push(requests.collect::<Result<Vec<_>, Error>>()?);
        }
        let write = |batch| self.write_batch(batch, until);
        let writes = stream::iter(batches).map(write).buffer_unordered(CONCURRENT);
        writes.try_fold(0.0, |sum, units| async move { Ok(sum + units) }).await
    }

    /// One BatchWriteItem, repeated for what was not taken.
    async fn write_batch(&self, batch: Vec<WriteRequest>, until: Instant) -> Result<f64, Error> {
        let mut waiting = Some(HashMap::from([(self.config.table.clone(), batch)]));
        let (mut units, mut backoff) = (0.0, Backoff::default());
        while let Some(requests) = waiting.take() {
            if Instant::now() >= until {
                return Err(Error::Busy("BatchWriteItem: the events took too long to store".to_owned()));
            }
            let answer = self
                .client
                .batch_write_item()
                .set_request_items(Some(requests))
                .return_consumed_capacity(ReturnConsumedCapacity::Total)
                .send()
                .await
                .map_err(|e| Error::sdk("BatchWriteItem", e))?;
            units += answer.consumed_capacity().iter().filter_map(|c| c.capacity_units()).sum::<f64>();
            waiting = answer.unprocessed_items.filter(|rest| !rest.is_empty());
            if waiting.is_some() {
                backoff.wait("BatchWriteItem").await?;
            }
        }
        Ok(units)
    }
}

/// Whether two records say the same: their texts may differ in white space and in the order of members,
/// as they do when one event comes through two doors.
fn is_same(a: &Event, b: &Event) -> bool {
    let parse = |event: &Event| serde_json::from_str::<serde_json::Value>(&event.record).ok();
    a.record == b.record || parse(a).is_some_and(|a| Some(a) == parse(b))
}
