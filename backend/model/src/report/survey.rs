//! From the rows of an identity's events to what its report says of them.

use std::collections::BTreeMap;

use crate::counts::Exactness;
use crate::event::Outcome;
use crate::page::Cost;
use crate::summary::Summary;
use crate::tally::{Counter, Tally};
use crate::time::Span;

use super::{Dot, KeyKind, MAX_BUCKETS, MAX_LANES, MAX_SESSIONS, MAX_VALUES, Report, Session};

/// What is known of a session while rows are counted.
#[derive(Default)]
struct Counts {
    events: Tally,
    role: Option<String>,
    regions: Counter,
    dots: BTreeMap<u8, Dot>,
}

impl Report {
    /// The report on `rows`, which `query` finds in `span`; `exactness` says whether these are all. What
    /// sessions were begun is for [`Onward`](super::Onward) to say.
    pub fn on(query: String, span: Option<Span>, rows: &[Summary], exactness: Exactness) -> Report {
        let bucket_millis = span.map_or(1, bucket_millis);
        let mut sessions: BTreeMap<Option<&str>, Counts> = BTreeMap::new();
        let mut all = Tally::default();
        let mut counters: [Counter; 5] = Default::default();
        for row in rows {
            all.add(row);
            let session = sessions.entry(row.access_key.as_deref()).or_default();
            session.events.add(row);
            session.regions.add(row.region.as_deref());
            session.role = session.role.take().or_else(|| row.role_name.clone());
            if let Some(span) = span {
                session.dot(row, (row.time.millis() - span.from.millis()) / bucket_millis);
            }
            let name = format!("{}:{}", row.service(), row.name);
            let values = [&row.region, &row.source_ip, &row.account, &row.role_name].map(Option::as_deref);
            let values = values.into_iter().chain([Some(name.as_str())]);
            counters.iter_mut().zip(values).for_each(|(counter, value)| counter.add(value));
        }
        let session_count = crate::counts::Count { n: sessions.len() as u64, exactness };
        let [regions, addresses, accounts, roles, names] =
            counters.map(|counter| counter.top(MAX_VALUES, exactness));
        Report {
            query,
            span,
            searched_to: None,
            events: all.claiming(exactness),
            first: all.first,
            sessions: listed(sessions, exactness),
            session_count,
            bucket_millis: bucket_millis.unsigned_abs(),
            regions,
            addresses,
            accounts,
            roles,
            events_by_name: names,
            begun: Vec::new(),
            begun_exactness: exactness,
            cost: Cost::default(),
        }
    }
}

/// The sessions, used last first.
fn listed(sessions: BTreeMap<Option<&str>, Counts>, exactness: Exactness) -> Vec<Session> {
    let mut sessions: Vec<(Option<&str>, Counts)> = sessions.into_iter().collect();
    sessions.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.events.last));
    sessions.truncate(MAX_SESSIONS);
    let session = |(n, (key, counts)): (usize, (Option<&str>, Counts))| Session {
        access_key: key.map(str::to_owned),
        kind: key.map_or(KeyKind::Unknown, KeyKind::of),
        role_name: counts.role,
        events: counts.events.claiming(exactness),
        regions: counts.regions.top(MAX_VALUES, exactness),
        dots: if n < MAX_LANES { counts.dots.into_values().collect() } else { Vec::new() },
    };
    sessions.into_iter().enumerate().map(session).collect()
}

impl Counts {
    fn dot(&mut self, row: &Summary, bucket: i64) {
        let Ok(bucket) = u8::try_from(bucket) else { return };
        let dot = self.dots.entry(bucket).or_insert(Dot { bucket, ok: 0, denied: 0, failed: 0 });
        match row.outcome {
            Outcome::Ok => dot.ok += 1,
            Outcome::Denied => dot.denied += 1,
            Outcome::Failed => dot.failed += 1,
        }
    }
}

/// The width of a bucket: [`MAX_BUCKETS`] of them hold the span.
fn bucket_millis(span: Span) -> i64 {
    let length = span.to.millis() - span.from.millis();
    length.div_euclid(MAX_BUCKETS) + i64::from(length.rem_euclid(MAX_BUCKETS) > 0)
}
