//! `GET /api/events/{id}/chain`: who is behind an event; see [`model::chain`].
//!
//! A hop costs a query of an index, half a read unit where few events name the key, and the record of the call
//! that it finds, half a unit: two round trips, for each question has to wait for the answer to the last.

use axum::Json;
use axum::extract::{Path, State};
use model::chain::{Question, Walk};
use model::{Chain, Cost, Event, Timestamp};
use store::{Error, Store};

use crate::App;
use crate::error::Failure;
use crate::routes::event::not_found;

/// Read units after which nothing more is asked: a quarter of what a page may cost. The longest chain that is
/// looked for takes a dozen, times the shards of the table.
const BUDGET: f64 = 128.0;

/// The hops from an event's caller to whoever is behind it, each with how it is known.
pub(crate) async fn chain(State(app): State<App>, Path(id): Path<String>) -> Result<Json<Chain>, Failure> {
    let (now, mut cost) = ((app.clock)(), Cost::default());
    let mut found = app.store.whole(&[id], now, &mut cost).await?;
    let mut walk = Walk::from(&found.pop().ok_or_else(not_found)?.event);
    while let Some(question) = walk.question() {
        if cost.read_units >= BUDGET {
            walk.stop("Looking further would cost more than one answer may.");
            break;
        }
        let (events, all) = find(&app.store, question, now, &mut cost).await?;
        walk.answer(&events, all);
    }
    Ok(Json(walk.end(app.store.retention().horizon(now), cost)))
}

/// The events that may answer `question`, and whether these are all.
async fn find(
    store: &Store,
    question: &Question,
    now: Timestamp,
    cost: &mut Cost,
) -> Result<(Vec<Event>, bool), Error> {
    let page = store.with_read_budget(BUDGET - cost.read_units).page(&question.query(), now).await?;
    cost.read_units += page.cost.read_units;
    cost.round_trips += page.cost.round_trips;
    let rows = page.rows.iter().filter(|row| question.concerns(row));
    let ids: Vec<String> = rows.map(|row| row.id.clone()).collect();
    let events = store.whole(&ids, now, cost).await?;
    Ok((events.into_iter().map(|stored| stored.event).collect(), page.next.is_none()))
}
