//! Reading for an answer that is made of many events: rows by the thousand, and some records, within a budget.

use model::{Cost, Event, Exactness, Query, Span, Summary, Timestamp};
use store::{Error, Store};

/// Read units after which nothing more is asked: half of what a page may cost. An event of a list is about a
/// thirtieth of a unit, so it is some eight thousand of them.
pub(crate) const BUDGET: f64 = 256.0;

/// The most rows of one answer.
pub(crate) const MAX_ROWS: u16 = 10_000;

/// Reads, and adds up what it costs.
pub(crate) struct Reader<'a> {
    store: &'a Store,
    pub(crate) now: Timestamp,
    pub(crate) cost: Cost,
}

/// Rows that a query finds, in its order.
pub(crate) struct Rows {
    pub(crate) rows: Vec<Summary>,
    /// The moments that the query's range meant, without what is past retention.
    pub(crate) span: Option<Span>,
    /// Present when there may be more: how far it came.
    pub(crate) searched_to: Option<Timestamp>,
}

impl Rows {
    /// Whether these are all.
    pub(crate) fn exactness(&self) -> Exactness {
        Exactness::of(self.searched_to.is_none())
    }
}

impl<'a> Reader<'a> {
    pub(crate) fn new(store: &'a Store, now: Timestamp) -> Reader<'a> {
        Reader { store, now, cost: Cost::default() }
    }

    /// Whether the budget is spent.
    pub(crate) fn is_spent(&self) -> bool {
        self.cost.read_units >= BUDGET
    }

    /// The first page of `query`, whose size may be up to [`MAX_ROWS`], and which ends when `budget` is spent.
    pub(crate) async fn rows(&mut self, query: &Query, budget: f64) -> Result<Rows, Error> {
        let page = self.store.with_read_budget(budget).page(query, self.now).await?;
        self.cost.read_units += page.cost.read_units;
        self.cost.round_trips += page.cost.round_trips;
        let from = page.span.from.max(self.store.retention().horizon(self.now));
        let span = Some(Span { from, to: page.span.to }).filter(|span| span.from < span.to);
        let last = page.rows.last().map(|row| row.time);
        let searched_to = page.next.is_some().then(|| page.searched_to.or(last).unwrap_or(page.span.to));
        Ok(Rows { rows: page.rows, span, searched_to })
    }

    /// The events of `ids`, in that order.
    pub(crate) async fn events(&mut self, ids: &[String]) -> Result<Vec<Event>, Error> {
        let stored = self.store.whole(ids, self.now, &mut self.cost).await?;
        Ok(stored.into_iter().map(|stored| stored.event).collect())
    }
}
