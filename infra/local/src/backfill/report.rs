//! What a backfill did.

use std::time::Duration;

use anyhow::Result;
use ingest::Receipt;
use serde::Serialize;

use super::day::Day;
use crate::progress::rate;

/// What a run of a backfill did.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Report {
    /// `s3://bucket/prefix`
    pub(super) bucket: String,
    /// The first day that is wanted.
    pub(super) from: Day,
    /// Objects that were read.
    pub(super) objects: u64,
    /// Objects that access was denied to; they are among the receipt's failed ones.
    pub(super) denied: u64,
    /// Objects that are no log files by their keys.
    pub(super) others: u64,
    /// Calendar days before the first one that were leapt over, of all regions and accounts.
    pub(super) days: u64,
    /// Whether everything was read, be it in several runs.
    pub(super) complete: bool,
}

impl Report {
    pub(super) fn new(bucket: String, from: Day) -> Report {
        Report { bucket, from, objects: 0, denied: 0, others: 0, days: 0, complete: false }
    }

    /// With the `receipt` of what was in the objects.
    pub(super) fn json(&self, receipt: &Receipt) -> Result<String> {
        #[derive(Serialize)]
        struct Whole<'a> {
            #[serde(flatten)]
            report: &'a Report,
            receipt: &'a Receipt,
        }
        Ok(serde_json::to_string_pretty(&Whole { report: self, receipt })?)
    }

    /// The same for a person.
    pub(super) fn text(&self, receipt: &Receipt, elapsed: Duration) -> String {
        let mut text = format!("{}\n{} objects read\n", self.bucket, self.objects);
        if self.days > 0 {
            text += &format!(
                "{} days of logs before {} not read, of all accounts and regions together\n",
                self.days, self.from
            );
        }
        if self.others > 0 {
            text += &format!("{} objects not read: their keys are not those of log files\n", self.others);
        }
        text + &format!("{receipt}{}\n", rate(receipt, elapsed))
    }
}
