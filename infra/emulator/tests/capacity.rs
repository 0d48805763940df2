//! Consumed capacity, by the rules of AWS: the product's figures are built on it.

mod common;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{ConsumedCapacity, ReturnConsumedCapacity};
use common::{Item, TABLE, create_table, event, put, put_batch, s};
use emulator::Emulator;

async fn client() -> Client {
    let client = Emulator::memory().unwrap().client();
    create_table(&client).await;
    client
}

/// Total, table, index `userName`, index `eventName`.
fn units(capacity: &ConsumedCapacity) -> (f64, f64, f64, f64) {
    let of = |name: &str| {
        let index = capacity.global_secondary_indexes().and_then(|all| all.get(name));
        index.and_then(|index| index.capacity_units()).unwrap_or(0.0)
    };
    let table = capacity.table().and_then(|table| table.capacity_units()).unwrap_or(0.0);
    (capacity.capacity_units().unwrap(), table, of("userName"), of("eventName"))
}

async fn put_item(client: &Client, item: Item) -> (f64, f64, f64, f64) {
    let put = client.put_item().table_name(TABLE).set_item(Some(item));
    let answer = put.return_consumed_capacity(ReturnConsumedCapacity::Indexes).send().await.unwrap();
    units(answer.consumed_capacity().unwrap())
}

async fn batch(client: &Client, items: impl IntoIterator<Item = Item>) -> (f64, f64, f64, f64) {
    let puts = items.into_iter().map(put).collect();
    let batch = client.batch_write_item().request_items(TABLE, puts);
    let answer = batch.return_consumed_capacity(ReturnConsumedCapacity::Indexes).send().await.unwrap();
    units(&answer.consumed_capacity()[0])
}

#[tokio::test]
async fn a_put_costs_a_unit_per_started_kilobyte_and_per_index_entry() {
    let client = client().await;
    assert_eq!(put_item(&client, event(0, 500)).await, (3.0, 1.0, 1.0, 1.0));
    assert_eq!(put_item(&client, event(1, 1_500)).await, (3.0, 2.0, 1.0, 0.0));
}

#[tokio::test]
async fn the_first_byte_over_a_kilobyte_costs_the_next_unit() {
    let client = client().await;
    let bytes = |item: &Item| -> usize {
        // Names, strings and the binary; a map adds 3 bytes and 1 for each of its two members.
        let s = item["s"].as_m().unwrap();
        let row = 3 + s.iter().map(|(k, v)| 1 + k.len() + v.as_s().unwrap().len()).sum::<usize>();
        let of = |v: &aws_sdk_dynamodb::types::AttributeValue| match v {
            aws_sdk_dynamodb::types::AttributeValue::S(text) => text.len(),
            aws_sdk_dynamodb::types::AttributeValue::B(blob) => blob.as_ref().len(),
            _ => row,
        };
        item.iter().map(|(name, value)| name.len() + of(value)).sum()
    };
    let spare = 1024 - bytes(&event(1, 0));
    assert_eq!(put_item(&client, event(1, spare)).await.1, 1.0);
    assert_eq!(put_item(&client, event(3, spare + 1)).await.1, 2.0);
}

#[tokio::test]
async fn an_index_whose_entry_stays_the_same_costs_nothing() {
    let client = client().await;
    put_item(&client, event(0, 500)).await;
    assert_eq!(put_item(&client, event(0, 500)).await, (1.0, 1.0, 0.0, 0.0));
    assert_eq!(put_item(&client, event(0, 3_000)).await, (4.0, 4.0, 0.0, 0.0), "only the table has `z`");
    assert_eq!(put_item(&client, event(0, 500)).await.0, 4.0, "the larger of before and after");
    let mut moved = event(0, 500);
    moved.insert("un".to_owned(), s("root#0"));
    assert_eq!(put_item(&client, moved).await, (3.0, 1.0, 2.0, 0.0), "a move is a delete and a put");
    assert_eq!(batch(&client, [event(0, 500)]).await, (3.0, 1.0, 2.0, 0.0));
}

