//! A page of rows, as the store finds it, the API gives it and the console shows it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::cursor::Cursor;
use crate::summary::Summary;
use crate::time::{Span, Timestamp};

/// Some rows of a query's answer, in the query's order, and the way on.
///
/// An empty page with a `next` is not "no results": it is "none so far".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Page {
    /// At most as many as the query's size.
    pub rows: Vec<Summary>,
    /// What was asked for beside the rows; absent when nothing was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra: Option<Extra>,
    /// The page after this one in the query's order; absent when everything was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Cursor>,
    /// The page before this one; absent on the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prev: Option<Cursor>,
    /// The moments that the query's range meant when its first page was asked for.
    pub span: Span,
    /// Present when the read budget ended the page before it was full: everything between the page's
    /// start and this moment was looked at, what lies beyond was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub searched_to: Option<Timestamp>,
    /// Whether it was read against the query's order, as `prev` asks for: then what was not looked at lies
    /// before it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub backward: bool,
    /// Sessions whose events were looked for under the names that were asked for; absent when there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub followed: Option<Followed>,
    /// What the page cost.
    pub cost: Cost,
}

/// Sessions that names of `who:` began, themselves or through others, and whose own events need not have the
/// names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Followed {
    /// Access keys of sessions.
    pub sessions: u32,
    /// Whether these are all; else a bound left some out.
    pub whole: bool,
}

/// Columns that the rows have no room for; see [`Column::needs_record`](crate::Column::needs_record).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extra {
    /// The columns, by their words.
    pub columns: Vec<String>,
    /// For each row a text for each column, cut as a row's are; empty where there is none.
    pub cells: Vec<Vec<String>>,
}

/// What a request cost the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cost {
    /// Read request units, as DynamoDB reports them.
    pub read_units: f64,
    /// Requests that had to wait for one another; parallel ones count once.
    pub round_trips: u32,
}

impl fmt::Display for Followed {
    /// A sentence for the reader of the answer.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.sessions {
            0 => f.write_str("Sessions that these names began are not all followed; key: finds each.")?,
            1 => f.write_str("1 session that these names began counts as theirs")?,
            n => write!(f, "{n} sessions that these names began count as theirs")?,
        }
        match (self.sessions, self.whole) {
            (0, _) => Ok(()),
            (_, true) => f.write_str("."),
            (_, false) => f.write_str("; there are more, and key: finds each."),
        }
    }
}

impl std::ops::AddAssign for Cost {
    /// What came before or after, and not beside it.
    fn add_assign(&mut self, other: Cost) {
        self.read_units += other.read_units;
        self.round_trips += other.round_trips;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_followed_is_said() {
        for (sessions, whole, expected) in [
            (1, true, "1 session that these names began counts as theirs."),
            (3, true, "3 sessions that these names began count as theirs."),
            (
                60,
                false,
                "60 sessions that these names began count as theirs; there are more, and key: finds each.",
            ),
            (0, false, "Sessions that these names began are not all followed; key: finds each."),
        ] {
            assert_eq!(Followed { sessions, whole }.to_string(), expected);
        }
    }
}
