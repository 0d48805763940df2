#![doc = include_str!("../README.md")]

mod arrival;
mod asked;
mod backoff;
mod claim;
mod control;
mod count;
mod error;
mod extra;
mod fetch;
mod follow;
mod item;
mod key;
mod lane;
mod list;
mod newest;
pub mod pack;
mod partition;
mod plan;
mod position;
mod read;
mod retention;
pub mod schema;
mod search;
mod views;
mod write;

pub use arrival::{Delivery, Noted};
pub use asked::Pending;
pub use count::{Roll, Rolled};
pub use error::Error;
pub use fetch::Stored;
pub use follow::Question;
pub use item::Item;
pub use retention::Retention;
pub use views::{Changed, Owner};
pub use write::{Put, PutOutcome};

use aws_sdk_dynamodb::Client;
use model::{Event, Timestamp};

use arrival::Known;
use count::Marked;

/// How a store is set up.
#[derive(Clone, Debug)]
pub struct Config {
    /// Name of the table.
    pub table: String,
    /// Into how many partitions each index key is spread: a power of two, 1 ..= 64. It may grow, never
    /// shrink: reading all of today's shards finds what was written with fewer.
    pub shards: u8,
    /// How long events are kept, and shown.
    pub retention: Retention,
    /// Read units that one request may spend before it answers with a short page and a cursor.
    pub read_budget: f64,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            table: "whodunit".to_owned(),
            shards: 1,
            retention: Retention::default(),
            read_budget: 512.0,
        }
    }
}

/// The event history in a DynamoDB table. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Store {
    client: Client,
    config: Config,
    marked: Marked,
    known: Known,
}

impl Store {
    /// Over a client of AWS, of DynamoDB Local or of the embedded engine.
    pub fn new(client: Client, config: Config) -> Store {
        Store { client, config, marked: Marked::default(), known: Known::default() }
    }

    /// The same table through another client.
    pub fn with_client(&self, client: Client) -> Store {
        Store { client, ..self.clone() }
    }

    /// The same table, read with another budget; see [`Config::read_budget`].
    pub fn with_read_budget(&self, units: f64) -> Store {
        Store { config: Config { read_budget: units, ..self.config.clone() }, ..self.clone() }
    }

    /// How long events are kept.
    pub fn retention(&self) -> Retention {
        self.config.retention
    }
}

/// The items of the table that [`Store::put`] makes of `event`, received at `now`; they are not written.
/// The event's own is the last.
pub fn items(event: &Event, config: &Config, now: Timestamp) -> Result<Vec<Item>, Error> {
    let mut items = item::items(event, config.shards, config.retention, now)?;
    items.further.push(items.event);
    Ok(items.further)
}
