//! Events by their ids, whole.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::{AttributeValue, KeysAndAttributes, ReturnConsumedCapacity};
use futures::future::try_join_all;
use model::{Cost, Event, Timestamp};

use crate::backoff::Backoff;
use crate::item::{self, Item};
use crate::schema::{EVENT, PK, SK};
use crate::{Error, Store, key, pack};

/// Keys in one BatchGetItem.
pub(crate) const GET: usize = 100;

/// An event as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// The event.
    pub event: Event,
    /// When it was stored here first.
    pub received: Option<Timestamp>,
}

impl Store {
    /// The events of `ids`, by id; one that is not there is left out.
    pub(crate) async fn events(
        &self,
        ids: &[String],
        cost: &mut Cost,
    ) -> Result<HashMap<String, Stored>, Error> {
        let mut events = HashMap::new();
        for item in self.event_items(ids, &[], false, cost).await? {
            let event = self.unpack(&item, cost).await?;
            let received = item::received(&item);
            events.insert(event.id.clone(), Stored { event, received });
        }
        Ok(events)
    }

    /// The events' own items; only the attributes of `projection`, unless it is empty. Read `strongly`,
    /// they are as of now, at twice the price.
    pub(crate) async fn event_items(
        &self,
        ids: &[String],
        projection: &[&str],
        strongly: bool,
        cost: &mut Cost,
    ) -> Result<Vec<Item>, Error> {
        let keys: Vec<_> = ids.iter().map(|id| (key::event(id), EVENT.to_owned())).collect();
        self.items(&keys, projection, strongly, cost).await
    }

    /// The items of `keys`, each a partition key and a sort key; otherwise as [`Store::event_items`].
    pub(crate) async fn items(
        &self,
        keys: &[(String, String)],
        projection: &[&str],
        strongly: bool,
        cost: &mut Cost,
    ) -> Result<Vec<Item>, Error> {
        let batches =
            try_join_all(keys.chunks(GET).map(|keys| self.get_batch(keys, projection, strongly))).await?;
        let mut items = Vec::new();
        for (batch, units) in batches {
            cost.read_units += units;
            items.extend(batch);
        }
        cost.round_trips += u32::from(!keys.is_empty());
        Ok(items)
    }

    /// One BatchGetItem, repeated for the keys that it did not get to.
    async fn get_batch(
        &self,
        keys: &[(String, String)],
        projection: &[&str],
        strongly: bool,
    ) -> Result<(Vec<Item>, f64), Error> {
        let table = &self.config.table;
        let keys = keys.iter().map(|(pk, sk)| {
            Item::from([
                (PK.to_owned(), AttributeValue::S(pk.clone())),
                (SK.to_owned(), AttributeValue::S(sk.clone())),
            ])
        });
        let projection = (!projection.is_empty()).then(|| projection.join(", "));
        let wanted = KeysAndAttributes::builder()
            .set_keys(Some(keys.collect()))
            .set_projection_expression(projection)
            .consistent_read(strongly)
            .build()
            .map_err(Error::build)?;
        let mut wanted = Some(HashMap::from([(table.clone(), wanted)]));
        let (mut items, mut units, mut backoff) = (Vec::new(), 0.0, Backoff::default());
        while let Some(request) = wanted.take() {
            let answer = self
                .client
                .batch_get_item()
                .set_request_items(Some(request))
                .return_consumed_capacity(ReturnConsumedCapacity::Total)
                .send()
                .await
                .map_err(|e| Error::sdk("BatchGetItem", e))?;
            units += answer.consumed_capacity().iter().filter_map(|c| c.capacity_units()).sum::<f64>();
            items.extend(answer.responses.and_then(|mut tables| tables.remove(table)).unwrap_or_default());
            wanted = answer.unprocessed_keys.filter(|rest| !rest.is_empty());
            if wanted.is_some() {
                backoff.wait("BatchGetItem").await?;
            }
        }
        Ok((items, units))
    }

    /// The event of its own item.
    pub(crate) async fn unpack(&self, item: &Item, cost: &mut Cost) -> Result<Event, Error> {
        let pk = item::text(item, PK).unwrap_or("?");
        let corrupt = |why: &dyn std::fmt::Display| Error::corrupt(pk, why);
        let packed = match item::integer(item, item::PARTS) {
            None => item::bytes(item, item::RECORD).ok_or_else(|| corrupt(&"no record"))?.to_vec(),
            Some(parts) => self.parts(pk, parts, cost).await?,
        };
        let record = pack::unpack(&packed).map_err(|e| corrupt(&e))?;
        // Byte for byte as it was delivered, or not at all: this is evidence.
        if item::bytes(item, item::HASH) != Some(&item::hash(&record)) {
            return Err(corrupt(&"the record is not the one that was stored"));
        }
        Event::from_record(&record).map_err(|e| corrupt(&e))
    }

    /// A record kept in `count` parts.
    async fn parts(&self, pk: &str, count: i64, cost: &mut Cost) -> Result<Vec<u8>, Error> {
        let mut packed = Vec::new();
        for n in 0..usize::try_from(count).unwrap_or(0) {
            let answer = self
                .client
                .get_item()
                .table_name(&self.config.table)
                .key(PK, AttributeValue::S(pk.to_owned()))
                .key(SK, AttributeValue::S(item::part_key(n)))
                .return_consumed_capacity(ReturnConsumedCapacity::Total)
                .send()
                .await
                .map_err(|e| Error::sdk("GetItem", e))?;
            cost.round_trips += 1;
            cost.read_units += answer.consumed_capacity().and_then(|c| c.capacity_units()).unwrap_or(0.0);
            let part = answer.item.as_ref().and_then(|item| item::bytes(item, item::RECORD));
            packed.extend(part.ok_or_else(|| Error::corrupt(pk, format!("part {n} is missing")))?);
        }
        Ok(packed)
    }
}
