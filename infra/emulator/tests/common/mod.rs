//! A table for the tests: key `pk`/`sk`, and two sparse indexes that include the map `s`.

use std::collections::HashMap;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{
    AttributeDefinition, AttributeValue, BillingMode, GlobalSecondaryIndex, KeySchemaElement, KeyType,
    Projection, ProjectionType, PutRequest, ScalarAttributeType, WriteRequest,
};

pub(crate) type Item = HashMap<String, AttributeValue>;

pub(crate) const TABLE: &str = "events";

pub(crate) fn s(text: impl Into<String>) -> AttributeValue {
    AttributeValue::S(text.into())
}

pub(crate) async fn create_table(client: &Client) {
    let text = |name: &str| {
        let definition = AttributeDefinition::builder().attribute_name(name);
        definition.attribute_type(ScalarAttributeType::S).build().unwrap()
    };
    let key = |name: &str, kind: KeyType| {
        KeySchemaElement::builder().attribute_name(name).key_type(kind).build().unwrap()
    };
    let index = |name: &str, attribute: &str| {
        let projection = Projection::builder().projection_type(ProjectionType::Include);
        GlobalSecondaryIndex::builder()
            .index_name(name)
            .key_schema(key(attribute, KeyType::Hash))
            .key_schema(key("t", KeyType::Range))
            .projection(projection.non_key_attributes("s").build())
            .build()
            .unwrap()
    };
    client
        .create_table()
        .table_name(TABLE)
        .billing_mode(BillingMode::PayPerRequest)
        .set_attribute_definitions(Some(["pk", "sk", "t", "un", "en"].map(text).into()))
        .key_schema(key("pk", KeyType::Hash))
        .key_schema(key("sk", KeyType::Range))
        .global_secondary_indexes(index("userName", "un"))
        .global_secondary_indexes(index("eventName", "en"))
        .send()
        .await
        .unwrap();
}

/// The `n`-th event: every one has a user, every other one an event name; `bytes` of record.
pub(crate) fn event(n: usize, bytes: usize) -> Item {
    let row = HashMap::from([("who".to_owned(), s("alana")), ("n".to_owned(), s(n.to_string()))]);
    let mut item = Item::from([
        ("pk".to_owned(), s(format!("E#{n:04}"))),
        ("sk".to_owned(), s("E")),
        ("t".to_owned(), s(format!("2024-05-01T00:00:00Z#{n:04}"))),
        ("un".to_owned(), s("alana#0")),
        ("s".to_owned(), AttributeValue::M(row)),
        ("z".to_owned(), AttributeValue::B(vec![7; bytes].into())),
    ]);
    if n.is_multiple_of(2) {
        item.insert("en".to_owned(), s("DeleteDBInstance#0"));
    }
    item
}

pub(crate) fn put(item: Item) -> WriteRequest {
    let put = PutRequest::builder().set_item(Some(item)).build().unwrap();
    WriteRequest::builder().put_request(put).build()
}

pub(crate) async fn put_batch(client: &Client, items: impl IntoIterator<Item = Item>) {
    let puts = items.into_iter().map(put).collect();
    let answer = client.batch_write_item().request_items(TABLE, puts).send().await.unwrap();
    assert!(answer.unprocessed_items().is_some_and(HashMap::is_empty));
}
