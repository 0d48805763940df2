//! Clients of AWS that cost a function little to start with.
//!
//! The SDK's own defaults search for credentials in ten places and read some 140 certificate authorities
//! from the disk, which is most of what a function does before its first event: see the README. Here are
//! the credentials of the environment, and the five authorities that sign AWS's endpoints
//! (`amazon-roots.pem`). One pool of connections serves all clients.

use std::time::Duration;

use aws_sdk_dynamodb::config::{BehaviorVersion, Region, timeout::TimeoutConfig};
use aws_smithy_http_client::Connector;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore, rustls_provider::CryptoMode};
use aws_smithy_runtime_api::client::http::{
    HttpConnector, SharedHttpClient, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::byte_stream::ByteStream;

use crate::settings::{Access, Environment, SettingError};

const AMAZON_ROOTS: &[u8] = include_bytes!("../amazon-roots.pem");

/// How long one attempt of a call may take until its answer begins. The SDK makes three.
const ATTEMPT: Duration = Duration::from_secs(10);
/// How long a function's start may wait for its first connection.
const WARM_UP: Duration = Duration::from_secs(1);

/// The AWS that a function is in, or an emulator of it.
#[derive(Debug)]
pub struct Aws {
    access: Access,
    connector: SharedHttpConnector,
    http: SharedHttpClient,
    dynamodb: Option<String>,
    s3: Option<String>,
    secrets: Option<String>,
}

impl Aws {
    /// As `environment` tells.
    ///
    /// # Errors
    /// When a variable that Lambda sets is missing, or an endpoint is not a URL.
    pub fn new(environment: &Environment) -> Result<Aws, SettingError> {
        let connector = connector();
        let shared = connector.clone();
        Ok(Aws {
            access: environment.access()?,
            connector,
            http: http_client_fn(move |_, _| shared.clone()),
            dynamodb: environment.endpoint("DYNAMODB")?,
            s3: environment.endpoint("S3")?,
            secrets: environment.endpoint("SECRETS_MANAGER")?,
        })
    }

    /// A client of DynamoDB.
    pub fn dynamodb(&self) -> aws_sdk_dynamodb::Client {
        let config = aws_sdk_dynamodb::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(self.region())
            .credentials_provider(self.access.credentials.clone())
            .http_client(self.http.clone())
            .timeout_config(timeouts());
        aws_sdk_dynamodb::Client::from_conf(match &self.dynamodb {
            Some(url) => config.endpoint_url(url).build(),
            None => config.build(),
        })
    }

    /// A client of S3.
    pub fn s3(&self) -> aws_sdk_s3::Client {
        let config = aws_sdk_s3::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(self.region())
            .credentials_provider(self.access.credentials.clone())
            .http_client(self.http.clone())
            .timeout_config(timeouts());
        aws_sdk_s3::Client::from_conf(match &self.s3 {
            // An emulator has no host name for each bucket.
            Some(url) => config.endpoint_url(url).force_path_style(true).build(),
            None => config.build(),
        })
    }

    /// A client of Secrets Manager.
    pub fn secrets(&self) -> aws_sdk_secretsmanager::Client {
        let config = aws_sdk_secretsmanager::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(self.region())
            .credentials_provider(self.access.credentials.clone())
            .http_client(self.http.clone())
            .timeout_config(timeouts());
        aws_sdk_secretsmanager::Client::from_conf(match &self.secrets {
            Some(url) => config.endpoint_url(url).build(),
            None => config.build(),
        })
    }

    /// Opens the first connection to DynamoDB, so that the first event does not wait for it: while a
    /// function starts it has a whole processor, and afterwards a share of one that goes with its memory.
    ///
    /// What is asked is the page by which DynamoDB says that it is well (`GET /`): it needs no rights and
    /// no read units. Ends after a second at the latest, and a failure is only logged: the first event will
    /// meet it again.
    pub async fn warm_up(&self) {
        let region = &self.access.region;
        let url = self.dynamodb.clone().unwrap_or_else(|| format!("https://dynamodb.{region}.amazonaws.com"));
        let asked = async {
            let request = HttpRequest::get(format!("{url}/")).map_err(|e| e.to_string())?;
            let answer = self.connector.call(request).await.map_err(|e| format!("{e:?}"))?;
            // A connection can be used again once its answer was read.
            ByteStream::new(answer.into_body()).collect().await.map_err(|e| e.to_string())
        };
        match tokio::time::timeout(WARM_UP, asked).await {
            Ok(Ok(_)) => {}
            Ok(Err(error)) => tracing::warn!(url, error, "no connection to DynamoDB yet"),
            Err(_) => tracing::warn!(url, "no connection to DynamoDB within {WARM_UP:?}"),
        }
    }

    fn region(&self) -> Region {
        Region::new(self.access.region.clone())
    }
}

fn connector() -> SharedHttpConnector {
    let roots = TrustStore::empty().with_pem_certificate(AMAZON_ROOTS);
    let builder = Connector::builder().tls_provider(Provider::Rustls(CryptoMode::Ring));
    // It has no way to fail.
    let context = TlsContext::builder().with_trust_store(roots).build().unwrap_or_default();
    SharedHttpConnector::new(builder.tls_context(context).build())
}

fn timeouts() -> TimeoutConfig {
    TimeoutConfig::builder().operation_attempt_timeout(ATTEMPT).build()
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest, Sha256};

    use super::*;

    /// SHA-256 of each certificate, as https://www.amazontrust.com/repository/ tells them.
    const FINGERPRINTS: [(&str, &str); 5] = [
        ("Amazon Root CA 1", "8ecde6884f3d87b1125ba31ac3fcb13d7016de7f57cc904fe1cb97c6ae98196e"),
        ("Amazon Root CA 2", "1ba5b2aa8c65401a82960118f80bec4f62304d83cec4713a19c39c011ea46db4"),
        ("Amazon Root CA 3", "18ce6cfe7bf14e60b2e347b8dfe868cb31d02ebb3ada271569f50343b46db3a4"),
        ("Amazon Root CA 4", "e35d28419ed02025cfa69038cd623962458da5c695fbdea3c22b0bfb25897092"),
        ("Starfield Services Root Certificate Authority - G2", STARFIELD),
    ];
    const STARFIELD: &str = "568d6905a2c88708a4b3025190edcfedb1974a606a13c6e5290fcb2ae63edab5";

    #[test]
    fn only_amazons_authorities_are_trusted() {
        let file = std::str::from_utf8(AMAZON_ROOTS).unwrap();
        let blocks = file.split("-----BEGIN CERTIFICATE-----").skip(1);
        let found: Vec<String> = blocks
            .map(|block| {
                let (text, _) = block.split_once("-----END CERTIFICATE-----").unwrap();
                let certificate = STANDARD.decode(text.replace('\n', "")).unwrap();
                Sha256::digest(certificate).iter().map(|byte| format!("{byte:02x}")).collect()
            })
            .collect();
        assert_eq!(found, FINGERPRINTS.map(|(_, fingerprint)| fingerprint));
    }

    #[tokio::test]
    async fn clients_are_made_without_the_network() {
        let aws = Aws::new(&Environment::of(|name| name.starts_with("AWS_").then(|| "http://x".to_owned())));
        let aws = aws.unwrap();
        assert_eq!(aws.dynamodb().config().region().unwrap().as_ref(), "http://x");
        aws.s3();
        aws.secrets();
    }
}
