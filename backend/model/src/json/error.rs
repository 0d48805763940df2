//! Why a text was refused.

use std::fmt;

/// Why a text is not JSON, or not JSON that is read here: one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    pub(super) what: String,
    pub(super) offset: usize,
}

impl JsonError {
    /// Where reading stopped, in bytes from the start of the text: at the culprit or just before it.
    pub fn offset(&self) -> usize {
        self.offset
    }

    pub(super) fn syntax(text: &str, error: &serde_json::Error) -> JsonError {
        let whole = error.to_string();
        let what = whole.split(" at line ").next().unwrap_or_default().to_owned();
        let lines_before: usize =
            text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        JsonError { what, offset: (lines_before + error.column().saturating_sub(1)).min(text.len()) }
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.what, self.offset)
    }
}

impl std::error::Error for JsonError {}
