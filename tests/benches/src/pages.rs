//! What a page costs.

use std::collections::HashMap;
use std::fmt;

use anyhow::Result;
use model::filter::{Key, Term};
use model::{Cost, Event, Filter, Query};
use store::schema::Index;

use crate::table::Table;

/// The cost of the first page of a query.
#[derive(Clone, Debug)]
pub struct PageCost {
    /// The query.
    pub query: Query,
    /// Rows on the page.
    pub rows: usize,
    /// What it cost.
    pub cost: Cost,
}

/// The cost of a page with several filters, beside the indexes that it could have been read from.
#[derive(Clone, Debug)]
pub struct Combination {
    /// As the store reads it.
    pub adaptive: PageCost,
    /// As read from one index only, cheapest first.
    pub fixed: Vec<(Index, Cost)>,
}

/// The default view: no filter but the category.
pub async fn unfiltered(table: &Table) -> Result<PageCost> {
    first_page(table, Filter::default()).await
}

/// For each indexed attribute, a page of its most frequent value.
pub async fn one_filter(table: &Table) -> Result<Vec<PageCost>> {
    let mut costs = Vec::new();
    for key in INDEXED {
        if let Some(value) = most_frequent(&table.events, key).first() {
            costs.push(first_page(table, Filter::new([Term::is(key, value)])).await?);
        }
    }
    costs.push(first_page(table, Filter::new([Term::is(Key::Access, "write")])).await?);
    Ok(costs)
}

/// Pages of two filters: pairs of attributes, each with frequent and less frequent values.
pub async fn combined(table: &Table) -> Result<Vec<Combination>> {
    const PAIRS: [(Key, Key); 8] = [
        (Key::Who, Key::Event),
        (Key::Who, Key::Region),
        (Key::Service, Key::Region),
        (Key::Event, Key::Error),
        (Key::ResourceType, Key::Who),
        (Key::AccessKey, Key::Ip),
        (Key::Region, Key::Event),
        (Key::Account, Key::ResourceType),
    ];
    let mut combinations = Vec::new();
    for (a, b) in PAIRS {
        let (of_a, of_b) = (most_frequent(&table.events, a), most_frequent(&table.events, b));
        for (x, y) in [(0, 0), (0, 3), (1, 1), (3, 0), (4, 2)] {
            let (Some(x), Some(y)) = (of_a.get(x), of_b.get(y)) else { continue };
            let filter = Filter::new([Term::is(a, x), Term::is(b, y)]);
            combinations.push(combination(table, filter).await?);
        }
    }
    Ok(combinations)
}

/// The keys that have an index with values.
const INDEXED: [Key; 10] = [
    Key::Event,
    Key::Who,
    Key::Service,
    Key::Resource,
    Key::ResourceType,
    Key::AccessKey,
    Key::Ip,
    Key::Error,
    Key::Region,
    Key::Account,
];

async fn first_page(table: &Table, filter: Filter) -> Result<PageCost> {
    let query = Query { filter, .."from=-90d".parse().map_err(|e| anyhow::anyhow!("{e:?}"))? };
    let page = table.store.page(&query, table.now).await?;
    Ok(PageCost { query, rows: page.rows.len(), cost: page.cost })
}

async fn combination(table: &Table, filter: Filter) -> Result<Combination> {
    let adaptive = first_page(table, filter).await?;
    let mut fixed = Vec::new();
    for index in Index::ALL {
        if let Some(page) = table.store.page_by(&adaptive.query, index, table.now).await? {
            fixed.push((index, page.cost));
        }
    }
    fixed.sort_by(|a, b| a.1.read_units.total_cmp(&b.1.read_units));
    Ok(Combination { adaptive, fixed })
}

/// The values of `key` in management events, the most frequent first.
fn most_frequent(events: &[Event], key: Key) -> Vec<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for event in events.iter().filter(|e| e.category == model::Category::Management) {
        for value in values(event, key) {
            *counts.entry(value).or_default() += 1;
        }
    }
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    counts.into_iter().map(|(value, _)| value).collect()
}

fn values(event: &Event, key: Key) -> Vec<String> {
    let texts: Vec<&str> = match key {
        Key::Event => vec![&event.name],
        Key::Who => event.identity.names(),
        Key::Service => vec![event.service()],
        Key::Resource => event.resources.iter().filter_map(|r| r.short_name()).collect(),
        Key::ResourceType => event.resources.iter().filter_map(|r| r.kind.as_deref()).collect(),
        Key::AccessKey => event.access_key.as_deref().into_iter().collect(),
        Key::Ip => event.source_ips().collect(),
        Key::Error => event.error_code.as_deref().into_iter().collect(),
        Key::Region => event.region.as_deref().into_iter().collect(),
        Key::Account => event.accounts().collect(),
        _ => Vec::new(),
    };
    texts.into_iter().map(str::to_owned).collect()
}

impl fmt::Display for PageCost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = if self.query.filter.is_empty() {
            "(no filter)".to_owned()
        } else {
            self.query.filter.to_string()
        };
        let Cost { read_units, round_trips } = self.cost;
        write!(
            f,
            "{name:<60} {:>4} rows {read_units:>7.1} read units {round_trips:>3} round trips",
            self.rows
        )
    }
}
