//! Noting what came in.

use std::collections::{BTreeSet, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;
use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnConsumedCapacity, ReturnValuesOnConditionCheckFailure};
use model::status::HOUR;
use model::{Source, Timestamp};

use super::column;
use crate::item::{self, Item};
use crate::schema::{EXPIRY, PK, SK};
use crate::{Error, Store, key};

/// The most deliveries whose hashes an item holds.
pub(crate) const MOST: usize = 400;
/// Bytes of a hash: of 400 deliveries, two have the same one in 14 million items.
const HASH: usize = 5;
/// Streams that a process remembers to have put into the directory; it forgets all rather than grow.
const REMEMBERED: usize = 10_000;
/// Milliseconds of the time that an item is of.
pub(crate) const HALF_DAY: i64 = 12 * HOUR;
/// How often a note is tried against others who note the same half day.
const TRIES: usize = 8;

/// What one delivery (a log file, a batch of EventBridge's, a request) brought of one stream and half day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The account; `-` for none.
    pub account: String,
    /// The Region; `-` for none.
    pub region: String,
    /// The way in.
    pub source: Source,
    /// The first moment of the half day.
    pub half: Timestamp,
    /// The hours of which it brought events, counted from that moment: 0 ..= 11.
    pub hours: BTreeSet<u8>,
    /// The newest event's time.
    pub newest: Option<Timestamp>,
    /// Its events.
    pub events: u64,
    /// Its records that could not be read.
    pub rejected: u64,
    /// What tells it from others: the same whenever the same comes again.
    pub identity: u64,
}

/// What became of a delivery.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Noted {
    /// It had been counted before.
    pub again: bool,
    /// Write units that noting took.
    pub write_units: f64,
}

/// The streams that this process has put into the directory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known(Arc<Mutex<HashSet<String>>>);

/// How a delivery is noted, by what was there when it was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// It had been counted.
    Again,
    /// It is counted. `hashed` unless there is no room for its hash; `newest` if its newest event is newer than
    /// all that came before.
    Count { hashed: bool, newest: bool },
}

impl Delivery {
    /// Of nothing yet, at `moment`. Texts that cannot be part of a key become `-`.
    pub fn at(account: &str, region: &str, source: Source, moment: Timestamp) -> Delivery {
        Delivery {
            account: part(account),
            region: part(region),
            source,
            half: half(moment),
            hours: BTreeSet::new(),
            newest: None,
            events: 0,
            rejected: 0,
            identity: 0,
        }
    }

    /// Counts the event `id` of this half day.
    pub fn add(&mut self, id: &str, time: Timestamp) {
        self.events += 1;
        let hour = (time.millis() - self.half.millis()).div_euclid(HOUR).clamp(0, 11);
        self.hours.insert(hour as u8);
        self.newest = self.newest.max(Some(time));
        self.mix(id);
    }

    /// Makes `text` a part of what tells it from others, in whatever order parts come.
    pub fn mix(&mut self, text: &str) {
        self.identity = self.identity.wrapping_add(u64::from_be_bytes(key::digest(text)));
    }

    fn hash(&self) -> Blob {
        Blob::new(&self.identity.to_be_bytes()[..HASH])
    }

    fn stream(&self) -> String {
        key::stream(&self.account, &self.region, self.source)
    }
}

