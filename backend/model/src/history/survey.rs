//! From the events that name a resource to its history.

use std::collections::BTreeMap;

use crate::counts::Exactness;
use crate::event::{Access, Outcome, short_name};
use crate::filter::{Filter, Key, Term, Test, Value};
use crate::page::Cost;
use crate::summary::Summary;
use crate::tally::{Counter, Tally};
use crate::time::{Span, Timestamp};

use super::mentions::{Found, Named, makes, others};
use super::{History, MAX_VALUES, MAX_WRITES, ReadDay};

const DAY: i64 = 86_400_000;
/// Readers and event names of a day.
const TOP: usize = 3;

/// The reads of a day, while they are counted.
#[derive(Default)]
struct Day {
    reads: Tally,
    who: Counter,
    events: Counter,
}

impl History {
    /// The history of what `named` means among `found`, the newest first; `exactness` says whether these are
    /// all that have one of its names in `span`.
    pub fn on(named: &Named, found: &[Found], span: Option<Span>, exactness: Exactness) -> History {
        let (meant, rest) = named.meant(named.things(found));
        let asked = named.names.first().map_or("", |asked| &asked.name);
        let rows: Vec<&Summary> = meant.iter().flat_map(|(_, of)| of).map(|n| &found[*n].row).collect();
        let thing = meant.as_ref().map(|(thing, _)| thing);
        let (mut writes, mut reads) = (Tally::default(), Tally::default());
        let mut days: BTreeMap<i64, Day> = BTreeMap::new();
        let mut counters: [Counter; 5] = Default::default();
        let [writers, readers, regions, addresses, accounts] = &mut counters;
        for row in &rows {
            let who = row.user_name.as_deref().or(row.role_name.as_deref());
            regions.add(row.region.as_deref());
            addresses.add(row.source_ip.as_deref());
            accounts.add(row.account.as_deref());
            if row.access == Access::Write {
                writes.add(row);
                writers.add(who);
                continue;
            }
            reads.add(row);
            readers.add(who);
            let day = days.entry(row.time.millis().div_euclid(DAY)).or_default();
            day.reads.add(row);
            day.who.add(who);
            day.events.add(Some(&row.name));
        }
        let wrote = || rows.iter().copied().filter(|row| row.access == Access::Write);
        let [writers, readers, regions, addresses, accounts] = counters.map(|c| c.top(MAX_VALUES, exactness));
        History {
            query: query(named),
            names: named.names.clone(),
            kind: thing.map(|thing| thing.kind.clone()).filter(|kind| !kind.is_empty()),
            others: others(rest, short_name(asked), exactness),
            span,
            searched_to: None,
            exactness,
            changed: wrote().find(|row| row.outcome == Outcome::Ok).cloned(),
            made: wrote().find(|row| thing.is_some_and(|thing| makes(row, thing))).cloned(),
            writes: writes.claiming(exactness),
            reads: reads.claiming(exactness),
            write_rows: wrote().take(MAX_WRITES).cloned().collect(),
            read_days: days.into_iter().rev().map(|(day, reads)| reads.end(day, exactness)).collect(),
            writers,
            readers,
            regions,
            addresses,
            accounts,
            cost: Cost::default(),
        }
    }
}

impl Day {
    fn end(self, day: i64, exactness: Exactness) -> ReadDay {
        ReadDay {
            day: Timestamp::from_millis(day * DAY),
            reads: self.reads.claiming(exactness),
            distinct: self.who.distinct(exactness),
            who: self.who.top(TOP, exactness),
            events: self.events.top(TOP, exactness),
        }
    }
}

/// The query that finds all that has one of the names.
fn query(named: &Named) -> String {
    let values = named.names.iter().map(|name| Value::Exact(name.name.clone())).collect();
    Filter::new([Term { test: Test::Key(Key::Resource, values), negated: false }]).to_string()
}
