//! Reading a partition of the table: marks, rollups, what arrived, views and lists, which are in no index.

use aws_sdk_dynamodb::operation::query::builders::QueryFluentBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnConsumedCapacity};
use model::Cost;

use crate::item::Item;
use crate::schema::{PK, SK};
use crate::{Error, Store};

/// Items in the order of their sort keys.
pub(crate) struct Read {
    pub(crate) items: Vec<Item>,
    /// Whether these are all: neither their number nor what they cost ended the reading.
    pub(crate) whole: bool,
}

impl Store {
    /// The query for the items of the partition `pk`, whatever their sort keys.
    pub(crate) fn partition(&self, pk: String) -> QueryFluentBuilder {
        self.client
            .query()
            .table_name(&self.config.table)
            .key_condition_expression("#pk = :pk")
            .expression_attribute_names("#pk", PK)
            .expression_attribute_values(":pk", AttributeValue::S(pk))
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
    }

    /// The same with sort keys between two, both inclusive.
    pub(crate) fn partition_between(&self, pk: String, low: String, high: String) -> QueryFluentBuilder {
        self.partition(pk)
            .key_condition_expression("#pk = :pk AND #sk BETWEEN :low AND :high")
            .expression_attribute_names("#sk", SK)
            .expression_attribute_values(":low", AttributeValue::S(low))
            .expression_attribute_values(":high", AttributeValue::S(high))
    }

    /// What `query` finds, answer by answer, until there are `most` items or `cost` is `budget` read units.
    pub(crate) async fn read_partition(
        &self,
        query: QueryFluentBuilder,
        most: usize,
        budget: f64,
        cost: &mut Cost,
    ) -> Result<Read, Error> {
        let (mut items, mut last) = (Vec::new(), None);
        loop {
            let answer = query.clone().set_exclusive_start_key(last).send().await;
            let answer = answer.map_err(|e| Error::sdk("Query", e))?;
            cost.round_trips += 1;
            cost.read_units += answer.consumed_capacity().and_then(|c| c.capacity_units()).unwrap_or(0.0);
            items.extend(answer.items.unwrap_or_default());
            last = answer.last_evaluated_key;
            if last.is_none() || items.len() >= most || cost.read_units >= budget {
                return Ok(Read { items, whole: last.is_none() });
            }
        }
    }
}
