//! The position of a page: an opaque text that only the store can read.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The longest cursor, in bytes.
pub const MAX_CURSOR: usize = 512;

/// Where a page begins. Opaque: the store makes it, everybody else hands it back as it was.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Cursor(String);

impl Cursor {
    /// The text of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Cursor> for String {
    fn from(cursor: Cursor) -> String {
        cursor.0
    }
}

impl TryFrom<String> for Cursor {
    type Error = CursorError;

    fn try_from(text: String) -> Result<Cursor, CursorError> {
        text.parse()
    }
}

impl FromStr for Cursor {
    type Err = CursorError;

    /// 1 ..= [`MAX_CURSOR`] characters of base64url.
    fn from_str(text: &str) -> Result<Cursor, CursorError> {
        let base64url = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        if text.is_empty() || text.len() > MAX_CURSOR || !text.bytes().all(base64url) {
            return Err(CursorError);
        }
        Ok(Cursor(text.to_owned()))
    }
}

/// The text cannot be a cursor of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CursorError;

impl fmt::Display for CursorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this is not a page position that this console gave out; start at the first page")
    }
}

impl std::error::Error for CursorError {}
