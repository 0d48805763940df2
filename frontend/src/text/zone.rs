//! The zone that moments are shown in, and which moment a clock there means.
//!
//! The browser is asked for the offset at each moment, which is right across changes of daylight saving
//! time.

use std::str::FromStr;

use model::Timestamp;

use crate::ui::intl;

const MINUTE: i64 = 60_000;
const DAY: i64 = 86_400_000;

/// In which zone moments are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Zone {
    /// `utc`
    #[default]
    Utc,
    /// `local`: the browser's zone.
    Local,
    /// A name of the IANA's list that the browser knows, as `Europe/Berlin`.
    Named(&'static str),
}

impl Zone {
    /// The word in the URL.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Zone::Utc => "utc",
            Zone::Local => "local",
            Zone::Named(name) => name,
        }
    }

    /// What people call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Zone::Utc => "UTC",
            Zone::Local => "Local",
            Zone::Named(name) => name,
        }
    }

    /// The browser's zone for UTC, and UTC for every other.
    pub(crate) fn other(self) -> Zone {
        match self {
            Zone::Utc => Zone::Local,
            Zone::Local | Zone::Named(_) => Zone::Utc,
        }
    }

    /// Minutes east of UTC at `moment`.
    pub(crate) fn offset(self, moment: Timestamp) -> i64 {
        match self {
            Zone::Utc => 0,
            // JavaScript counts minutes west.
            Zone::Local => -js_sys::Date::new(&(moment.millis() as f64).into()).get_timezone_offset() as i64,
            Zone::Named(name) => intl::offset(name, moment.millis()),
        }
    }

    /// The moment at which clocks in the zone show what `clock` is in UTC.
    pub(crate) fn moment(self, clock: Timestamp) -> Timestamp {
        moment(clock, |moment| self.offset(moment))
    }
}

impl FromStr for Zone {
    type Err = ();

    fn from_str(text: &str) -> Result<Zone, ()> {
        match text {
            "utc" | "UTC" => Ok(Zone::Utc),
            "local" => Ok(Zone::Local),
            // All names have a slash but some that nobody should use any more.
            _ if text.len() > 64 || !text.contains('/') => Err(()),
            _ => intl::zone(text).map(Zone::Named).ok_or(()),
        }
    }
}

/// What a clock shows twice is meant the first time; what it leaps over is as much later as it leaps.
fn moment(clock: Timestamp, offset: impl Fn(Timestamp) -> i64) -> Timestamp {
    let with = |offset: i64| clock.plus_millis(-offset * MINUTE);
    // No zone changes twice within two days.
    let (before, after) = (offset(clock.plus_millis(-DAY)), offset(clock.plus_millis(DAY)));
    let is_right = |minutes: i64| offset(with(minutes)) == minutes;
    if !is_right(before) && is_right(after) { with(after) } else { with(before) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Berlin in 2026: summer from 29 March 01:00Z to 25 October 01:00Z.
    fn berlin(moment: Timestamp) -> i64 {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let summer = at("2026-03-29T01:00:00Z")..at("2026-10-25T01:00:00Z");
        if summer.contains(&moment) { 120 } else { 60 }
    }

    #[track_caller]
    fn check(clock: &str, expected: &str) {
        assert_eq!(moment(clock.parse().unwrap(), berlin).to_short_string(), expected, "{clock}");
    }

    #[test]
    fn a_clock_on_ordinary_days() {
        check("2026-01-10T12:00:00Z", "2026-01-10T11:00:00Z");
        check("2026-07-10T12:00:00Z", "2026-07-10T10:00:00Z");
    }

    #[test]
    fn a_clock_that_leaps_forward() {
        check("2026-03-29T01:59:59Z", "2026-03-29T00:59:59Z");
        // 02:30 is never shown: 03:30 in summer time.
        check("2026-03-29T02:30:00Z", "2026-03-29T01:30:00Z");
        check("2026-03-29T03:00:00Z", "2026-03-29T01:00:00Z");
        check("2026-03-30T00:30:00Z", "2026-03-29T22:30:00Z");
        check("2026-03-28T23:30:00Z", "2026-03-28T22:30:00Z");
    }

    #[test]
    fn a_clock_that_goes_back() {
        check("2026-10-25T01:59:59Z", "2026-10-24T23:59:59Z");
        // 02:30 is shown twice: first in summer time.
        check("2026-10-25T02:30:00Z", "2026-10-25T00:30:00Z");
        check("2026-10-25T03:00:00Z", "2026-10-25T02:00:00Z");
        check("2026-10-24T12:00:00Z", "2026-10-24T10:00:00Z");
    }

    #[test]
    fn the_words_of_the_address() {
        assert_eq!("utc".parse(), Ok(Zone::Utc));
        assert_eq!("local".parse(), Ok(Zone::Local));
        assert_eq!("mars".parse::<Zone>(), Err(()));
        assert_eq!(Zone::Named("Asia/Tokyo").other().other(), Zone::Local);
    }
}
