//! What can go wrong with sessions and with the issuer. The texts are for the log.

use std::fmt;

use aws_sdk_dynamodb::error::{BuildError, DisplayErrorContext, SdkError};

/// Why something could not be done now. Whoever meets it refuses the request: nothing is let through.
#[derive(Debug)]
pub enum Error {
    /// The sessions' table was not reached, or refused us.
    Table(String),
    /// A session's item cannot be read.
    Corrupt(String),
    /// The issuer was not reached, or answered with something that is none of OpenID Connect.
    Issuer(String),
    /// The operating system gives no random bytes.
    Randomness,
}

impl Error {
    /// From a failed call of `operation`.
    pub(crate) fn sdk<E, R>(operation: &str, error: SdkError<E, R>) -> Error
    where
        E: std::error::Error + 'static,
        R: fmt::Debug + 'static,
    {
        Error::Table(format!("{operation}: {}", DisplayErrorContext(&error)))
    }

    /// From a request that could not be put together; our own mistake, should it ever happen.
    pub(crate) fn build(error: BuildError) -> Error {
        Error::Table(format!("a request could not be built: {error}"))
    }

    pub(crate) fn no_randomness() -> Error {
        Error::Randomness
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Table(text) => write!(f, "the sessions' table could not be used: {text}"),
            Error::Corrupt(text) => write!(f, "a session cannot be read: {text}"),
            Error::Issuer(text) => write!(f, "the issuer: {text}"),
            Error::Randomness => f.write_str("the operating system gave no random bytes"),
        }
    }
}

impl std::error::Error for Error {}
