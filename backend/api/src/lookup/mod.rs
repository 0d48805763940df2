//! CloudTrail's own API for whoever speaks it already: the AWS CLI, boto3, the SDKs, and tools built on them.
//!
//! [LookupEvents] to the byte, and more than it gives: several attributes at once, the events of every Region
//! and account, and no limit of two requests a second. Whoever needs AWS's limits sets [`Settings::strict`].
//!
//! [LookupEvents]: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html

mod answer;
mod asked;
mod attribute;
mod input;
mod operation;
mod rate;
mod search;
mod siblings;
mod token;

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Extension, Router};
use futures::future::join;
use model::{Asked, Cost, Timestamp};
use store::Store;
use wire::{Caller, Failure, Protocol, head};

use crate::{Address, Clock};
use asked::Asker;
use input::Ask;
use operation::Operation;
use rate::Rate;

/// The service's name in a signature's scope.
pub const SERVICE: &str = "cloudtrail";

/// The longest request, in bytes: some 30 attributes of 2,000 characters.
pub const MAX_BODY: usize = 256 * 1024;

/// What is asked of the door beside the store's own settings.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Settings {
    /// AWS's own limits: one attribute, and two requests a second unless `rate` says otherwise.
    pub strict: bool,
    /// Requests a second that this process answers; more get a ThrottlingException, which AWS's clients
    /// repeat. `None` is no limit.
    pub rate: Option<u32>,
}

/// AWS's limit, for an account and Region.
const STRICT_RATE: u32 = 2;

#[derive(Clone, Debug)]
struct Door {
    store: Store,
    clock: Clock,
    strict: bool,
    rate: Arc<Rate>,
}

/// `POST /`, where `X-Amz-Target` says what is asked. It asks nobody who they are; see [`wire::Gate`].
pub fn router(store: Store, clock: Clock, settings: Settings) -> Router {
    let limit = settings.rate.or(settings.strict.then_some(STRICT_RATE));
    let door = Door { store, clock, strict: settings.strict, rate: Arc::new(Rate::new(limit)) };
    Router::new().route("/", post(answer_to)).layer(DefaultBodyLimit::max(MAX_BODY)).with_state(door)
}

async fn answer_to(
    State(door): State<Door>,
    caller: Option<Extension<Caller>>,
    address: Option<Extension<Address>>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let body = body.map_err(|e| Failure::new("RequestEntityTooLargeException", e.body_text()));
    let done = match &body {
        Ok(body) => {
            let asker = Asker { caller: caller.as_deref(), address: address.as_deref(), headers: &headers };
            done(&door, asker, body).await
        }
        Err(failure) => Err(failure.clone()),
    };
    match done {
        Ok(text) => (head(Protocol::AwsJson11), text).into_response(),
        Err(failure) => failure.response(Protocol::AwsJson11),
    }
}

async fn done(door: &Door, asker: Asker<'_>, body: &[u8]) -> Result<String, Failure> {
    let now = (door.clock)();
    match operation::of(asker.headers)? {
        Operation::LookupEvents => {
            door.rate.take(now)?;
            let ask = input::lookup_events(body, door.strict, now)?;
            recorded(door, asker.asked("LookupEvents", body), found(door, &ask, now), now).await
        }
        Operation::ListInsightsData => {
            door.rate.take(now)?;
            let ask = siblings::list_insights_data(body, now)?;
            recorded(door, asker.asked("ListInsightsData", body), found(door, &ask, now), now).await
        }
        Operation::Unanswerable(why) => Err(Failure::new("UnsupportedOperationException", why)),
        Operation::Refused(name) => Err(operation::refusal(name, asker.caller)),
    }
}

/// The `answer`, while what is asked is recorded; nothing is told to a key whose question could not be.
async fn recorded(
    door: &Door,
    asked: Asked,
    answer: impl Future<Output = Result<String, Failure>>,
    now: Timestamp,
) -> Result<String, Failure> {
    let text = asked.to_text();
    let (noted, answer) = join(door.store.ask(&text, now), answer).await;
    match noted {
        Err(error) if asked.access_key.is_some() => Err(Failure::of_store(&error)),
        _ => answer,
    }
}

async fn found(door: &Door, ask: &Ask, now: Timestamp) -> Result<String, Failure> {
    let found = search::search(&door.store, ask, now).await?;
    let Cost { read_units, round_trips } = found.cost;
    tracing::debug!(read_units, round_trips, events = found.events.len(), "events were looked up");
    Ok(answer::text(&found))
}
