//! An SDK client that hands its requests over in the process.
//!
//! The SDK does all that it does for AWS (serialise, sign, send, read, type the errors); only the
//! sending is ours, by its [`HttpClient`] interface. So what is tested here is what runs there.

use std::sync::Arc;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::retry::RetryConfig;
use aws_sdk_dynamodb::config::{BehaviorVersion, Config, Credentials, Region, StalledStreamProtectionConfig};
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;

use crate::engine::Engine;

/// Never resolved: the connector does not look at it. Names under `.invalid` cannot exist.
const ENDPOINT: &str = "http://dynamodb.invalid";

/// A client of `engine`. The credentials are for show; the engine checks none.
pub(crate) fn client(engine: Arc<Engine>) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::from_static("us-east-1"))
        .credentials_provider(Credentials::new("emulator", "emulator", None, None, "emulator"))
        .endpoint_url(ENDPOINT)
        .retry_config(RetryConfig::disabled())
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        .http_client(InProcess { engine });
    Client::from_conf(config.build())
}

#[derive(Clone, Debug)]
struct InProcess {
    engine: Arc<Engine>,
}

impl HttpClient for InProcess {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for InProcess {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let engine = Arc::clone(&self.engine);
        HttpConnectorFuture::new(async move {
            // SQLite blocks, so it gets a thread of its own kind.
            let work = tokio::task::spawn_blocking(move || {
                let target = request.headers().get("x-amz-target").unwrap_or_default();
                engine.answer(target, request.body().bytes().unwrap_or_default())
            });
            let answer = work.await.map_err(|e| ConnectorError::other(e.into(), None))?;
            let status = answer.status.try_into().map_err(|e: aws_smithy_runtime_api::http::HttpError| {
                ConnectorError::other(e.into(), None)
            })?;
            Ok(HttpResponse::new(status, SdkBody::from(answer.body)))
        })
    }
}
