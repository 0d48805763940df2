//! A moment, and its text.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcDateTime};

use super::{TimeError, clip};

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
}
