//! An operation's failure, in the form that a client of AWS reads.
//!
//! | protocol | status | header | body |
//! |---|---|---|---|
//! | [awsJson1_1] | 400, or 5xx | | `{"__type":"InvalidMaxResultsException","message":"…"}` |
//! | [restJson1] | the error's own | `x-amzn-ErrorType: ChannelNotFound` | `{"message":"…"}` |
//!
//! [awsJson1_1]: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
//! [restJson1]: https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use serde_json::json;

use crate::request_id;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");
const ERROR_TYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");

/// How requests and answers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// One address, the operation in `X-Amz-Target`: CloudTrail.
    AwsJson11,
    /// An address for each operation: CloudTrail Data.
    RestJson1,
}

/// What went wrong, by AWS's name for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The status, where the protocol leaves a choice.
    pub status: StatusCode,
    /// The short name: `InvalidMaxResultsException`. SDKs make it a type of their own.
    pub code: &'static str,
    /// A sentence for the person who asked.
    pub message: String,
}

impl Failure {
    /// The caller's mistake: status 400.
    pub fn new(code: &'static str, message: impl Into<String>) -> Failure {
        Failure { status: StatusCode::BAD_REQUEST, code, message: message.into() }
    }

    /// With another status. Of a caller's mistake [`Protocol::AwsJson11`] always makes 400.
    pub fn with_status(self, status: StatusCode) -> Failure {
        Failure { status, ..self }
    }

    /// What went wrong at the table. The SDK's texts are for the log, which they reach here, once; clients
    /// repeat what is throttled or unavailable by themselves.
    pub fn of_store(error: &store::Error) -> Failure {
        tracing::error!(%error, "the table did not answer");
        match error {
            store::Error::BadQuery(problem) => Failure::new("ValidationException", problem.message.clone()),
            store::Error::Busy(_) => Failure::new("ThrottlingException", "Rate exceeded"),
            store::Error::Unreachable(_) => {
                Failure::new("ServiceUnavailable", "The table cannot be reached. Try again later.")
                    .with_status(StatusCode::SERVICE_UNAVAILABLE)
            }
            store::Error::Corrupt { .. } => {
                Failure::new("InternalFailure", "A stored event cannot be read. The log names it.")
                    .with_status(StatusCode::INTERNAL_SERVER_ERROR)
            }
        }
    }

    /// The answer.
    pub fn response(self, protocol: Protocol) -> Response {
        let Failure { status, code, message } = self;
        match protocol {
            Protocol::AwsJson11 => {
                let status = if status.is_client_error() { StatusCode::BAD_REQUEST } else { status };
                let body = json!({ "__type": code, "message": message }).to_string();
                (status, head(protocol), body).into_response()
            }
            Protocol::RestJson1 => {
                let body = json!({ "message": message }).to_string();
                let mut response = (status, head(protocol), body).into_response();
                response.headers_mut().insert(ERROR_TYPE, HeaderValue::from_static(code));
                response
            }
        }
    }
}

/// The headers of every answer: what it is, and a request id.
pub fn head(protocol: Protocol) -> [(HeaderName, HeaderValue); 2] {
    let kind = match protocol {
        Protocol::AwsJson11 => "application/x-amz-json-1.1",
        Protocol::RestJson1 => "application/json",
    };
    // Hexadecimal digits and hyphens are a header's value.
    let id = HeaderValue::from_str(&request_id()).unwrap_or(HeaderValue::from_static("-"));
    [(CONTENT_TYPE, HeaderValue::from_static(kind)), (REQUEST_ID, id)]
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn text(response: Response) -> String {
        let body = axum::body::to_bytes(response.into_body(), 10_000).await.unwrap();
        String::from_utf8(body.to_vec()).unwrap()
    }

    #[tokio::test]
    async fn json_1_1_names_the_error_in_the_body() {
        let failure = Failure::new("ThrottlingException", "Rate exceeded");
        let response = failure.with_status(StatusCode::TOO_MANY_REQUESTS).response(Protocol::AwsJson11);
        assert_eq!(response.status(), 400);
        assert_eq!(response.headers()["content-type"], "application/x-amz-json-1.1");
        assert_eq!(response.headers()["x-amzn-requestid"].len(), 36);
        let body = r#"{"__type":"ThrottlingException","message":"Rate exceeded"}"#;
        assert_eq!(text(response).await, body);
    }

    #[tokio::test]
    async fn rest_json_names_it_in_a_header() {
        let failure = Failure::new("ChannelNotFound", "x").with_status(StatusCode::NOT_FOUND);
        let response = failure.response(Protocol::RestJson1);
        assert_eq!(
            (response.status().as_u16(), &response.headers()["x-amzn-errortype"]),
            (404, &HeaderValue::from_static("ChannelNotFound"))
        );
        assert_eq!(text(response).await, r#"{"message":"x"}"#);
    }

    #[test]
    fn texts_of_the_table_are_not_told() {
        for error in [store::Error::Busy("10.1.2.3".into()), store::Error::Unreachable("10.1.2.3".into())] {
            assert!(!Failure::of_store(&error).message.contains("10.1"));
        }
    }
}
