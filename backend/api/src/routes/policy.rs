//! `GET /api/identities/{name}/policy`: the rights that somebody was seen to use; see [`model::policy`].
//!
//! Rows are read as for the report on the identity, of data and network events, too. Of events with several
//! resources the records are read, at half a unit each; of more than [`MAX_RECORDS`] one for each API and first
//! resource.

use std::collections::{HashMap, HashSet};

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use model::filter::{Key, Term, Test, Value};
use model::policy::{Draft, needs_record};
use model::{Policy, Query, Summary};
use store::Error;

use crate::App;
use crate::ask::Ask;
use crate::error::Failure;
use crate::reader::{BUDGET, Reader};
use crate::routes::identity::of_whom;

/// The most records that are read.
const MAX_RECORDS: usize = 200;
/// What IAM has a say in.
const CATEGORIES: [&str; 3] = ["data", "management", "network"];

/// The least that `name` needs to do what it did.
pub(crate) async fn policy(
    State(app): State<App>,
    Path(name): Path<String>,
    ask: Ask,
) -> Result<Json<Policy>, Failure> {
    let mut query =
        of_whom(&name, &ask.query).map_err(|problem| Failure::of(StatusCode::BAD_REQUEST, *problem))?;
    let of_category = |term: &Term| matches!(term.test, Test::Key(Key::Category, _));
    if !query.filter.terms().iter().any(of_category) {
        let values = CATEGORIES.map(|word| Value::Exact(word.to_owned())).to_vec();
        query.filter = query.filter.with(Term { test: Test::Key(Key::Category, values), negated: false });
    }
    let mut reader = Reader::new(&app.store, (app.clock)());
    Ok(Json(read(&mut reader, &query).await?))
}

async fn read(reader: &mut Reader<'_>, query: &Query) -> Result<Policy, Error> {
    let found = reader.rows(query, BUDGET).await?;
    let exactness = found.exactness();
    let untold: Vec<&Summary> = found.rows.iter().filter(|row| needs_record(row)).collect();
    let whole = untold.len() <= MAX_RECORDS;
    // Of too many, one of each kind: most calls of an API on one thing name the same others.
    let mut seen = HashSet::new();
    let chosen =
        untold.iter().filter(|row| whole || seen.insert((&row.source, &row.name, &row.resource_name)));
    let ids: Vec<String> = chosen.take(MAX_RECORDS).map(|row| row.id.clone()).collect();
    let events = reader.events(&ids).await?;
    let known: HashMap<&str, &model::Event> = events.iter().map(|event| (event.id.as_str(), event)).collect();
    let mut draft = Draft::default();
    for row in &found.rows {
        draft.add(row, known.get(row.id.as_str()).map(|event| &event.resources[..]));
    }
    let mut policy = draft.end(query.filter.to_string(), found.span, exactness, whole);
    (policy.searched_to, policy.cost) = (found.searched_to, reader.cost);
    Ok(policy)
}
