//! Sets of moments, as spans side by side.

use model::{Span, Timestamp};

/// `spans` in order, none touching another, none empty.
pub(crate) fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|span| span.from < span.to);
    spans.sort_by_key(|span| span.from);
    let mut merged: Vec<Span> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.from <= last.to => last.to = last.to.max(span.to),
            _ => merged.push(span),
        }
    }
    merged
}

/// What is in both; perhaps empty, that is, with an end before its beginning.
pub(crate) fn overlap(a: Span, b: Span) -> Span {
    Span { from: a.from.max(b.from), to: a.to.min(b.to) }
}

/// Whether `part` is wholly in one of `spans`.
pub(crate) fn holds(spans: &[Span], part: Span) -> bool {
    spans.iter().any(|span| span.from <= part.from && part.to <= span.to)
}

/// Whether `part` is in none of `spans`, not even in part.
pub(crate) fn is_outside(spans: &[Span], part: Span) -> bool {
    spans.iter().all(|span| part.to <= span.from || span.to <= part.from)
}

/// The ends of `span` that are no whole slot of `slot` milliseconds.
pub(crate) fn ends(span: Span, slot: i64) -> [Span; 2] {
    let first = Timestamp::from_millis(span.from.millis().div_euclid(slot) * slot);
    let first = if first < span.from { first.plus_millis(slot) } else { first };
    let last = Timestamp::from_millis(span.to.millis().div_euclid(slot) * slot);
    if first > last {
        return [span, Span { from: span.to, to: span.to }];
    }
    [Span { from: span.from, to: first }, Span { from: last, to: span.to }]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: i64, to: i64) -> Span {
        Span { from: Timestamp::from_millis(from), to: Timestamp::from_millis(to) }
    }

    #[test]
    fn spans_that_meet_are_one() {
        let spans = vec![span(8, 9), span(1, 3), span(3, 4), span(5, 5), span(2, 3), span(7, 6)];
        assert_eq!(merged(spans), [span(1, 4), span(8, 9)]);
        assert!(holds(&[span(1, 4), span(8, 9)], span(2, 4)) && !holds(&[span(1, 4)], span(3, 5)));
        assert!(is_outside(&[span(1, 4)], span(4, 5)) && !is_outside(&[span(1, 4)], span(3, 5)));
    }

    #[test]
    fn what_no_slot_fills() {
        for (whole, first, last) in [
            (span(5, 35), span(5, 10), span(30, 35)),
            (span(10, 30), span(10, 10), span(30, 30)),
            (span(11, 19), span(11, 19), span(19, 19)),
            (span(11, 21), span(11, 20), span(20, 21)),
        ] {
            assert_eq!(ends(whole, 10), [first, last], "{whole:?}");
        }
    }
}
