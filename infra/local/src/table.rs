//! Where the events are: which DynamoDB, and how long it keeps them.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use aws_sdk_dynamodb::Client;
use emulator::Emulator;
use store::{Config, Retention, Store};

use crate::aws;

/// The options of every command that works with events.
#[derive(clap::Args)]
pub(crate) struct Table {
    /// Keep the events in this file
    #[arg(long, value_name = "FILE", conflicts_with = "endpoint_url")]
    data: Option<PathBuf>,
    /// Use the DynamoDB at this address: DynamoDB Local, or https://dynamodb.REGION.amazonaws.com
    #[arg(long, value_name = "URL")]
    endpoint_url: Option<String>,
    /// Name of the DynamoDB table
    #[arg(long, value_name = "NAME", default_value = "whodunit")]
    table: String,
    /// Into how many shards the table's indexes are split: as the stack that made it says
    #[arg(long, value_name = "COUNT", default_value_t = 1, value_parser = shards)]
    shards: u8,
    /// Keep and show events for so many days, or `forever`
    #[arg(long, value_name = "DAYS", default_value_t, value_parser = str::parse::<Retention>)]
    pub(crate) retention: Retention,
}

/// A table, ready to use.
pub(crate) struct Opened {
    pub(crate) store: Store,
    /// The engine, when it is embedded in this process.
    pub(crate) engine: Option<Emulator>,
    /// The table's file was made just now: what it holds can be loaded again.
    pub(crate) fresh: bool,
}

impl Table {
    /// Opens the table, which is made if it is not there; in memory when no place is given.
    pub(crate) async fn open(&self) -> Result<Opened> {
        let fresh = self.data.as_ref().is_some_and(|file| !file.exists());
        let (client, engine) = match (&self.endpoint_url, &self.data) {
            (Some(url), _) => (Client::new(&aws::config(Some(url), aws::region_of(url)).await), None),
            (None, Some(file)) => embedded(Emulator::file(file)?),
            (None, None) => embedded(Emulator::memory()?),
        };
        let Table { table, shards, retention, .. } = self;
        let config =
            Config { table: table.clone(), shards: *shards, retention: *retention, ..Config::default() };
        let store = Store::new(client, config);
        store.create_table().await.with_context(|| format!("cannot open the table `{table}`"))?;
        Ok(Opened { store, engine, fresh })
    }

    /// The file of the events, when they are in one.
    pub(crate) fn data(&self) -> Option<&Path> {
        self.data.as_deref()
    }

    /// The same for a command that makes no sense on an empty table that is forgotten at its end.
    pub(crate) async fn open_lasting(&self) -> Result<Opened> {
        if self.is_in_memory() {
            bail!("say where the events are: --data FILE, or --endpoint-url URL");
        }
        self.open().await
    }

    /// Whether the events are kept in this process only.
    pub(crate) fn is_in_memory(&self) -> bool {
        self.data.is_none() && self.endpoint_url.is_none()
    }
}

fn embedded(engine: Emulator) -> (Client, Option<Emulator>) {
    (engine.client(), Some(engine))
}

fn shards(text: &str) -> Result<u8, String> {
    match text.parse::<u8>() {
        Ok(shards) if shards.is_power_of_two() && shards <= 64 => Ok(shards),
        _ => Err("give 1, 2, 4, 8, 16, 32 or 64".to_owned()),
    }
}
