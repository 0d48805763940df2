//! What a door did with a batch: the one line that it logs, and what it answers the queue.
//!
//! The line is also CloudWatch's [embedded metric format], so that the counts are metrics without a call:
//! namespace `Whodunit`, dimension `FunctionName`.
//!
//! [embedded metric format]: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html

use ingest::Receipt;
use model::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};

use crate::queue::Answer;

/// What became of a batch of messages.
#[derive(Debug, Default)]
pub struct Outcome {
    /// How many messages there were.
    pub messages: usize,
    /// What became of their records.
    pub receipt: Receipt,
    /// Messages that are given back to the queue.
    pub failed: Vec<Failure>,
    /// Objects that were no longer there.
    pub gone: Vec<String>,
}

/// A message that failed.
#[derive(Debug, Serialize, PartialEq, Eq)]
pub struct Failure {
    /// SQS's name for it.
    pub message: String,
    /// Why: one sentence.
    pub reason: String,
}

/// The names of the metrics, in the order of [`Outcome::counts`].
const METRICS: [&str; 5] = ["Stored", "Duplicates", "Rejected", "Conflicts", "Failed"];

impl Outcome {
    /// For the queue.
    pub fn answer(&self) -> Answer {
        Answer::failed(self.failed.iter().map(|failure| &*failure.message))
    }

    /// For the log of `function`, at `now`: one line of JSON.
    pub fn line(&self, function: &str, now: Timestamp) -> String {
        let metrics = METRICS.map(|name| json!({"Name": name, "Unit": "Count"}));
        let mut line = json!({
            "_aws": {
                "Timestamp": now.millis(),
                "CloudWatchMetrics": [
                    {"Namespace": "Whodunit", "Dimensions": [["FunctionName"]], "Metrics": metrics},
                ],
            },
            "level": if self.is_clean() { "INFO" } else { "WARN" },
            "FunctionName": function,
            "messages": self.messages,
            "receipt": self.receipt,
            "failed": self.failed,
            "gone": self.gone,
        });
        for (name, count) in METRICS.iter().zip(self.counts()) {
            line[name] = Value::from(count);
        }
        line.to_string()
    }

    /// Adds what became of further records.
    pub(crate) fn add(&mut self, receipt: Receipt) {
        let all = &mut self.receipt;
        all.files += receipt.files;
        all.records += receipt.records;
        all.stored += receipt.stored;
        all.duplicates += receipt.duplicates;
        all.conflicts.append(receipt.conflicts);
        all.expired += receipt.expired;
        all.rejected.append(receipt.rejected);
        all.skipped.append(receipt.skipped);
        all.failed.append(receipt.failed);
        all.write_units += receipt.write_units;
        all.read_units += receipt.read_units;
        all.redelivered += receipt.redelivered;
        all.note_units += receipt.note_units;
    }

    fn counts(&self) -> [u64; 5] {
        let receipt = &self.receipt;
        let failed = self.failed.len() as u64;
        [receipt.stored, receipt.duplicates, receipt.rejected.count, receipt.conflicts.count, failed]
    }

    fn is_clean(&self) -> bool {
        let [_, _, wrong @ ..] = self.counts();
        wrong == [0; 3] && self.gone.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_a_receipt_and_metrics_at_once() {
        let mut outcome = Outcome { messages: 2, ..Outcome::default() };
        outcome.receipt.stored = 7;
        outcome.receipt.duplicates = 3;
        let now = "2026-11-22T14:00:00Z".parse().unwrap();
        let line: Value = serde_json::from_str(&outcome.line("stack-log-files", now)).unwrap();
        assert_eq!((&line["level"], &line["receipt"]["stored"]), (&json!("INFO"), &json!(7)));
        assert_eq!(line["_aws"]["Timestamp"], json!(1_795_356_000_000_i64));
        let directive = &line["_aws"]["CloudWatchMetrics"][0];
        assert_eq!(directive["Namespace"], "Whodunit");
        assert_eq!(directive["Dimensions"], json!([["FunctionName"]]));
        assert_eq!(line["FunctionName"], "stack-log-files");
        let counts: Vec<(&str, u64)> = directive["Metrics"]
            .as_array()
            .unwrap()
            .iter()
            .map(|metric| metric["Name"].as_str().unwrap())
            .map(|name| (name, line[name].as_u64().unwrap()))
            .collect();
        let expected = [("Stored", 7), ("Duplicates", 3), ("Rejected", 0), ("Conflicts", 0), ("Failed", 0)];
        assert_eq!(counts, expected);
    }

    #[test]
    fn a_failure_is_counted_told_and_given_back() {
        let failure = Failure { message: "m-1".to_owned(), reason: "line 1\nline 2".to_owned() };
        let outcome = Outcome { failed: vec![failure], ..Outcome::default() };
        let line = outcome.line("f", Timestamp::from_millis(0));
        assert!(!line.contains('\n'), "{line}");
        let line: Value = serde_json::from_str(&line).unwrap();
        assert_eq!((&line["Failed"], &line["failed"][0]["reason"]), (&json!(1), &json!("line 1\nline 2")));
        assert_eq!(line["level"], "WARN");
        let answer = serde_json::to_value(outcome.answer()).unwrap();
        assert_eq!(answer, json!({"batchItemFailures": [{"itemIdentifier": "m-1"}]}));
    }
}
