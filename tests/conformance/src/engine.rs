//! The engine that the tests run on.

use std::sync::atomic::{AtomicU32, Ordering};

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::{BehaviorVersion, Credentials, Region};
use emulator::Emulator;
use store::{Config, Retention, Store};

/// Names the address of another engine.
const ENDPOINT: &str = "WHODUNIT_TEST_ENDPOINT";

/// Whether the tests run on the embedded engine.
pub fn is_embedded() -> bool {
    std::env::var_os(ENDPOINT).is_none()
}

/// A store with a table of its own, empty.
pub async fn store(shards: u8, retention: Retention, read_budget: f64) -> Store {
    store_over(client(), shards, retention, read_budget).await
}

/// The same over a client of the caller's.
pub async fn store_over(client: Client, shards: u8, retention: Retention, read_budget: f64) -> Store {
    static TABLES: AtomicU32 = AtomicU32::new(0);
    let number = TABLES.fetch_add(1, Ordering::Relaxed);
    let table = format!("conformance-{}-{number}", std::process::id());
    let store = Store::new(client, Config { table, shards, retention, read_budget });
    store.create_table().await.expect("a new table");
    store
}

fn client() -> Client {
    let Ok(endpoint) = std::env::var(ENDPOINT) else {
        return Emulator::memory().expect("an engine in memory").client();
    };
    let config = aws_sdk_dynamodb::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        // DynamoDB Local takes letters and digits only.
        .credentials_provider(Credentials::new("conformance", "conformance", None, None, "test"))
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .endpoint_url(endpoint)
        .build();
    Client::from_conf(config)
}
