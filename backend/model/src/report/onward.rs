//! The way on: from the calls that began sessions to what was done in these, and to the sessions begun there.
//!
//! ```text
//! let mut onward = Onward::new(span);
//! onward.take(None, &events, all);                  // those of the rows that `begins` says may begin one
//! while let Some((n, query)) = onward.following() {
//!     onward.used(n, &rows, all);                   // all that the query finds
//!     onward.take(Some(n), &events, true);          // those of these rows that may begin one
//! }
//! onward.end(&mut report)
//! ```

use std::collections::VecDeque;

use crate::chain::{self, Link};
use crate::counts::Exactness;
use crate::event::Event;
use crate::filter::{Filter, Key, Term};
use crate::query::{Query, Sort};
use crate::summary::Summary;
use crate::tally::Tally;
use crate::time::{Bound, Span, TimeRange};

use super::{Begun, MAX_BEGUN, MAX_HOPS, Report};

/// The most events of a session that are looked at.
const MAX_ROWS: u16 = 1_000;

/// Sessions that are being followed.
#[derive(Debug)]
pub struct Onward {
    span: Span,
    /// What is asked beside the key.
    and: Vec<Term>,
    begun: Vec<Begun>,
    waiting: VecDeque<usize>,
    exactness: Exactness,
}

impl Onward {
    /// Within `span`, among events for which the terms `and` hold.
    pub fn new(span: Span, and: Vec<Term>) -> Onward {
        let (begun, waiting) = (Vec::new(), VecDeque::new());
        Onward { span, and, begun, waiting, exactness: Exactness::Exact }
    }

    /// Takes the sessions that `events`, made in the session `by`, began; `all` says that there are no others.
    pub fn take(&mut self, by: Option<usize>, events: &[Event], all: bool) {
        if !all {
            self.exactness = Exactness::AtLeast;
        }
        let hops = by.map_or(1, |by| self.begun[by].hops + 1);
        let mut place = by.map_or(self.begun.len(), |by| by + 1);
        for issued in events.iter().filter_map(chain::issued) {
            // AWS issues a key once; two accounts may have recorded it.
            if self.begun.iter().any(|begun| begun.access_key == issued.key) {
                continue;
            }
            if self.begun.len() >= MAX_BEGUN || hops > MAX_HOPS {
                self.exactness = Exactness::AtLeast;
                return;
            }
            self.insert(
                place,
                Begun {
                    call: issued.call,
                    link: issued.link,
                    hops,
                    by,
                    access_key: issued.key,
                    of: issued.of,
                    session_name: issued.session_name,
                    used: None,
                },
            );
            place += 1;
        }
    }

    /// Every session stands behind the one that began it: what points at those that move, moves with them.
    fn insert(&mut self, place: usize, begun: Begun) {
        let moved = |n: &mut usize| *n += usize::from(*n >= place);
        self.waiting.iter_mut().for_each(moved);
        self.begun.iter_mut().filter_map(|begun| begun.by.as_mut()).for_each(moved);
        self.begun.insert(place, begun);
        self.waiting.push_back(place);
    }

    /// The next session to be looked into, and the query that finds its events.
    pub fn following(&mut self) -> Option<(usize, Query)> {
        let n = self.waiting.pop_front()?;
        let Begun { access_key, call, .. } = &self.begun[n];
        let terms = self.and.iter().cloned().chain([Term::is(Key::AccessKey, access_key)]);
        let from = call.time.max(self.span.from);
        let range = TimeRange { from: Bound::At(from), to: Bound::At(self.span.to) };
        let filter = Filter::new(terms);
        Some((n, Query { filter, range, sort: Sort::NewestFirst, size: MAX_ROWS, at: None }))
    }

    /// Takes the events of the session `n`; `all` says that there are no others.
    pub fn used(&mut self, n: usize, rows: &[Summary], all: bool) {
        let mut tally = Tally { exactness: Exactness::of(all), ..Tally::default() };
        rows.iter().for_each(|row| tally.add(row));
        self.begun[n].used = Some(tally);
        if !all {
            self.exactness = Exactness::AtLeast;
        }
    }

    /// Writes what was found into `report`.
    pub fn end(self, report: &mut Report) {
        let left = !self.waiting.is_empty();
        report.begun_exactness = if left { Exactness::AtLeast } else { self.exactness };
        report.begun = self.begun;
    }
}

/// The ids of those of `rows` that may have begun a session: of these the records are needed. The newest
/// first, one more at most than sessions are looked into.
pub fn begins(rows: &[Summary]) -> Vec<String> {
    rows.iter().filter(|row| chain::may_issue(row)).map(|row| row.id.clone()).take(MAX_BEGUN + 1).collect()
}

impl Begun {
    /// Whether somebody acts through it.
    pub fn is_session(&self) -> bool {
        self.link == Link::Session
    }
}
