//! What is stored, and how it is found.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ingest::audit::{Channel, CreateError};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::{ACCOUNT, Door, data, event, now};

#[tokio::test]
async fn an_event_is_found_as_any_other() {
    let door = Door::new().await;
    let answer = door.put(&[event("order_1-a", data("DeleteCat"))]).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.headers["content-type"], "application/json");
    assert_eq!(answer.headers["x-amzn-requestid"].len(), 36);
    let id = answer.event_id();
    assert_eq!(answer.body, json!({ "failed": [], "successful": [{ "id": "order_1-a", "eventID": id }] }));

    for query in [
        "category:activity",
        "category:activity+who:kim@example.com",
        "category:any+service:cats.example.com",
        "category:any+event:DeleteCat",
        "category:any+outcome:denied",
        "category:any+ip:203.0.113.0/24",
        "category:any+region:eu-west-1",
        "category:any+account:111122223333",
        "category:any+request:order-1",
        "category:any+resource:tabby",
        "category:any+@eventData.userIdentity.details.team:shelter",
        &format!("category:any+id:{id}"),
    ] {
        let page = door.found(query).await;
        assert_eq!(page.rows.len(), 1, "{query}");
        assert_eq!(page.rows[0].id, id, "{query}");
    }
    assert!(door.found("").await.rows.is_empty(), "Event history shows management events");

    let detail = door.detail(id).await;
    let record: Value = serde_json::from_str(&detail.record).unwrap();
    assert_eq!(record["eventCategory"], "ActivityAuditLog");
    assert_eq!(record["eventType"], "ActivityLog");
    assert_eq!(record["awsRegion"], "eu-west-1");
    let metadata = json!({ "ingestionTime": "2026-11-22T16:00:00Z", "channelARN": door.channel.arn });
    assert_eq!(record["metadata"], metadata);
    assert_eq!(detail.user_agent.as_deref(), Some("cats-shop/3.1"));
}

#[tokio::test]
async fn a_hundred_events_at_once() {
    let door = Door::new().await;
    let events: Vec<Value> = (0..100).map(|n| event(&n.to_string(), data(&format!("Feed{n}")))).collect();
    let answer = door.put(&events).await;
    assert_eq!(answer.counts(), (100, 0));
    let ids =
        answer.body["successful"].as_array().unwrap().iter().map(|s| s["id"].as_str().unwrap().to_owned());
    assert_eq!(ids.collect::<Vec<_>>(), (0..100).map(|n| n.to_string()).collect::<Vec<_>>());
    assert_eq!(door.found("category:activity").await.rows.len(), 100);
}

#[tokio::test]
async fn what_the_sender_wrote_is_kept_byte_for_byte() {
    let door = Door::new().await;
    let plain = data("PAYLOAD").to_string();
    let hostile = corpus::PAYLOADS.iter().map(|payload| {
        let literal = Value::from(*payload).to_string();
        plain.replace("\"PAYLOAD\"", &literal).replace("\"tabby\"", &literal)
    });
    let odd = [
        plain.replacen('{', "\n { \t", 1) + "\r\n",
        plain
            .replacen('{', r#"{"n":[1.0,12345678901234567890123,1e2],"\u0061":"\ud800 \/",""#, 1)
            .replacen(",\"\"", ",\"", 1),
        plain.replacen('{', r#"{"UID":"first","eventID":"forged","eventCategory":"Management","#, 1),
    ];
    let texts: Vec<String> = hostile.chain(odd).collect();
    for (n, text) in texts.iter().enumerate() {
        let answer = door.put(&[event(&n.to_string(), text)]).await;
        // A payload may be no name at all: empty, or longer than a name may be.
        if answer.counts() == (0, 1) {
            let code = answer.body["failed"][0]["errorCode"].as_str().unwrap();
            assert!(["FieldNotFound", "FieldTooLong"].contains(&code), "{}", answer.body);
            continue;
        }
        let record = door.detail(answer.event_id()).await.record;
        assert!(record.ends_with(&format!(",\"eventData\":{text}}}")), "{record}");
        let page = door.found(&format!("category:any+id:{}", answer.event_id())).await;
        assert_eq!(page.rows[0].category, model::Category::Activity);
    }
}

#[tokio::test]
async fn a_checksum_that_is_right() {
    let door = Door::new().await;
    let text = data("DeleteCat").to_string();
    let checksum = STANDARD.encode(Sha256::digest(&text));
    let answer = door.put(&[json!({ "id": "a", "eventData": text, "eventDataChecksum": checksum })]).await;
    assert_eq!(answer.counts(), (1, 0));
}

#[tokio::test]
async fn channels_are_kept_and_found() {
    let door = Door::new().await;
    let create =
        |name, region, external| Channel::create(&door.store, name, ACCOUNT, region, external, now());
    let other = create("cats-shop", "us-east-1", Some("X-1")).await.unwrap();
    assert!(other.arn.starts_with("arn:aws:cloudtrail:us-east-1:111122223333:channel/"), "{other:?}");
    let refused = create("cats-shop", "us-east-1", None).await.unwrap_err();
    assert!(matches!(&refused, CreateError::Refused(why) if why.ends_with(&other.arn)), "{refused}");
    assert!(matches!(create("a", "us-east-1", None).await, Err(CreateError::Refused(_))));

    let mut list = Channel::list(&door.store).await.unwrap();
    list.sort_by(|a, b| a.arn.cmp(&b.arn));
    assert_eq!(list, [door.channel.clone(), other.clone()]);
    let store = &door.store;
    let find = |arn: String| async move { Channel::find(store, &arn).await.unwrap() };
    let id = other.arn.rsplit('/').next().unwrap().to_owned();
    assert_eq!(find(other.arn.clone()).await, Some(other.clone()));
    assert_eq!(find(id).await, Some(other.clone()));
    assert_eq!(find(other.arn.replace("us-east-1", "us-east-2")).await, None, "another's");
    assert_eq!(find("nothing".to_owned()).await, None);
}
