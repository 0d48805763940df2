//! No request of a web page is answered.
//!
//! A page anywhere on the web may send a form, or a text, to the server of the laptop that shows it. What it
//! cannot do is say that it sends JSON without asking first, which nobody answers; and browsers tell where a
//! request comes from.

use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HOST, HeaderMap, ORIGIN};
use wire::Failure;

const FETCH_SITE: &str = "sec-fetch-site";

/// Refuses what is not sent as JSON, and what a page of another origin sends.
pub(super) fn check(headers: &HeaderMap) -> Result<(), Failure> {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let kind = text(CONTENT_TYPE.as_str()).unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default().trim();
    if !essence.eq_ignore_ascii_case("application/json") {
        let message = "The request must have the header Content-Type: application/json.";
        return Err(Failure::new("UnsupportedMediaTypeException", message)
            .with_status(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    }
    // Another port of this machine is another origin, though of the same site.
    let site = text(FETCH_SITE).is_none_or(|site| ["same-origin", "none"].contains(&site));
    let host = text(HOST.as_str()).unwrap_or_default();
    let own = |origin: &str| origin.split_once("://").is_some_and(|(_, own)| own.eq_ignore_ascii_case(host));
    if site && text(ORIGIN.as_str()).is_none_or(own) {
        return Ok(());
    }
    let message = "Pages of other origins may not send events.";
    Err(Failure::new("AccessDeniedException", message).with_status(StatusCode::FORBIDDEN))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(headers: &[(&'static str, &'static str)]) -> u16 {
        let value =
            |(name, value): &(&'static str, &'static str)| (name.parse().unwrap(), value.parse().unwrap());
        check(&headers.iter().map(value).collect()).map_or_else(|failure| failure.status.as_u16(), |()| 200)
    }

    #[test]
    fn clients_are_let_in_and_pages_are_not() {
        let json = ("content-type", "application/json");
        let host = ("host", "127.0.0.1:8080");
        for (expected, headers) in [
            (200, &[json, host][..]),
            (200, &[("content-type", "Application/JSON; charset=utf-8"), host]),
            (200, &[json, host, ("origin", "http://127.0.0.1:8080"), (FETCH_SITE, "same-origin")]),
            (200, &[json, host, (FETCH_SITE, "none")]),
            (415, &[host]),
            (415, &[("content-type", "text/plain"), host]),
            (415, &[("content-type", "application/x-www-form-urlencoded"), host]),
            (415, &[("content-type", "application/jsonp"), host]),
            (403, &[json, host, ("origin", "https://evil.example")]),
            (403, &[json, host, ("origin", "http://127.0.0.1:3000")]),
            (403, &[json, host, ("origin", "null")]),
            (403, &[json, ("origin", "http://127.0.0.1:8080")]),
            (403, &[json, host, (FETCH_SITE, "cross-site")]),
            (403, &[json, host, (FETCH_SITE, "same-site")]),
        ] {
            assert_eq!(status(headers), expected, "{headers:?}");
        }
    }
}
