//! Where the events are: which DynamoDB, and how long it keeps them.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::provider::ProvideCredentials;
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::Credentials;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
use emulator::Emulator;
use store::{Config, Retention, Store};

/// The options of every command that works with events.
#[derive(clap::Args)]
pub(crate) struct Table {
    /// Keep the events in this file
    #[arg(long, value_name = "FILE", conflicts_with = "endpoint_url")]
    data: Option<PathBuf>,
    /// Use the DynamoDB at this address: DynamoDB Local, or https://dynamodb.REGION.amazonaws.com
    #[arg(long, value_name = "URL")]
    endpoint_url: Option<String>,
    /// Name of the DynamoDB table
    #[arg(long, value_name = "NAME", default_value = "whodunit")]
    table: String,
    /// Keep and show events for so many days, or `forever`
    #[arg(long, value_name = "DAYS", default_value_t, value_parser = str::parse::<Retention>)]
    pub(crate) retention: Retention,
}

/// A table, ready to use.
pub(crate) struct Opened {
    pub(crate) store: Store,
    /// The engine, when it is embedded in this process.
    pub(crate) engine: Option<Emulator>,
    /// The table's file was made just now: what it holds can be loaded again.
    pub(crate) fresh: bool,
}

impl Table {
    /// Opens the table, which is made if it is not there; in memory when no place is given.
    pub(crate) async fn open(&self) -> Result<Opened> {
        let fresh = self.data.as_ref().is_some_and(|file| !file.exists());
        let (client, engine) = match (&self.endpoint_url, &self.data) {
            (Some(url), _) => (remote(url).await, None),
            (None, Some(file)) => embedded(Emulator::file(file)?),
            (None, None) => embedded(Emulator::memory()?),
        };
        let config = Config { table: self.table.clone(), retention: self.retention, ..Config::default() };
        let store = Store::new(client, config);
        store.create_table().await.with_context(|| format!("cannot open the table `{}`", self.table))?;
        Ok(Opened { store, engine, fresh })
    }

    /// The same for a command that makes no sense on an empty table that is forgotten at its end.
    pub(crate) async fn open_lasting(&self) -> Result<Opened> {
        if self.data.is_none() && self.endpoint_url.is_none() {
            bail!("say where the events are: --data FILE, or --endpoint-url URL");
        }
        self.open().await
    }
}

fn embedded(engine: Emulator) -> (Client, Option<Emulator>) {
    (engine.client(), Some(engine))
}

async fn remote(url: &str) -> Client {
    let https =
        aws_smithy_http_client::Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring)).build_https();
    let aws =
        aws_config::defaults(BehaviorVersion::latest()).http_client(https).endpoint_url(url).load().await;
    let mut config = aws_sdk_dynamodb::config::Builder::from(&aws);
    // The address says which region it is, or it is one that does not care.
    if let Some(region) = region_of(url).or(aws.region().is_none().then_some("us-east-1")) {
        config = config.region(Region::new(region.to_owned()));
    }
    if is_loopback(url) && !has_credentials(&aws).await {
        eprintln!("No AWS credentials found: {url} gets made-up ones, which DynamoDB Local accepts.");
        config = config.credentials_provider(Credentials::new("local", "local", None, None, "local"));
    }
    Client::from_conf(config.build())
}

/// Whether the default chain has credentials, within a time that a person waits: off AWS its last links ask
/// a network address that nobody has.
async fn has_credentials(aws: &SdkConfig) -> bool {
    let Some(provider) = aws.credentials_provider() else { return false };
    let found = tokio::time::timeout(Duration::from_secs(1), provider.provide_credentials()).await;
    found.is_ok_and(|credentials| credentials.is_ok())
}

/// `eu-west-1` for `https://dynamodb.eu-west-1.amazonaws.com`.
fn region_of(url: &str) -> Option<&str> {
    let host = url.strip_prefix("https://dynamodb.")?;
    let (region, _) = host.split_once(".amazonaws.com")?;
    (!region.contains(['.', '/'])).then_some(region)
}

fn is_loopback(url: &str) -> bool {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    ["localhost", "127.", "[::1]"].iter().any(|name| host.starts_with(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_tells_its_region_and_whether_it_is_here() {
        assert_eq!(region_of("https://dynamodb.eu-west-1.amazonaws.com"), Some("eu-west-1"));
        assert_eq!(region_of("https://dynamodb.cn-north-1.amazonaws.com.cn/"), Some("cn-north-1"));
        assert_eq!(region_of("http://localhost:8000"), None);
        for (url, here) in [
            ("http://localhost:8000", true),
            ("http://127.0.0.1:8000", true),
            ("http://[::1]:8000", true),
            ("https://dynamodb.eu-west-1.amazonaws.com", false),
            ("http://192.0.2.1", false),
        ] {
            assert_eq!(is_loopback(url), here, "{url}");
        }
    }
}
