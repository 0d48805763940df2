//! A request into the store: the one file here that waits.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use futures::{StreamExt, TryStreamExt, stream};
use model::json::Json;
use model::{Event, Source, Timestamp};
use serde::Serialize;
use sha2::{Digest, Sha256};
use store::{Error, PutOutcome, Retention, Store};
use wire::Failure;

use super::channel::Channel;
use super::claim::Claim;
use super::data::Data;
use super::meaning::meaning;
use super::record::{event_id, record};
use super::refusal::{Code, Refusal};
use super::request::{AuditEvent, Request};
use crate::arrivals::Arrivals;

/// How far an event's time may be ahead of ours, in milliseconds: a clock in a wrong zone, and no more.
const MAX_AHEAD: i64 = 86_400_000;
/// Claims under way at once.
const CONCURRENT: usize = 16;

/// What became of every event of a request, in the request's order.
#[derive(Debug, Default, Serialize)]
pub(super) struct Reply {
    failed: Vec<Failed>,
    successful: Vec<Successful>,
}

#[derive(Debug, Serialize)]
struct Successful {
    id: String,
    #[serde(rename = "eventID")]
    event_id: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Failed {
    id: String,
    error_code: &'static str,
    error_message: String,
}

/// Stores the events of `request`, received at `now`. Every event that the reply calls successful is stored
/// for good; after a failure some may be, and sending all of them again is safe.
pub(super) async fn put(store: &Store, request: &Request, now: Timestamp) -> Result<Reply, Failure> {
    let of_store = |error| Failure::of_store(&error);
    let channel = Channel::find(store, &request.channel).await.map_err(of_store)?;
    let Some(channel) = channel else {
        return Err(Failure::new("ChannelNotFound", format!("There is no channel {}.", request.channel)));
    };
    // A channel without an external id lets one pass, as AWS does.
    if channel.external_id.is_some() && channel.external_id != request.external_id {
        let message = "The channel has an external id, and the request has not the same.";
        return Err(Failure::new("ChannelInsufficientPermission", message));
    }
    let verdicts = verdicts(store, &channel, &request.events, now).await.map_err(of_store)?;
    let mut reply = Reply::default();
    for (event, verdict) in request.events.iter().zip(verdicts) {
        let id = event.id.clone();
        match verdict {
            Ok(event_id) => reply.successful.push(Successful { id, event_id }),
            Err(Refusal { code, message }) => {
                reply.failed.push(Failed { id, error_code: code.as_str(), error_message: message });
            }
        }
    }
    Ok(reply)
}

/// The ids under which `events` are stored now, or why they are not.
async fn verdicts(
    store: &Store,
    channel: &Channel,
    events: &[AuditEvent],
    now: Timestamp,
) -> Result<Vec<Result<String, Refusal>>, Error> {
    let claims: Vec<_> = events.iter().map(|event| claimed(store, channel, event, now)).collect();
    let claimed: Vec<Result<Event, Refusal>> =
        stream::iter(claims).buffered(CONCURRENT).try_collect().await?;
    let put = store.put(claimed.iter().flatten().cloned().collect(), now).await?;
    note(store, &claimed, now).await?;
    let mut outcomes = put.outcomes.into_iter();
    let mut verdicts = Vec::new();
    for event in claimed {
        verdicts.push(match event {
            Err(refusal) => Err(refusal),
            Ok(event) => match outcomes.next() {
                Some(PutOutcome::Stored | PutOutcome::Duplicate) => Ok(event.id),
                Some(PutOutcome::Conflict) if says_the_same(store, &event, now).await? => Ok(event.id),
                Some(PutOutcome::Expired) => Err(too_old(event.time, store.retention())),
                Some(PutOutcome::Conflict) | None => Err(taken()),
            },
        });
    }
    Ok(verdicts)
}

/// Notes what came in, once it is stored. A failure is the request's, and sending it again is safe.
async fn note(store: &Store, claimed: &[Result<Event, Refusal>], now: Timestamp) -> Result<(), Error> {
    let mut arrivals = Arrivals::by(Source::Activity);
    for event in claimed.iter().flatten() {
        arrivals.event(None, event, store.retention().horizon(now), now);
    }
    let refused = claimed.iter().filter(|event| event.is_err()).count() as u64;
    if refused < claimed.len() as u64 {
        arrivals.end("", None, refused, now);
    }
    for delivery in arrivals.take() {
        store.note(&delivery, now).await?;
    }
    Ok(())
}

/// The event to store, once its id belongs to what it says.
async fn claimed(
    store: &Store,
    channel: &Channel,
    event: &AuditEvent,
    now: Timestamp,
) -> Result<Result<Event, Refusal>, Error> {
    let data = match check(event, channel, store.retention(), now) {
        Ok(data) => data,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let id = event_id(channel, &event.id);
    let made = |ingested| {
        let event = Event::from_record(&record(channel, &id, data, ingested));
        event.map_err(|e| Code::InvalidData.because(format!("the event cannot be kept: {e}")))
    };
    // Before it is claimed: an id is not lost to an event that cannot be stored.
    if let Err(refusal) = made(now) {
        return Ok(Err(refusal));
    }
    let own = Claim { ingested: now, meaning: meaning(data.json) };
    let kept = store.claim(&id, &own.to_string(), data.time).await?;
    let first: Claim = kept.parse().map_err(|why| Error::Corrupt { key: id.clone(), why })?;
    Ok(if first.meaning == own.meaning { made(first.ingested) } else { Err(taken()) })
}

/// Everything that can be told without the table.
fn check<'a>(
    event: &'a AuditEvent,
    channel: &Channel,
    retention: Retention,
    now: Timestamp,
) -> Result<Data<'a>, Refusal> {
    if let Some(checksum) = &event.checksum {
        let own = STANDARD.encode(Sha256::digest(&event.data));
        if *checksum != own {
            let message =
                format!("eventDataChecksum is not that of eventData, whose SHA-256 is {own} in base64");
            return Err(Code::InvalidChecksum.because(message));
        }
    }
    let data = Data::read(&event.data, &channel.account)?;
    if data.time < retention.horizon(now) {
        return Err(too_old(data.time, retention));
    }
    // It would stand above all others, and its time to be deleted would not come.
    if data.time > now.plus_millis(MAX_AHEAD) {
        let message = format!("eventTime is {}; at most a day ahead is taken", data.time.to_short_string());
        return Err(Code::InvalidData.because(message));
    }
    Ok(data)
}

/// Whether what is stored under the id of `event` was put by the same request at another time: an event may
/// have come in here by a download of another table, with that one's `ingestionTime`.
async fn says_the_same(store: &Store, event: &Event, now: Timestamp) -> Result<bool, Error> {
    let said = |record: &str| {
        let data = Json::parse(record).ok().and_then(|record| record.get("eventData"));
        data.map(meaning)
    };
    let stored = store.event(&event.id, now).await?;
    Ok(stored.and_then(|stored| said(&stored.record)).is_some_and(|there| Some(there) == said(&event.record)))
}

fn too_old(time: Timestamp, retention: Retention) -> Refusal {
    let time = time.to_short_string();
    Code::InvalidData.because(format!("eventTime is {time}; events older than {retention} days are not kept"))
}

fn taken() -> Refusal {
    Code::InvalidData
        .because("another event is stored under this id; that one is kept, and this one is not stored")
}

#[cfg(test)]
mod tests;
