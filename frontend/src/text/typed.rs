//! What somebody typed as a time, meant in the zone that is shown.

use model::{Bound, Timestamp};

use super::moment::{self, MONTHS};
use super::zone::Zone;

/// Without a year, the last such day up to so long ahead of now is meant.
const AHEAD: i64 = 30 * 86_400_000;

/// Said when a text is no time.
pub(crate) const A_TIME: &str =
    "A time looks like 2026-11-22 14:00, 22 Nov 14:00, 14:00, 2026-11-22T14:00:00Z, -7d or now.";

/// What `text`, typed at `now`, means as one end of a range; `None` when it is no time.
pub(crate) fn typed(text: &str, zone: Zone, now: Timestamp) -> Option<Bound> {
    let text = text.trim();
    if text.starts_with('-') || text.eq_ignore_ascii_case("now") {
        return text.to_ascii_lowercase().parse().ok();
    }
    let text = with_offset(text);
    let (date, clock, offset) = parts(&text);
    let clock = full_clock(clock)?;
    let on = |date: &str| -> Option<Timestamp> {
        let at = format!("{date}T{clock}{offset}").parse().ok()?;
        Some(if offset.is_empty() { zone.moment(at) } else { at })
    };
    let today = now.plus_millis(zone.offset(now) * 60_000);
    let moment = match date.split_whitespace().collect::<Vec<_>>()[..] {
        [] if text.is_empty() => None,
        [] => on(&today.to_short_string()[..10]),
        [date] => on(date),
        [day, month, year] => on(&named_date(day, month, year)?),
        [day, month] => {
            let in_year = |year: i32| on(&named_date(day, month, &year.to_string())?);
            let year = today.civil().0;
            let this = in_year(year).filter(|this| this.millis() <= now.millis() + AHEAD);
            this.or_else(|| in_year(year - 1))
        }
        _ => None,
    };
    moment.map(Bound::At)
}

/// `2026-11-22 14:00:00`, with its offset: what the field is filled with.
pub(crate) fn field(at: Timestamp, zone: Zone) -> String {
    let offset = zone.offset(at);
    let suffix = match offset {
        0 => "Z".to_owned(),
        _ => moment::offset_name(offset).replace("UTC", "").replace('−', "-"),
    };
    format!("{}{suffix}", civil(at, zone).replace('T', " "))
}

/// `2026-11-22T14:00:00`: what the browser's own field for a date and a time takes.
pub(crate) fn civil(at: Timestamp, zone: Zone) -> String {
    let text = at.plus_millis(zone.offset(at) * 60_000).to_short_string();
    text.trim_end_matches('Z').to_owned()
}

/// With the offset as in RFC 3339, where it is as this page writes it: ` UTC`, ` UTC+05:30`.
fn with_offset(text: &str) -> String {
    match text.split_once(" UTC") {
        Some((clock, "")) => format!("{clock}Z"),
        Some((clock, offset)) => format!("{clock}{}", offset.replace('−', "-")),
        None => text.to_owned(),
    }
}

/// The date, the clock and the offset of a text; each may be empty.
fn parts(text: &str) -> (&str, &str, &str) {
    let is_clock = |word: &str| word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit());
    let (date, rest) = match text.rsplit_once([' ', 'T', 't']) {
        Some((date, rest)) if is_clock(rest) => (date, rest),
        _ if is_clock(text) => ("", text),
        _ => (text, ""),
    };
    let (clock, offset) = rest.split_at(rest.find(['Z', 'z', '+', '-']).unwrap_or(rest.len()));
    (date, clock, offset)
}

/// `14:00:00` for `14:00`, midnight for nothing.
fn full_clock(clock: &str) -> Option<String> {
    match clock.split(':').map(str::len).collect::<Vec<_>>()[..] {
        [0] => Some("00:00:00".to_owned()),
        [1, 2] => Some(format!("0{clock}:00")),
        [2, 2] => Some(format!("{clock}:00")),
        [2, 2, seconds] if seconds >= 2 => Some(clock.to_owned()),
        _ => None,
    }
}

/// `2026-11-22` for `22`, `Nov` or `November`, `2026`.
fn named_date(day: &str, month: &str, year: &str) -> Option<String> {
    let month = month.to_lowercase();
    let begins = |name: &&str| month.len() >= 3 && name.to_lowercase().starts_with(&month);
    let month = MONTHS.iter().position(begins)? + 1;
    Some(format!("{year}-{month:02}-{day:0>2}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(text: &str) -> Option<String> {
        let now = "2026-11-22T15:30:00Z".parse().unwrap();
        typed(text, Zone::Utc, now).map(|bound| bound.to_string())
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(meant(text).as_deref(), Some(expected), "{text}");
    }

    #[test]
    fn times_as_people_type_them() {
        check(" now ", "now");
        check("-7D", "-7d");
        check("2026-11-22", "2026-11-22T00:00:00Z");
        check("2026-11-22 14:00", "2026-11-22T14:00:00Z");
        check("2026-11-22T14:00Z", "2026-11-22T14:00:00Z");
        check("2026-11-22T14:00+02:00", "2026-11-22T12:00:00Z");
        check("2026-11-22 14:00:07.5", "2026-11-22T14:00:07.500Z");
        check("2026-11-22 14:00:07-03:30", "2026-11-22T17:30:07Z");
        check("2026-11-22 14:00:07 UTC", "2026-11-22T14:00:07Z");
        check("2026-11-22 14:00 UTC−03:30", "2026-11-22T17:30:00Z");
        check("14:00Z", "2026-11-22T14:00:00Z");
        check("22 Nov 14:00", "2026-11-22T14:00:00Z");
        check("22 Nov 2026 14:00:05", "2026-11-22T14:00:05Z");
        check("2 november", "2026-11-02T00:00:00Z");
        check("14:00", "2026-11-22T14:00:00Z");
        check("9:05", "2026-11-22T09:05:00Z");
    }

    #[test]
    fn a_day_without_a_year_is_the_last_one_or_soon() {
        check("1 Dec 9:00", "2026-12-01T09:00:00Z");
        check("24 Dec", "2025-12-24T00:00:00Z");
        check("1 Jan", "2026-01-01T00:00:00Z");
        assert_eq!(meant("29 Feb"), None);
    }

    #[test]
    fn what_is_no_time() {
        for text in
            ["", "noon", "2026-11-22 25:00", "22 Nov 14", "22 No 14:00", "32 Nov", "14:0", "a b c d", "UTC"]
        {
            assert_eq!(meant(text), None, "{text}");
        }
    }

    #[test]
    fn the_field_goes_both_ways() {
        let at: Timestamp = "2026-11-22T14:00:00Z".parse().unwrap();
        assert_eq!(field(at, Zone::Utc), "2026-11-22 14:00:00Z");
        assert_eq!(typed(&field(at, Zone::Utc), Zone::Utc, at), Some(Bound::At(at)));
        assert_eq!(civil(at, Zone::Utc), "2026-11-22T14:00:00");
    }
}
