//! What arrived, so that "nothing found" can be told from "nothing received": the answer of `GET /api/status`.
//!
//! What is known is what came in. An hour in which no event happened at an account and Region, and one whose
//! log files were lost, look the same from here: CloudTrail writes no file for an hour without events. So such
//! an hour is called *quiet*, never missing and never complete.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::page::Cost;
use crate::time::{Span, Timestamp};

/// Milliseconds in an hour.
pub const HOUR: i64 = 3_600_000;

/// The Regions that are on in every commercial account, without any being turned on. Those that a person has
/// to turn on are left out: of an account that never did, nothing is missed there.
pub const USUAL_REGIONS: [&str; 17] = [
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-northeast-3",
    "ap-south-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "ca-central-1",
    "eu-central-1",
    "eu-north-1",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "sa-east-1",
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
];

/// What came in, by account, Region and way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Status {
    /// When it was asked.
    pub now: Timestamp,
    /// For how many days events are kept and shown; `None` is for ever.
    #[serde(default)]
    pub retention_days: Option<u32>,
    /// The oldest moment still kept; 1970 if all is kept.
    pub horizon: Timestamp,
    /// What the sums and the hours of the streams are of. Beyond it only the first and the last hour are known.
    pub span: Span,
    /// In the order of account, Region and way.
    pub streams: Vec<Stream>,
    /// There are more streams, which are not listed: the answer has a bound.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub more: bool,
    /// What nothing ever came of.
    pub not_collected: Vec<NotCollected>,
    /// What the answer cost.
    pub cost: Cost,
}

/// What comes in from one account and Region in one way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Stream {
    /// The account whose activity it is; a text of the record or of the log file's name, `-` without one.
    pub account: String,
    /// The Region; as the account.
    pub region: String,
    /// The way in.
    pub source: Source,
    /// The newest event's time.
    #[serde(default)]
    pub last_event: Option<Timestamp>,
    /// Seconds from that event to when it was stored here.
    #[serde(default)]
    pub lag: Option<i64>,
    /// When something came last.
    #[serde(default)]
    pub last_received: Option<Timestamp>,
    /// Log files, batches of EventBridge's queue, or requests. One with events of both halves of a day counts
    /// in each.
    pub files: u64,
    /// Records in them that are events, also those that another way had brought before.
    pub events: u64,
    /// Records in them that could not be read.
    pub rejected: u64,
    /// How often one came again that had been counted.
    pub redelivered: u64,
    /// The four numbers may count again what came again: there was too much in half a day to know all of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub approximate: bool,
    /// The first hour of which an event came.
    #[serde(default)]
    pub first_hour: Option<Timestamp>,
    /// The first hour that `runs` tells of; `None` when none of the status's span has events.
    #[serde(default)]
    pub runs_from: Option<Timestamp>,
    /// From there on, in turn: how many hours events came of, and how many were quiet, and so on. It ends with
    /// an hour of which events came, and has at most 24 numbers for each day of the span.
    #[serde(default)]
    pub runs: Vec<u32>,
}

/// A way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Source {
    /// A trail's log files, from its bucket or from a copy of it.
    LogFiles,
    /// EventBridge, within seconds.
    EventBridge,
    /// Applications, by PutAuditEvents.
    Activity,
    /// Files that somebody handed over: downloads, answers of LookupEvents, a made-up account. What was left
    /// out of them nobody knows.
    ByHand,
}

/// Something that is not there to be found, and why one cannot be sure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "what")]
pub enum NotCollected {
    /// No data event is kept.
    DataEvents,
    /// No event of a VPC endpoint is kept.
    NetworkActivity,
    /// No Insights event is kept.
    InsightEvents,
    /// Regions of [`USUAL_REGIONS`] that no stream has.
    Regions {
        /// Their names.
        regions: Vec<String>,
    },
}

impl Source {
    /// Every way, in the order of the declaration.
    pub const ALL: [Source; 4] = [Source::LogFiles, Source::EventBridge, Source::Activity, Source::ByHand];

    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Source::LogFiles => "logFiles",
            Source::EventBridge => "eventBridge",
            Source::Activity => "activity",
            Source::ByHand => "byHand",
        }
    }

    /// For a person.
    pub fn label(self) -> &'static str {
        match self {
            Source::LogFiles => "log files",
            Source::EventBridge => "EventBridge",
            Source::Activity => "applications",
            Source::ByHand => "files by hand",
        }
    }
}

