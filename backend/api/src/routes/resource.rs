//! `GET /api/resources?name=`: what happened to a resource; see [`model::history`]. The name is a parameter, and
//! not a part of the path: ARNs have slashes.
//!
//! Its events are read from the index of resource names, the newest first. A row shows one resource; the records
//! of those that show another, or that made the resource, are read, at half a unit each.

use std::collections::HashMap;

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use model::event::Resource;
use model::filter::{Key, Term, Test, Value};
use model::history::{Found, Named};
use model::{Exactness, History, Query, Sort};
use store::Error;

use crate::App;
use crate::ask::{Ask, problem};
use crate::error::Failure;
use crate::reader::{BUDGET, MAX_ROWS, Reader, Rows};

/// The longest name, in bytes: the longest that an event is found by.
const MAX_NAME: usize = 2_048;
/// The most records that are read to tell things of one name apart.
const MAX_RECORDS: usize = 100;

/// The history of the resource `name`, of the type `type` if one is given.
pub(crate) async fn history(
    State(app): State<App>,
    RawQuery(text): RawQuery,
    ask: Ask,
) -> Result<Json<History>, Failure> {
    let (mut name, mut kind) = (String::new(), None);
    for (parameter, value) in form_urlencoded::parse(text.unwrap_or_default().as_bytes()) {
        match &*parameter {
            "name" => name = value.into_owned(),
            "type" => kind = Some(value.into_owned()).filter(|kind| !kind.is_empty()),
            _ => {}
        }
    }
    if name.is_empty() || name.len() > MAX_NAME {
        let message = format!("name says which resource: an ARN, a name or an id of 1 to {MAX_NAME} bytes");
        return Err(Failure::of(StatusCode::BAD_REQUEST, *problem("badName", message, "name")));
    }
    let mut reader = Reader::new(&app.store, (app.clock)());
    Ok(Json(read(&mut reader, Named::new(&name, kind.as_deref()), &ask.query).await?))
}

async fn read(reader: &mut Reader<'_>, mut named: Named, asked: &Query) -> Result<History, Error> {
    let names = named.searched();
    let rows = reader.rows(&query(&names, asked), BUDGET).await?;
    let (span, mut searched_to) = (rows.span, rows.searched_to);
    let (mut found, mut whole) = tell(reader, &named, rows).await?;
    if !reader.is_spent() && named.learn(&found) {
        let further: Vec<String> =
            named.searched().into_iter().filter(|name| !names.contains(name)).collect();
        let rows = reader.rows(&query(&further, asked), BUDGET - reader.cost.read_units).await?;
        searched_to = searched_to.max(rows.searched_to);
        let (more, all) = tell(reader, &named, rows).await?;
        whole &= all;
        let new = more.into_iter().filter(|more| found.iter().all(|known| known.row.id != more.row.id));
        let new: Vec<Found> = new.collect();
        found.extend(new);
        found.sort_by(|a, b| (b.row.time, &b.row.id).cmp(&(a.row.time, &a.row.id)));
        named.learn(&found);
    }
    // Of a time of which only some names were searched, nothing is claimed.
    found.retain(|found| searched_to.is_none_or(|to| found.row.time >= to));
    let exactness = Exactness::of(whole && searched_to.is_none());
    let mut history = History::on(&named, &found, span, exactness);
    (history.searched_to, history.cost) = (searched_to, reader.cost);
    Ok(history)
}

/// The events with one of `names` among those that are asked for.
fn query(names: &[String], asked: &Query) -> Query {
    let values = names.iter().map(|name| Value::Exact(name.clone())).collect();
    let named = Term { test: Test::Key(Key::Resource, values), negated: false };
    Query {
        filter: asked.filter.with(named),
        range: asked.range,
        sort: Sort::NewestFirst,
        size: MAX_ROWS,
        at: None,
    }
}

/// Rows with the resources of those whose rows don't tell, and whether all were told.
async fn tell(reader: &mut Reader<'_>, named: &Named, rows: Rows) -> Result<(Vec<Found>, bool), Error> {
    let untold = rows.rows.iter().filter(|row| named.needs_record(row));
    let mut ids: Vec<String> = untold.map(|row| row.id.clone()).collect();
    let whole = ids.len() <= MAX_RECORDS;
    ids.truncate(MAX_RECORDS);
    let events = reader.events(&ids).await?;
    let mut known: HashMap<String, Vec<Resource>> =
        events.into_iter().map(|event| (event.id, event.resources)).collect();
    let found = rows.rows.into_iter().map(|row| Found { resources: known.remove(&row.id), row });
    Ok((found.collect(), whole))
}
