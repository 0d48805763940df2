//! `GET /api/health`

use serde_json::{Value, json};
use store::Retention;

use crate::{Api, events};

#[tokio::test]
async fn tells_what_there_is() {
    let newest = events().iter().map(|event| event.time).max().unwrap();
    let health: Value = Api::with_corpus().await.get("/api/health").await.json();
    let version = env!("CARGO_PKG_VERSION");
    let expected =
        json!({"status": "ok", "version": version, "retentionDays": null, "newestEvent": newest.to_string()});
    assert_eq!(health, expected);
    let health: Value = Api::with(vec![], Retention::Days(90)).await.get("/api/health").await.json();
    let expected = json!({"status": "ok", "version": version, "retentionDays": 90, "newestEvent": null});
    assert_eq!(health, expected);
}

#[tokio::test]
async fn without_a_table_it_is_not_well() {
    let answer = Api::broken().get("/api/health").await;
    assert_eq!(answer.status, 503);
    assert!(!answer.text().contains("ResourceNotFound"), "{}", answer.text());
    assert_eq!(answer.header("retry-after"), "1");
}
