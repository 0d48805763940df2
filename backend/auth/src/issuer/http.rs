//! HTTP to the issuer, for `openidconnect`: bounded in size and time, to safe addresses only, and no
//! redirect is followed, so that nobody can lead us, or the client's password, elsewhere.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderValue, LOCATION};
use http::{Method, Request, Response, Uri};
use http_body_util::{BodyExt, Full, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use openidconnect::url::Url;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};

use crate::Settings;
use crate::settings::is_safe;

/// The longest answer that is read, in bytes.
const LONGEST: usize = 256 * 1024;
/// How long an answer may take, the connection included.
const PATIENCE: Duration = Duration::from_secs(8);

/// A client of the issuer.
#[derive(Clone)]
pub(crate) struct Http {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    detour: Option<Arc<Detour>>,
}

/// For an emulated issuer: what would go to `from` goes to `to`.
struct Detour {
    from: Url,
    to: Url,
}

/// Why there is no answer. For the log.
#[derive(Debug)]
pub(crate) struct HttpError(String);

impl fmt::Display for HttpError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for HttpError {}

impl fmt::Debug for Http {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Http").finish_non_exhaustive()
    }
}

impl Http {
    /// A client for the issuer of `settings`, which were parsed and so hold addresses that are safe.
    pub(crate) fn new(settings: &Settings) -> Http {
        let provider = rustls::crypto::ring::default_provider();
        let connector = HttpsConnectorBuilder::new()
            .with_provider_and_webpki_roots(provider)
            // It fails only for a provider without TLS 1.2 and 1.3, and ring has both.
            .expect("ring speaks TLS")
            .https_or_http()
            .enable_http1()
            .build();
        // Nothing is kept open: a Lambda function sleeps between requests, and its connections die.
        let client = Client::builder(TokioExecutor::new()).pool_max_idle_per_host(0).build(connector);
        let detour = Url::parse(&settings.issuer).ok().zip(Url::parse(&settings.endpoint).ok());
        Http { client, detour: detour.map(|(from, to)| Arc::new(Detour { from, to })) }
    }

    /// Posts a form, with the client's name and password in the `Authorization` header.
    pub(crate) async fn post_form(
        &self,
        url: &Url,
        authorization: HeaderValue,
        form: &[(&str, &str)],
    ) -> Result<HttpResponse, HttpError> {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let request = Request::builder()
            .method(Method::POST)
            .uri(url.as_str())
            .header(ACCEPT, "application/json")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(http::header::AUTHORIZATION, authorization)
            .body(body.into_bytes())
            .map_err(|e| HttpError(format!("{url} is no address to post to: {e}")))?;
        self.ask(request).await
    }

    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let (mut parts, body) = request.into_parts();
        let url = self.address(&parts.uri)?;
        parts.uri = url.as_str().parse().map_err(|e| HttpError(format!("{url}: {e}")))?;
        let request = Request::from_parts(parts, Full::new(Bytes::from(body)));
        // Where it failed is told without the query, which may hold what is nobody's business.
        let place = format!("{}{}", url.origin().ascii_serialization(), url.path());
        match tokio::time::timeout(PATIENCE, self.exchange(request)).await {
            Ok(answer) => answer.map_err(|why| HttpError(format!("{place}: {why}"))),
            Err(_) => Err(HttpError(format!("{place}: no answer within {} s", PATIENCE.as_secs()))),
        }
    }

    async fn exchange(&self, request: Request<Full<Bytes>>) -> Result<HttpResponse, String> {
        let answer = self.client.request(request).await.map_err(|e| chain(&e))?;
        let (parts, body) = answer.into_parts();
        if parts.status.is_redirection() {
            let to = parts.headers.get(LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default();
            return Err(format!("it redirects to {to:.200}, which is not followed"));
        }
        let body = Limited::new(body, LONGEST).collect().await;
        let body =
            body.map_err(|e| format!("its answer could not be read ({LONGEST} bytes at most): {e}"))?;
        Ok(Response::from_parts(parts, body.to_bytes().to_vec()))
    }

    /// Where `uri` is asked; an address that is not safe is refused.
    fn address(&self, uri: &Uri) -> Result<Url, HttpError> {
        let mut url = Url::parse(&uri.to_string()).map_err(|e| HttpError(format!("{uri}: {e}")))?;
        if let Some(detour) = self.detour.as_ref().filter(|detour| detour.from.origin() == url.origin()) {
            let mut to = detour.to.clone();
            to.set_path(url.path());
            to.set_query(url.query());
            url = to;
        }
        if is_safe(&url) { Ok(url) } else { Err(HttpError(format!("{url} is not HTTPS"))) }
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}

/// An error with its causes: hyper's own says only that there was one.
fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn http(endpoint: &str) -> Http {
        let json = serde_json::json!({"issuer": "https://issuer.example/pool", "clientId": "c",
            "clientSecret": "s", "origin": "https://whodunit.example", "endpoint": endpoint});
        Http::new(&Settings::parse(&json.to_string()).unwrap())
    }

    #[track_caller]
    fn check(endpoint: &str, uri: &str, expected: &str) {
        let address = http(endpoint).address(&uri.parse().unwrap());
        let shown = address.map_or_else(|e| e.to_string(), |url| url.to_string());
        assert_eq!(shown, expected);
    }

    #[test]
    fn an_emulated_issuer_is_asked_in_place_of_the_real_one() {
        let (document, here) = ("https://issuer.example/pool/.well-known/x?y=1", "http://127.0.0.1:4566");
        check("", document, document);
        check(here, document, "http://127.0.0.1:4566/pool/.well-known/x?y=1");
        check(here, "https://other.example/token", "https://other.example/token");
    }

    #[test]
    fn plain_http_is_for_this_machine() {
        check("", "http://issuer.example/token", "http://issuer.example/token is not HTTPS");
        check("", "http://127.0.0.1.evil.example/", "http://127.0.0.1.evil.example/ is not HTTPS");
        check("", "http://[::1]:80/token", "http://[::1]/token");
    }
}
