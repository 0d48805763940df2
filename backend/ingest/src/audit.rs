//! Events of one's own applications: [PutAuditEvents] of CloudTrail Data, as its clients send it.
//!
//! ```text
//! POST /PutAuditEvents?channelArn=arn:aws:cloudtrail:us-east-1:111122223333:channel/…&externalId=…
//! {"auditEvents":[{"id":"1","eventData":"{\"eventName\":\"DeleteCat\",…}","eventDataChecksum":"…"}]}
//!
//! {"failed":[],"successful":[{"id":"1","eventID":"…"}]}
//! ```
//!
//! An event is stored once, however often it is sent: its `eventID` follows from the channel and from the
//! sender's `id`. The first who comes with an id claims it for what the event says. Whoever sends the same
//! again is told the same `eventID`, and whoever sends something else that the id is taken.
//!
//! Who sends is not asked here: where that matters, a gate stands before.
//!
//! [PutAuditEvents]: https://docs.aws.amazon.com/awscloudtraildata/latest/APIReference/API_PutAuditEvents.html

mod arn;
mod channel;
mod claim;
mod data;
mod meaning;
mod origin;
mod put;
mod record;
mod refusal;
mod request;

use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, FailedToBufferBody};
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use model::Timestamp;
use store::Store;
use wire::{Failure, Protocol};

pub use channel::{Channel, CreateError};
use put::Reply;
use request::Request;

/// The service's name in a signature's scope.
pub const SERVICE: &str = "cloudtrail-data";

/// The longest body, in bytes.
pub const MAX_BODY: usize = request::MAX_BODY;

/// Tells the time of taking in.
pub type Clock = fn() -> Timestamp;

/// What the handler works with.
#[derive(Clone, Debug)]
struct App {
    store: Store,
    clock: Clock,
}

/// `POST /PutAuditEvents`. Other paths are left to whoever composes it.
///
/// A body has 1 MiB at most. What is not sent as JSON, or by a page of another origin, is refused.
pub fn router(store: Store, clock: Clock) -> Router {
    Router::new()
        .route("/PutAuditEvents", post(put_audit_events).fallback(wrong_method))
        .layer(DefaultBodyLimit::max(request::MAX_BODY))
        .with_state(App { store, clock })
}

async fn put_audit_events(
    State(app): State<App>,
    uri: Uri,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    match answer(&app, &uri, &headers, body).await {
        Ok(reply) => (wire::head(Protocol::RestJson1), axum::Json(reply)).into_response(),
        Err(failure) => failure.response(Protocol::RestJson1),
    }
}

async fn answer(
    app: &App,
    uri: &Uri,
    headers: &HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Reply, Failure> {
    origin::check(headers)?;
    let body = body.map_err(|rejection| unread(&rejection))?;
    let request = Request::read(uri.query().unwrap_or_default(), &body)?;
    put::put(&app.store, &request, (app.clock)()).await
}

fn unread(rejection: &BytesRejection) -> Failure {
    match rejection {
        BytesRejection::FailedToBufferBody(FailedToBufferBody::LengthLimitError(_)) => {
            let most = request::MAX_BODY;
            Failure::new("ValidationException", format!("The body may have at most {most} bytes (1 MB)."))
        }
        _ => Failure::new("SerializationException", "The body broke off."),
    }
}

async fn wrong_method() -> Response {
    Failure::new("UnsupportedOperationException", "PutAuditEvents is asked for by POST.")
        .with_status(StatusCode::METHOD_NOT_ALLOWED)
        .response(Protocol::RestJson1)
}
