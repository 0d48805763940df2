//! Why a text is not a query.

use crate::problem::{Place, Problem};

/// Why a text is not a query: what, where, and what was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    message: String,
    place: Place,
    did_you_mean: Option<String>,
}

impl ParseError {
    /// As the API answers it.
    pub fn problem(&self) -> Problem {
        Problem {
            code: "badQuery".to_owned(),
            message: self.message.clone(),
            parameter: Some("q".to_owned()),
            place: Some(self.place),
            did_you_mean: self.did_you_mean.clone(),
        }
    }
}
