//! A CloudTrail record to an [`Event`].

use std::fmt;

use crate::event::Event;

/// Why a text is not a record that can be kept: one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection(String);

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Rejection {}

impl Event {
    /// Reads one record.
    pub fn from_record(_text: &str) -> Result<Event, Rejection> {
        Err(Rejection("not yet".to_owned()))
    }
}
