//! `eventData`: what the sender says of an event, checked against AWS's [schema].
//!
//! | member | | at most |
//! |---|---|---|
//! | `version` | required | 256 characters |
//! | `userIdentity.type` | required | 128 |
//! | `userIdentity.principalId` | required | 1,024 |
//! | `eventSource`, `eventName`, `UID` | required | 1,024 |
//! | `eventTime` | required, a time | |
//! | `recipientAccountId` | required, the channel's account | |
//! | `userAgent`, `sourceIPAddress` | | 1,024 |
//! | `errorCode`, `errorMessage` | | 256 |
//! | `requestParameters`, `responseElements` | objects | 100 kB |
//! | `additionalEventData` | an object | 28 kB |
//! | `userIdentity.details` | an object | |
//!
//! What is `null` is absent. Other members are kept: the text is evidence, and nobody is helped by its loss.
//! AWS gives no bound for `sourceIPAddress`, and says only that it takes IPv4 and IPv6 addresses; a text that
//! is none is kept, too, as CloudTrail does where a service called.
//!
//! [schema]: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/query-integration-event-schema.html

use model::Timestamp;
use model::json::{Json, Kind};

use super::refusal::{Code, Refusal, clip};

/// Path, whether it must be there, the most characters.
const TEXTS: [(&str, bool, usize); 12] = [
    ("version", true, 256),
    ("userIdentity.type", true, 128),
    ("userIdentity.principalId", true, 1_024),
    ("eventSource", true, 1_024),
    ("eventName", true, 1_024),
    ("eventTime", true, 64),
    ("UID", true, 1_024),
    ("recipientAccountId", true, 16),
    ("userAgent", false, 1_024),
    ("sourceIPAddress", false, 1_024),
    ("errorCode", false, 256),
    ("errorMessage", false, 256),
];

/// Path, the most bytes of its text. Those without a bound of AWS's have the request's.
const OBJECTS: [(&str, usize); 4] = [
    ("userIdentity.details", usize::MAX),
    ("requestParameters", 100 * 1_024),
    ("responseElements", 100 * 1_024),
    ("additionalEventData", 28 * 1_024),
];

/// `eventData` that may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Data<'a> {
    /// All of it, as it was sent.
    pub(super) text: &'a str,
    /// The same, to be read.
    pub(super) json: Json<'a>,
    /// `eventTime`.
    pub(super) time: Timestamp,
}

impl<'a> Data<'a> {
    /// Checks `text`, which came through a channel of `account`.
    pub(super) fn read(text: &'a str, account: &str) -> Result<Data<'a>, Refusal> {
        let unreadable = |e| Code::InvalidData.because(format!("eventData is not readable as JSON: {e}"));
        let json = Json::parse(text).map_err(unreadable)?;
        object(json, "eventData", usize::MAX)?;
        let Some(identity) = member(json, "userIdentity") else { return Err(missing("userIdentity")) };
        object(identity, "userIdentity", usize::MAX)?;
        for (path, required, longest) in TEXTS {
            check_text(json, path, required, longest)?;
        }
        for (path, longest) in OBJECTS {
            if let Some(value) = member(json, path) {
                object(value, path, longest)?;
            }
        }
        check_source(&text_of(json, "eventSource"))?;
        check_recipient(&text_of(json, "recipientAccountId"), account)?;
        let time = text_of(json, "eventTime");
        let no_time = |_| {
            let sentence = "is not a time such as 2026-11-22T14:00:00Z, in the years 1970 to 9999";
            Code::InvalidData.because(format!("eventTime `{}` {sentence}", clip(&time)))
        };
        Ok(Data { text, json, time: time.parse().map_err(no_time)? })
    }
}

/// The value at `path`, unless it is `null`.
fn member<'a>(json: Json<'a>, path: &str) -> Option<Json<'a>> {
    let value = path.split('.').try_fold(json, |json, key| json.get(key))?;
    (value.kind() != Kind::Null).then_some(value)
}

/// The characters at `path`; none where there is no text.
fn text_of(json: Json<'_>, path: &str) -> String {
    member(json, path).and_then(Json::as_str).unwrap_or_default().into_owned()
}

fn missing(path: &str) -> Refusal {
    Code::FieldNotFound.because(format!("eventData has no {path}, which is required"))
}

fn check_text(json: Json<'_>, path: &str, required: bool, longest: usize) -> Result<(), Refusal> {
    let Some(value) = member(json, path) else {
        return if required { Err(missing(path)) } else { Ok(()) };
    };
    let Some(text) = value.as_str() else {
        return Err(
            Code::InvalidData.because(format!("{path} is {}; it must be a string", clip(value.text())))
        );
    };
    match text.chars().count() {
        0 if required => Err(Code::FieldNotFound.because(format!("{path} is empty; it is required"))),
        count if count > longest => Err(Code::FieldTooLong
            .because(format!("{path} has {count} characters; it may have at most {longest}"))),
        _ => Ok(()),
    }
}

fn object(value: Json<'_>, path: &str, longest: usize) -> Result<(), Refusal> {
    if value.kind() != Kind::Object {
        let what = clip(value.text());
        return Err(Code::InvalidData.because(format!("{path} is {what}; it must be a JSON object")));
    }
    match value.text().len() {
        size if size > longest => {
            Err(Code::FieldTooLong.because(format!("{path} has {size} bytes; it may have at most {longest}")))
        }
        _ => Ok(()),
    }
}

/// Events of AWS's own services come from CloudTrail alone, and the console's own from the console: nobody can
/// forge `iam.amazonaws.com` here, nor who asked for what.
fn check_source(source: &str) -> Result<(), Refusal> {
    let host = format!(".{}", source.trim().trim_end_matches('.').to_ascii_lowercase());
    if [".amazonaws.com", ".amazonaws.com.cn"].iter().any(|aws| host.ends_with(aws)) {
        let what = "names an AWS service; events from outside of AWS have a source of their own";
        return Err(Code::InvalidEventSource.because(format!("eventSource `{}` {what}", clip(source))));
    }
    if host.strip_prefix('.') == Some(model::asked::SOURCE) {
        let what = "is this console's own; events of yours have a source of their own";
        return Err(Code::InvalidEventSource.because(format!("eventSource `{}` {what}", clip(source))));
    }
    Ok(())
}

fn check_recipient(recipient: &str, account: &str) -> Result<(), Refusal> {
    if recipient == account {
        return Ok(());
    }
    let message =
        format!("recipientAccountId is `{}`; the channel belongs to account {account}", clip(recipient));
    Err(Code::InvalidRecipient.because(message))
}

#[cfg(test)]
mod tests;
