//! The API as a Lambda function: behind an HTTP API of API Gateway, or a Function URL.

use std::env;
use std::str::FromStr;

use aws_config::BehaviorVersion;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
use lambda_http::Error;
use store::{Config, Store};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    tracing_subscriber::fmt().json().without_time().with_max_level(tracing::Level::INFO).init();
    let https =
        aws_smithy_http_client::Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring)).build_https();
    let aws = aws_config::defaults(BehaviorVersion::latest()).http_client(https).load().await;
    let store = Store::new(aws_sdk_dynamodb::Client::new(&aws), config()?);
    lambda_http::run(api::router(store, api::now)).await
}

fn config() -> Result<Config, Error> {
    let default = Config::default();
    Ok(Config {
        table: variable("WHODUNIT_TABLE", default.table)?,
        shards: variable("WHODUNIT_SHARDS", default.shards)?,
        retention: variable("WHODUNIT_RETENTION", default.retention)?,
        read_budget: variable("WHODUNIT_READ_BUDGET", default.read_budget)?,
    })
}

fn variable<T: FromStr<Err: ToString>>(name: &str, default: T) -> Result<T, Error> {
    match env::var(name) {
        Ok(text) => text.parse().map_err(|error: T::Err| format!("{name}: {}", error.to_string()).into()),
        Err(_) => Ok(default),
    }
}
