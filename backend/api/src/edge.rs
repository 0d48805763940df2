//! What every answer has: an id, headers that keep a browser from taking it for a page, and a line in the
//! log when something went wrong.

use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::middleware::Next;
use axum::response::Response;

use crate::error::LogText;

const HEADERS: [(HeaderName, &str); 5] = [
    (CACHE_CONTROL, "no-store"),
    (CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Wraps every handler under `/api`.
pub(crate) async fn edge(request: Request, next: Next) -> Response {
    let id = format!("{:032x}", fastrand::u128(..));
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    if let Some(LogText(error)) = response.extensions_mut().remove() {
        tracing::error!(request_id = id, path, error);
    }
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(id) = HeaderValue::from_str(&id) {
        headers.insert("x-request-id", id);
    }
    response
}
