//! `GET /api/events.csv`, `.json` and `.ndjson`: all that matches, as it is found.
//!
//! The status is sent before the last event is found. What goes wrong after that breaks the transfer off,
//! so that nobody takes a part for the whole.

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use futures::{Stream, StreamExt, TryStreamExt, stream};
use model::{Event, Query, Timestamp};
use sha2::{Digest, Sha256};

use crate::App;
use crate::ask::Ask;
use crate::error::Failure;
use crate::form::{Form, Writer};

/// As [`Form::Csv`].
pub(crate) async fn csv(State(app): State<App>, Ask(query): Ask) -> Result<Response, Failure> {
    download(app, query, Form::Csv).await
}

/// As [`Form::Json`].
pub(crate) async fn json(State(app): State<App>, Ask(query): Ask) -> Result<Response, Failure> {
    download(app, query, Form::Json).await
}

/// As [`Form::Ndjson`].
pub(crate) async fn ndjson(State(app): State<App>, Ask(query): Ask) -> Result<Response, Failure> {
    download(app, query, Form::Ndjson).await
}

async fn download(app: App, query: Query, form: Form) -> Result<Response, Failure> {
    let now = (app.clock)();
    let disposition = format!("attachment; filename=\"{}\"", file_name(&query, now, form));
    let chunks = started(app.store.export(query, now)).await?;
    let mut writer = Writer::new(form);
    let (head, tail) = (writer.head(), writer.tail());
    let events = chunks
        .map_ok(move |events| Bytes::from(writer.events(&events)))
        .inspect_err(|error| tracing::error!(%error, "a download broke off"));
    let around = |bytes: Bytes| stream::iter([Ok(bytes)]);
    let body = around(head.into()).chain(events).chain(around(Bytes::from_static(tail)));
    let headers = [(CONTENT_TYPE, form.content_type().to_owned()), (CONTENT_DISPOSITION, disposition)];
    Ok((headers, Body::from_stream(body)).into_response())
}

/// The same stream, once its first chunk is there: a question that cannot be answered at all is an error
/// with a status and not a broken transfer. Always gives a chunk, if an empty one.
async fn started(
    chunks: impl Stream<Item = Result<Vec<Event>, store::Error>> + Send + 'static,
) -> Result<impl Stream<Item = Result<Vec<Event>, store::Error>> + Send + 'static, Failure> {
    let mut chunks = Box::pin(chunks);
    let first = chunks.next().await.transpose()?.unwrap_or_default();
    Ok(stream::iter([Ok(first)]).chain(chunks))
}

/// `whodunit_events_20230701T000000Z_20230801T000000Z_1f2e3d4c.csv`: the range that was asked for, and a
/// hash of the query, so that two questions of the same range don't share a name.
fn file_name(query: &Query, now: Timestamp, form: Form) -> String {
    let moment = |moment: Timestamp| {
        let (year, month, day, hour, minute, second, _) = moment.civil();
        format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
    };
    let asked = Query { at: None, ..query.clone() };
    let hash = Sha256::digest(asked.to_string());
    let hash: String = hash.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let (from, to) = (moment(query.range.from.resolve(now)), moment(query.range.to.resolve(now)));
    format!("whodunit_events_{from}_{to}_{hash}.{}", form.extension())
}
