//! The ways from a packed file to what is stored, each on one thread and without a network.

use std::hint::black_box;
use std::io::Read;

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use ingest::{Found, Walk, gunzip};
use model::{Event, Timestamp};
use serde_json::Value;
use store::Config;

/// More than any file here has once it is unpacked.
const LIMIT: u64 = 512 << 20;

/// Ours, to the finished items of DynamoDB. Returns how many events there were.
pub(crate) fn ours(files: &[Vec<u8>], now: Timestamp) -> Result<u64> {
    let config = Config::default();
    let mut events = 0;
    for file in files {
        let unpacked = gunzip(file, LIMIT)?;
        for found in Walk::new(&unpacked.bytes) {
            let Found::Record { text: Ok(text), .. } = found else { continue };
            let Ok(event) = Event::from_record(&text) else { continue };
            black_box(store::items(&event, &config, now)?);
            events += 1;
        }
    }
    Ok(events)
}

/// What one writes first: flate2, the whole file as a `serde_json::Value`, each record back to text and
/// packed by zstd at its default level. No items are made of it.
pub(crate) fn naive(files: &[Vec<u8>]) -> Result<u64> {
    let mut events = 0;
    for file in files {
        let mut text = Vec::new();
        GzDecoder::new(file.as_slice()).read_to_end(&mut text)?;
        let mut file: Value = serde_json::from_slice(&text)?;
        for record in file["Records"].as_array_mut().context("no Records")? {
            for field in ["eventID", "eventTime", "eventName", "eventSource", "awsRegion", "userIdentity"] {
                black_box(record.get(field));
            }
            black_box(zstd::bulk::compress(record.to_string().as_bytes(), 3)?);
            events += 1;
        }
    }
    Ok(events)
}
