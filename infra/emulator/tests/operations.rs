//! Every operation that the product uses, by the real SDK, without a socket.

mod common;

use std::collections::HashMap;

use aws_sdk_dynamodb::types::{
    AttributeValue, KeysAndAttributes, Put, TimeToLiveSpecification, TransactWriteItem,
};
use common::{TABLE, create_table, event, put, put_batch, s};
use emulator::Emulator;

async fn emulator() -> (Emulator, aws_sdk_dynamodb::Client) {
    let emulator = Emulator::memory().unwrap();
    let client = emulator.client();
    create_table(&client).await;
    (emulator, client)
}

#[tokio::test]
async fn an_index_is_read_page_by_page_without_loss_or_repetition() {
    let (_emulator, client) = emulator().await;
    put_batch(&client, (0..25).map(|n| event(n, 300))).await;
    put_batch(&client, (25..40).map(|n| event(n, 300))).await;

    let (mut seen, mut start, mut pages) = (Vec::new(), None, 0);
    loop {
        let page = client
            .query()
            .table_name(TABLE)
            .index_name("userName")
            .key_condition_expression("un = :user")
            .expression_attribute_values(":user", s("alana#0"))
            .scan_index_forward(false)
            .limit(15)
            .set_exclusive_start_key(start)
            .send()
            .await
            .unwrap();
        pages += 1;
        for item in page.items() {
            assert!(item.contains_key("s") && !item.contains_key("z"), "the projection: {item:?}");
            seen.push(item["pk"].as_s().unwrap().clone());
        }
        start = page.last_evaluated_key;
        if start.is_none() {
            break;
        }
    }
    let newest_first: Vec<_> = (0..40).rev().map(|n| format!("E#{n:04}")).collect();
    assert_eq!((seen, pages), (newest_first, 3));
}

#[tokio::test]
async fn an_item_without_the_key_of_an_index_is_not_in_it() {
    let (_emulator, client) = emulator().await;
    put_batch(&client, (0..10).map(|n| event(n, 10))).await;
    let query = client.query().table_name(TABLE).index_name("eventName");
    let named = query
        .key_condition_expression("en = :name")
        .expression_attribute_values(":name", s("DeleteDBInstance#0"))
        .send()
        .await
        .unwrap();
    assert_eq!(named.count(), 5);
}

#[tokio::test]
async fn an_item_put_again_leaves_no_trace_in_the_indexes_it_has_left() {
    let (_emulator, client) = emulator().await;
    put_batch(&client, [event(0, 10), event(2, 10)]).await;
    let mut changed = event(0, 10);
    changed.insert("un".to_owned(), s("root#0"));
    changed.remove("en");
    // With an item that is there and one that is not.
    put_batch(&client, [changed.clone(), event(4, 10)]).await;

    let mut counts = Vec::new();
    for (index, key, value) in [
        ("userName", "un", "alana#0"),
        ("userName", "un", "root#0"),
        ("eventName", "en", "DeleteDBInstance#0"),
    ] {
        let query = client.query().table_name(TABLE).index_name(index);
        let found = query
            .key_condition_expression(format!("{key} = :v"))
            .expression_attribute_values(":v", s(value))
            .send()
            .await
            .unwrap();
        counts.push(found.count());
    }
    assert_eq!(counts, [2, 1, 2]);
}

#[tokio::test]
async fn items_come_back_as_they_were_put() {
    let (_emulator, client) = emulator().await;
    let written = event(0, 900);
    put_batch(&client, [written.clone(), event(1, 10)]).await;

    let get = client.get_item().table_name(TABLE).key("pk", s("E#0000")).key("sk", s("E"));
    assert_eq!(get.send().await.unwrap().item, Some(written));

    let key =
        |n: usize| HashMap::from([("pk".to_owned(), s(format!("E#{n:04}"))), ("sk".to_owned(), s("E"))]);
    let keys = KeysAndAttributes::builder().keys(key(0)).keys(key(1)).keys(key(2)).build().unwrap();
    let batch = client.batch_get_item().request_items(TABLE, keys).send().await.unwrap();
    assert_eq!(batch.responses().unwrap()[TABLE].len(), 2, "the third was never put");
}

#[tokio::test]
async fn a_transaction_writes_all_or_nothing() {
    let (_emulator, client) = emulator().await;
    let put = |n: usize| {
        let put = Put::builder().table_name(TABLE).set_item(Some(event(n, 10)));
        let put = put.condition_expression("attribute_not_exists(pk)").build().unwrap();
        TransactWriteItem::builder().put(put).build()
    };
    client.transact_write_items().transact_items(put(0)).transact_items(put(1)).send().await.unwrap();
    let error = client.transact_write_items().transact_items(put(1)).transact_items(put(2)).send().await;
    let error = error.unwrap_err().into_service_error();
    assert!(error.is_transaction_canceled_exception(), "{error:?}");
    let all = client.scan().table_name(TABLE).send().await.unwrap();
    assert_eq!(all.count(), 2);
}

#[tokio::test]
async fn what_has_expired_is_there_until_it_is_swept() {
    let (emulator, client) = emulator().await;
    let ttl = TimeToLiveSpecification::builder().attribute_name("x").enabled(true).build().unwrap();
    client.update_time_to_live().table_name(TABLE).time_to_live_specification(ttl).send().await.unwrap();
    let (mut old, mut young) = (event(0, 10), event(1, 10));
    old.insert("x".to_owned(), AttributeValue::N("1600000000".to_owned()));
    young.insert("x".to_owned(), AttributeValue::N("99999999999".to_owned()));
    put_batch(&client, [old, young, event(2, 10)]).await;

    assert_eq!(client.scan().table_name(TABLE).send().await.unwrap().count(), 3);
    assert_eq!(emulator.sweep_expired().unwrap(), 1);
    let left = client.scan().table_name(TABLE).index_name("userName").send().await.unwrap();
    assert_eq!(left.count(), 2, "the indexes are swept too");
}

#[tokio::test]
async fn clients_of_one_emulator_share_its_tables_and_emulators_do_not() {
    let (emulator, client) = emulator().await;
    put_batch(&client, [event(0, 10)]).await;
    assert_eq!(emulator.client().scan().table_name(TABLE).send().await.unwrap().count(), 1);
    let other = Emulator::memory().unwrap().client();
    assert!(other.list_tables().send().await.unwrap().table_names().is_empty());
}

#[tokio::test]
async fn requests_at_the_same_time_all_succeed() {
    let (_emulator, client) = emulator().await;
    let batches = (0..20).map(|batch| {
        let puts = (0..25).map(|n| put(event(batch * 25 + n, 100))).collect();
        tokio::spawn(client.batch_write_item().request_items(TABLE, puts).send())
    });
    for batch in batches.collect::<Vec<_>>() {
        batch.await.unwrap().unwrap();
    }
    assert_eq!(client.scan().table_name(TABLE).send().await.unwrap().count(), 500);
}
