//! What a text is, told by the members that it begins with.
//!
//! In a log bucket lie not only log files: digests, markers and notifications lie beside them, and a
//! folder that somebody collected holds anything at all. Names don't tell, since all of them end in `.json`
//! or `.json.gz`.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::scan::{self, Broken};

/// What a file, or one value of it, is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// `{"Records":[…]}`: what a trail delivers, and what the AWS console and ours download.
    LogFile,
    /// Records by themselves: one, one per line, or a list of them.
    Records,
    /// EventBridge events with the record in `detail`, by themselves or one per line.
    EventBridge,
    /// What LookupEvents answers: records as strings in `Events`.
    LookupEvents,
    /// An EventBridge event that does not come from CloudTrail.
    OtherEvent,
    /// A digest, which signs log files.
    Digest,
    /// A notification of S3, SNS or SQS; its `Records` are not CloudTrail's.
    Notification,
    /// What S3 sends when a notification is set up.
    TestEvent,
    /// Nothing, or only white space: the object that CreateTrail leaves in the bucket.
    Marker,
    /// JSON of another origin.
    Foreign,
    /// UTF-16, as PowerShell's `>` writes it.
    Utf16,
    /// Not JSON.
    NotJson,
}

impl Kind {
    /// Whether records are looked for in it.
    pub fn holds_records(self) -> bool {
        matches!(self, Kind::LogFile | Kind::Records | Kind::EventBridge | Kind::LookupEvents)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Kind::LogFile => "a CloudTrail log file",
            Kind::Records => "CloudTrail records",
            Kind::EventBridge => "EventBridge events from CloudTrail",
            Kind::LookupEvents => "output of LookupEvents",
            Kind::OtherEvent => "an EventBridge event that is not from CloudTrail",
            Kind::Digest => "a CloudTrail digest file, which holds signatures and no records",
            Kind::Notification => "a notification (of S3, SNS or SQS), not a log file",
            Kind::TestEvent => "S3's test notification",
            Kind::Marker => "empty, as the marker object that CloudTrail leaves in a bucket",
            Kind::Foreign => "JSON, but nothing of CloudTrail's",
            Kind::Utf16 => "UTF-16 text; save it as UTF-8",
            Kind::NotJson => "not JSON",
        })
    }
}

/// What the members of an object tell about it.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    pub(crate) kind: Kind,
    /// Where the records are.
    pub(crate) content: Content,
    /// Where the object ends.
    pub(crate) end: Result<usize, Broken>,
}

/// Where an object's records are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// The object is none and has none.
    Nothing,
    /// The object is one.
    Itself,
    /// A member is one, or a string that holds one.
    Value(Range<usize>),
    /// A member is a list of them, and begins here.
    List(usize),
    /// A member is a list of LookupEvents rows, and begins here.
    Rows(usize),
}

impl Head {
    /// Of the object that begins at `at`. One that breaks off is told by what comes before.
    pub(crate) fn read(bytes: &[u8], at: usize) -> Head {
        let mut seen = Members::default();
        let end = scan::members(bytes, at, |key, start, whole| seen.note(bytes, key, start, whole));
        let (kind, content) = seen.meaning(bytes);
        Head { kind, content, end }
    }
}

/// The members that tell something.
#[derive(Default)]
struct Members {
    records: Option<usize>,
    events: Option<usize>,
    row: Option<Range<usize>>,
    detail: Option<Range<usize>>,
    detail_type: Option<Range<usize>>,
    s3_event: Option<Range<usize>>,
    digest: bool,
    record: bool,
}

impl Members {
    fn note(&mut self, bytes: &[u8], key: &[u8], start: usize, whole: Option<Range<usize>>) {
        let list = bytes.get(start) == Some(&b'[');
        match key {
            b"Records" if list => self.records = Some(start),
            b"Events" if list => self.events = Some(start),
            b"CloudTrailEvent" => self.row = whole,
            b"detail" => self.detail = whole,
            b"detail-type" => self.detail_type = whole,
            b"Event" => self.s3_event = whole,
            b"digestS3Object" | b"digestStartTime" => self.digest = true,
            b"eventVersion" | b"eventID" | b"eventName" | b"userIdentity" => self.record = true,
            _ => {}
        }
    }