impl Known {
    fn with<T>(&self, work: impl FnOnce(&mut HashSet<String>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn remember(&self, stream: String) {
        self.with(|known| {
            if known.len() >= REMEMBERED {
                known.clear();
            }
            known.insert(stream);
        });
    }
}

impl Store {
    /// Notes that `delivery`, whose events are stored, came in at `now`. Noting it again counts it as what came
    /// again, and nothing else.
    pub async fn note(&self, delivery: &Delivery, now: Timestamp) -> Result<Noted, Error> {
        let mut noted = Noted { again: false, write_units: self.list_stream(delivery).await? };
        let mut form = Form::Count { hashed: true, newest: delivery.newest.is_some() };
        for _ in 0..TRIES {
            let sent = self
                .of_half(delivery, form, now)
                .return_consumed_capacity(ReturnConsumedCapacity::Total)
                .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
                .send()
                .await;
            let error = match sent {
                Ok(answer) => {
                    noted.write_units +=
                        answer.consumed_capacity().and_then(|c| c.capacity_units()).unwrap_or(0.0);
                    noted.again = form == Form::Again;
                    return Ok(noted);
                }
                Err(error) => error,
            };
            let Some(UpdateItemError::ConditionalCheckFailedException(refused)) = error.as_service_error()
            else {
                return Err(Error::sdk("UpdateItem", error));
            };
            noted.write_units += 1.0;
            form = refused.item().map_or(form, |before| delivery.form(before));
        }
        Err(Error::Busy("UpdateItem: too many note the same half day".to_owned()))
    }

    /// Puts the stream into the directory unless this process did; returns the write units.
    async fn list_stream(&self, delivery: &Delivery) -> Result<f64, Error> {
        let stream = delivery.stream();
        if self.known.with(|known| known.contains(&stream)) {
            return Ok(0.0);
        }
        let answer = self
            .client
            .update_item()
            .table_name(&self.config.table)
            .key(PK, AttributeValue::S(key::STREAMS.to_owned()))
            .key(SK, AttributeValue::S(stream.clone()))
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(|e| Error::sdk("UpdateItem", e))?;
        self.known.remember(stream);
        Ok(answer.consumed_capacity().and_then(|c| c.capacity_units()).unwrap_or(0.0))
    }

    fn of_half(&self, delivery: &Delivery, form: Form, now: Timestamp) -> UpdateItemFluentBuilder {
        let number = |n: u64| AttributeValue::N(n.to_string());
        let update = self
            .client
            .update_item()
            .table_name(&self.config.table)
            .key(PK, AttributeValue::S(format!("{}{}", key::STREAMS, delivery.stream())))
            .key(SK, AttributeValue::S(key::half(delivery.half)));
        let Form::Count { hashed, newest } = form else {
            return update
                .update_expression("ADD #d :one")
                .expression_attribute_names("#d", column::AGAIN)
                .expression_attribute_values(":one", number(1));
        };
        let (mut set, mut add) = ("SET #r = :now".to_owned(), "ADD #f :one, #e :e, #j :j".to_owned());
        let mut update = update
            .expression_attribute_names("#r", column::RECEIVED)
            .expression_attribute_names("#f", column::FILES)
            .expression_attribute_names("#e", column::EVENTS)
            .expression_attribute_names("#j", column::REJECTED)
            .expression_attribute_values(":now", AttributeValue::N(now.millis().to_string()))
            .expression_attribute_values(":one", number(1))
            .expression_attribute_values(":e", number(delivery.events))
            .expression_attribute_values(":j", number(delivery.rejected));
        if !delivery.hours.is_empty() {
            let hours = delivery.hours.iter().map(u8::to_string).collect();
            add += ", #o :o";
            update = update
                .expression_attribute_names("#o", column::HOURS)
                .expression_attribute_values(":o", AttributeValue::Ns(hours));
        }
        if let Some(expiry) = self.config.retention.expiry(delivery.half.plus_millis(HALF_DAY)) {
            set += ", #x = :x";
            update = update
                .expression_attribute_names("#x", EXPIRY)
                .expression_attribute_values(":x", AttributeValue::N(expiry.to_string()));
        }
        let mut conditions = Vec::new();
        if hashed {
            add += ", #h :hs";
            conditions.push("NOT contains(#h, :h) AND (attribute_not_exists(#h) OR size(#h) < :most)");
            update = update
                .expression_attribute_names("#h", column::HASHES)
                .expression_attribute_values(":hs", AttributeValue::Bs(vec![delivery.hash()]))
                .expression_attribute_values(":h", AttributeValue::B(delivery.hash()))
                .expression_attribute_values(":most", number(MOST as u64));
        } else {
            add += ", #u :one";
            update = update.expression_attribute_names("#u", column::UNKNOWN);
        }
        if let Some(time) = delivery.newest.filter(|_| newest) {
            set += ", #n = :n, #l = :now";
            conditions.push("(attribute_not_exists(#n) OR #n < :n)");
            update = update
                .expression_attribute_names("#n", column::NEWEST)
                .expression_attribute_names("#l", column::NEWEST_RECEIVED)
                .expression_attribute_values(":n", AttributeValue::N(time.millis().to_string()));
        }
        let condition = (!conditions.is_empty()).then(|| conditions.join(" AND "));
        update.update_expression(format!("{set} {add}")).set_condition_expression(condition)
    }
}

impl Delivery {
    /// How to note it over an item that is as `before`.
    fn form(&self, before: &Item) -> Form {
        let hashes = before.get(column::HASHES).and_then(|hashes| hashes.as_bs().ok());
        let newest = item::integer(before, column::NEWEST).map(Timestamp::from_millis);
        if hashes.is_some_and(|hashes| hashes.contains(&self.hash())) {
            return Form::Again;
        }
        let hashed = hashes.is_none_or(|hashes| hashes.len() < MOST);
        Form::Count { hashed, newest: self.newest > newest }
    }
}

/// The first moment of the half day of `moment`.
pub(crate) fn half(moment: Timestamp) -> Timestamp {
    Timestamp::from_millis(moment.millis() - moment.millis().rem_euclid(HALF_DAY))
}

/// A part of a key: accounts and Regions are short words.
fn part(text: &str) -> String {
    let good = (1..=40).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
    if good { text.to_owned() } else { "-".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn the_same_events_are_the_same_delivery_in_any_order() {
        let mut deliveries = [0, 1].map(|_| {
            Delivery::at("111122223333", "us-east-1", Source::LogFiles, moment("2026-11-22T13:59:59Z"))
        });
        let times = [("a", "2026-11-22T12:00:00Z"), ("b", "2026-11-22T23:59:59.999Z")]
            .map(|(id, time)| (id, moment(time)));
        times.iter().for_each(|(id, time)| deliveries[0].add(id, *time));
        times.iter().rev().for_each(|(id, time)| deliveries[1].add(id, *time));
        let [one, two] = deliveries;
        assert_eq!(one, two);
        assert_eq!((one.half, one.newest), (moment("2026-11-22T12:00:00Z"), Some(times[1].1)));
        assert_eq!(one.hours, BTreeSet::from([0, 11]));
    }

    #[test]
    fn what_is_no_account_and_no_region_is_none() {
        for odd in ["", "a#b", "a b", "é", &"x".repeat(41)] {
            let delivery = Delivery::at(odd, odd, Source::ByHand, Timestamp::MIN);
            assert_eq!((&*delivery.account, &*delivery.region), ("-", "-"), "{odd}");
        }
    }
}
