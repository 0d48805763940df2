//! Answers within what Lambda streams: gzip where the browser takes it, and an end before the limit.
//!
//! CloudFront compresses only what it may cache, and nothing of the API's is. 200,000 events are some
//! 290 MB of JSON, more than Lambda streams of one answer, and about a tenth of that as gzip.
//!
//! An answer that grows too long is broken off, so that the browser reports a failed download. Lambda's own
//! limit would end it, too; here the log says which one it was and why.

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use futures::{StreamExt, future};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

/// The most that is streamed, in bytes; [Lambda] ends an answer at 200 MB.
///
/// [Lambda]: https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html
const MOST: usize = 195_000_000;

/// `router` with such answers.
pub fn within_limits(router: Router) -> Router {
    limited(router.layer(CompressionLayer::new().quality(CompressionLevel::Fastest)), MOST)
}

fn limited(router: Router, most: usize) -> Router {
    router.layer(from_fn(move |request: Request, next: Next| async move {
        let path = request.uri().path().to_owned();
        next.run(request).await.map(|body| cut(body, path, most))
    }))
}

/// `body`, broken off before it is longer than `most` bytes.
fn cut(body: Body, path: String, most: usize) -> Body {
    let mut length = 0;
    Body::from_stream(body.into_data_stream().scan((), move |(), chunk| {
        length += chunk.as_ref().map_or(0, |bytes| bytes.len());
        let chunk = if length > most {
            tracing::error!(path, "an answer was broken off: longer than {most} bytes, and not as gzip");
            Err(axum::Error::new(TooLong))
        } else {
            chunk
        };
        future::ready(Some(chunk))
    }))
}

#[derive(Debug)]
struct TooLong;

impl std::fmt::Display for TooLong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the answer is longer than Lambda streams; ask for a shorter range, or accept gzip")
    }
}

impl std::error::Error for TooLong {}

#[cfg(test)]
mod tests {
    use axum::response::Response;
    use axum::routing::get;
    use tower::ServiceExt;

    use super::*;

    async fn asked(router: Router, encoding: &str) -> Response {
        let request = Request::get("/").header("accept-encoding", encoding).body(Body::empty()).unwrap();
        router.oneshot(request).await.unwrap()
    }

    #[tokio::test]
    async fn an_answer_that_is_too_long_breaks_off() {
        let router = |most| limited(Router::new().route("/", get(async || "ten bytes.".repeat(10))), most);
        let whole = async |most| axum::body::to_bytes(asked(router(most), "").await.into_body(), 1_000).await;
        assert_eq!(whole(100).await.unwrap().len(), 100);
        assert!(whole(99).await.unwrap_err().to_string().contains("longer than Lambda streams"));
    }

    #[tokio::test]
    async fn gzip_is_given_to_whom_it_is_good_for() {
        let router = || within_limits(Router::new().route("/", get(async || "ten bytes.".repeat(10_000))));
        let packed = asked(router(), "gzip").await;
        assert_eq!(packed.headers()["content-encoding"], "gzip");
        let packed = axum::body::to_bytes(packed.into_body(), 1_000_000).await.unwrap();
        assert!(packed.starts_with(&[0x1f, 0x8b]) && packed.len() < 10_000, "{}", packed.len());
        assert!(!asked(router(), "").await.headers().contains_key("content-encoding"));
    }
}
