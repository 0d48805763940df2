//! The door for log files: notices of new objects in a trail's bucket come by a queue, each object is
//! fetched, and its records are stored.
//!
//! A message fails, and so ends in the dead-letter queue, when an object of it cannot be fetched, unpacked
//! or read as JSON, or when the table cannot be written. A record that is refused does not fail its file:
//! it would be refused again, so it is logged and counted. What is no log file (a digest, a marker) is
//! skipped, and an object that is gone is said, once.

use aws_sdk_s3::Client;
use aws_sdk_s3::error::DisplayErrorContext;
use futures::{StreamExt, stream};
use ingest::{Kind, Limits, Loader, Receipt};
use model::Timestamp;
use store::Store;
use tokio::sync::Semaphore;

use crate::notice::{self, Object};
use crate::outcome::{Failure, Outcome};
use crate::queue::{Batch, Message};

/// Messages that are worked on at once, so that one file is stored while another is fetched.
const CONCURRENT: usize = 4;
/// How many times larger than packed a log file is taken to be, for the share of memory that it waits for.
const RATIO: u64 = 20;

/// The log files' door.
#[derive(Debug)]
pub struct LogFiles {
    store: Store,
    s3: Client,
    clock: fn() -> Timestamp,
    /// MiB that files under way may take, unpacked; none may take more than all of it.
    room: Semaphore,
    capacity: u32,
}

/// What became of a message.
struct Done {
    receipt: Receipt,
    gone: Vec<String>,
    failure: Option<String>,
}

impl LogFiles {
    /// For a function with `memory` MiB. Half of it is for files; the rest is for events on their way and
    /// for the function itself.
    pub fn new(store: Store, s3: Client, clock: fn() -> Timestamp, memory: u32) -> LogFiles {
        let capacity = (memory / 2).max(1);
        LogFiles { store, s3, clock, room: Semaphore::new(capacity as usize), capacity }
    }

    /// Stores what the objects hold that `batch` tells of.
    pub async fn take(&self, batch: Batch) -> Outcome {
        let mut outcome = Outcome { messages: batch.messages.len(), ..Outcome::default() };
        let mut done = stream::iter(batch.messages)
            .map(|message| async move { (self.message(&message).await, message.id) })
            .buffer_unordered(CONCURRENT);
        while let Some((done, message)) = done.next().await {
            outcome.add(done.receipt);
            outcome.gone.extend(done.gone);
            outcome.failed.extend(done.failure.map(|reason| Failure { message, reason }));
        }
        outcome
    }

    async fn message(&self, message: &Message) -> Done {
        let mut loader = Loader::new(self.store.clone(), self.limits(), (self.clock)());
        let mut gone = Vec::new();
        let loaded = self.load(message, &mut loader, &mut gone).await;
        // Also after a failure: what was read is counted, and stored it need not be read again.
        let stored = loader.finish().await.map_err(|e| e.to_string());
        let receipt = loader.receipt().clone();
        let failure = loaded.and(stored).err().or_else(|| unreadable(&receipt));
        Done { receipt, gone, failure }
    }

    async fn load(
        &self,
        message: &Message,
        loader: &mut Loader,
        gone: &mut Vec<String>,
    ) -> Result<(), String> {
        for object in notice::objects(&message.body)? {
            let _room = self.room.acquire_many(self.share(&object)).await;
            match self.fetch(&object).await.map_err(|e| format!("{object}: {e}"))? {
                Some(bytes) => loader.file(&object.to_string(), &bytes).await.map_err(|e| e.to_string())?,
                None => gone.push(object.to_string()),
            }
        }
        Ok(())
    }

    /// The object's bytes; `None` when there is no such object.
    async fn fetch(&self, object: &Object) -> Result<Option<Vec<u8>>, String> {
        let limit = self.limits().file;
        let too_large =
            || format!("it has more than {} MiB, the most that fits the function's memory", limit >> 20);
        let asked = self.s3.get_object().bucket(&object.bucket).key(&object.key).send().await;
        let mut answer = match asked {
            Ok(answer) => answer,
            Err(error) if error.as_service_error().is_some_and(|e| e.is_no_such_key()) => return Ok(None),
            Err(error) => return Err(format!("GetObject: {}", DisplayErrorContext(error))),
        };
        if answer.content_length().is_some_and(|length| length.unsigned_abs() > limit) {
            return Err(too_large());
        }
        let mut bytes = Vec::new();
        let broken = |e| format!("GetObject: {}", DisplayErrorContext(e));
        while let Some(chunk) = answer.body.try_next().await.map_err(broken)? {
            if (bytes.len() + chunk.len()) as u64 > limit {
                return Err(too_large());
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(Some(bytes))
    }

    fn limits(&self) -> Limits {
        Limits { file: u64::from(self.capacity) << 20 }
    }

    /// The MiB of memory that an object waits for.
    fn share(&self, object: &Object) -> u32 {
        let unpacked = object.size.unwrap_or_default().saturating_mul(RATIO) >> 20;
        u32::try_from(unpacked).unwrap_or(u32::MAX).saturating_add(1).min(self.capacity)
    }
}

/// Why a file that was fetched has to be looked at by somebody.
fn unreadable(receipt: &Receipt) -> Option<String> {
    let damaged = receipt.failed.first.iter().map(|failed| format!("{}: {}", failed.file, failed.reason));
    let not_json = receipt.skipped.first.iter().filter(|s| matches!(s.kind, Kind::NotJson | Kind::Utf16));
    damaged.chain(not_json.map(|s| format!("{}: it is {}", s.file, s.kind))).next()
}
