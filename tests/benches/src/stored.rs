//! What events take up, by DynamoDB's rules on
//! [item sizes](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html).

use std::collections::HashMap;
use std::fmt;

use anyhow::Result;
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::AttributeValue;
use store::schema::{Index, PK, POSITION, ROW, SK};

/// What DynamoDB adds to each item, and to each entry of an index.
const OVERHEAD: usize = 100;

/// Bytes that are paid for, overhead included.
#[derive(Clone, Copy, Debug, Default)]
pub struct Stored {
    /// Events.
    pub events: usize,
    /// In the table itself, which point-in-time recovery keeps, too.
    pub table: usize,
    /// In its indexes.
    pub indexes: usize,
}

impl Stored {
    /// Measures what is in the table `name`.
    pub(crate) async fn measure(client: &Client, name: &str, events: usize) -> Result<Stored> {
        let mut stored = Stored { events, ..Stored::default() };
        let mut pages = client.scan().table_name(name).into_paginator().items().send();
        while let Some(item) = pages.next().await {
            stored.add(&item?);
        }
        Ok(stored)
    }

    fn add(&mut self, item: &HashMap<String, AttributeValue>) {
        let size = |name: &str| item.get(name).map_or(0, |value| name.len() + value_size(value));
        self.table += OVERHEAD + item.keys().map(|name| size(name)).sum::<usize>();
        let projected: usize = [PK, SK, POSITION, ROW].into_iter().map(size).sum();
        for index in Index::ALL.into_iter().filter(|index| item.contains_key(index.attribute())) {
            self.indexes += OVERHEAD + projected + size(index.attribute());
        }
    }
}

fn value_size(value: &AttributeValue) -> usize {
    match value {
        AttributeValue::S(text) => text.len(),
        AttributeValue::N(number) => number.len().div_ceil(2) + 1,
        AttributeValue::B(bytes) => bytes.as_ref().len(),
        AttributeValue::L(list) => 3 + list.iter().map(|value| 1 + value_size(value)).sum::<usize>(),
        AttributeValue::M(map) => {
            3 + map.iter().map(|(name, value)| 1 + name.len() + value_size(value)).sum::<usize>()
        }
        // Booleans and nulls; there are no sets.
        _ => 1,
    }
}

impl fmt::Display for Stored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Stored { events, table, indexes } = *self;
        // Standard class and recovery, us-east-1: $0.25 and $0.20 per GB and month.
        let gigabytes = |bytes: usize| bytes as f64 / events as f64 / 1_000.0;
        let dollars = gigabytes(table + indexes) * 0.25 + gigabytes(table) * 0.20;
        write!(
            f,
            "{} bytes an event in the table, {} in its indexes: ${dollars:.2} a month per million events",
            table / events,
            indexes / events,
        )
    }
}
