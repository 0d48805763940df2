//! Whole inputs: what lies in a log bucket or is handed to an import, whether or not it holds records.

use crate::cases;

/// What kind of input a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `{"Records":[…]}`, as a trail delivers it and the console downloads it.
    Records,
    /// One record per line.
    Lines,
    /// An EventBridge event with the record in `detail`.
    EventBridge,
    /// What `aws cloudtrail lookup-events` prints: records as strings inside `Events`.
    Lookup,
    /// A digest that signs log files; holds no records.
    Digest,
    /// S3's notification that an object was created: has `Records`, but not CloudTrail's.
    Notification,
    /// What S3 sends when a notification is set up.
    TestEvent,
    /// The zero-byte object that CreateTrail leaves.
    Marker,
    /// JSON of another origin.
    Foreign,
    /// Not JSON at all.
    Garbage,
}

/// One input and what is in it.
#[derive(Debug)]
pub struct File {
    /// A file name, unique, with the extension such a file has.
    pub name: &'static str,
    /// What a reader of this file has to get right.
    pub exercises: &'static str,
    /// What it is.
    pub form: Form,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Readable records, duplicates counted each time.
    pub events: usize,
    /// Distinct event ids among them.
    pub distinct: usize,
    /// Records that are there but can't be used. One that is cut off at the end counts.
    pub refused: usize,
}

