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

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcDateTime};

/// A moment in UTC: milliseconds since 1970-01-01T00:00:00Z, between the years 1970 and 9999.
///
/// Its text form is always `YYYY-MM-DDTHH:MM:SS.mmmZ` (24 bytes), so texts sort as moments do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// 1970-01-01T00:00:00.000Z.
    pub const MIN: Timestamp = Timestamp(0);
    /// 9999-12-31T23:59:59.999Z.
    pub const MAX: Timestamp = Timestamp(253_402_300_799_999);

    /// From milliseconds since the epoch; clamped to [`MIN`](Self::MIN) and [`MAX`](Self::MAX).
    pub fn from_millis(millis: i64) -> Timestamp {
        Timestamp(millis.clamp(Self::MIN.0, Self::MAX.0))
    }

    /// Milliseconds since the epoch.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// Whole seconds since the epoch, rounded down.
    pub fn seconds(self) -> i64 {
        self.0.div_euclid(1_000)
    }

    /// This moment moved by `millis` milliseconds, clamped to the representable years.
    pub fn plus_millis(self, millis: i64) -> Timestamp {
        Timestamp::from_millis(self.0.saturating_add(millis))
    }

    /// Calendar parts in UTC: (year, month 1..=12, day, hour, minute, second, millisecond).
    pub fn civil(self) -> (i32, u8, u8, u8, u8, u8, u16) {
        // In range by construction, so the fallback is never seen.
        let t = UtcDateTime::from_unix_timestamp(self.seconds()).unwrap_or(UtcDateTime::UNIX_EPOCH);
        let millis = self.0.rem_euclid(1_000) as u16;
        (t.year(), u8::from(t.month()), t.day(), t.hour(), t.minute(), t.second(), millis)
    }

    /// Without the fraction when it is zero: `2026-11-22T14:32:07Z`, as CloudTrail writes it.
    pub fn to_short_string(self) -> String {
        let text = self.to_string();
        match text.strip_suffix(".000Z") {
            Some(whole) => format!("{whole}Z"),
            None => text,
        }
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day, hour, minute, second, millis) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{millis:03}Z")
    }
}

impl FromStr for Timestamp {
    type Err = TimeError;

    /// RFC 3339 with any offset, a bare date (midnight UTC), or a date and time without offset (UTC),
    /// with `T` or a space between them. Fractions below a millisecond are cut off.
    fn from_str(text: &str) -> Result<Timestamp, TimeError> {
        let text = text.trim();
        let error = || TimeError(format!("`{}` is not a time such as 2026-11-22T14:00:00Z", clip(text)));
        if text.len() < 10 || text.len() > 40 || !text.is_ascii() {
            return Err(error());
        }
        let (date, rest) = text.split_at(10);
        let clock = match rest.strip_prefix(['T', 't', ' ']) {
            None if rest.is_empty() => "00:00:00Z".to_owned(),
            None => return Err(error()),
            Some(clock) if clock.contains(['Z', 'z', '+', '-']) => clock.to_owned(),
            Some(clock) => format!("{clock}Z"),
        };
        let moment = OffsetDateTime::parse(&format!("{date}T{clock}"), &Rfc3339).map_err(|_| error())?;
        let millis = moment.unix_timestamp_nanos().div_euclid(1_000_000);
        match i64::try_from(millis) {
            Ok(millis) if (Self::MIN.0..=Self::MAX.0).contains(&millis) => Ok(Timestamp(millis)),
            _ => Err(TimeError(format!("`{}` is outside the years 1970 to 9999", clip(text)))),
        }
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Timestamp, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn moment(text: &str, expected: &str) {
        let parsed: Timestamp = text.parse().unwrap_or_else(|e| panic!("{text}: {e}"));
        assert_eq!(parsed.to_string(), expected, "{text}");
        assert_eq!(parsed.to_string().parse(), Ok(parsed), "{text}");
    }

    #[test]
    fn moments_in_every_spelling_that_records_use() {
        moment("2026-11-22T14:32:07Z", "2026-11-22T14:32:07.000Z");
        moment("2026-11-22T14:32:07.418Z", "2026-11-22T14:32:07.418Z");
        moment("2026-11-22T14:32:07.4189Z", "2026-11-22T14:32:07.418Z");
        moment("2022-02-08 09:23:37+11:00", "2022-02-07T22:23:37.000Z");
        moment("2026-01-11 22:54:56.000000000", "2026-01-11T22:54:56.000Z");
        moment("2026-11-22", "2026-11-22T00:00:00.000Z");
        moment("1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z");
        moment("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z");
    }

    #[test]
    fn what_is_not_a_moment_says_so() {
        for text in ["", "yesterday", "2026-13-01", "2026-02-30T00:00:00Z", "1969-12-31T23:59:59Z", "１２"]
        {
            assert!(text.parse::<Timestamp>().is_err(), "{text}");
        }
        let error = "2026-11-22X".parse::<Timestamp>().unwrap_err();
        assert_eq!(error.to_string(), "`2026-11-22X` is not a time such as 2026-11-22T14:00:00Z");
    }

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
