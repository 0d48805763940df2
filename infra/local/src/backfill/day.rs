//! Days, as log files are sorted by.

use std::fmt;
use std::str::FromStr;

use model::Timestamp;
use serde::{Serialize, Serializer};

const MILLIS: i64 = 86_400_000;

/// A day in UTC: days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day(i64);

impl Day {
    /// 1970-01-01
    pub(super) const MIN: Day = Day(0);

    pub(super) fn of(moment: Timestamp) -> Day {
        Day(moment.millis() / MILLIS)
    }

    /// How many days this is after `earlier`.
    pub(super) fn since(self, earlier: Day) -> u64 {
        u64::try_from(self.0 - earlier.0).unwrap_or(0)
    }

    /// `2026/11/22`, the end of the folder of its log files.
    pub(super) fn folder(self) -> String {
        self.to_string().replace('-', "/")
    }
}

impl fmt::Display for Day {
    /// `2026-11-22`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day, ..) = Timestamp::from_millis(self.0 * MILLIS).civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Day {
    type Err = String;

    fn from_str(text: &str) -> Result<Day, String> {
        let moment = if text.len() == 10 { text.parse().ok() } else { None };
        moment.map(Day::of).ok_or_else(|| "give a day such as 2026-11-22".to_owned())
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_goes_both_ways() {
        for text in ["1970-01-01", "2024-02-29", "2026-11-22", "9999-12-31"] {
            let day: Day = text.parse().unwrap();
            assert_eq!((day.to_string(), day.folder()), (text.to_owned(), text.replace('-', "/")));
        }
        for text in ["", "2026-11-31", "2026-11-22T00:00:00Z", "22.11.2026", "2026/11/22", "yesterday!"] {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
        let (a, b): (Day, Day) = ("2026-02-28".parse().unwrap(), "2026-03-01".parse().unwrap());
        assert_eq!((b.since(a), a.since(b)), (1, 0));
    }
}
