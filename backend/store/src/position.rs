//! Where a page begins, and the cursor that says so.
//!
//! A cursor is base64url of
//!
//! ```text
//! version  1 byte    1
//! flags    1 byte    1: backward (the page ends here), 2: inclusive
//! query    8 bytes   hash of filter, range and order: refused beside another query
//! from, to 8 bytes   each: what the range meant when the first page was asked for
//! time     8 bytes   of the position
//! id       the rest  of the position
//! check    4 bytes   of a hash of all before: a mistyped cursor is refused, not misread
//! ```
//!
//! Nothing in it is secret and it gives no right, so it is not signed: a forged one reads what a query
//! with another range would have read.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use model::event::MAX_EVENT_ID;
use model::{Cursor, Query, Sort, Span, Timestamp};

use crate::{Error, key};

const VERSION: u8 = 1;
const BACKWARD: u8 = 1;
const INCLUSIVE: u8 = 2;
const HEAD: usize = 34;
const CHECK: usize = 4;

/// What a query's range and cursor mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Start {
    /// The range, in moments.
    pub span: Span,
    /// Where to begin; `None` is at the range's own end.
    pub edge: Option<Edge>,
    /// Against the query's order: the page before the edge is asked for.
    pub backward: bool,
}

/// A position in the order of events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edge {
    /// A range key.
    pub position: String,
    /// Whether an event at the position itself belongs to the page.
    pub inclusive: bool,
}

/// Resolves the range and the cursor of `query`, asked at `now`.
pub(crate) fn start(query: &Query, now: Timestamp) -> Result<Start, Error> {
    let Some(cursor) = &query.at else {
        let span = query.range.resolve(now).map_err(|e| {
            Error::BadQuery(Box::new(model::Problem {
                code: "badTime".to_owned(),
                message: e.to_string(),
                parameter: Some("from".to_owned()),
                place: None,
                did_you_mean: None,
            }))
        })?;
        return Ok(Start { span, edge: None, backward: false });
    };
    decode(cursor, query).ok_or_else(|| {
        Error::bad_cursor("this page position is not valid for this query; start at the first page")
    })
}

/// The cursor of the page of `query` that begins (or, backward, ends) at `edge`.
pub(crate) fn cursor(query: &Query, start: &Start) -> Option<Cursor> {
    let edge = start.edge.as_ref()?;
    let (time, id) = key::position_parts(&edge.position)?;
    let flag = |on: bool, bit: u8| if on { bit } else { 0 };
    let mut bytes = vec![VERSION, flag(start.backward, BACKWARD) | flag(edge.inclusive, INCLUSIVE)];
    bytes.extend(binding(query));
    for moment in [start.span.from, start.span.to, time] {
        bytes.extend(moment.millis().to_be_bytes());
    }
    bytes.extend(id.as_bytes());
    bytes.extend(check(&bytes));
    URL_SAFE_NO_PAD.encode(bytes).parse().ok()
}

fn decode(cursor: &Cursor, query: &Query) -> Option<Start> {
    let bytes = URL_SAFE_NO_PAD.decode(cursor.as_str()).ok()?;
    let (body, sum) = bytes.split_at_checked(bytes.len().checked_sub(CHECK)?)?;
    if sum != check(body) || body.len() <= HEAD || body.len() > HEAD + MAX_EVENT_ID {
        return None;
    }
    let (head, id) = body.split_at(HEAD);
    if head[0] != VERSION || head[2..10] != binding(query) {
        return None;
    }
    let moment = |at: usize| {
        let bytes: [u8; 8] = head[at..at + 8].try_into().ok()?;
        Some(Timestamp::from_millis(i64::from_be_bytes(bytes)))
    };
    let span = Span { from: moment(10)?, to: moment(18)? };
    let id = std::str::from_utf8(id).ok()?;
    let position = key::position(moment(26)?, id);
    let edge = Some(Edge { position, inclusive: head[1] & INCLUSIVE != 0 });
    (span.from < span.to).then_some(Start { span, edge, backward: head[1] & BACKWARD != 0 })
}

