//! What was asked of the console, until it is an event.
//!
//! The function that answers may write here and cannot write events: it leaves an item, and a roller turns items
//! into events. The same question asked again meanwhile adds one to the item's count, so that a page which asks
//! five things at once, or asks again every few seconds, is one event.
//!
//! **Exactly once.** A roller first *seals* an item: how often it was asked by then, and its event's id, stand
//! still from there on. So whatever dies between two steps, the next roller makes the same event again, which
//! the store then knows. What was asked between sealing and removing stays, under a new id.

use aws_sdk_dynamodb::types::{AttributeValue, ReturnConsumedCapacity, ReturnValue};
use model::{Cost, Timestamp};
use sha2::{Digest, Sha256};

use crate::control::VALUE;
use crate::item::{self, Item, RECEIVED, text};
use crate::schema::{PK, SK};
use crate::{Error, Store, key};

/// The id of the event to be, 32 hexadecimal digits.
const ID: &str = "i";
/// How often it was asked.
const TIMES: &str = "n";
/// How often it had been asked when it was sealed.
const SEALED: &str = "e";
/// When it was asked last, epoch milliseconds; [`RECEIVED`] is when it was first.
const LAST: &str = "u";

/// A sealed item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// Sort key: the hash of the text.
    hash: String,
    /// Random; the same as long as the item is not removed.
    pub id: u128,
    /// When it was asked first.
    pub time: Timestamp,
    /// How often it was asked.
    pub times: u64,
    /// What was asked.
    pub text: String,
}

impl Store {
    /// Keeps that `text` was asked at `now`: one write unit for a kilobyte of text. DynamoDB refuses a text of
    /// more than 400 kB.
    pub async fn ask(&self, text: &str, now: Timestamp) -> Result<f64, Error> {
        let hash = Sha256::digest(text);
        let hash: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        let now = AttributeValue::N(now.millis().to_string());
        let update = "SET #v = if_not_exists(#v, :v), #r = if_not_exists(#r, :now), #i = if_not_exists(#i, :i), \
                      #u = :now ADD #n :one";
        let asked = self
            .client
            .update_item()
            .table_name(&self.config.table)
            .key(PK, AttributeValue::S(key::ASKED.to_owned()))
            .key(SK, AttributeValue::S(hash))
            .update_expression(update)
            .expression_attribute_names("#v", VALUE)
            .expression_attribute_names("#r", RECEIVED)
            .expression_attribute_names("#i", ID)
            .expression_attribute_names("#u", LAST)
            .expression_attribute_names("#n", TIMES)
            .expression_attribute_values(":v", AttributeValue::S(text.to_owned()))
            .expression_attribute_values(":now", now)
            .expression_attribute_values(":i", AttributeValue::S(id()))
            .expression_attribute_values(":one", AttributeValue::N("1".to_owned()))
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(|e| Error::sdk("UpdateItem", e))?;
        Ok(asked.consumed_capacity().and_then(|c| c.capacity_units()).unwrap_or(0.0))
    }

    /// What was asked and is no event yet, sealed; `most` at most, a few more where an answer has more.
    pub async fn pending(&self, most: usize) -> Result<Vec<Pending>, Error> {
        let query = self.partition(key::ASKED.to_owned()).consistent_read(true);
        let found = self.read_partition(query, most, f64::INFINITY, &mut Cost::default()).await?;
        let mut pending = Vec::new();
        for item in &found.items {
            pending.extend(if item.contains_key(SEALED) {
                Some(read(item)?)
            } else {
                self.seal(item).await?
            });
        }
        Ok(pending)
    }

    /// `None` when somebody else has turned it into an event meanwhile.
    async fn seal(&self, item: &Item) -> Result<Option<Pending>, Error> {
        let sealed = self
            .client
            .update_item()
            .table_name(&self.config.table)
            .key(PK, AttributeValue::S(key::ASKED.to_owned()))
            .key(SK, AttributeValue::S(text(item, SK).unwrap_or_default().to_owned()))
            .update_expression("SET #e = if_not_exists(#e, #n)")
            .condition_expression("attribute_exists(#i)")
            .expression_attribute_names("#e", SEALED)
            .expression_attribute_names("#n", TIMES)
            .expression_attribute_names("#i", ID)
            .return_values(ReturnValue::AllNew)
            .send()
            .await;
        match Error::if_held("UpdateItem", sealed)? {
            Some(answer) => answer.attributes().map(read).transpose(),
            None => Ok(None),
        }
    }

    /// Removes `pending`, whose event is stored; what was asked since it was sealed stays to be another event.
    pub async fn settle(&self, pending: &Pending) -> Result<(), Error> {
        let number = || AttributeValue::N(pending.times.to_string());
        let own = || AttributeValue::S(format!("{:032x}", pending.id));
        let removed = self
            .client
            .delete_item()
            .table_name(&self.config.table)
            .key(PK, AttributeValue::S(key::ASKED.to_owned()))
            .key(SK, AttributeValue::S(pending.hash.clone()))
            .condition_expression("#i = :i AND #n = :n")
            .expression_attribute_names("#i", ID)
            .expression_attribute_names("#n", TIMES)
            .expression_attribute_values(":i", own())
            .expression_attribute_values(":n", number())
            .send()
            .await;
        if Error::if_held("DeleteItem", removed)?.is_some() {
            return Ok(());
        }
        let kept = self
            .client
            .update_item()
            .table_name(&self.config.table)
            .key(PK, AttributeValue::S(key::ASKED.to_owned()))
            .key(SK, AttributeValue::S(pending.hash.clone()))
            .update_expression("SET #i = :other, #n = #n - :n, #r = #u REMOVE #e")
            // Another roller may have done the same: then it is another item, or none.
            .condition_expression("#i = :i")
            .expression_attribute_names("#i", ID)
            .expression_attribute_names("#n", TIMES)
            .expression_attribute_names("#r", RECEIVED)
            .expression_attribute_names("#u", LAST)
            .expression_attribute_names("#e", SEALED)
            .expression_attribute_values(":i", own())
            .expression_attribute_values(":other", AttributeValue::S(id()))
            .expression_attribute_values(":n", number())
            .send()
            .await;
        Error::if_held("UpdateItem", kept).map(|_| ())
    }
}

fn id() -> String {
    format!("{:032x}", fastrand::u128(..))
}

fn read(item: &Item) -> Result<Pending, Error> {
    let pending = || {
        Some(Pending {
            hash: text(item, SK)?.to_owned(),
            id: u128::from_str_radix(text(item, ID)?, 16).ok()?,
            time: item::received(item)?,
            times: u64::try_from(item::integer(item, SEALED)?).ok()?,
            text: text(item, VALUE)?.to_owned(),
        })
    };
    pending().ok_or_else(|| Error::corrupt(key::ASKED, "what was asked is not readable"))
}
