//! What tells that objects were put into a bucket, in the forms in which it comes:
//!
//! - a [notification of S3], by itself or in the envelope of SNS; its keys are URL-encoded;
//! - S3's "Object Created" [by EventBridge]; its keys are not;
//! - CloudTrail's [own notification] by SNS, `{"s3Bucket":…,"s3ObjectKey":[…]}`;
//! - and the tests that S3 (`s3:TestEvent`) and CloudTrail send when a notification is set up.
//!
//! [notification of S3]: https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
//! [by EventBridge]: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
//! [own notification]: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html

use std::fmt;

use percent_encoding::percent_decode_str;
use serde::Deserialize;

/// An object of S3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Object {
    /// Its bucket's name.
    pub bucket: String,
    /// Its key, as it is.
    pub key: String,
    /// Its bytes, when the notice tells.
    pub size: Option<u64>,
}

impl fmt::Display for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "s3://{}/{}", self.bucket, self.key)
    }
}

/// The objects that a message tells of: none when it is a test, or tells of something else than creation.
///
/// # Errors
/// One sentence, when it is not a notice of these forms.
pub fn objects(body: &str) -> Result<Vec<Object>, String> {
    let notice: Notice = parse(body)?;
    if notice.kind.as_deref() == Some("Notification") {
        let message = notice.message.ok_or("the notification of SNS has no Message")?;
        if message == "CloudTrail validation message." {
            return Ok(Vec::new());
        }
        return inner(parse(&message)?);
    }
    inner(notice)
}

fn inner(notice: Notice) -> Result<Vec<Object>, String> {
    match notice {
        Notice { event: Some(event), .. } if event == "s3:TestEvent" => Ok(Vec::new()),
        Notice { records: Some(records), .. } => records.into_iter().filter_map(Record::object).collect(),
        Notice { detail_type: Some(name), detail: Some(s3), .. } if name.starts_with("Object ") => {
            Ok(if name == "Object Created" { vec![s3.object()] } else { Vec::new() })
        }
        Notice { bucket: Some(bucket), keys: Some(keys), .. } => {
            Ok(keys.into_iter().map(|key| Object { bucket: bucket.clone(), key, size: None }).collect())
        }
        _ => Err("the message is not a notice of new objects in S3 (from S3, SNS or EventBridge)".to_owned()),
    }
}

fn parse(text: &str) -> Result<Notice, String> {
    serde_json::from_str(text).map_err(|e| format!("the message is not a notice of new objects in S3: {e}"))
}

