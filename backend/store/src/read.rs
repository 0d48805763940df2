//! Questions to the table.

use aws_sdk_dynamodb::types::AttributeValue;
use futures::Stream;
use model::event::MAX_EVENT_ID;
use model::{Cost, Detail, Page, Query, Sort, Span, Summary, Timestamp};

use crate::fetch::GET;
use crate::item;
use crate::plan::plan;
use crate::position::{Edge, Start, cursor, start};
use crate::schema::{EVENT, Index, PK, SK};
use crate::search::Search;
use crate::{Error, Store, Stored, key};

impl Store {
    /// A page of the answer to `query`, asked at `now`: at most `query.size` rows, in the query's order,
    /// none of them past retention. A page that is short (or empty) but has a `next` stopped at the read
    /// budget. Following `next` gives every event that matches once, also while others are being stored.
    ///
    /// Fails with [`Error::BadQuery`] on an empty range or on a cursor of another query.
    pub async fn page(&self, query: &Query, now: Timestamp) -> Result<Page, Error> {
        let start = start(query, now)?;
        let Some(kept) = self.config.retention.clamp(start.span, now) else {
            return Ok(empty(start.span));
        };
        let shown = Start { span: kept, ..start.clone() };
        let bounds = shown.bounds(query.sort);
        let plan = plan(&query.filter, self.config.shards);
        if let Some(ids) = plan.ids.clone() {
            return self.page_of_ids(query, &start, &bounds, &ids).await;
        }
        self.page_of_search(query, &start, Search::new(self, plan, bounds)).await
    }

    /// The first page of `query` as it is when only `index` may be read; `None` when that index does not
    /// hold all that matches. For measuring what the adaptive search saves; see the crate `benches`.
    pub async fn page_by(&self, query: &Query, index: Index, now: Timestamp) -> Result<Option<Page>, Error> {
        let start = start(query, now)?;
        let mut plan = plan(&query.filter, self.config.shards);
        plan.drives.retain(|drive| drive.index == index);
        if plan.drives.is_empty() {
            return Ok(None);
        }
        let search = Search::new(self, plan, start.bounds(query.sort));
        self.page_of_search(query, &start, search).await.map(Some)
    }

    async fn page_of_search(
        &self,
        query: &Query,
        start: &Start,
        mut search: Search<'_>,
    ) -> Result<Page, Error> {
        let size = usize::from(query.size);
        // One more than the page holds, to know whether there is a next page.
        search.run(size + 1, self.config.read_budget).await?;
        let more = search.found.len() > size;
        let rows: Vec<Summary> = search.found.iter().take(size).cloned().collect();
        let stopped = if more || search.is_done() { None } else { search.position() };
        Ok(page(query, start, rows, more, stopped, search.cost))
    }

    /// The events that `id:` names are fetched, not searched.
    async fn page_of_ids(
        &self,
        query: &Query,
        start: &Start,
        (low, high, order): &(String, String, Sort),
        ids: &[String],
    ) -> Result<Page, Error> {
        let mut cost = Cost::default();
        // No event has a longer one, and DynamoDB takes no key that is much longer.
        let ids: Vec<String> = ids.iter().filter(|id| id.len() <= MAX_EVENT_ID).cloned().collect();
        let events = self.events(&ids, &mut cost).await?;
        let mut found: Vec<(String, Summary)> = events
            .values()
            .map(|stored| &stored.event)
            .filter(|event| query.filter.matches(event))
            .map(|event| (key::position(event.time, &event.id), Summary::of(event)))
            .filter(|(position, _)| low <= position && position <= high)
            .collect();
        found.sort_by(|a, b| match order {
            Sort::NewestFirst => b.0.cmp(&a.0),
            Sort::OldestFirst => a.0.cmp(&b.0),
        });
        let size = usize::from(query.size);
        let more = found.len() > size;
        let rows = found.into_iter().take(size).map(|(_, row)| row).collect();
        Ok(page(query, start, rows, more, None, cost))
    }

