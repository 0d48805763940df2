//! A Secrets Manager that holds one secret: the seed of the access keys.

use std::net::SocketAddr;

use axum::Router;
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use axum::routing::post;
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// The text of the secret.
pub(crate) const SEED: &str = "0123456789abcdef0123456789abcdef";
/// Its name.
pub(crate) const NAME: &str = "whodunit/test/signing-seed";

/// Serves it, and gives the address. It ends with the test.
pub(crate) async fn serve() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = Router::new().route("/", post(get_secret_value));
    tokio::spawn(axum::serve(listener, router).into_future());
    address
}

async fn get_secret_value(headers: HeaderMap, body: String) -> impl IntoResponse {
    assert_eq!(headers["x-amz-target"], "secretsmanager.GetSecretValue");
    assert_eq!(serde_json::from_str::<Value>(&body).unwrap(), json!({ "SecretId": NAME }));
    json!({ "Name": NAME, "SecretString": SEED }).to_string()
}
