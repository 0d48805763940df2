//! `GET /api/identities/{name}`: what a name, a session or an access key did, and which sessions it began; see
//! [`model::report`].
//!
//! Its events are read from the index that has them, the newest first; a session that it began costs the record
//! of the call, half a unit, and a query.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use model::report::{MAX_NAME, Onward, begins, subject};
use model::{Filter, Problem, Query, Report, Sort};
use store::Error;

use crate::App;
use crate::ask::{Ask, problem};
use crate::error::Failure;
use crate::reader::{BUDGET, MAX_ROWS, Reader};

/// Read units for the events of one session that was begun.
const OF_A_SESSION: f64 = 16.0;

/// The report on whoever is called `name`.
pub(crate) async fn report(
    State(app): State<App>,
    Path(name): Path<String>,
    ask: Ask,
) -> Result<Json<Report>, Failure> {
    let query =
        of_whom(&name, &ask.query).map_err(|problem| Failure::of(StatusCode::BAD_REQUEST, *problem))?;
    let mut reader = Reader::new(&app.store, (app.clock)());
    Ok(Json(read(&mut reader, &query, &ask.query.filter).await?))
}

/// The query for the events of `name` among those that are asked for.
pub(crate) fn of_whom(name: &str, asked: &Query) -> Result<Query, Box<Problem>> {
    if name.is_empty() || name.len() > MAX_NAME {
        let message = format!("the name of an identity has 1 to {MAX_NAME} bytes");
        return Err(problem("badName", message, "name"));
    }
    let terms = asked.filter.terms().iter().cloned().chain(subject(name));
    Ok(Query {
        filter: Filter::new(terms),
        range: asked.range,
        sort: Sort::NewestFirst,
        size: MAX_ROWS,
        at: None,
    })
}

/// `and` is what is asked of the events of sessions that were begun, too.
async fn read(reader: &mut Reader<'_>, query: &Query, and: &Filter) -> Result<Report, Error> {
    let found = reader.rows(query, BUDGET).await?;
    let exactness = found.exactness();
    let mut report = Report::on(query.filter.to_string(), found.span, &found.rows, exactness);
    report.searched_to = found.searched_to;
    if found.searched_to.is_some() {
        let oldest = Query { sort: Sort::OldestFirst, size: 1, ..query.clone() };
        let oldest = reader.rows(&oldest, 1.0).await?;
        report.first = oldest.rows.first().map(|row| row.time).or(report.first);
    }
    if let Some(span) = found.span {
        let mut onward = Onward::new(span, and.terms().to_vec());
        let events = reader.events(&begins(&found.rows)).await?;
        onward.take(None, &events, found.searched_to.is_none());
        while !reader.is_spent()
            && let Some((n, query)) = onward.following()
        {
            let found = reader.rows(&query, OF_A_SESSION).await?;
            onward.used(n, &found.rows, found.searched_to.is_none());
            let events = reader.events(&begins(&found.rows)).await?;
            onward.take(Some(n), &events, true);
        }
        onward.end(&mut report);
    }
    report.cost = reader.cost;
    Ok(report)
}