    /// The event `id` in full; `None` when it is unknown or past retention.
    pub async fn event(&self, id: &str, now: Timestamp) -> Result<Option<Detail>, Error> {
        if id.is_empty() || id.len() > MAX_EVENT_ID {
            return Ok(None);
        }
        let answer = self
            .client
            .get_item()
            .table_name(&self.config.table)
            .key(PK, AttributeValue::S(key::event(id)))
            .key(SK, AttributeValue::S(EVENT.to_owned()))
            .send()
            .await
            .map_err(|e| Error::sdk("GetItem", e))?;
        let Some(item) = answer.item else { return Ok(None) };
        let event = self.unpack(&item, &mut Cost::default()).await?;
        let received = item::received(&item);
        let kept = event.time >= self.config.retention.horizon(now);
        Ok(kept.then(|| Detail::of(&event, received)))
    }

    /// Everything that matches `query`, in its order, as whole events and in chunks; from the first page
    /// on, whatever the query's cursor and size. Has no read budget: it ends when everything was seen,
    /// or with the first error.
    pub fn export(
        &self,
        query: Query,
        now: Timestamp,
    ) -> impl Stream<Item = Result<Vec<Stored>, Error>> + use<> {
        let store = self.clone();
        async_stream::try_stream! {
            let query = Query { at: None, ..query };
            let start = start(&query, now)?;
            if let Some(kept) = store.config.retention.clamp(start.span, now) {
                let bounds = Start { span: kept, ..start }.bounds(query.sort);
                let mut search = Search::new(&store, plan(&query.filter, store.config.shards), bounds);
                loop {
                    search.run(GET, f64::INFINITY).await?;
                    let rows: Vec<Summary> = search.found.drain(..).collect();
                    let ids: Vec<String> = rows.into_iter().map(|row| row.id).collect();
                    for chunk in ids.chunks(GET) {
                        let mut events = store.events(chunk, &mut search.cost).await?;
                        yield chunk.iter().filter_map(|id| events.remove(id)).collect();
                    }
                    if search.is_done() {
                        break;
                    }
                }
            }
        }
    }
}

/// A page of `rows`, read in the order of `start`; `more` says that another row follows, `stopped` is
/// where a search ended that ran out of budget.
fn page(
    query: &Query,
    start: &Start,
    mut rows: Vec<Summary>,
    more: bool,
    stopped: Option<String>,
    cost: Cost,
) -> Page {
    if start.backward {
        rows.reverse();
    }
    let at = |row: &Summary| Edge { position: key::position(row.time, &row.id), inclusive: false };
    let (first, last) = (rows.first().map(at), rows.last().map(at));
    let stop = stopped.as_ref().map(|position| Edge { position: position.clone(), inclusive: false });
    // Where the page came from, from the other side: an event at an exclusive edge is beyond it.
    let turned = start.edge.clone().map(|edge| Edge { inclusive: !edge.inclusive, ..edge });
    let to = |edge: Option<Edge>, backward| cursor(query, &Start { span: start.span, edge, backward });
    // Beyond the page's far end (in reading order), and back over its near end.
    let onward = |end: Option<Edge>| stop.clone().or(if more { end } else { None });
    let (next, prev) = if start.backward {
        (to(last.or(turned), false), to(onward(first), true))
    } else {
        (to(onward(last), false), start.edge.as_ref().and_then(|_| to(first.or(turned), true)))
    };
    // A full page is not a partial one, even if the budget ended with it.
    let short = rows.len() < usize::from(query.size);
    let searched_to =
        stopped.as_deref().filter(|_| short).and_then(key::position_parts).map(|(time, _)| time);
    let (span, backward) = (start.span, start.backward);
    Page { rows, extra: None, next, prev, span, searched_to, backward, followed: None, cost }
}

fn empty(span: Span) -> Page {
    let (cost, rows) = (Cost::default(), Vec::new());
    let (next, prev, searched_to, followed) = (None, None, None, None);
    Page { rows, extra: None, next, prev, span, searched_to, backward: false, followed, cost }
}
