//! The search: pages of rows from the store, the records of those that may match, and a bounded amount of
//! both. What ends early gives a token, and perhaps no event: AWS's clients go on by it.

use model::query::MAX_SIZE;
use model::{Bound, Cost, Cursor, Event, Query, Sort, TimeRange, Timestamp};
use store::{Store, Stored};
use wire::Failure;

use super::answer::Found;
use super::input::Ask;
use super::token::Token;

/// Read units after which a call ends with what it has.
const MAX_UNITS: f64 = 512.0;
/// Pages of rows that one call reads, each a few round trips.
const MAX_PAGES: usize = 16;
/// Bytes of records after which a call ends. One record may be longer, and is given all the same.
const MAX_BYTES: usize = 4 * 1024 * 1024;

/// The page that `ask` wants.
pub(super) async fn search(store: &Store, ask: &Ask, now: Timestamp) -> Result<Found, Failure> {
    let range = TimeRange { from: Bound::At(ask.span.from), to: Bound::At(ask.span.to) };
    let mut query =
        Query { filter: ask.filter(), range, sort: Sort::NewestFirst, size: 0, at: ask.at.clone() };
    let wanted = usize::from(ask.max_results);
    let (mut events, mut bytes, mut cost): (Vec<Event>, usize, Cost) = Default::default();
    for page in 0..MAX_PAGES {
        // Where few rows match, longer pages spare round trips.
        query.size = if page == 0 { ask.max_results } else { MAX_SIZE };
        let rows = store.page(&query, now).await.map_err(failure)?;
        cost.read_units += rows.cost.read_units;
        cost.round_trips += rows.cost.round_trips;
        let may_match = |row: &&_| ask.attributes.iter().all(|attribute| attribute.may_be_of(row));
        let ids: Vec<String> = rows.rows.iter().filter(may_match).map(|row| row.id.clone()).collect();
        // In steps, so that rows that turn out not to be needed are not fetched.
        for step in ids.chunks(wanted) {
            for Stored { event, .. } in store.whole(step, now, &mut cost).await.map_err(failure)? {
                if !ask.attributes.iter().all(|attribute| attribute.is_of(&event)) {
                    continue;
                }
                let full = events.len() == wanted || bytes + event.record.len() > MAX_BYTES;
                if full && let Some(last) = events.last() {
                    let next = store.after(&query, ask.span, last);
                    return Ok(Found { next: token(ask, next), events, cost });
                }
                bytes += event.record.len();
                events.push(event);
            }
        }
        query.at = rows.next;
        if query.at.is_none() || events.len() == wanted || cost.read_units >= MAX_UNITS {
            break;
        }
    }
    Ok(Found { next: token(ask, query.at), events, cost })
}

fn token(ask: &Ask, cursor: Option<Cursor>) -> Option<String> {
    cursor.map(|cursor| Token { span: ask.span, cursor }.text(&ask.asked))
}

/// A cursor that the store refuses was in the token.
fn failure(error: store::Error) -> Failure {
    match error {
        store::Error::BadQuery(problem) => Failure::new("InvalidNextTokenException", problem.message),
        other => Failure::of_store(&other),
    }
}

#[cfg(test)]
mod tests {
    use emulator::Emulator;
    use model::Timestamp;
    use store::{Config, Retention};

    use super::*;
    use crate::lookup::input::lookup_events;

    const NOW: Timestamp = Timestamp::MAX;

    async fn store(events: Vec<Event>) -> Store {
        let config = Config { retention: Retention::Forever, ..Config::default() };
        let store = Store::new(Emulator::memory().unwrap().client(), config);
        store.create_table().await.unwrap();
        store.put(events, NOW).await.unwrap();
        store
    }

    /// Sessions of the role `ops`, named `name`.
    fn sessions(name: &str, count: usize) -> Vec<Event> {
        let record = |n: usize| {
            format!(
                r#"{{"eventID":"{name}-{n:05}","eventTime":"2026-11-22T14:00:00Z","eventName":"GetObject",
                "eventSource":"s3.amazonaws.com","userIdentity":{{"type":"AssumedRole",
                "principalId":"AROAX:{name}","sessionContext":{{"sessionIssuer":{{"type":"Role",
                "userName":"ops"}}}}}}}}"#
            )
        };
        (0..count).map(|n| Event::from_record(&record(n)).unwrap()).collect()
    }

    async fn found(store: &Store, request: &str) -> Found {
        let ask = lookup_events(request.as_bytes(), false, NOW).unwrap();
        search(store, &ask, NOW).await.unwrap()
    }

    fn by_name(name: &str) -> String {
        format!(r#"{{"LookupAttributes":[{{"AttributeKey":"Username","AttributeValue":"{name}"}}]}}"#)
    }

    #[tokio::test]
    async fn a_full_page_costs_its_rows_and_its_records() {
        let store = store(sessions("kim", 120)).await;
        let page = found(&store, &by_name("kim")).await;
        assert_eq!((page.events.len(), page.next.is_some()), (50, true));
        // A query for the rows, and half a unit for each record.
        assert!(page.cost.read_units <= 2.5 + 25.0, "{:?}", page.cost);
        assert_eq!(page.cost.round_trips, 2);
    }

    #[tokio::test]
    async fn what_cannot_match_is_not_fetched_and_the_work_has_a_bound() {
        let store = store(sessions("kim", 2_000)).await;
        let page = found(&store, &by_name("ops")).await;
        assert!(page.events.is_empty() && page.next.is_some(), "an empty page that goes on");
        assert!(page.cost.round_trips <= MAX_PAGES as u32, "{:?}", page.cost);
        assert!(page.cost.read_units < 100.0, "rows alone: {:?}", page.cost);
    }

    #[tokio::test]
    async fn long_records_end_a_page_early_and_none_is_lost() {
        let long = |n: usize| {
            let text = "x".repeat(1_000_000);
            let record = format!(
                r#"{{"eventID":"{n}","eventTime":"2026-11-22T14:00:00Z","eventName":"PutX",
                "eventSource":"s3.amazonaws.com","requestParameters":{{"text":"{text}"}}}}"#
            );
            Event::from_record(&record).unwrap()
        };
        let store = store((0..9).map(long).collect()).await;
        let (mut request, mut pages) = ("{}".to_owned(), Vec::new());
        loop {
            let page = found(&store, &request).await;
            pages.push(page.events.iter().map(|event| event.id.clone()).collect::<Vec<_>>());
            match page.next {
                None => break,
                Some(token) => request = format!(r#"{{"NextToken":"{token}"}}"#),
            }
        }
        assert_eq!(pages, [vec!["8", "7", "6", "5"], vec!["4", "3", "2", "1"], vec!["0"]]);
    }
}