    fn meaning(self, bytes: &[u8]) -> (Kind, Content) {
        let text = |range: Range<usize>| &bytes[range];
        if let Some(list) = self.records {
            return if is_notification(bytes, list) {
                (Kind::Notification, Content::Nothing)
            } else {
                (Kind::LogFile, Content::List(list))
            };
        }
        if let Some(list) = self.events {
            return (Kind::LookupEvents, Content::Rows(list));
        }
        if let Some(record) = self.row {
            return (Kind::LookupEvents, Content::Value(record));
        }
        match (self.detail, self.detail_type) {
            (Some(detail), Some(name)) if text(name.clone()).ends_with(b" via CloudTrail\"") => {
                return (Kind::EventBridge, Content::Value(detail));
            }
            (Some(_), Some(_)) => return (Kind::OtherEvent, Content::Nothing),
            _ => {}
        }
        if self.digest {
            (Kind::Digest, Content::Nothing)
        } else if self.s3_event.is_some_and(|event| text(event) == br#""s3:TestEvent""#) {
            (Kind::TestEvent, Content::Nothing)
        } else if self.record {
            (Kind::Records, Content::Itself)
        } else {
            (Kind::Foreign, Content::Nothing)
        }
    }
}

/// Whether the list that begins at `list` begins with an entry of a notification.
fn is_notification(bytes: &[u8], list: usize) -> bool {
    let first = scan::skip_space(bytes, list + 1);
    let mut found = false;
    if bytes.get(first) == Some(&b'{') {
        // Where the entry breaks off is not what is asked.
        let _ = scan::members(bytes, first, |key, _, whole| {
            let source = whole.map_or(&[][..], |w| &bytes[w]);
            found |= key.eq_ignore_ascii_case(b"eventSource") && source.starts_with(br#""aws:"#);
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, kind: Kind, content: Content) {
        let head = Head::read(text.as_bytes(), 0);
        assert_eq!((head.kind, head.content), (kind, content), "{text}");
    }

    #[test]
    fn members_tell_what_an_object_is() {
        check(r#"{"Records":[{"eventVersion":"1.11"}]}"#, Kind::LogFile, Content::List(11));
        check(r#"{"Records":[]}"#, Kind::LogFile, Content::List(11));
        check(r#"{"Records":[{"eventVersion":"1.1"#, Kind::LogFile, Content::List(11));
        check(r#"{"a":{"Records":[1]},"Records":[]}"#, Kind::LogFile, Content::List(31));
        check(
            r#"{"Records":[{"eventVersion":"2.1","eventSource":"aws:s3"}]}"#,
            Kind::Notification,
            Content::Nothing,
        );
        check(r#"{"Records":[{"EventSource":"aws:sns"}]}"#, Kind::Notification, Content::Nothing);
        check(r#"{"Records":{}}"#, Kind::Foreign, Content::Nothing);
        check(r#"{"Events":[]}"#, Kind::LookupEvents, Content::Rows(10));
        check(r#"{"EventId":"1","CloudTrailEvent":"{}"}"#, Kind::LookupEvents, Content::Value(33..37));
        check(
            r#"{"detail-type":"AWS API Call via CloudTrail","detail":{"eventID":"1"}}"#,
            Kind::EventBridge,
            Content::Value(54..69),
        );
        check(
            r#"{"detail-type":"EC2 Instance State-change","detail":{}}"#,
            Kind::OtherEvent,
            Content::Nothing,
        );
        check(r#"{"digestStartTime":"2026"}"#, Kind::Digest, Content::Nothing);
        check(r#"{"Service":"Amazon S3","Event":"s3:TestEvent"}"#, Kind::TestEvent, Content::Nothing);
        check(r#"{"eventID":"1","detail":{}}"#, Kind::Records, Content::Itself);
        check("{}", Kind::Foreign, Content::Nothing);
        check(r#"{"terraform_version":"1.13.3"}"#, Kind::Foreign, Content::Nothing);
    }
}
