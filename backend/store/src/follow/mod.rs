//! `who:` finds what was done in the sessions that a name began, also where the sessions' own events do not name
//! it.
//!
//! A session's name is chosen by whoever begins it, and its events may have no other. What ties them to their
//! maker is the access key: the call that issued it is the maker's, and its response holds it. When such a call
//! is stored, the index of user names tells under each of its caller's names, in a partition of its own, which
//! key that was; the index of access keys does so under the caller's, if that is a session itself. See
//! [`key::began`](crate::key::began) and [`model::chain::behind`]. These entries are of the call alone, so the
//! order in which events arrive does not matter.
//!
//! When a question is asked its names are followed ([`Store::follow`]): one Query for each name, then one for each
//! key that was found, and so on, a round trip for each step ([`Found`]). The keys become part of the question,
//! which then is answered as any other. Nobody's sessions are read but those that were alive in the range.
//!
//! LookupEvents does not follow: AWS's `Username` is the name in the record.

mod found;

use aws_sdk_dynamodb::types::{AttributeValue, ReturnConsumedCapacity};
use futures::future::try_join_all;
use model::chain::{LONGEST_ROLE_SESSION, LONGEST_SESSION, outlives};
use model::filter::{Filter, Key, Term, Test, Value};
use model::{Cost, Followed, Page, Query, Span, Timestamp};

use crate::plan::room;
use crate::position::start;
use crate::schema::{Index, POSITION};
use crate::{Error, Store, item, key};
use found::{Found, Session};

/// The most names that are followed.
const MAX_NAMES: usize = 16;
/// The most sessions that are followed, and the most that a term carries.
const MAX_SESSIONS: usize = 60;
/// How many sessions may lie between a name and what was done: role chains of more are not known.
const MAX_HOPS: usize = 5;
/// The most calls of one name that are looked at, the newest first; some ten read units.
const MAX_CALLS: i32 = 500;
/// The same of one session, of which there may be more.
const MAX_CALLS_OF_SESSION: i32 = 100;

/// A question, with the sessions that the names in it began.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The question, written as before.
    pub query: Query,
    /// Sessions that are part of it; `None` when there are none.
    pub followed: Option<Followed>,
    /// What following them cost.
    pub cost: Cost,
}

impl Question {
    /// Says on `page`, its answer, what was followed and what that cost.
    pub fn tell(&self, page: &mut Page) {
        page.followed = self.followed;
        page.cost += self.cost;
    }
}

impl Store {
    /// Follows the names of `query`, asked at `now`, to the sessions that they began; in each `who:` with whole
    /// values, also a negated one. Half a read unit for each name and for each session, and a round trip for each
    /// step; nothing without a name.
    pub async fn follow(&self, query: &Query, now: Timestamp) -> Result<Question, Error> {
        let mut asked = Question { query: query.clone(), followed: None, cost: Cost::default() };
        let names = names(&query.filter);
        // What is wrong with its cursor is for those to say who use it.
        let first = || start(&Query { at: None, ..query.clone() }, now);
        let span = start(query, now).or_else(|_| first()).map(|start| start.span);
        let span = span.ok().and_then(|span| self.config.retention.clamp(span, now));
        let (false, Some(span)) = (names.is_empty(), span) else { return Ok(asked) };
        let mut found = Found::new(names, span.from);
        for _ in 0..MAX_HOPS {
            let asking = found.next().to_vec();
            if asking.is_empty() || asked.cost.read_units >= self.config.read_budget {
                break;
            }
            let reads = asking.iter().map(|(index, value)| self.began(*index, value, span, now));
            for (by, (sessions, whole, units)) in asking.iter().zip(try_join_all(reads).await?) {
                asked.cost.read_units += units;
                found.add(by, sessions, whole);
            }
            asked.cost.round_trips += 1;
            found.step();
        }
        asked.query.filter =
            found.filter(&query.filter, |term| room(term, &query.filter, self.config.shards));
        asked.followed = found.told();
        Ok(asked)
    }

    /// The sessions that whoever has `value` in `index` began and that may have to do with what was done in
    /// `span`; whether these are all, and the read units it took.
    async fn began(
        &self,
        index: Index,
        value: &str,
        span: Span,
        now: Timestamp,
    ) -> Result<(Vec<Session>, bool, f64), Error> {
        let low = span.from.plus_millis(-LONGEST_SESSION - LONGEST_ROLE_SESSION);
        let low = low.max(self.config.retention.horizon(now));
        let answer = self
            .client
            .query()
            .table_name(&self.config.table)
            .index_name(index.name())
            .key_condition_expression("#p = :p AND #t BETWEEN :low AND :high")
            .expression_attribute_names("#p", index.attribute())
            .expression_attribute_names("#t", POSITION)
            .expression_attribute_values(":p", AttributeValue::S(key::began(value)))
            .expression_attribute_values(":low", AttributeValue::S(low.to_string()))
            .expression_attribute_values(":high", AttributeValue::S(span.to.to_string()))
            .scan_index_forward(false)
            .limit(if index == Index::UserName { MAX_CALLS } else { MAX_CALLS_OF_SESSION })
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(|e| Error::sdk("Query", e))?;
        let sessions = answer.items().iter().filter_map(item::began);
        let sessions = sessions.map(|(key, until)| Session { key: key.to_owned(), until });
        let sessions = sessions.filter(|session| outlives(session.until, span.from)).collect();
        let units = answer.consumed_capacity().and_then(|c| c.capacity_units()).unwrap_or(0.0);
        Ok((sessions, answer.last_evaluated_key.is_none(), units))
    }
}

/// The names that `filter` asks for, each once.
fn names(filter: &Filter) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in filter.terms().iter().flat_map(names_of) {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The names that `term` asks for. One with a pattern is about names that are not known, and is not followed.
fn names_of(term: &Term) -> Vec<&str> {
    let Test::Key(Key::Who, values) = &term.test else { return Vec::new() };
    let names = values.iter().map(|value| match value {
        Value::Exact(name) => Some(name.as_str()),
        _ => None,
    });
    names.collect::<Option<_>>().unwrap_or_default()
}
