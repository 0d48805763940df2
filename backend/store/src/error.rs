//! What can go wrong at the table.

use std::fmt;

use aws_sdk_dynamodb::error::{BuildError, DisplayErrorContext, ProvideErrorMetadata, SdkError};
use model::Problem;

/// Why the store could not answer. The texts are for the log, except a problem's, which is for the
/// person who asked.
#[derive(Debug)]
pub enum Error {
    /// The question itself is wrong: an empty range, a cursor of another query.
    BadQuery(Box<Problem>),
    /// The table is throttling or not ready: trying again helps.
    Busy(String),
    /// The endpoint was not reached, or refused us: credentials, network, no such table.
    Unreachable(String),
    /// An item cannot be read. Names its key and why; the item is left as it is.
    Corrupt {
        /// The item's partition key.
        key: String,
        /// What is wrong with it.
        why: String,
    },
}

impl Error {
    /// From a failed call of `operation`.
    pub(crate) fn sdk<E, R>(operation: &str, error: SdkError<E, R>) -> Error
    where
        E: std::error::Error + ProvideErrorMetadata + 'static,
        R: fmt::Debug + 'static,
    {
        const PASSING: [&str; 7] = [
            "ProvisionedThroughputExceededException",
            "ThrottlingException",
            "ThrottledException",
            "RequestLimitExceeded",
            "InternalServerError",
            "LimitExceededException",
            "ResourceInUseException",
        ];
        let busy = error.code().is_some_and(|code| PASSING.contains(&code));
        let text = format!("{operation}: {}", DisplayErrorContext(&error));
        if busy { Error::Busy(text) } else { Error::Unreachable(text) }
    }

    /// The answer to a write under a condition; `None` where that did not hold.
    pub(crate) fn if_held<T, E, R>(
        operation: &str,
        answer: Result<T, SdkError<E, R>>,
    ) -> Result<Option<T>, Error>
    where
        E: std::error::Error + ProvideErrorMetadata + 'static,
        R: fmt::Debug + 'static,
    {
        match answer {
            Ok(answer) => Ok(Some(answer)),
            Err(error) if error.code() == Some("ConditionalCheckFailedException") => Ok(None),
            Err(error) => Err(Error::sdk(operation, error)),
        }
    }

    /// From a request that could not be put together; our own mistake, should it ever happen.
    pub(crate) fn build(error: BuildError) -> Error {
        Error::Unreachable(format!("a request could not be built: {error}"))
    }

    pub(crate) fn corrupt(key: &str, why: impl fmt::Display) -> Error {
        Error::Corrupt { key: key.to_owned(), why: why.to_string() }
    }

    pub(crate) fn bad_cursor(message: &str) -> Error {
        Error::BadQuery(Box::new(Problem {
            code: "badCursor".to_owned(),
            message: message.to_owned(),
            parameter: Some("at".to_owned()),
            place: None,
            did_you_mean: None,
        }))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::BadQuery(problem) => f.write_str(&problem.message),
            Error::Busy(text) => write!(f, "the table is busy: {text}"),
            Error::Unreachable(text) => write!(f, "the table could not be used: {text}"),
            Error::Corrupt { key, why } => write!(f, "the item {key:?} cannot be read: {why}"),
        }
    }
}

impl std::error::Error for Error {}
