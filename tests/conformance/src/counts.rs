//! Counts, the slow way.

use model::{Bucket, Event, Exactness, Histogram, Outcome, Query, Span};

/// The buckets of `histogram` as they must be: every event put to the filter.
pub fn buckets(events: &[Event], query: &Query, histogram: &Histogram) -> Vec<Bucket> {
    let span = histogram.span.unwrap_or(Span::ALL);
    let matching: Vec<&Event> =
        events.iter().filter(|e| span.contains(e.time) && query.filter.matches(e)).collect();
    let counted = |bucket: &Bucket| {
        let inside = Span { from: bucket.from, to: bucket.to };
        let of = |outcome| {
            let inside = matching.iter().filter(|e| e.outcome == outcome && inside.contains(e.time));
            inside.count() as u64
        };
        let (ok, denied, failed) = (of(Outcome::Ok), of(Outcome::Denied), of(Outcome::Failed));
        Bucket { ok, denied, failed, exactness: Exactness::Exact, ..*bucket }
    };
    histogram.buckets.iter().map(counted).collect()
}

/// Checks that every bucket keeps its claim, and that the buckets cover the span without a gap.
///
/// # Panics
/// When one does not.
pub fn check_histogram(events: &[Event], query: &Query, histogram: &Histogram) {
    let expected = buckets(events, query, histogram);
    for (found, expected) in histogram.buckets.iter().zip(expected) {
        match found.exactness {
            Exactness::Exact => assert_eq!(*found, expected, "{query}"),
            Exactness::AtLeast => {
                let pairs = [
                    (found.ok, expected.ok),
                    (found.denied, expected.denied),
                    (found.failed, expected.failed),
                ];
                let holds = pairs.iter().all(|(found, expected)| found <= expected);
                assert!(holds, "{query}: {found:?} is not at least what {expected:?} is");
            }
        }
    }
    assert!(histogram.buckets.is_sorted_by(|a, b| a.to == b.from), "{query}");
    let ends = histogram.buckets.first().zip(histogram.buckets.last()).map(|(a, b)| (a.from, b.to));
    assert_eq!(ends, histogram.span.map(|span| (span.from, span.to)), "{query}");
}
