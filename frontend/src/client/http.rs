//! One request to our own origin, and its answer as text.

use model::Problem;
use web_sys::AbortSignal;

use super::early;
use crate::ui::hash::sha256;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The API said why.
    Refused {
        /// HTTP status.
        status: u16,
        /// The sentence.
        problem: Box<Problem>,
        /// What the server calls the request, for the person who reads its log.
        request_id: Option<String>,
    },
    /// Too much was asked at once: it may be asked again after so many seconds.
    Busy(u32),
    /// No answer came.
    Unreachable,
    /// An answer came that is none of ours.
    Garbled(u16),
    /// The reader cancelled.
    Cancelled,
}

impl Failure {
    /// The word by which programs know why.
    pub(super) fn code(&self) -> &str {
        match self {
            Failure::Refused { problem, .. } => &problem.code,
            _ => "",
        }
    }
}

/// SHA-256 of nothing. CloudFront signs what it passes on, and takes the hash of a body from here.
const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// What a server that gives no `Retry-After` is given, in seconds; and the longest that is waited.
const WAIT: u32 = 5;
const LONGEST_WAIT: u32 = 60;

pub(super) async fn get(path: &str, signal: Option<&AbortSignal>) -> Result<String, Failure> {
    if let Some(response) = early::answer(path).await {
        return answer(Ok(response.into())).await;
    }
    let request = gloo_net::http::Request::get(path).abort_signal(signal);
    answer(request.send().await).await
}

/// Asks for a change, in a way that no page of another site can.
pub(super) async fn post(path: &str) -> Result<String, Failure> {
    let request = gloo_net::http::Request::post(path);
    let request = request.header("x-whodunit", "1").header("x-amz-content-sha256", EMPTY);
    answer(request.send().await).await
}

/// How something is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    /// Made anew.
    Post,
    /// Put in the place of what is there.
    Put,
    /// Taken away.
    Delete,
}

/// Asks for a change by `method`, with a JSON `body`; as [`post`].
pub(super) async fn change(method: Method, path: &str, body: Option<&str>) -> Result<String, Failure> {
    use gloo_net::http::Request;
    let request = match method {
        Method::Post => Request::post(path),
        Method::Put => Request::put(path),
        Method::Delete => Request::delete(path),
    };
    let hash = match body {
        // A browser that hashes nothing is on a page without HTTPS, where nobody takes it.
        Some(body) => sha256(body.as_bytes()).await.unwrap_or_default(),
        None => EMPTY.to_owned(),
    };
    let request = request.header("x-whodunit", "1").header("x-amz-content-sha256", &hash);
    let sent = match body {
        Some(body) => match request.header("content-type", "application/json").body(body.to_owned()) {
            Ok(request) => request.send().await,
            Err(error) => Err(error),
        },
        None => request.send().await,
    };
    answer(sent).await
}

async fn answer(sent: Result<gloo_net::http::Response, gloo_net::Error>) -> Result<String, Failure> {
    let response = sent.map_err(|_| Failure::Unreachable)?;
    let status = response.status();
    if status == 429 {
        let seconds = response.headers().get("retry-after").and_then(|seconds| seconds.parse().ok());
        return Err(Failure::Busy(seconds.unwrap_or(WAIT).clamp(1, LONGEST_WAIT)));
    }
    let request_id = response.headers().get("x-request-id");
    let body = response.text().await.map_err(|_| Failure::Unreachable)?;
    if response.ok() {
        return Ok(body);
    }
    Err(match serde_json::from_str(&body) {
        Ok(problem) => Failure::Refused { status, problem, request_id },
        Err(_) => Failure::Garbled(status),
    })
}
