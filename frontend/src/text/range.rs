//! Ranges of time in words, and what somebody typed as a time in the zone that is shown.

use model::time::{TimeError, Unit};
use model::{Bound, Span, TimeRange, Timestamp};

use super::moment::{self, Zone};

/// The ranges offered by one click, as (text of `from`, words).
pub(crate) const PRESETS: [(&str, &str); 7] = [
    ("-15m", "Last 15 minutes"),
    ("-1h", "Last hour"),
    ("-3h", "Last 3 hours"),
    ("-24h", "Last 24 hours"),
    ("-7d", "Last 7 days"),
    ("-30d", "Last 30 days"),
    ("-90d", "Last 90 days"),
];

/// The words on the time range button: `Last 24 hours`, `21 Nov 2026 03:10 to now`.
pub(crate) fn label(range: TimeRange, zone: Zone) -> String {
    if let (Bound::Ago(amount, unit), Bound::Now) = (range.from, range.to) {
        return match amount {
            1 => format!("Last {}", unit_name(unit)),
            _ => format!("Last {amount} {}s", unit_name(unit)),
        };
    }
    format!("{} to {}", bound(range.from, zone), bound(range.to, zone))
}

fn bound(bound: Bound, zone: Zone) -> String {
    match bound {
        Bound::Now => "now".to_owned(),
        Bound::Ago(1, unit) => format!("1 {} ago", unit_name(unit)),
        Bound::Ago(amount, unit) => format!("{amount} {}s ago", unit_name(unit)),
        Bound::At(at) => moment::short(at, zone.offset(at)),
    }
}

/// `hour` for [`Unit::Hours`].
pub(crate) fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Seconds => "second",
        Unit::Minutes => "minute",
        Unit::Hours => "hour",
        Unit::Days => "day",
    }
}

/// The range in full, as both ends were understood: the echo under the fields.
pub(crate) fn echo(span: Span, zone: Zone) -> String {
    let full = |at: Timestamp| moment::full(at, zone.offset(at));
    format!("From {} up to {}", full(span.from), full(span.to))
}

/// What somebody typed as one end of a range. A time without an offset is meant in `zone`; seconds may be
/// left out. Fails with a sentence that says what a time looks like.
pub(crate) fn typed(text: &str, zone: Zone) -> Result<Bound, TimeError> {
    let text = text.trim();
    let Some((date, clock)) = text.split_once(['T', ' ']) else {
        return in_zone(text.parse()?, !text.starts_with(['-', 'n']), zone);
    };
    let (clock, offset) = match clock.find(['Z', 'z', '+', '-']) {
        Some(place) => clock.split_at(place),
        None => (clock, ""),
    };
    let seconds = if clock.len() == 5 { ":00" } else { "" };
    in_zone(format!("{date}T{clock}{seconds}{offset}").parse()?, offset.is_empty(), zone)
}

/// A clock time that was read as UTC, moved to where it is meant.
fn in_zone(bound: Bound, floating: bool, zone: Zone) -> Result<Bound, TimeError> {
    match bound {
        Bound::At(at) if floating => Ok(Bound::At(at.plus_millis(-zone.offset(at) * 60_000))),
        other => Ok(other),
    }
}

/// `2026-11-22 14:00:00`, in the zone: what the field is filled with.
pub(crate) fn field(at: Timestamp, zone: Zone) -> String {
    let offset = zone.offset(at);
    let text = at.plus_millis(offset * 60_000).to_short_string();
    let suffix = if offset == 0 {
        "Z".to_owned()
    } else {
        moment::offset_name(offset).replace("UTC", "").replace('−', "-")
    };
    format!("{}{suffix}", text.trim_end_matches('Z'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_preset_is_a_range_with_its_name() {
        for (from, name) in PRESETS {
            let range = TimeRange { from: from.parse().unwrap(), to: Bound::Now };
            assert_eq!(label(range, Zone::Utc), name);
        }
    }

    #[test]
    fn other_ranges_name_both_ends() {
        let range = TimeRange { from: "2026-11-21T03:10:00Z".parse().unwrap(), to: "-1h".parse().unwrap() };
        assert_eq!(label(range, Zone::Utc), "21 Nov 2026 03:10 to 1 hour ago");
        let span = range.resolve("2026-11-22T14:00:00Z".parse().unwrap()).unwrap();
        assert_eq!(echo(span, Zone::Utc), "From 2026-11-21 03:10:00 UTC up to 2026-11-22 13:00:00 UTC");
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(typed(text, Zone::Utc).map(|b| b.to_string()), Ok(expected.to_owned()), "{text}");
    }

    #[test]
    fn times_as_people_type_them() {
        check(" now ", "now");
        check("-7d", "-7d");
        check("2026-11-22", "2026-11-22T00:00:00Z");
        check("2026-11-22 14:00", "2026-11-22T14:00:00Z");
        check("2026-11-22T14:00Z", "2026-11-22T14:00:00Z");
        check("2026-11-22T14:00+02:00", "2026-11-22T12:00:00Z");
        check("2026-11-22 14:00:07.5", "2026-11-22T14:00:07.500Z");
        assert!(typed("noon", Zone::Utc).is_err());
        assert!(typed("2026-11-22 25:00", Zone::Utc).is_err());
    }

    #[test]
    fn the_field_goes_both_ways() {
        let at: Timestamp = "2026-11-22T14:00:00Z".parse().unwrap();
        assert_eq!(field(at, Zone::Utc), "2026-11-22T14:00:00Z");
        assert_eq!(typed(&field(at, Zone::Utc), Zone::Utc), Ok(Bound::At(at)));
    }
}
