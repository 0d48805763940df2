//! How long events are kept.

use std::fmt;
use std::str::FromStr;

use model::{Span, Timestamp};

const DAY_MILLIS: i64 = 86_400_000;

/// How long after its time an event is kept and shown.
///
/// DynamoDB deletes expired items late, sometimes by days. So reads never go further back than this
/// themselves, and the promise does not depend on when the deletion happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retention {
    /// For so many days, 1 ..= 36,500.
    Days(u32),
    /// For ever: items have no expiry.
    Forever,
}

impl Default for Retention {
    /// 90 days, as AWS's Event history.
    fn default() -> Retention {
        Retention::Days(90)
    }
}

impl Retention {
    /// The oldest moment still kept at `now`.
    pub fn horizon(self, now: Timestamp) -> Timestamp {
        match self {
            Retention::Days(days) => now.plus_millis(-i64::from(days) * DAY_MILLIS),
            Retention::Forever => Timestamp::MIN,
        }
    }

    /// Epoch seconds for the table's TTL attribute: the first second at which an event of `time` is no
    /// longer shown.
    pub(crate) fn expiry(self, time: Timestamp) -> Option<i64> {
        match self {
            Retention::Days(days) => Some(time.seconds() + i64::from(days) * DAY_MILLIS / 1_000 + 1),
            Retention::Forever => None,
        }
    }

    /// `span` without what is past retention; `None` when nothing is left.
    pub(crate) fn clamp(self, span: Span, now: Timestamp) -> Option<Span> {
        let from = span.from.max(self.horizon(now));
        (from < span.to).then_some(Span { from, to: span.to })
    }
}

impl fmt::Display for Retention {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Retention::Days(days) => write!(f, "{days}"),
            Retention::Forever => f.write_str("forever"),
        }
    }
}

impl FromStr for Retention {
    type Err = String;

    fn from_str(text: &str) -> Result<Retention, String> {
        if text == "forever" {
            return Ok(Retention::Forever);
        }
        match text.parse() {
            Ok(days) if (1..=36_500).contains(&days) => Ok(Retention::Days(days)),
            _ => Err(format!("`{text}` is not a retention: give a number of days (1 to 36500) or `forever`")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_shown_until_its_expiry_and_not_after() {
        let time: Timestamp = "2026-08-24T14:00:00.500Z".parse().unwrap();
        let retention = Retention::Days(90);
        let expiry = Timestamp::from_millis(retention.expiry(time).unwrap() * 1_000);
        // TTL may delete from `expiry` on: by then no read may count on the item.
        assert!(retention.horizon(expiry) > time);
        assert!(retention.horizon(expiry.plus_millis(-1_000)) <= time);
    }

    #[test]
    fn text_goes_both_ways() {
        for text in ["1", "90", "36500", "forever"] {
            assert_eq!(text.parse::<Retention>().unwrap().to_string(), text);
        }
        for text in ["0", "-1", "36501", "ninety", ""] {
            assert!(text.parse::<Retention>().is_err(), "{text}");
        }
    }
}