impl fmt::Display for NotCollected {
    /// A sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotCollected::DataEvents => f.write_str(
                "Data events (S3 objects, Lambda invocations, …): none is kept. A trail records them only where \
                 it is told to.",
            ),
            NotCollected::NetworkActivity => f.write_str(
                "Network activity of VPC endpoints: none is kept. A trail records it only where it is told to.",
            ),
            NotCollected::InsightEvents => f.write_str(
                "Insights events: none is kept. A trail records them only where Insights are turned on.",
            ),
            NotCollected::Regions { regions } => write!(
                f,
                "Nothing ever came from {}. Nothing may have happened there, or the trail is not of all Regions.",
                regions.join(", ")
            ),
        }
    }
}

impl Stream {
    /// The stretches of time of whose hours events came, oldest first.
    pub fn covered(&self) -> Vec<Span> {
        let mut at = self.runs_from.unwrap_or(Timestamp::MIN);
        let mut covered = Vec::new();
        for (n, hours) in self.runs.iter().enumerate() {
            let end = at.plus_millis(i64::from(*hours) * HOUR);
            if n % 2 == 0 {
                covered.push(Span { from: at, to: end });
            }
            at = end;
        }
        covered
    }

    /// How many hours were quiet between ones of which events came.
    pub fn quiet_hours(&self) -> u64 {
        self.runs.iter().skip(1).step_by(2).map(|hours| u64::from(*hours)).sum()
    }

    /// Sets `runs_from` and `runs` from the hours of which events came, by their first moments, in any order.
    pub fn set_hours(&mut self, hours: impl IntoIterator<Item = Timestamp>) {
        let hours: std::collections::BTreeSet<i64> =
            hours.into_iter().map(|hour| hour.millis().div_euclid(HOUR)).collect();
        self.runs_from = hours.first().map(|hour| Timestamp::from_millis(hour * HOUR));
        self.runs.clear();
        let mut last: Option<i64> = None;
        for hour in hours {
            match (last.map(|last| hour - last - 1), self.runs.last_mut()) {
                (Some(0), Some(run)) => *run += 1,
                (Some(quiet), _) => self.runs.extend([u32::try_from(quiet).unwrap_or(u32::MAX), 1]),
                (None, _) => self.runs.push(1),
            }
            last = Some(hour);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn stream(hours: &[&str]) -> Stream {
        let mut stream = Stream {
            account: "111122223333".to_owned(),
            region: "us-east-1".to_owned(),
            source: Source::LogFiles,
            last_event: None,
            lag: None,
            last_received: None,
            files: 0,
            events: 0,
            rejected: 0,
            redelivered: 0,
            approximate: false,
            first_hour: None,
            runs_from: None,
            runs: Vec::new(),
        };
        stream.set_hours(hours.iter().map(|hour| moment(hour)));
        stream
    }

    #[test]
    fn hours_are_runs_and_runs_are_spans() {
        assert_eq!((stream(&[]).runs_from, stream(&[]).covered()), (None, vec![]));
        let hours = ["2026-11-22T03:59:00Z", "2026-11-21T23:00:00Z", "2026-11-22T00:10:00Z"];
        let stream = stream(&hours);
        assert_eq!(stream.runs_from, Some(moment("2026-11-21T23:00:00Z")));
        assert_eq!((&*stream.runs, stream.quiet_hours()), (&[2, 2, 1][..], 2));
        let span = |from, to| Span { from: moment(from), to: moment(to) };
        let expected = [
            span("2026-11-21T23:00:00Z", "2026-11-22T01:00:00Z"),
            span("2026-11-22T03:00:00Z", "2026-11-22T04:00:00Z"),
        ];
        assert_eq!(stream.covered(), expected);
    }

    #[test]
    fn what_is_not_collected_is_a_word_and_a_sentence() {
        let regions = NotCollected::Regions { regions: vec!["eu-west-1".to_owned()] };
        for (what, text) in [
            (NotCollected::DataEvents, r#"{"what":"dataEvents"}"#),
            (regions, r#"{"what":"regions","regions":["eu-west-1"]}"#),
        ] {
            assert_eq!(serde_json::to_string(&what).unwrap(), text);
            assert_eq!(serde_json::from_str::<NotCollected>(text).unwrap(), what);
            assert!(what.to_string().ends_with('.'), "{what}");
        }
        for source in Source::ALL {
            assert_eq!(serde_json::to_string(&source).unwrap(), format!("\"{}\"", source.as_str()));
        }
        assert!(USUAL_REGIONS.is_sorted());
    }
}
