//! A range of time, as it was typed and as it was meant.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{TimeError, Timestamp, clip};

/// One end of a range as it was typed: relative to now, or a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The moment of asking.
    Now,
    /// This many of the unit before the moment of asking; 1 ..= 999,999.
    Ago(u32, Unit),
    /// A moment.
    At(Timestamp),
}

/// The unit of a relative bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// `s`
    Seconds,
    /// `m`
    Minutes,
    /// `h`
    Hours,
    /// `d`, always 24 hours
    Days,
}

impl Unit {
    /// Milliseconds in one of this unit.
    pub fn millis(self) -> i64 {
        match self {
            Unit::Seconds => 1_000,
            Unit::Minutes => 60_000,
            Unit::Hours => 3_600_000,
            Unit::Days => 86_400_000,
        }
    }

    fn letter(self) -> char {
        match self {
            Unit::Seconds => 's',
            Unit::Minutes => 'm',
            Unit::Hours => 'h',
            Unit::Days => 'd',
        }
    }
}

impl Bound {
    /// The moment meant, when asked at `now`.
    pub fn resolve(self, now: Timestamp) -> Timestamp {
        match self {
            Bound::Now => now,
            Bound::Ago(amount, unit) => now.plus_millis(-i64::from(amount) * unit.millis()),
            Bound::At(moment) => moment,
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Bound::Now => f.write_str("now"),
            Bound::Ago(amount, unit) => write!(f, "-{amount}{}", unit.letter()),
            Bound::At(moment) => f.write_str(&moment.to_short_string()),
        }
    }
}

impl FromStr for Bound {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Bound, TimeError> {
        let text = text.trim();
        if text == "now" {
            return Ok(Bound::Now);
        }
        let Some(ago) = text.strip_prefix('-') else {
            return text.parse().map(Bound::At);
        };
        let error =
            || TimeError(format!("`{}` is not a relative time such as -15m, -24h or -7d", clip(text)));
        let unit = match ago.chars().last() {
            Some('s') => Unit::Seconds,
            Some('m') => Unit::Minutes,
            Some('h') => Unit::Hours,
            Some('d') => Unit::Days,
            _ => return Err(error()),
        };
        let digits = &ago[..ago.len() - 1];
        let well_formed = (1..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        match digits.parse() {
            Ok(amount) if well_formed && amount > 0 => Ok(Bound::Ago(amount, unit)),
            _ => Err(error()),
        }
    }
}

/// The range of time of a query, as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeRange {
    /// The first moment that is in the range.
    pub from: Bound,
    /// The first moment that is past the range.
    pub to: Bound,
}

impl Default for TimeRange {
    /// The last 24 hours.
    fn default() -> TimeRange {
        TimeRange { from: Bound::Ago(24, Unit::Hours), to: Bound::Now }
    }
}

impl TimeRange {
    /// The moments meant, when asked at `now`. Fails when the range would be empty.
    pub fn resolve(self, now: Timestamp) -> Result<Span, TimeError> {
        // The range is half-open and `now` may be this very millisecond's event: include it.
        let to = if self.to == Bound::Now { now.plus_millis(1) } else { self.to.resolve(now) };
        let from = self.from.resolve(now);
        if from < to {
            return Ok(Span { from, to });
        }
        Err(TimeError(format!(
            "the range is empty: it begins at {} and ends at {}; put the earlier time first",
            from.to_short_string(),
            to.to_short_string()
        )))
    }
}

/// A half-open range of moments, `[from, to)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first moment in the span.
    pub from: Timestamp,
    /// The first moment past the span.
    pub to: Timestamp,
}

impl Span {
    /// Every representable moment.
    pub const ALL: Span = Span { from: Timestamp::MIN, to: Timestamp::MAX };

    /// Whether `moment` is in the span.
    pub fn contains(&self, moment: Timestamp) -> bool {
        self.from <= moment && moment < self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_go_both_ways() {
        for text in
            ["now", "-15m", "-24h", "-90d", "-30s", "2026-11-22T14:00:00Z", "2026-11-22T14:00:00.001Z"]
        {
            assert_eq!(text.parse::<Bound>().unwrap().to_string(), text);
        }
        for text in ["-", "-1", "-0h", "-h", "-1w", "-1234567d", "-+1d", "24h"] {
            assert!(text.parse::<Bound>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_range_is_half_open_and_never_empty() {
        let now: Timestamp = "2026-11-22T14:00:00Z".parse().unwrap();
        let span = TimeRange::default().resolve(now).unwrap();
        assert!(span.contains(now) && span.contains(now.plus_millis(-86_400_000)));
        assert!(!span.contains(now.plus_millis(1)) && !span.contains(now.plus_millis(-86_400_001)));

        let range = TimeRange { from: Bound::Now, to: Bound::At(now) };
        assert_eq!(
            range.resolve(now).unwrap_err().to_string(),
            "the range is empty: it begins at 2026-11-22T14:00:00Z and ends at 2026-11-22T14:00:00Z; \
             put the earlier time first"
        );
    }
}
