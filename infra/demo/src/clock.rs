//! The two ways in which records write a time.

use time::OffsetDateTime;

/// `2026-01-11T22:54:56Z`
pub(crate) fn iso(millis: i64) -> String {
    let t = at(millis);
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        t.year(),
        u8::from(t.month()),
        t.day(),
        t.hour(),
        t.minute(),
        t.second()
    )
}

/// `Jan 11, 2026, 10:54:56 PM`, as IAM and STS write it in responses
pub(crate) fn pretty(millis: i64) -> String {
    let t = at(millis);
    let (half, hour) = (if t.hour() < 12 { "AM" } else { "PM" }, (t.hour() + 11) % 12 + 1);
    let month = &t.month().to_string()[..3];
    format!("{month} {}, {}, {hour}:{:02}:{:02} {half}", t.day(), t.year(), t.minute(), t.second())
}

fn at(millis: i64) -> OffsetDateTime {
    // Outside of years -9999 to 9999 there is no date to write: the epoch stands in.
    OffsetDateTime::from_unix_timestamp(millis.div_euclid(1_000)).unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings() {
        assert_eq!(iso(1_768_172_096_999), "2026-01-11T22:54:56Z");
        assert_eq!(pretty(1_768_172_096_999), "Jan 11, 2026, 10:54:56 PM");
        assert_eq!(pretty(1_768_089_600_000), "Jan 11, 2026, 12:00:00 AM");
    }
}
