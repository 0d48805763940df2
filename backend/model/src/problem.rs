//! The body of every error that the API answers with.

use serde::{Deserialize, Serialize};

/// What went wrong, in a sentence that a person can act on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// A stable word for programs: `badQuery`, `badTime`, `badCursor`, `notFound`, `busy`, ….
    pub code: String,
    /// The sentence.
    pub message: String,
    /// Which parameter of the request is meant: `q`, `from`, `at`, ….
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
    /// Where in that parameter: characters before the place, and how many are wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// What was probably meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub did_you_mean: Option<String>,
}

/// A place in a text, in characters (not bytes): what a caret is drawn under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Characters before it.
    pub at: usize,
    /// Characters in it; 0 at the end of the text.
    pub len: usize,
}
