//! The addresses of the API.

use model::column::{self, NAMED};
use model::filter::{Key, Term};
use model::{Bound, Column, Filter, Query, TimeRange, Timestamp};

use super::{segment, with_query};

/// Whether the API answers, and whether it holds any event.
pub(crate) const API_HEALTH: &str = "/api/health";
/// Who reads.
pub(crate) const API_ME: &str = "/api/me";
/// What has arrived.
pub(crate) const API_STATUS: &str = "/api/status";
/// The saved views.
pub(crate) const API_VIEWS: &str = "/api/views";

/// A page of rows, with those of `columns` that the rows do not have; in an order of their own, for the order
/// on the page is no part of the question.
pub(crate) fn api_events(query: &Query, columns: &[Column]) -> String {
    let named = NAMED.iter().map(|(column, ..)| column);
    let named = named.filter(|column| column.needs_record() && columns.contains(column));
    let paths = columns.iter().filter(|column| matches!(column, Column::Path(_)));
    with_query("/api/events", &with_columns(query.to_string(), &column::list(named.chain(paths))))
}

/// The query string with the list of `columns`, unless that is empty.
fn with_columns(query: String, columns: &str) -> String {
    if columns.is_empty() { query } else { with(query, "cols", columns) }
}

/// One event in full.
pub(crate) fn api_event(id: &str) -> String {
    format!("/api/events/{}", segment(id))
}

/// Who is behind an event.
pub(crate) fn api_chain(id: &str) -> String {
    format!("{}/chain", api_event(id))
}

/// The events of `query`'s filter and range over time.
pub(crate) fn api_histogram(query: &Query) -> String {
    with_query("/api/histogram", &counted(query))
}

/// The most frequent values of `keys` among the events of `query`'s filter and range.
pub(crate) fn api_facets(query: &Query, keys: &[Key]) -> String {
    let keys: Vec<&str> = keys.iter().map(|key| key.name()).collect();
    with_query("/api/facets", &with(counted(query), "keys", &keys.join(",")))
}

/// The values of `key` among these events that begin with `prefix`.
pub(crate) fn api_values(query: &Query, key: Key, prefix: &str) -> String {
    let asked = with(counted(query), "key", key.name());
    with_query("/api/values", &if prefix.is_empty() { asked } else { with(asked, "prefix", prefix) })
}

/// What of a query matters to a count: neither page nor order.
fn counted(query: &Query) -> String {
    let Query { size, sort, .. } = Query::default();
    Query { size, sort, at: None, ..query.clone() }.to_string()
}

/// The most frequent values of `key` in the last week.
pub(crate) fn api_top(key: Key) -> String {
    let range = TimeRange { from: Bound::Ago(7, model::time::Unit::Days), to: Bound::Now };
    let filter = Filter::new([Term::is(Key::Category, "any")]);
    api_facets(&Query { filter, range, ..Query::default() }, &[key])
}

/// What was changed in the last week, the latest first.
pub(crate) fn api_changed() -> String {
    let range = TimeRange { from: Bound::Ago(7, model::time::Unit::Days), to: Bound::Now };
    let filter = Filter::new([Term::is(Key::Access, "write"), Term::is(Key::Outcome, "ok")]);
    api_events(&Query { filter, range, size: 100, ..Query::default() }, &[])
}

/// What an identity did in the range.
pub(crate) fn api_identity(id: &str, range: TimeRange) -> String {
    with_query(&format!("/api/identities/{}", segment(id)), &in_range(range))
}

/// The rights that an identity used in the range.
pub(crate) fn api_policy(id: &str, range: TimeRange) -> String {
    with_query(&format!("/api/identities/{}/policy", segment(id)), &in_range(range))
}

/// What happened to a resource in the range.
pub(crate) fn api_resource(name: &str, range: TimeRange) -> String {
    with_query("/api/resources", &with(in_range(range), "name", name))
}

fn in_range(range: TimeRange) -> String {
    Query { range, ..Query::default() }.to_string()
}

/// A saved view; `seen` is the state of it that is to be deleted.
pub(crate) fn api_view(id: &str, seen: Option<Timestamp>) -> String {
    let seen = seen.map(|seen| format!("seen={seen}")).unwrap_or_default();
    with_query(&format!("{API_VIEWS}/{}", segment(id)), &seen)
}

/// A form of download.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// Rows for a spreadsheet.
    Csv,
    /// One document in the shape of a CloudTrail log file.
    Json,
    /// One record a line.
    Ndjson,
}

/// The page of rows of `query` as a file, or with `whole` all events that match. A CSV has `columns`, or
/// AWS's where there are none.
pub(crate) fn api_download(format: Format, query: &Query, columns: &[Column], whole: bool) -> String {
    let extension = match format {
        Format::Csv => "csv",
        Format::Json => "json",
        Format::Ndjson => "ndjson",
    };
    let columns = if format == Format::Csv { column::list(columns) } else { String::new() };
    let asked = match whole {
        true => Query { size: Query::default().size, at: None, ..query.clone() }.to_string(),
        false => with(query.to_string(), "page", "1"),
    };
    with_query(&format!("/api/events.{extension}"), &with_columns(asked, &columns))
}

fn with(query: String, name: &str, value: &str) -> String {
    form_urlencoded::Serializer::new(query).append_pair(name, value).finish()
}
