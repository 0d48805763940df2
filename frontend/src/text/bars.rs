//! The bars of the histogram in words.

use model::{Bucket, Exactness, Timestamp};

use super::figures::{number, totals};
use super::moment;
use super::zone::Zone;

/// `20-minute bars`, for their width in seconds.
pub(crate) fn width(seconds: u64) -> String {
    let units = [(86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second")];
    let (size, unit) =
        units.into_iter().find(|(size, _)| seconds.is_multiple_of(*size)).unwrap_or((1, "second"));
    format!("{}-{unit} bars", seconds / size)
}

/// `21 Nov 14:20 to 14:40`; with the day of the end where that is another, and with seconds where there is
/// less than a minute.
pub(crate) fn stretch(from: Timestamp, to: Timestamp, zone: Zone) -> String {
    let day = |at| moment::day_number(at, zone.offset(at));
    let seconds = to.millis() - from.millis() < 60_000;
    let end = if day(from) == day(to) { clock(to, zone, seconds) } else { dated(to, zone, seconds) };
    format!("{} to {end}", dated(from, zone, seconds))
}

/// `21 Nov 14:20`.
pub(crate) fn at(at: Timestamp, zone: Zone) -> String {
    dated(at, zone, false)
}

fn dated(at: Timestamp, zone: Zone, seconds: bool) -> String {
    format!("{} {}", moment::date(at, zone.offset(at)), clock(at, zone, seconds))
}

fn clock(at: Timestamp, zone: Zone, seconds: bool) -> String {
    let mut clock = moment::clock(Timestamp::from_millis(at.seconds() * 1_000), zone.offset(at));
    clock.truncate(if seconds { 8 } else { 5 });
    clock
}

/// The bars from the first of `bars` to its last: `21 Nov 14:20 to 14:40, 22 events, 2 denied`.
pub(crate) fn sentence(bars: &[Bucket], zone: Zone) -> String {
    let (Some(first), Some(last)) = (bars.first(), bars.last()) else { return String::new() };
    let [ok, denied, failed] = totals(bars);
    let all = ok + denied + failed;
    let at_least = if bars.iter().all(|bar| bar.exactness == Exactness::Exact) { "" } else { "at least " };
    let mut text = format!("{}, {at_least}{} event", stretch(first.from, last.to, zone), number(all));
    text.push_str(if all == 1 { "" } else { "s" });
    for (n, word) in [(denied, "denied"), (failed, "failed")] {
        if n > 0 {
            text += &format!(", {} {word}", number(n));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_width_has_the_largest_unit_that_fits() {
        for (seconds, words) in
            [(1, "1-second bars"), (90, "90-second bars"), (1_200, "20-minute bars"), (345_600, "4-day bars")]
        {
            assert_eq!(width(seconds), words);
        }
    }

    #[test]
    fn bars_say_when_and_how_many() {
        let bar = |from: &str, to: &str, exactness| Bucket {
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
            ok: 1_000,
            denied: 2,
            failed: 0,
            exactness,
        };
        let one = bar("2026-11-21T14:20:00Z", "2026-11-21T14:40:00Z", Exactness::Exact);
        assert_eq!(sentence(&[one], Zone::Utc), "21 Nov 14:20 to 14:40, 1,002 events, 2 denied");
        let last = bar("2026-11-21T23:59:30Z", "2026-11-22T00:00:30.001Z", Exactness::AtLeast);
        assert_eq!(
            sentence(&[one, last], Zone::Utc),
            "21 Nov 14:20 to 22 Nov 00:00, at least 2,004 events, 4 denied"
        );
        let quiet = Bucket { ok: 1, denied: 0, failed: 0, ..one };
        assert_eq!(sentence(&[quiet], Zone::Utc), "21 Nov 14:20 to 14:40, 1 event");
        let short = bar("2026-11-21T23:59:30Z", "2026-11-21T23:59:31.5Z", Exactness::Exact);
        assert_eq!(stretch(short.from, short.to, Zone::Utc), "21 Nov 23:59:30 to 23:59:31");
        assert_eq!(sentence(&[], Zone::Utc), "");
    }
}
