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
use crate::table;

/// For people and their spreadsheets.
pub(crate) async fn csv(State(app): State<App>, Ask(query): Ask) -> Result<Response, Failure> {
    let mut first = true;
    download(app, query, "csv", "text/csv; charset=utf-8", "", "", move |events| {
        table::csv(&events, std::mem::take(&mut first))
    })
    .await
}

/// `{"Records":[…]}`, the form of a log file, every record byte for byte.
pub(crate) async fn json(State(app): State<App>, Ask(query): Ask) -> Result<Response, Failure> {
    let mut before = "";
    let write = move |events: Vec<Event>| {
        let mut out = String::new();
        for event in &events {
            out.push_str(std::mem::replace(&mut before, ",\n"));
            out.push_str(&event.record);
        }
        out.into_bytes()
    };
    download(app, query, "json", "application/json", "{\"Records\":[", "]}\n", write).await
}

/// One record per line. A line break between a record's members becomes a space; inside its strings there
/// is none, for JSON writes it as `\n` there. All else is byte for byte.
pub(crate) async fn ndjson(State(app): State<App>, Ask(query): Ask) -> Result<Response, Failure> {
    let write = |events: Vec<Event>| {
        let lines = events.iter().map(|event| event.record.replace(['\n', '\r'], " ") + "\n");
        lines.collect::<String>().into_bytes()
    };
    download(app, query, "ndjson", "application/x-ndjson", "", "", write).await
}

async fn download(
    app: App,
    query: Query,
    extension: &str,
    content_type: &'static str,
    head: &'static str,
    tail: &'static str,
    write: impl FnMut(Vec<Event>) -> Vec<u8> + Send + 'static,
) -> Result<Response, Failure> {
    let now = (app.clock)();
    let name = file_name(&query, now, extension);
    let chunks = started(app.store.export(query, now)).await?;
    let text = |text: &'static str| stream::iter([Ok(Bytes::from_static(text.as_bytes()))]);
    let events = chunks
        .map_ok(write)
        .map_ok(Bytes::from)
        .inspect_err(|error| tracing::error!(%error, "download broken off"));
    let body = Body::from_stream(text(head).chain(events).chain(text(tail)));
    let disposition = format!("attachment; filename=\"{name}\"");
    Ok(([(CONTENT_TYPE, content_type.to_owned()), (CONTENT_DISPOSITION, disposition)], body).into_response())
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
fn file_name(query: &Query, now: Timestamp, extension: &str) -> String {
    let moment = |moment: Timestamp| {
        let (year, month, day, hour, minute, second, _) = moment.civil();
        format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
    };
    let asked = Query { at: None, ..query.clone() };
    let hash = Sha256::digest(asked.to_string());
    let hash: String = hash.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let (from, to) = (moment(query.range.from.resolve(now)), moment(query.range.to.resolve(now)));
    format!("whodunit_events_{from}_{to}_{hash}.{extension}")
}
