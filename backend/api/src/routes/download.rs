//! `GET /api/events.csv`, `.json` and `.ndjson`: all that matches, as it is found; with `page=1` only the
//! page of rows that the same question has at `/api/events`.
//!
//! The status is sent before the last event is found. What goes wrong after that breaks the transfer off,
//! so that nobody takes a part for the whole.

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use futures::stream::{self, BoxStream};
use futures::{StreamExt, TryStreamExt};
use model::{Query, Timestamp, column};
use sha2::{Digest, Sha256};
use store::{Error, Stored};

use crate::App;
use crate::ask::Ask;
use crate::error::Failure;
use crate::form::{Form, Writer};

/// As [`Form::Csv`].
pub(crate) async fn csv(State(app): State<App>, ask: Ask) -> Result<Response, Failure> {
    download(app, ask, Form::Csv).await
}

/// As [`Form::Json`].
pub(crate) async fn json(State(app): State<App>, ask: Ask) -> Result<Response, Failure> {
    download(app, ask, Form::Json).await
}

/// As [`Form::Ndjson`].
pub(crate) async fn ndjson(State(app): State<App>, ask: Ask) -> Result<Response, Failure> {
    download(app, ask, Form::Ndjson).await
}

type Chunks = BoxStream<'static, Result<Vec<Stored>, Error>>;

async fn download(app: App, ask: Ask, form: Form) -> Result<Response, Failure> {
    let now = (app.clock)();
    let disposition = format!("attachment; filename=\"{}\"", file_name(&ask, now, form));
    let Ask { query, columns, page, .. } = ask;
    let at = query.at.clone().filter(|_| page);
    let query = app.store.follow(&Query { at, ..query }, now).await?.query;
    let chunks = match page {
        true => stream::once(async move { app.store.whole_page(&query, now).await }).boxed(),
        false => app.store.export(query, now).boxed(),
    };
    let chunks = started(chunks).await?;
    let mut writer = Writer::new(form, columns);
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
async fn started(mut chunks: Chunks) -> Result<Chunks, Failure> {
    let first = chunks.next().await.transpose()?.unwrap_or_default();
    Ok(stream::iter([Ok(first)]).chain(chunks).boxed())
}

/// `whodunit_events_20230701T000000Z_20230801T000000Z_1f2e3d4c.csv`: the range that was asked for, and a
/// hash of what was asked, so that two questions of the same range don't share a name.
fn file_name(ask: &Ask, now: Timestamp, form: Form) -> String {
    let moment = |moment: Timestamp| {
        let (year, month, day, hour, minute, second, _) = moment.civil();
        format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
    };
    let query = &ask.query;
    let at = query.at.clone().filter(|_| ask.page);
    let asked = Query { at, ..query.clone() };
    let hash = Sha256::digest(asked.to_string() + &column::list(&ask.columns));
    let hash: String = hash.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let (from, to) = (moment(query.range.from.resolve(now)), moment(query.range.to.resolve(now)));
    format!("whodunit_events_{from}_{to}_{hash}.{}", form.extension())
}
