//! Why an emulator could not be opened, swept or served.

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;

use dynoxide::DynoxideError;

/// What went wrong, where, and what to do about it, in one sentence.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The folder that should hold the file does not exist.
    Folder(PathBuf),
    /// The file exists and holds something else.
    NotADatabase(PathBuf),
    /// Another process has kept the file locked for as long as we waited.
    Locked(PathBuf),
    /// The file could not be opened for any other reason.
    Open(PathBuf, DynoxideError),
    /// The address could not be bound.
    Listen(SocketAddr, std::io::Error),
    /// The engine failed.
    Engine(DynoxideError),
}

/// SQLite's [result codes](https://www.sqlite.org/rescode.html), without their extension.
mod sqlite {
    pub(super) const BUSY: i32 = 5;
    pub(super) const LOCKED: i32 = 6;
    pub(super) const NOT_A_DATABASE: i32 = 26;
}

impl Error {
    /// Tells apart the failures of opening `path` that a person can do something about.
    pub(crate) fn opening(path: PathBuf, error: DynoxideError) -> Self {
        let code = match &error {
            DynoxideError::SqliteError(e) => e.sqlite_error().map(|e| e.extended_code & 0xff),
            // dynoxide has already put SQLITE_NOTADB into words of its own.
            DynoxideError::InternalServerError(m) if m.contains("not a valid SQLite") => {
                Some(sqlite::NOT_A_DATABASE)
            }
            _ => None,
        };
        match code {
            Some(sqlite::NOT_A_DATABASE) => Error::NotADatabase(path),
            Some(sqlite::BUSY | sqlite::LOCKED) => Error::Locked(path),
            _ => Error::Open(path, error),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Folder(path) => {
                write!(f, "cannot open {}: its folder does not exist; make it first", path.display())
            }
            Error::NotADatabase(path) => {
                write!(f, "{} is not a database of this program; choose another file", path.display())
            }
            Error::Locked(path) => {
                write!(f, "{} is locked by another process; end that one and try again", path.display())
            }
            Error::Open(path, error) => write!(f, "cannot open {}: {error}", path.display()),
            Error::Listen(addr, error) => write!(f, "cannot listen on {addr}: {error}"),
            Error::Engine(error) => write!(f, "the embedded DynamoDB failed: {error}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Open(_, error) | Error::Engine(error) => Some(error),
            Error::Listen(_, error) => Some(error),
            Error::Folder(_) | Error::NotADatabase(_) | Error::Locked(_) => None,
        }
    }
}

impl From<DynoxideError> for Error {
    fn from(error: DynoxideError) -> Self {
        Error::Engine(error)
    }
}
