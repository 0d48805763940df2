//! Only requests that name this machine are answered.
//!
//! A page anywhere on the web can give a host name of its own the address 127.0.0.1 (DNS rebinding); to the
//! browser our answers then belong to that page. The `Host` header still tells the name that was used.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::HOST;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Refuses requests to any other host name, whatever the port.
pub(crate) async fn only_this_host(request: Request, next: Next) -> Response {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    if host.is_some_and(is_this_machine) {
        next.run(request).await
    } else {
        let message = "This server answers as localhost, 127.0.0.1 and [::1] only.\n";
        (StatusCode::MISDIRECTED_REQUEST, message).into_response()
    }
}

fn is_this_machine(host: &str) -> bool {
    let (name, port) = match host.rfind(':') {
        Some(colon) if !host.ends_with(']') => (&host[..colon], &host[colon + 1..]),
        _ => (host, "0"),
    };
    port.bytes().all(|b| b.is_ascii_digit())
        && ["localhost", "127.0.0.1", "[::1]"].iter().any(|own| own.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_this_machine() {
        for host in ["localhost", "LOCALHOST:8080", "127.0.0.1:80", "127.0.0.1", "[::1]", "[::1]:8080"] {
            assert!(is_this_machine(host), "{host}");
        }
        for host in [
            "",
            "evil.example",
            "localhost.evil.example:8080",
            "127.0.0.1.evil.example",
            "localhost:a",
            "::1",
        ] {
            assert!(!is_this_machine(host), "{host}");
        }
    }
}
