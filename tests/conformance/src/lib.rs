#![doc = include_str!("../README.md")]

mod counts;
mod engine;
mod events;
pub mod sessions;

pub use counts::{buckets, check_histogram};
pub use engine::{is_embedded, store, store_over};
pub use events::{now, random};

use model::{Event, Query, Sort, Span, Summary, Timestamp};
use store::Store;

/// What the answer to `query` must be: the events that match, in order.
pub fn expected(events: &[Event], query: &Query, span: Span) -> Vec<Summary> {
    let matching = events.iter().filter(|e| span.contains(e.time) && query.filter.matches(e));
    let mut matching: Vec<&Event> = matching.collect();
    matching.sort_by(|a, b| (a.time, &a.id).cmp(&(b.time, &b.id)));
    if query.sort == Sort::NewestFirst {
        matching.reverse();
    }
    matching.into_iter().map(Summary::of).collect()
}

/// All pages of `query` in turn, from its own cursor on, and how many of them stopped at the read budget.
///
/// # Panics
/// When a page is longer than asked for, when a page that stopped does not say so, or when the pages
/// do not end.
pub async fn all_pages(store: &Store, query: &Query, now: Timestamp) -> (Vec<Summary>, usize) {
    let (mut query, mut rows, mut partial) = (query.clone(), Vec::new(), 0);
    for _ in 0..20_000 {
        let page = store.page(&query, now).await.unwrap_or_else(|e| panic!("{query}: {e}"));
        let full = page.rows.len() == usize::from(query.size);
        assert!(page.rows.len() <= usize::from(query.size), "{query}");
        assert_eq!(page.searched_to.is_some(), page.next.is_some() && !full, "{query}: a short page says so");
        partial += usize::from(page.searched_to.is_some());
        rows.extend(page.rows);
        match page.next {
            None => return (rows, partial),
            next => query.at = next,
        }
    }
    panic!("{query}: the pages do not end");
}

/// The ids of rows, for assertions that are read by people.
pub fn ids(rows: &[Summary]) -> Vec<&str> {
    rows.iter().map(|row| row.id.as_str()).collect()
}
