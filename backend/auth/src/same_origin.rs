//! Requests that change something are taken from our own pages only.
//!
//! The browser says by [`Sec-Fetch-Site`](https://www.w3.org/TR/fetch-metadata/) whose page asks, and no
//! page of another site can send a header of ours without asking first (CORS), which nobody here allows.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, Method};

use crate::refusal::Refusal;

/// The header that our own pages send; its value is `1`.
pub(crate) const HEADER: &str = "x-whodunit";

/// Lets GET and HEAD pass, and all else only from our own pages.
pub(crate) async fn only_own_pages(request: Request, next: Next) -> Response {
    let reads = [Method::GET, Method::HEAD].contains(request.method());
    if reads || is_own(request.headers()) {
        next.run(request).await
    } else {
        Refusal::CrossSite.into_response()
    }
}

fn is_own(headers: &HeaderMap) -> bool {
    let value = |name| headers.get(name).map(|value: &http::HeaderValue| value.as_bytes());
    // Browsers before 2023 do not say whose page asks; the header alone has to do for them.
    let site = value("sec-fetch-site").is_none_or(|site| site == b"same-origin");
    site && value(HEADER) == Some(b"1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_is_needed_and_another_site_is_refused() {
        for (headers, own) in [
            (&[("x-whodunit", "1"), ("sec-fetch-site", "same-origin")][..], true),
            (&[("x-whodunit", "1")], true),
            (&[("sec-fetch-site", "same-origin")], false),
            (&[("x-whodunit", "2"), ("sec-fetch-site", "same-origin")], false),
            (&[("x-whodunit", "1"), ("sec-fetch-site", "cross-site")], false),
            (&[("x-whodunit", "1"), ("sec-fetch-site", "same-site")], false),
            (&[("x-whodunit", "1"), ("sec-fetch-site", "none")], false),
            (&[], false),
        ] {
            let map = headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
            assert_eq!(is_own(&map.collect()), own, "{headers:?}");
        }
    }
}
