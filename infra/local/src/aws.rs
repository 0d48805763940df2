//! How AWS is reached: with the region and the credentials that the AWS CLI would use.

use std::time::Duration;

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};

/// The settings for a service at `endpoint` (its own address, unless one is set for it) in `region` (that
/// of the AWS CLI's settings, else us-east-1).
pub(crate) async fn config(endpoint: Option<&str>, region: Option<&str>) -> SdkConfig {
    let https =
        aws_smithy_http_client::Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring)).build_https();
    let mut loader = aws_config::defaults(BehaviorVersion::latest()).http_client(https);
    if let Some(url) = endpoint {
        loader = loader.endpoint_url(url);
    }
    if let Some(region) = region {
        loader = loader.region(Region::new(region.to_owned()));
    }
    let aws = loader.load().await;
    let mut config = aws.clone().into_builder();
    if aws.region().is_none() {
        config = config.region(Region::from_static("us-east-1"));
    }
    if let Some(url) = endpoint.filter(|url| is_loopback(url))
        && !has_credentials(&aws).await
    {
        eprintln!("No AWS credentials found: {url} gets made-up ones, which DynamoDB Local accepts.");
        let made_up = Credentials::new("local", "local", None, None, "local");
        config = config.credentials_provider(SharedCredentialsProvider::new(made_up));
    }
    config.build()
}

/// Whether the default chain has credentials, within a time that a person waits: off AWS its last links ask
/// a network address that nobody has.
async fn has_credentials(aws: &SdkConfig) -> bool {
    let Some(provider) = aws.credentials_provider() else { return false };
    let found = tokio::time::timeout(Duration::from_secs(1), provider.provide_credentials()).await;
    found.is_ok_and(|credentials| credentials.is_ok())
}

/// `eu-west-1` for `https://dynamodb.eu-west-1.amazonaws.com`.
pub(crate) fn region_of(url: &str) -> Option<&str> {
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
