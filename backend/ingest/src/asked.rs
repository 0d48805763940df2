//! What was asked of the console becomes events, in the form that CloudTrail Lake gives an application's.
//!
//! In [three steps](store::Store::pending), so that whatever dies between two of them, the next to come makes the
//! same events again, and the store has each once.

use model::asked::SOURCE;
use model::{Access, Asked, Event, Timestamp};
use serde_json::{Value, json};
use store::{Error, Pending, Store};

use crate::uuid::uuid;

/// The most events of one call.
const MOST: usize = 5_000;
/// Events stored side by side.
const TOGETHER: usize = 250;

/// Where a console runs: what is asked of it happens in this account and Region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// `recipientAccountId`.
    pub account: String,
    /// `awsRegion`.
    pub region: String,
}

impl Place {
    /// That of a Lambda function, by its ARN; `None` for any other text.
    pub fn of_function(arn: &str) -> Option<Place> {
        match arn.split(':').collect::<Vec<_>>()[..] {
            ["arn", _, "lambda", region, account, "function", _, ..] => {
                Some(Place { account: account.to_owned(), region: region.to_owned() })
            }
            _ => None,
        }
    }
}

/// Stores an event for everything that was asked and is none yet at `now`, and returns how many. What is asked meanwhile
/// may be left to the next call. `place` is where it was asked; a laptop is in no account.
///
/// # Errors
/// Those of the store. Calling again is safe at any time, also beside another who does the same.
pub async fn record_asked(store: &Store, place: Option<&Place>, now: Timestamp) -> Result<usize, Error> {
    let pending = store.pending(MOST).await?;
    for pending in pending.chunks(TOGETHER) {
        let events = pending.iter().map(|pending| event(pending, place)).collect::<Result<Vec<_>, _>>()?;
        // Whatever becomes of an event, it is told. Expired: it was asked longer ago than events are kept. A
        // conflict: the id is random, so what has it is this very event, as another version told it.
        store.put(events, now).await?;
        for pending in pending {
            store.settle(pending).await?;
        }
    }
    Ok(pending.len())
}

fn event(pending: &Pending, place: Option<&Place>) -> Result<Event, Error> {
    let asked: Asked = serde_json::from_str(&pending.text).map_err(|e| corrupt(pending, &e.to_string()))?;
    Event::from_record(&record(pending, &asked, place)).map_err(|e| corrupt(pending, &e.to_string()))
}

fn corrupt(pending: &Pending, why: &str) -> Error {
    Error::Corrupt { key: format!("what was asked, to be event {:032x}", pending.id), why: why.to_owned() }
}

fn record(pending: &Pending, asked: &Asked, place: Option<&Place>) -> String {
    let id = uuid(pending.id.to_be_bytes(), 4);
    let time = pending.time.to_string();
    let (account, region) = (place.map(|place| &place.account), place.map(|place| &place.region));
    let mut identity = json!({
        // AWS has no words for these.
        "type": match (&asked.access_key, &asked.subject) {
            (Some(_), _) => "AccessKey",
            (None, Some(_)) => "ConsoleUser",
            (None, None) => "LocalUser",
        },
        "principalId": asked.who,
        "accessKeyId": asked.access_key,
        "details": asked.subject.as_ref().map(|subject| json!({"subject": subject})),
    });
    without_nulls(&mut identity);
    let mut data = json!({
        "version": "1",
        "userIdentity": identity,
        "eventSource": SOURCE,
        "eventName": asked.name,
        "eventTime": time,
        "UID": id,
        "recipientAccountId": account,
        "requestParameters": asked.parameters,
        "sourceIPAddress": asked.address,
        "userAgent": asked.agent,
        // Within minutes: by then it is an event.
        "additionalEventData": {"requests": pending.times},
    });
    without_nulls(&mut data);
    let mut record = json!({
        "eventVersion": "1.11",
        "eventCategory": "ActivityAuditLog",
        "eventType": "ActivityLog",
        "eventID": id,
        "eventTime": time,
        "awsRegion": region,
        "recipientAccountId": account,
        "readOnly": access(&asked.name) == Access::Read,
        "eventData": data,
    });
    without_nulls(&mut record);
    record.to_string()
}

/// What is not known is not there.
fn without_nulls(object: &mut Value) {
    if let Some(members) = object.as_object_mut() {
        members.retain(|_, value| !value.is_null());
    }
}

/// Downloading changes nothing; a view is a thing of the console that others see.
fn access(name: &str) -> Access {
    if name.ends_with("View") { Access::Write } else { Access::Read }
}
