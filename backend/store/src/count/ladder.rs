//! How wide the buckets of a histogram are.

use model::Span;

/// Milliseconds that people think in. No step is more than twice the one before, so some step always makes 60
/// to 120 buckets, of a minute or more.
const LADDER: [i64; 20] = [
    1_000, 2_000, 3_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 180_000, 300_000, 600_000, 900_000,
    1_800_000, 3_600_000, 7_200_000, 10_800_000, 21_600_000, 43_200_000, DAY,
];
const DAY: i64 = 86_400_000;
/// The most buckets.
pub(crate) const MAX_BUCKETS: i64 = 120;

/// The narrowest width, in milliseconds, that makes no more than [`MAX_BUCKETS`] of `span`. Beyond four
/// months a bucket is so many days.
pub(crate) fn width(span: Span) -> i64 {
    let fits = |width: &i64| buckets(span, *width) <= MAX_BUCKETS;
    let days = || (1..).map(|doubled: u32| DAY << doubled).find(fits);
    LADDER.into_iter().find(fits).or_else(days).unwrap_or(DAY)
}

/// How many buckets of `width` touch `span`; they begin at multiples of it.
pub(crate) fn buckets(span: Span, width: i64) -> i64 {
    let last = span.to.millis() - 1;
    last.div_euclid(width) - span.from.millis().div_euclid(width) + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Timestamp;

    #[test]
    fn widths_that_people_expect() {
        let hour = 3_600_000;
        for (length, expected) in [
            (1_000, 1_000),
            (60_000, 1_000),
            (15 * 60_000, 10_000),
            (hour, 30_000),
            (3 * hour, 120_000),
            (24 * hour, 900_000),
            (7 * 24 * hour, 2 * hour),
            (30 * 24 * hour, 6 * hour),
            (90 * 24 * hour, DAY),
            (365 * 24 * hour, 4 * DAY),
        ] {
            // A midnight: a span that begins between two buckets may have one more.
            let from = Timestamp::from_millis(1_699_920_000_000);
            assert_eq!(width(Span { from, to: from.plus_millis(length) }), expected, "{length}");
        }
        assert!(buckets(Span::ALL, width(Span::ALL)) <= MAX_BUCKETS);
    }

    #[test]
    fn there_are_60_to_120_of_a_minute_or_more() {
        for n in 0..2_000_i64 {
            let from = Timestamp::from_millis(1_700_000_000_000 + n * 7_919);
            let span = Span { from, to: from.plus_millis(60_000 + n * n * 10_007) };
            let count = buckets(span, width(span));
            assert!((59..=MAX_BUCKETS).contains(&count), "{span:?}: {count}");
        }
    }
}
