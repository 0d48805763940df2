//! What a page shows beside its rows: columns that only the records answer.

use model::event::MAX_EVENT_ID;
use model::page::Extra;
use model::summary::cut;
use model::{Column, Cost, Cursor, Event, Page, Query, Span, Timestamp};

use crate::position::{Edge, Start, cursor};
use crate::{Error, Store, Stored, key};

impl Store {
    /// Gives `page` the values of those of `columns` that its rows do not have. Without such a column
    /// nothing is read; else all records at once, at half a read unit each where they are small.
    pub async fn fill(&self, page: &mut Page, columns: &[Column]) -> Result<(), Error> {
        let columns: Vec<&Column> = columns.iter().filter(|column| column.needs_record()).collect();
        if columns.is_empty() {
            return Ok(());
        }
        let ids: Vec<String> = page.rows.iter().map(|row| row.id.clone()).collect();
        let events = self.events(&ids, &mut page.cost).await?;
        let cells = ids.iter().map(|id| {
            // A row without its event: it was just deleted by TTL.
            let value = |column: &&Column| match events.get(id) {
                Some(Stored { event, received }) => cut(&column.of_event(event, *received)),
                None => String::new(),
            };
            columns.iter().map(value).collect()
        });
        page.extra = Some(Extra {
            columns: columns.iter().map(|column| column.to_string()).collect(),
            cells: cells.collect(),
        });
        Ok(())
    }

    /// The events of the page that [`Store::page`] answers, whole and in its order.
    pub async fn whole_page(&self, query: &Query, now: Timestamp) -> Result<Vec<Stored>, Error> {
        let page = self.page(query, now).await?;
        let ids: Vec<String> = page.rows.into_iter().map(|row| row.id).collect();
        self.whole(&ids, now, &mut Cost::default()).await
    }

    /// The events of `ids`, whole and in that order; what is unknown or past retention at `now` is left out.
    /// Half a read unit for each small one, in one round trip for a hundred; added to `cost`.
    pub async fn whole(&self, ids: &[String], now: Timestamp, cost: &mut Cost) -> Result<Vec<Stored>, Error> {
        let possible = |id: &&String| (1..=MAX_EVENT_ID).contains(&id.len());
        let ids: Vec<String> = ids.iter().filter(possible).cloned().collect();
        let mut events = self.events(&ids, cost).await?;
        let horizon = self.config.retention.horizon(now);
        let kept =
            ids.iter().filter_map(|id| events.remove(id)).filter(|stored| stored.event.time >= horizon);
        Ok(kept.collect())
    }

    /// The cursor of the page of `query` that begins after `event`, one that matches; `span` is what the
    /// query's range means.
    pub fn after(&self, query: &Query, span: Span, event: &Event) -> Option<Cursor> {
        let edge = Edge { position: key::position(event.time, &event.id), inclusive: false };
        cursor(query, &Start { span, edge: Some(edge), backward: false })
    }
}
