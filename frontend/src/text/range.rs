//! Ranges of time in words.

use model::time::Unit;
use model::{Bound, TimeRange, Timestamp};

use super::moment;
use super::zone::Zone;

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

/// The range in full, as both ends are understood at `now`: the echo under the fields.
pub(crate) fn echo(range: TimeRange, zone: Zone, now: Timestamp) -> String {
    let full = |bound: Bound| {
        let at = moment(bound, now);
        moment::full(at, zone.offset(at))
    };
    match range.to {
        Bound::Now => format!("From {} up to now", full(range.from)),
        to => format!("From {} up to, not including, {}", full(range.from), full(to)),
    }
}

/// What `bound` means at `now`. Nobody means the milliseconds of now.
pub(crate) fn moment(bound: Bound, now: Timestamp) -> Timestamp {
    bound.resolve(Timestamp::from_millis(now.seconds() * 1_000))
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
        let now = "2026-11-22T14:00:00.123Z".parse().unwrap();
        assert_eq!(
            echo(range, Zone::Utc, now),
            "From 2026-11-21 03:10:00 UTC up to, not including, 2026-11-22 13:00:00 UTC"
        );
        let range = TimeRange::default();
        assert_eq!(echo(range, Zone::Utc, now), "From 2026-11-21 14:00:00 UTC up to now");
    }
}
