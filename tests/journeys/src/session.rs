//! Somebody who has signed in: an item in the sessions' table, written as `auth` documents it, and the
//! cookie that goes with it. How one comes to be is tested in `backend/auth`.

use auth::{Config, Sessions};
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::AttributeValue;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

const ID: [u8; 32] = [7; 32];

/// The cookie of the session.
pub fn cookie() -> String {
    format!("__Host-sid={}", URL_SAFE_NO_PAD.encode(ID))
}

/// Makes the table, with the session in it.
///
/// # Panics
/// When DynamoDB refuses.
pub async fn begin(client: &Client) {
    let config = Config::default();
    Sessions::new(client.clone(), config.clone()).create_table().await.unwrap();
    let since = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_millis() as u64;
    let text = |text: &str| AttributeValue::S(text.to_owned());
    let number = |n: u64| AttributeValue::N(n.to_string());
    let put = client.put_item().table_name(config.table);
    put.item("pk", text(&URL_SAFE_NO_PAD.encode(Sha256::digest(ID))))
        .item("u", text("subject"))
        .item("n", text("Alana"))
        .item("g", AttributeValue::L(vec![text("auditor")]))
        .item("b", number(since))
        .item("s", number(since))
        .item("f", number(since + 3_600_000))
        .item("v", number(0))
        .item("l", number(0))
        .item("x", number(since / 1_000 + 36_000))
        .send()
        .await
        .unwrap();
}
