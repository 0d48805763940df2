//! Moments in words: clock, day, offset, and how long ago.

use model::Timestamp;

pub(crate) use super::zone::Zone;

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const DAY: i64 = 86_400_000;

fn shifted(moment: Timestamp, offset: i64) -> Timestamp {
    moment.plus_millis(offset * 60_000)
}

/// `14:32:07`, or `14:32:07.418`: a fraction is shown only where the record has one.
pub(crate) fn clock(moment: Timestamp, offset: i64) -> String {
    let (_, _, _, hour, minute, second, millis) = shifted(moment, offset).civil();
    match millis {
        0 => format!("{hour:02}:{minute:02}:{second:02}"),
        _ => format!("{hour:02}:{minute:02}:{second:02}.{millis:03}"),
    }
}

/// `Sunday 22 November 2026`.
pub(crate) fn day(moment: Timestamp, offset: i64) -> String {
    let moment = shifted(moment, offset);
    let (year, month, day, ..) = moment.civil();
    // 1 January 1970 was a Thursday.
    let weekday = DAYS[(moment.millis().div_euclid(DAY) + 4).rem_euclid(7) as usize];
    format!("{weekday} {day} {} {year}", MONTHS[usize::from(month - 1)])
}

/// Days since 1970 in the zone: equal for moments under one day separator.
pub(crate) fn day_number(moment: Timestamp, offset: i64) -> i64 {
    shifted(moment, offset).millis().div_euclid(DAY)
}

/// `22 Nov`.
pub(crate) fn date(moment: Timestamp, offset: i64) -> String {
    let (_, month, day, ..) = shifted(moment, offset).civil();
    format!("{day} {}", &MONTHS[usize::from(month - 1)][..3])
}

/// `22 Nov 2026 14:32`, for ranges and sentences.
pub(crate) fn short(moment: Timestamp, offset: i64) -> String {
    let (year, month, day, hour, minute, ..) = shifted(moment, offset).civil();
    format!("{day} {} {year} {hour:02}:{minute:02}", &MONTHS[usize::from(month - 1)][..3])
}

/// `2026-11-22 14:32:07 UTC`.
pub(crate) fn full(moment: Timestamp, offset: i64) -> String {
    let (year, month, day, ..) = shifted(moment, offset).civil();
    format!("{year:04}-{month:02}-{day:02} {} {}", clock(moment, offset), offset_name(offset))
}

/// `UTC`, `UTC+05:30`.
pub(crate) fn offset_name(offset: i64) -> String {
    if offset == 0 {
        return "UTC".to_owned();
    }
    let sign = if offset < 0 { '−' } else { '+' };
    format!("UTC{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
}

/// `55 seconds ago`, `3 hours ago`, `in 2 days`: the largest unit that is full.
pub(crate) fn ago(moment: Timestamp, now: Timestamp) -> String {
    let millis = now.millis() - moment.millis();
    let amount = duration(millis.abs());
    if millis < 0 { format!("in {amount}") } else { format!("{amount} ago") }
}

/// `4 seconds`, `2 minutes`.
pub(crate) fn duration(millis: i64) -> String {
    let units = [(DAY, "day"), (3_600_000, "hour"), (60_000, "minute")];
    let (size, name) = units.into_iter().find(|(size, _)| millis >= *size).unwrap_or((1_000, "second"));
    super::count((millis / size) as usize, name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_moment_in_several_zones() {
        let moment = at("2026-11-22T23:32:07Z");
        assert_eq!(clock(moment, 0), "23:32:07");
        assert_eq!(clock(at("2026-11-22T23:32:07.418Z"), 60), "00:32:07.418");
        assert_eq!(day(moment, 0), "Sunday 22 November 2026");
        assert_eq!(day(moment, 60), "Monday 23 November 2026");
        assert_ne!(day_number(moment, 0), day_number(moment, 60));
        assert_eq!(short(moment, 0), "22 Nov 2026 23:32");
        assert_eq!(full(moment, 330), "2026-11-23 05:02:07 UTC+05:30");
        assert_eq!(offset_name(-210), "UTC−03:30");
    }

    #[test]
    fn days_of_the_week_before_and_after_a_leap_day() {
        assert_eq!(day(at("1970-01-01"), 0), "Thursday 1 January 1970");
        assert_eq!(day(at("2024-02-29"), 0), "Thursday 29 February 2024");
        assert_eq!(day(at("2024-03-01"), -1), "Thursday 29 February 2024");
    }

    #[test]
    fn how_long_ago() {
        let now = at("2026-11-22T14:00:00Z");
        assert_eq!(ago(at("2026-11-22T13:59:05Z"), now), "55 seconds ago");
        assert_eq!(ago(at("2026-11-22T13:59:00Z"), now), "1 minute ago");
        assert_eq!(ago(at("2026-11-20T13:00:00Z"), now), "2 days ago");
        assert_eq!(ago(at("2026-11-22T15:00:00Z"), now), "in 1 hour");
    }
}
