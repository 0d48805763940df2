//! How long after it happened an event came in.

use super::moment;

/// Later than this is late: CloudTrail delivers within about five minutes.
const LATE: i64 = 15 * 60_000;

/// `4.1 s` under a minute, `3 minutes` and so on above. An event from the future came at once.
pub(crate) fn lag(millis: i64) -> String {
    match millis.max(0) {
        millis @ ..60_000 => format!("{}.{} s", millis / 1_000, millis % 1_000 / 100),
        millis => moment::duration(millis),
    }
}

/// Whether so long is too long.
pub(crate) fn is_late(millis: i64) -> bool {
    millis > LATE
}

/// `+4.1 s`, `−3 minutes`, `same time`: where a moment lies from another.
pub(crate) fn distance(millis: i64) -> String {
    match millis {
        0 => "same time".to_owned(),
        1.. => format!("+{}", lag(millis)),
        _ => format!("−{}", lag(-millis)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lags() {
        for (millis, expected) in [
            (-5, "0.0 s"),
            (4_190, "4.1 s"),
            (59_999, "59.9 s"),
            (60_000, "1 minute"),
            (7_200_000, "2 hours"),
        ] {
            assert_eq!(lag(millis), expected, "{millis}");
        }
        assert!(!is_late(900_000) && is_late(900_001));
        assert_eq!([0, 4_100, -60_000].map(distance), ["same time", "+4.1 s", "−1 minute"]);
    }
}
