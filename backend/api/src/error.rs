//! What goes wrong, told twice: to the person who asked, and to the log.

use axum::Json;
use axum::http::StatusCode;
use axum::http::header::{HeaderValue, RETRY_AFTER};
use axum::response::{IntoResponse, Response};
use model::Problem;
use store::Error;

/// A request's failure.
#[derive(Debug)]
pub(crate) struct Failure {
    status: StatusCode,
    problem: Problem,
    /// What only the log may know: texts of the SDK, keys of the table.
    log: Option<LogText>,
}

/// Travels with an answer to where it is logged, once and with the request's id: see `edge`.
#[derive(Clone, Debug)]
pub(crate) struct LogText(pub(crate) String);

impl Failure {
    pub(crate) fn new(status: StatusCode, code: &str, message: &str) -> Failure {
        let (code, message) = (code.to_owned(), message.to_owned());
        Failure::of(status, Problem { code, message, parameter: None, place: None, did_you_mean: None })
    }

    pub(crate) fn of(status: StatusCode, problem: Problem) -> Failure {
        Failure { status, problem, log: None }
    }
}

impl From<Box<Failure>> for Failure {
    fn from(failure: Box<Failure>) -> Failure {
        *failure
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        let log = Some(LogText(error.to_string()));
        let told = |status, code, message| Failure { log, ..Failure::new(status, code, message) };
        match error {
            Error::BadQuery(problem) => Failure::of(StatusCode::BAD_REQUEST, *problem),
            Error::Busy(_) => {
                told(StatusCode::SERVICE_UNAVAILABLE, "busy", "the table is busy; try again in a moment")
            }
            Error::Unreachable(_) => told(
                StatusCode::SERVICE_UNAVAILABLE,
                "unreachable",
                "the table cannot be reached; try again later",
            ),
            Error::Corrupt { .. } => told(
                StatusCode::INTERNAL_SERVER_ERROR,
                "corrupt",
                "a stored event cannot be read; the log names it under this answer's x-request-id",
            ),
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(self.problem)).into_response();
        if self.status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        if let Some(log) = self.log {
            response.extensions_mut().insert(log);
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_the_log_is_not_told() {
        let secret = "DispatchFailure at 10.1.2.3";
        for (error, status) in [
            (Error::Busy(secret.to_owned()), 503),
            (Error::Unreachable(secret.to_owned()), 503),
            (Error::Corrupt { key: secret.to_owned(), why: secret.to_owned() }, 500),
        ] {
            let failure = Failure::from(error);
            assert_eq!(failure.status, status);
            assert!(!failure.problem.message.contains(secret));
            let response = failure.into_response();
            assert!(response.extensions().get::<LogText>().is_some_and(|log| log.0.contains(secret)));
        }
    }
}
