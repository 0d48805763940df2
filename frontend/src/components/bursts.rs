//! One click is one row: reads that follow one another at once, as a console page fires them.
//!
//! A row does not tell what sent it, so nothing is claimed but what it tells: the same access key, little
//! time between. A write, and whatever did not work, always is a row of its own.

use std::ops::Range;

use model::{Access, Outcome, Summary};

/// The longest time between two reads of a burst, in milliseconds.
const GAP: i64 = 3_000;
/// The fewest reads that are folded.
const FEWEST: usize = 3;

/// The stretches of `rows` that are bursts: in the order of the rows, none overlapping, each of [`FEWEST`]
/// rows or more. All other rows stand by themselves.
pub(crate) fn bursts(rows: &[Summary]) -> Vec<Range<usize>> {
    let mut bursts = Vec::new();
    let mut start = 0;
    for end in 1..=rows.len() {
        if end < rows.len() && belong(&rows[end - 1], &rows[end]) {
            continue;
        }
        if end - start >= FEWEST {
            bursts.push(start..end);
        }
        start = end;
    }
    bursts
}

/// Whether two neighbours are of one burst.
fn belong(one: &Summary, other: &Summary) -> bool {
    let gap = one.time.millis().abs_diff(other.time.millis());
    may_fold(one) && may_fold(other) && one.access_key == other.access_key && gap < GAP.unsigned_abs()
}

fn may_fold(row: &Summary) -> bool {
    row.access == Access::Read && row.outcome == Outcome::Ok && row.access_key.is_some()
}

/// `5 reads within 2 s by the same key`.
pub(crate) fn words(rows: &[Summary]) -> String {
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return String::new() };
    let millis = first.time.millis().abs_diff(last.time.millis());
    format!("{} reads within {} s by the same key", rows.len(), millis.div_ceil(1_000).max(1))
}

/// The names of what was called, each once, in the order of the rows.
pub(crate) fn names(rows: &[Summary]) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for row in rows {
        if !names.contains(&row.name.as_str()) {
            names.push(&row.name);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(millis: i64, key: &str, access: &str, outcome: &str) -> Summary {
        let time = model::Timestamp::from_millis(1_763_822_000_000 + millis);
        let mut row = serde_json::json!({
            "eventID": format!("{millis}-{key}"), "eventTime": time, "eventName": "ListBuckets",
            "eventSource": "s3.amazonaws.com", "category": "management", "access": access, "outcome": outcome
        });
        if !key.is_empty() {
            row["accessKeyId"] = key.into();
        }
        serde_json::from_value(row).unwrap()
    }

    #[test]
    fn reads_at_once_by_one_key_are_a_burst() {
        let rows = [
            row(9_000, "A", "read", "ok"),
            row(7_500, "A", "read", "ok"),
            row(6_000, "A", "read", "ok"),
            row(3_000, "A", "read", "ok"),
            row(2_000, "A", "write", "ok"),
            row(1_900, "A", "read", "ok"),
            row(1_800, "A", "read", "ok"),
        ];
        assert_eq!(bursts(&rows), vec![0_usize..3]);
        assert_eq!(words(&rows[0..3]), "3 reads within 3 s by the same key");
        assert_eq!(names(&rows), ["ListBuckets"]);
        assert!(bursts(&[]).is_empty());
    }

    #[test]
    fn rows_without_a_key_are_nobodys_burst() {
        let rows = [row(2, "", "read", "ok"), row(1, "", "read", "ok"), row(0, "", "read", "ok")];
        assert!(bursts(&rows).is_empty());
    }

    #[test]
    fn no_write_and_no_failure_is_ever_hidden_and_nothing_is_lost() {
        let mut seed = 7_u64;
        let mut next = |n: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % n
        };
        let mut folded = 0;
        for _ in 0..500 {
            let (mut rows, mut millis) = (Vec::new(), 1_000_000);
            for _ in 0..next(40) {
                millis -= next(4_000) as i64;
                let access = if next(6) == 0 { "write" } else { "read" };
                let outcome = ["ok", "ok", "ok", "ok", "ok", "denied", "failed"][next(7) as usize];
                rows.push(row(millis, ["A", "A", "A", "B", ""][next(5) as usize], access, outcome));
            }
            let mut before = 0;
            for burst in bursts(&rows) {
                assert!(burst.start >= before && burst.end <= rows.len() && burst.len() >= FEWEST);
                before = burst.end;
                folded += burst.len();
                let first = &rows[burst.start];
                for pair in rows[burst.clone()].windows(2) {
                    assert!(pair[0].time.millis() - pair[1].time.millis() < GAP);
                }
                for row in &rows[burst] {
                    assert_eq!((row.access, row.outcome), (Access::Read, Outcome::Ok));
                    assert!(row.access_key.is_some() && row.access_key == first.access_key);
                }
            }
        }
        assert!(folded > 100, "the rows were such that there was something to fold");
    }
}
