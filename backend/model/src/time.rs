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

use serde::{Deserialize, Serialize, Serializer};
use time::format_description::well_known::Rfc3339;
use time::{Date, OffsetDateTime, PrimitiveDateTime, UtcDateTime};

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
        let error = || TimeError(format!("`{}` is not a time", clip(text)));
        if text.len() > 40 || !text.is_ascii() {
            return Err(error());
        }
        let text = text.trim();
        let moment = if text.len() == 10 {
            Date::parse(text, time::macros_free::DATE)
                .map(|date| date.midnight().assume_utc())
                .map_err(|_| error())?
        } else {
            parse_moment(text).ok_or_else(error)?
        };
        let millis = moment.unix_timestamp_nanos().div_euclid(1_000_000);
        if millis < i128::from(Self::MIN.0) || millis > i128::from(Self::MAX.0) {
            return Err(TimeError(format!("`{}` is outside the years 1970 to 9999", clip(text))));
        }
        Ok(Timestamp(millis as i64))
    }
}
