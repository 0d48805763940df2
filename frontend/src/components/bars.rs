//! Where the bars of a histogram stand, in the units of its drawing.

use model::Bucket;

/// The height of the tallest bar; and of the drawing, which has room for what is drawn taller than it is.
pub(crate) const TALLEST: u64 = 72;
pub(crate) const HEIGHT: u64 = TALLEST + 2 * LEAST;
/// A bar with its gap, and the gap.
pub(crate) const STEP: usize = 10;
pub(crate) const GAP: usize = 2;
/// However few they are beside the others, events can be seen.
const LEAST: u64 = 2;

/// The events of the fullest bucket.
pub(crate) fn most(buckets: &[Bucket]) -> u64 {
    buckets.iter().map(all).max().unwrap_or(0)
}

/// The heights of what failed, was denied and worked, from the bottom to the top, where `most` events are as
/// high as can be.
pub(crate) fn heights(bucket: &Bucket, most: u64) -> [u64; 3] {
    let height = |n: u64| if n == 0 { 0 } else { (n.saturating_mul(TALLEST) / most.max(1)).max(LEAST) };
    let (failed, denied) = (height(bucket.failed), height(bucket.denied));
    let least = if bucket.ok == 0 { 0 } else { LEAST };
    let ok = height(all(bucket)).saturating_sub(failed + denied).max(least);
    [failed, denied, if bucket.ok == 0 { 0 } else { ok }]
}

fn all(bucket: &Bucket) -> u64 {
    bucket.ok + bucket.denied + bucket.failed
}

/// The bar under `x` of a drawing of `bars` bars that is `width` wide: the nearest beyond its ends.
pub(crate) fn under(x: f64, width: f64, bars: usize) -> usize {
    // Beyond the ends and without a width it is saturated.
    let at = (x / width * bars as f64) as usize;
    at.min(bars.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Exactness, Timestamp};

    fn bucket(ok: u64, denied: u64, failed: u64) -> Bucket {
        let (from, to) = (Timestamp::MIN, Timestamp::MAX);
        Bucket { from, to, ok, denied, failed, exactness: Exactness::Exact }
    }

    #[test]
    fn what_is_denied_is_seen_among_any_number() {
        assert_eq!(heights(&bucket(1_000_000, 1, 0), 1_000_001), [0, LEAST, TALLEST - LEAST]);
        assert_eq!(heights(&bucket(0, 0, 0), 9), [0, 0, 0]);
        assert_eq!(heights(&bucket(0, 3, 0), 9), [0, 24, 0]);
        for (ok, denied, failed) in (0..4_000_u64).map(|n| (n % 17 * n, n % 13, n % 11 * (n % 3))) {
            let bucket = bucket(ok, denied, failed);
            for most in [all(&bucket), all(&bucket) + 7, u64::MAX] {
                let [f, d, o] = heights(&bucket, most);
                assert_eq!((o > 0, d > 0, f > 0), (ok > 0, denied > 0, failed > 0));
                assert!(o + d + f <= HEIGHT, "{bucket:?} of {most}");
            }
        }
    }

    #[test]
    fn a_bar_under_the_pointer() {
        assert_eq!([-5.0, 0.0, 9.9, 10.0, 99.0, 300.0].map(|x| under(x, 100.0, 10)), [0, 0, 0, 1, 9, 9]);
        assert_eq!((under(3.0, 0.0, 10), under(3.0, 10.0, 0)), (9, 0));
    }
}