/// All files. Built anew on each call.
pub fn files() -> Vec<File> {
    let [a, b, c] = ["iam-user", "assumed-role", "run-instances"].map(record);
    let other = a.replace("203.0.113.7", "198.51.100.9");
    let bad = a.replace("eventID", "eventIdentifier");
    let [a_line, b_line, c_line] = [a, b, c].map(|record| format!("{record}\n"));
    let pretty = record("whitespace");
    let whole = format!(r#"{{"Records":[{a},{b},{c}]}}"#);
    let cut = whole[..whole.len() - 100].to_owned();
    let mut not_utf8 = whole.clone().into_bytes();
    // In b's user agent; 0xFF occurs nowhere in UTF-8.
    let at = r#"{"Records":["#.len() + a.len() + 1 + b.find("aws-cli").unwrap_or_default();
    not_utf8[at] = 0xFF;

    use Form::*;
    let file = |name, form, exercises, text: String, [events, distinct, refused]: [usize; 3]| File {
        name,
        exercises,
        form,
        bytes: text.into_bytes(),
        events,
        distinct,
        refused,
    };
    vec![
        file("records.json", Records, "As a trail delivers it", whole.clone(), [3, 3, 0]),
        file("empty.json", Records, "No records: a valid file", r#"{"Records":[]}"#.into(), [0, 0, 0]),
        file(
            "spaced.json",
            Records,
            "Line breaks around and inside records",
            format!("{{\n  \"Records\" : [\n    {pretty} ,\n    {b}\n  ]\n}}\n"),
            [2, 2, 0],
        ),
        file(
            "more-members.json",
            Records,
            "Other members before and after Records",
            format!(r#"{{"version":1,"note":{{"Records":[1]}},"Records":[{a}],"more":[]}}"#),
            [1, 1, 0],
        ),
        file(
            "byte-order-mark.json",
            Records,
            "Begins with a UTF-8 byte order mark",
            format!("\u{feff}{whole}"),
            [3, 3, 0],
        ),
        file(
            "twice.json",
            Records,
            "One record twice: delivered by two trails",
            format!(r#"{{"Records":[{a},{b},{a}]}}"#),
            [3, 2, 0],
        ),
        file(
            "same-id.json",
            Records,
            "One event id with two contents: to be reported",
            format!(r#"{{"Records":[{a},{other}]}}"#),
            [2, 1, 0],
        ),
        file(
            "broken-middle.json",
            Records,
            "The middle record has no event id",
            format!(r#"{{"Records":[{a},{bad},{c}]}}"#),
            [2, 2, 1],
        ),
        file(
            "foreign-middle.json",
            Records,
            "Items that are no objects among records",
            format!(r#"{{"Records":[{a},null,"text",7,{c}]}}"#),
            [2, 2, 3],
        ),
        file("cut.json", Records, "Cut off inside the third record: two good ones before", cut, [2, 2, 1]),
        File {
            bytes: not_utf8,
            ..file(
                "not-utf8.json",
                Records,
                "A byte that is not UTF-8 inside the second record",
                String::new(),
                [2, 2, 1],
            )
        },
        file("lines.jsonl", Lines, "One record per line", format!("{a_line}{b_line}{c_line}"), [3, 3, 0]),
        file(
            "lines-crlf.jsonl",
            Lines,
            "CRLF, empty lines, no line break at the end",
            format!("{a}\r\n\r\n{b}\r\n\n{c}"),
            [3, 3, 0],
        ),
        file(
            "lines-broken.jsonl",
            Lines,
            "A line that is not JSON between good ones",
            format!("{a_line}oops\n{c_line}"),
            [2, 2, 1],
        ),
        file("single.json", Lines, "One record alone", a.to_owned(), [1, 1, 0]),
        file("single-spaced.json", Lines, "One record alone, over many lines", pretty.to_owned(), [1, 1, 0]),
        file("event-bridge.json", EventBridge, "An EventBridge envelope", envelope(b), [1, 1, 0]),
        file(
            "event-bridge.jsonl",
            EventBridge,
            "EventBridge envelopes, one per line",
            format!("{}\n{}\n", envelope(a), envelope(b)),
            [2, 2, 0],
        ),
        file(
            "lookup.json",
            Lookup,
            "Output of lookup-events: records as strings",
            lookup(&[a, b]),
            [2, 2, 0],
        ),
        file(
            "lookup-broken.json",
            Lookup,
            "A LookupEvents row without CloudTrailEvent",
            format!(r#"{{"Events":[{},{{"EventId":"x"}}]}}"#, row(a)),
            [1, 1, 1],
        ),
        file("digest.json", Digest, "A digest file", DIGEST.into(), [0, 0, 0]),
        file(
            "notification.json",
            Notification,
            "S3's notification: its Records are not CloudTrail's",
            NOTIFICATION.into(),
            [0, 0, 0],
        ),
        file("test-event.json", TestEvent, "S3's test event", TEST_EVENT.into(), [0, 0, 0]),
        file("marker", Marker, "Zero bytes", String::new(), [0, 0, 0]),
        file("blank.json", Marker, "Only white space", " \r\n\t\n".into(), [0, 0, 0]),
        file(
            "foreign.json",
            Foreign,
            "A Terraform state",
            r#"{"version":4,"terraform_version":"1.13.3","resources":[]}"#.into(),
            [0, 0, 0],
        ),
        file("foreign-list.json", Foreign, "A list of numbers", "[1,2,3]".into(), [0, 0, 0]),
        file(
            "records-object.json",
            Foreign,
            "Records is an object",
            r#"{"Records":{"a":1}}"#.into(),
            [0, 0, 0],
        ),
        file(
            "page.html",
            Garbage,
            "A page: an access error saved as a log",
            "<!doctype html><title>403</title>".into(),
            [0, 0, 0],
        ),
        File {
            bytes: vec![0x1f, 0x8b, 8, 0, 0],
            ..file("cut.json.gz", Garbage, "The first bytes of a gzip file", String::new(), [0, 0, 0])
        },
    ]
}

fn record(name: &str) -> &'static str {
    cases().iter().find(|case| case.name == name).map_or("", |case| case.record)
}

fn envelope(record: &str) -> String {
    format!(
        r#"{{"version":"0","id":"36eb8523-97d0-4518-b33d-ee3579ff19f0","detail-type":"AWS API Call via CloudTrail","source":"aws.ec2","account":"111122223333","time":"2026-01-11T22:54:56Z","region":"us-west-2","resources":[],"detail":{record}}}"#
    )
}

fn lookup(records: &[&str]) -> String {
    let rows: Vec<String> = records.iter().map(|record| row(record)).collect();
    format!(
        "{{\n    \"Events\": [\n        {}\n    ],\n    \"NextToken\": \"EXAMPLE\"\n}}\n",
        rows.join(",\n        ")
    )
}

fn row(record: &str) -> String {
    let text = record.replace('\\', r"\\").replace('"', r#"\""#);
    format!(
        r#"{{"EventId":"see-record","EventName":"see-record","ReadOnly":"true","EventTime":1768172096.0,"EventSource":"ec2.amazonaws.com","Resources":[],"CloudTrailEvent":"{text}"}}"#
    )
}

const DIGEST: &str = r#"{"awsAccountId":"111122223333","digestStartTime":"2026-01-11T22:00:00Z","digestEndTime":"2026-01-11T23:00:00Z","digestS3Bucket":"cat-trail","digestS3Object":"AWSLogs/111122223333/CloudTrail-Digest/us-west-2/2026/01/11/111122223333_CloudTrail-Digest_us-west-2_main_us-west-2_20260111T230000Z.json.gz","digestPublicKeyFingerprint":"31e8b5433410dfb61a9dc45cc65b22ff","digestSignatureAlgorithm":"SHA256withRSA","newestEventTime":"2026-01-11T22:58:00Z","oldestEventTime":"2026-01-11T22:01:00Z","previousDigestS3Bucket":null,"previousDigestS3Object":null,"previousDigestHashValue":null,"previousDigestHashAlgorithm":null,"previousDigestSignature":null,"logFiles":[{"s3Bucket":"cat-trail","s3Object":"AWSLogs/111122223333/CloudTrail/us-west-2/2026/01/11/111122223333_CloudTrail_us-west-2_20260111T2255Z_EXAMPLEabcdefghi.json.gz","hashValue":"9bb6196fc6b84d6f075a56548feca262bd99ba3c2de41b618e5b6e22c1fc71f6","hashAlgorithm":"SHA-256","newestEventTime":"2026-01-11T22:55:00Z","oldestEventTime":"2026-01-11T22:50:00Z"}]}"#;

const NOTIFICATION: &str = r#"{"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-west-2","eventTime":"2026-01-11T22:56:00.000Z","eventName":"ObjectCreated:Put","userIdentity":{"principalId":"AWS:AROAEXAMPLEROLE234567:regionalDeliverySession"},"requestParameters":{"sourceIPAddress":"203.0.113.7"},"responseElements":{"x-amz-request-id":"EXAMPLE","x-amz-id-2":"EXAMPLE"},"s3":{"s3SchemaVersion":"1.0","configurationId":"logs","bucket":{"name":"cat-trail","ownerIdentity":{"principalId":"AEXAMPLE"},"arn":"arn:aws:s3:::cat-trail"},"object":{"key":"AWSLogs/111122223333/CloudTrail/us-west-2/2026/01/11/111122223333_CloudTrail_us-west-2_20260111T2255Z_EXAMPLEabcdefghi.json.gz","size":1024,"eTag":"d41d8cd98f00b204e9800998ecf8427e","sequencer":"0055AED6DCD90281E5"}}}]}"#;

const TEST_EVENT: &str = r#"{"Service":"Amazon S3","Event":"s3:TestEvent","Time":"2026-01-11T22:56:00.000Z","Bucket":"cat-trail","RequestId":"EXAMPLE","HostId":"EXAMPLE"}"#;

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn names_are_unique_and_counts_are_possible() {
        let mut names = HashSet::new();
        for file in files() {
            assert!(names.insert(file.name), "{} occurs twice", file.name);
            assert!(file.distinct <= file.events, "{}", file.name);
        }
    }

    #[test]
    fn the_records_the_files_are_made_of_exist() {
        for name in ["iam-user", "assumed-role", "run-instances", "whitespace"] {
            assert!(!record(name).is_empty(), "{name}");
        }
    }

    #[test]
    fn damaged_files_are_damaged() {
        for file in files() {
            let json = serde_json::from_slice::<serde_json::Value>(&file.bytes).is_ok();
            let whole = file.name.ends_with(".json")
                && !["cut.json", "not-utf8.json", "byte-order-mark.json", "blank.json"].contains(&file.name);
            assert_eq!(json, whole, "{}", file.name);
        }
    }
}
