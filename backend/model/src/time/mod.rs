//! Moments and ranges of time.
//!
//! A [`Timestamp`] is UTC with millisecond resolution, which is finer than CloudTrail's whole seconds
//! and as fine as a DynamoDB sort key of ours. Ranges are half-open, `[from, to)`, so that two
//! neighbouring ranges neither share an event nor lose one.
//!
//! ```text
//! bound    = "now" / relative / absolute
//! relative = "-" 1*6DIGIT ( "s" / "m" / "h" / "d" )     ; before now
//! absolute = RFC 3339 / date                            ; 2026-11-22T14:00:00Z, 2026-11-22
//! ```

mod moment;
mod range;

use std::fmt;

pub use moment::Timestamp;
pub use range::{Bound, Span, TimeRange, Unit};

/// Why a text is not a time, or a range is not one: a sentence for the person who typed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeError(String);

impl fmt::Display for TimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for TimeError {}

/// The first 40 characters: an error message is not a place to repeat a megabyte.
fn clip(text: &str) -> String {
    text.chars().take(40).collect()
}