#[tokio::test]
async fn a_batch_of_new_items_costs_what_putting_each_of_them_costs() {
    let items = || (0..25).map(|n| event(n, n * 173));
    let (one_by_one, at_once) = (client().await, client().await);
    let mut sum = (0.0, 0.0, 0.0, 0.0);
    for item in items() {
        let units = put_item(&one_by_one, item).await;
        sum = (sum.0 + units.0, sum.1 + units.1, sum.2 + units.2, sum.3 + units.3);
    }
    assert_eq!(batch(&at_once, items()).await, sum);
    assert_eq!((sum.2, sum.3), (25.0, 13.0));
}

#[tokio::test]
async fn a_query_costs_half_a_unit_per_4_kb_that_it_read_before_the_filter() {
    let client = client().await;
    put_batch(&client, (0..25).map(|n| event(n, 900))).await;
    let query = |limit: i32| {
        client
            .query()
            .table_name(TABLE)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", s("E#0000"))
            .limit(limit)
            .return_consumed_capacity(ReturnConsumedCapacity::Indexes)
    };
    let cost = |answer: aws_sdk_dynamodb::operation::query::QueryOutput| {
        (answer.count(), units(answer.consumed_capacity().unwrap()))
    };
    assert_eq!(cost(query(1).send().await.unwrap()), (1, (0.5, 0.5, 0.0, 0.0)));
    let nothing = query(1).expression_attribute_values(":pk", s("E#9999")).send().await.unwrap();
    assert_eq!(cost(nothing), (0, (0.5, 0.5, 0.0, 0.0)), "nothing found costs the least");
    let consistent = query(1).consistent_read(true).send().await.unwrap();
    assert_eq!(cost(consistent).1.0, 1.0);

    let by_user = client
        .query()
        .table_name(TABLE)
        .index_name("userName")
        .key_condition_expression("un = :user")
        .expression_attribute_values(":user", s("alana#0"))
        .return_consumed_capacity(ReturnConsumedCapacity::Indexes);
    // 25 entries of less than 100 bytes (`z` is not projected), summed before they are rounded.
    assert_eq!(cost(by_user.clone().send().await.unwrap()), (25, (0.5, 0.0, 0.5, 0.0)));
    let filtered = by_user.filter_expression("s.n = :n").expression_attribute_values(":n", s("7"));
    assert_eq!(cost(filtered.send().await.unwrap()), (1, (0.5, 0.0, 0.5, 0.0)));
}

#[tokio::test]
async fn a_filter_does_not_make_a_scan_cheaper() {
    let client = client().await;
    put_batch(&client, (0..20).map(|n| event(n, 2_000))).await;
    let scan = client.scan().table_name(TABLE).return_consumed_capacity(ReturnConsumedCapacity::Total);
    let all = scan.clone().send().await.unwrap();
    let none = scan.filter_expression("attribute_not_exists(pk)").send().await.unwrap();
    let units = |c: Option<&ConsumedCapacity>| c.unwrap().capacity_units().unwrap();
    // 20 items of 2,1xx bytes: 42 to 43 kB, 11 times 4 KB.
    assert_eq!((all.count(), units(all.consumed_capacity())), (20, 5.5));
    assert_eq!((none.count(), units(none.consumed_capacity())), (0, 5.5));
}

#[tokio::test]
async fn a_batch_of_reads_rounds_each_item_up() {
    let client = client().await;
    put_batch(&client, (0..4).map(|n| event(n, 900))).await;
    let mut keys = aws_sdk_dynamodb::types::KeysAndAttributes::builder();
    for n in 0..5 {
        keys = keys.keys(Item::from([("pk".to_owned(), s(format!("E#{n:04}"))), ("sk".to_owned(), s("E"))]));
    }
    let get = client.batch_get_item().request_items(TABLE, keys.build().unwrap());
    let got = get.return_consumed_capacity(ReturnConsumedCapacity::Total).send().await.unwrap();
    assert_eq!(got.consumed_capacity()[0].capacity_units(), Some(2.5), "the missing one too");
}
