//! Rollups as items: one for each attribute, category and day.

use std::collections::HashMap;

use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnConsumedCapacity};
use model::event::Category;
use model::{Cost, Span, Timestamp};

use super::attribute::Attribute;
use super::mark::version;
use super::packed;
use super::tally::Tally;
use crate::control::VALUE;
use crate::item::{self, Item, text};
use crate::schema::{EXPIRY, PK, SK};
use crate::{Error, Store, key};

/// Attribute of the version.
const VERSION: &str = "n";
const DAY: i64 = 86_400_000;

/// A rollup as it was read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Rollup {
    /// The first moment of the day.
    pub(crate) day: Timestamp,
    pub(crate) tally: Tally,
    version: String,
}

impl Store {
    /// The rollups of `day`, by attribute.
    pub(crate) async fn rollups_of_day(
        &self,
        day: Timestamp,
        category: Category,
        cost: &mut Cost,
    ) -> Result<HashMap<Attribute, Rollup>, Error> {
        let keys = Attribute::ALL.map(|attribute| (attribute.partition(category), key::day(day)));
        let mut rollups = HashMap::new();
        for item in self.items(&keys, &[], true, cost).await? {
            let number = keys.iter().position(|(pk, _)| text(&item, PK) == Some(pk));
            if let Some(number) = number {
                rollups.insert(Attribute::ALL[number], rollup(&item)?);
            }
        }
        Ok(rollups)
    }

    /// The rollups of `attribute` of the days that `span` touches, oldest first; `None` when reading them
    /// went over the read budget. Read strongly: what was rolled before a mark was seen to be clear is in
    /// them.
    pub(crate) async fn rollups(
        &self,
        attribute: Attribute,
        category: Category,
        span: Span,
        cost: &mut Cost,
    ) -> Result<Option<Vec<Rollup>>, Error> {
        let (low, high) = (key::day(span.from), key::day(span.to));
        let query = self.partition_between(attribute.partition(category), low, high).consistent_read(true);
        let all = self.read_partition(query, usize::MAX, self.config.read_budget, cost).await?;
        all.whole.then(|| all.items.iter().map(rollup).collect()).transpose()
    }

    /// Writes `tally` as the rollup of `day` in the place of `before`. Returns whether that was still there,
    /// and the write units.
    pub(crate) async fn put_rollup(
        &self,
        (attribute, category, day): (Attribute, Category, Timestamp),
        tally: &Tally,
        before: Option<&Rollup>,
    ) -> Result<(bool, f64), Error> {
        let pk = attribute.partition(category);
        let packed = packed::pack(tally).map_err(|e| Error::corrupt(&pk, e))?;
        let mut item = Item::from([
            (PK.to_owned(), AttributeValue::S(pk)),
            (SK.to_owned(), AttributeValue::S(key::day(day))),
            (VALUE.to_owned(), AttributeValue::B(Blob::new(packed))),
            (VERSION.to_owned(), AttributeValue::S(version())),
        ]);
        // With the last of its events.
        if let Some(expiry) = self.config.retention.expiry(day.plus_millis(DAY)) {
            item.insert(EXPIRY.to_owned(), AttributeValue::N(expiry.to_string()));
        }
        let put = self
            .client
            .put_item()
            .table_name(&self.config.table)
            .set_item(Some(item))
            .return_consumed_capacity(ReturnConsumedCapacity::Total);
        let put = match before {
            None => put.condition_expression("attribute_not_exists(#c)").expression_attribute_names("#c", PK),
            Some(before) => put
                .condition_expression("#c = :c")
                .expression_attribute_names("#c", VERSION)
                .expression_attribute_values(":c", AttributeValue::S(before.version.clone())),
        };
        // What is refused costs a unit.
        let Some(answer) = Error::if_held("PutItem", put.send().await)? else { return Ok((false, 1.0)) };
        Ok((true, answer.consumed_capacity().and_then(|c| c.capacity_units()).unwrap_or(0.0)))
    }
}

fn rollup(item: &Item) -> Result<Rollup, Error> {
    let corrupt = |why: &str| Error::corrupt(text(item, PK).unwrap_or("?"), why);
    let day = text(item, SK).and_then(|day| day.parse().ok()).ok_or_else(|| corrupt("a day that is none"))?;
    let bytes = item::bytes(item, VALUE).ok_or_else(|| corrupt("no counts"))?;
    let tally = packed::unpack(bytes).map_err(corrupt)?;
    Ok(Rollup { day, tally, version: text(item, VERSION).unwrap_or_default().to_owned() })
}