/// What a cursor belongs to. Not the size: a reader may take longer pages from here on.
fn binding(query: &Query) -> [u8; 8] {
    let (range, sort) = (query.range, query.sort.as_str());
    key::digest(&format!("{}\n{}\n{}\n{sort}", query.filter, range.from, range.to))
}

fn check(body: &[u8]) -> [u8; CHECK] {
    let hash = crate::item::hash_bytes(body);
    [hash[0], hash[1], hash[2], hash[3]]
}

impl Start {
    /// The least and the greatest range key of the page, both inclusive, and the order to read them in.
    pub(crate) fn bounds(&self, sort: Sort) -> (String, String, Sort) {
        // `…Z` is below `…Z#id`, so the half-open range falls out of the order of texts.
        let (mut low, mut high) = (self.span.from.to_string(), self.span.to.to_string());
        let order = match (sort, self.backward) {
            (Sort::NewestFirst, false) | (Sort::OldestFirst, true) => Sort::NewestFirst,
            _ => Sort::OldestFirst,
        };
        if let Some(Edge { position, inclusive }) = &self.edge {
            match order {
                Sort::NewestFirst if *inclusive => high = high.min(position.clone()),
                Sort::NewestFirst => high = high.min(key::before(position)),
                Sort::OldestFirst if *inclusive => low = low.max(position.clone()),
                Sort::OldestFirst => low = low.max(key::after(position)),
            }
        }
        (low, high, order)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(text: &str) -> Query {
        text.parse().unwrap()
    }

    fn started() -> Start {
        let time: Timestamp = "2026-11-22T14:32:07Z".parse().unwrap();
        Start {
            span: Span { from: time.plus_millis(-86_400_000), to: time.plus_millis(1) },
            edge: Some(Edge { position: key::position(time, "8f2c11d0-4c1e"), inclusive: false }),
            backward: true,
        }
    }

    #[test]
    fn a_cursor_resumes_its_own_query_and_no_other() {
        let ours = query("q=event%3ADeleteTrail&size=10");
        let at = cursor(&ours, &started()).unwrap();
        let resumed = |text: &str| {
            let mut query = query(text);
            query.at = Some(at.clone());
            start(&query, Timestamp::MAX)
        };
        assert_eq!(resumed("q=event%3ADeleteTrail&size=10").unwrap(), started());
        assert_eq!(resumed("q=event%3ADeleteTrail&size=100").unwrap(), started());
        for other in
            ["q=event%3ADeleteTrail&sort=time", "q=event%3ADeleteTrail&from=-7d", "q=event%3AStopLogging"]
        {
            assert!(matches!(resumed(other), Err(Error::BadQuery(_))), "{other}");
        }
    }

    #[test]
    fn a_changed_cursor_is_refused() {
        let ours = query("");
        let text = cursor(&ours, &started()).unwrap().to_string();
        for i in 0..text.len() {
            let mut changed = text.clone().into_bytes();
            changed[i] = if changed[i] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(changed).unwrap();
            let query = Query { at: Some(changed.parse().unwrap()), ..ours.clone() };
            // The last character may hold bits that are no part of any byte; then it does not decode.
            assert!(start(&query, Timestamp::MAX).is_err(), "{i}");
        }
        for text in ["A", "AAAA", &"A".repeat(512)] {
            let query = Query { at: Some(text.parse().unwrap()), ..ours.clone() };
            assert!(start(&query, Timestamp::MAX).is_err(), "{text}");
        }
    }

    #[test]
    fn the_longest_id_fits() {
        let mut longest = started();
        let id = "~".repeat(MAX_EVENT_ID);
        longest.edge = Some(Edge { position: key::position(Timestamp::MAX, &id), inclusive: true });
        assert!(cursor(&query(""), &longest).is_some());
    }
}