/// All forms at once; which one it is, is told by the members that are there.
#[derive(Deserialize)]
struct Notice {
    #[serde(rename = "Type")]
    kind: Option<String>,
    #[serde(rename = "Message")]
    message: Option<String>,
    #[serde(rename = "Event")]
    event: Option<String>,
    #[serde(rename = "Records")]
    records: Option<Vec<Record>>,
    #[serde(rename = "detail-type")]
    detail_type: Option<String>,
    detail: Option<S3>,
    #[serde(rename = "s3Bucket")]
    bucket: Option<String>,
    #[serde(rename = "s3ObjectKey")]
    keys: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct Record {
    #[serde(rename = "eventName")]
    event_name: String,
    s3: S3,
}

/// A record's `s3`, and an event's `detail`.
#[derive(Deserialize)]
struct S3 {
    bucket: Bucket,
    object: Entry,
}

#[derive(Deserialize)]
struct Bucket {
    name: String,
}

#[derive(Deserialize)]
struct Entry {
    key: String,
    size: Option<u64>,
}

impl Record {
    fn object(self) -> Option<Result<Object, String>> {
        // "ObjectCreated:Put"; before the year 2014 with "s3:" in front.
        if !self.event_name.trim_start_matches("s3:").starts_with("ObjectCreated:") {
            return None;
        }
        let encoded = self.s3.object();
        let spaced = encoded.key.replace('+', " ");
        let key = percent_decode_str(&spaced).decode_utf8().map(|key| key.into_owned());
        let odd = |_| format!("the key {:?} is not UTF-8 once it is URL-decoded", encoded.key);
        Some(key.map(|key| Object { key, ..encoded.clone() }).map_err(odd))
    }
}

impl S3 {
    fn object(self) -> Object {
        Object { bucket: self.bucket.name, key: self.object.key, size: self.object.size }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const KEY: &str = "AWSLogs/111122223333/CloudTrail/us-east-1/2026/11/22/a.json.gz";

    fn notification(event: &str, key: &str) -> String {
        json!({"Records": [{
            "eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "us-east-1", "eventName": event,
            "s3": {"s3SchemaVersion": "1.0", "bucket": {"name": "trail", "arn": "arn:aws:s3:::trail"},
                   "object": {"key": key, "size": 1024, "eTag": "d41d", "sequencer": "0A1B"}}
        }]})
        .to_string()
    }

    fn by_sns(message: &str) -> String {
        json!({"Type": "Notification", "MessageId": "1", "TopicArn": "arn:aws:sns:us-east-1:111122223333:t",
               "Subject": "Amazon S3 Notification", "Message": message, "Timestamp": "2026-11-22T14:00:00.000Z"})
        .to_string()
    }

    #[track_caller]
    fn check(body: &str, expected: &[(&str, Option<u64>)]) {
        let expected: Vec<Object> = expected
            .iter()
            .map(|(key, size)| Object { bucket: "trail".to_owned(), key: (*key).to_owned(), size: *size })
            .collect();
        assert_eq!(objects(body), Ok(expected), "{body}");
    }

    #[test]
    fn a_new_object_is_told_in_four_forms() {
        let notification = notification("ObjectCreated:Put", KEY);
        check(&notification, &[(KEY, Some(1024))]);
        check(&by_sns(&notification), &[(KEY, Some(1024))]);
        let event = json!({"version": "0", "id": "1", "detail-type": "Object Created", "source": "aws.s3",
            "detail": {"version": "0", "bucket": {"name": "trail"}, "object": {"key": KEY, "size": 5, "etag": "b"},
                       "reason": "PutObject"}});
        check(&event.to_string(), &[(KEY, Some(5))]);
        let own = json!({"s3Bucket": "trail", "s3ObjectKey": [KEY, "b"]}).to_string();
        check(&by_sns(&own), &[(KEY, None), ("b", None)]);
    }

    #[test]
    fn keys_are_decoded_where_they_are_encoded() {
        let key = |key: &str| notification("ObjectCreated:CompleteMultipartUpload", key);
        check(&key("a+b%2Bc%28%C3%A9%29.json.gz"), &[("a b+c(é).json.gz", Some(1024))]);
        let event = json!({"detail-type": "Object Created",
            "detail": {"bucket": {"name": "trail"}, "object": {"key": "a+b%2B"}}});
        check(&event.to_string(), &[("a+b%2B", None)]);
        let error = objects(&key("a%FFb")).unwrap_err();
        assert_eq!(error, "the key \"a%FFb\" is not UTF-8 once it is URL-decoded");
    }

    #[test]
    fn tests_and_other_happenings_are_no_objects() {
        let test = r#"{"Service":"Amazon S3","Event":"s3:TestEvent","Bucket":"trail","RequestId":"1"}"#;
        check(test, &[]);
        check(&by_sns(test), &[]);
        check(&by_sns("CloudTrail validation message."), &[]);
        check(&notification("ObjectRemoved:Delete", KEY), &[]);
        let event = json!({"detail-type": "Object Deleted",
            "detail": {"bucket": {"name": "trail"}, "object": {"key": KEY}}});
        check(&event.to_string(), &[]);
    }

    #[test]
    fn anything_else_is_refused() {
        let other = "the message is not a notice of new objects in S3 (from S3, SNS or EventBridge)";
        for body in ["{}", r#"{"detail-type":"Object Deleted"}"#, &by_sns("{}"), &by_sns(&by_sns("{}"))] {
            assert_eq!(objects(body), Err(other.to_owned()), "{body}");
        }
        for body in
            ["", "hello", "[]", r#"{"Records":[{"eventName":"ObjectCreated:Put"}]}"#, r#"{"Records":{}}"#]
        {
            let error = objects(body).unwrap_err();
            assert!(error.starts_with("the message is not a notice of new objects in S3: "), "{error}");
        }
    }
}
