//! A record is given back as it was delivered, or not at all.

use aws_sdk_dynamodb::types::AttributeValue;
use conformance::{now, random, store_over};
use emulator::Emulator;
use store::{Error, Retention};

#[tokio::test]
async fn a_record_that_was_exchanged_is_refused() {
    let client = Emulator::memory().expect("an engine").client();
    let store = store_over(client.clone(), 1, Retention::Forever, 512.0).await;
    let events = random(9, 2);
    store.put(events.clone(), now()).await.unwrap();

    let table = client.list_tables().send().await.unwrap().table_names()[0].clone();
    let key = |id: &str| AttributeValue::S(format!("E#{id}"));
    let item = |id: &str| {
        client
            .get_item()
            .table_name(&table)
            .key("pk", key(id))
            .key("sk", AttributeValue::S("E".into()))
            .send()
    };
    let other = item(&events[1].id).await.unwrap().item.unwrap();
    let mut changed = item(&events[0].id).await.unwrap().item.unwrap();
    changed.insert("z".to_owned(), other["z"].clone());
    client.put_item().table_name(&table).set_item(Some(changed)).send().await.unwrap();

    assert!(matches!(store.event(&events[0].id, now()).await, Err(Error::Corrupt { .. })));
    assert_eq!(store.event(&events[1].id, now()).await.unwrap().unwrap().record, *events[1].record);
}
