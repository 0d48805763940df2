//! One click is one row: the reads that a page of the AWS console fires at once, under the action that caused them.
//!
//! A burst is of one access key, with less than three seconds between its events, and each of them says that the
//! console called. The first is its head: what was done, or failed, right before the reads; else the first read. A
//! write, and whatever did not work, is always a row of its own. CloudTrail's times are whole seconds: within one,
//! what may have caused reads is taken to come before them.

use model::{Access, Outcome, Summary};

/// The longest time between two events of a burst, in milliseconds.
const GAP: u64 = 3_000;
/// The fewest rows that are worth folding, the head among them.
const FEWEST: usize = 3;

/// Rows by their places.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Burst {
    /// The row that is shown.
    pub(crate) head: usize,
    /// The reads that are folded under it, the oldest first.
    pub(crate) reads: Vec<usize>,
}

/// The bursts among `rows`, whichever way these are sorted and whatever other keys did between. All other rows
/// stand by themselves.
pub(crate) fn bursts(rows: &[Summary]) -> Vec<Burst> {
    let mut order: Vec<usize> = (0..rows.len()).filter(|at| rows[*at].access_key.is_some()).collect();
    let place = |at: &usize| {
        let row = &rows[*at];
        (&row.access_key, row.time, may_fold(row), &row.id)
    };
    order.sort_unstable_by(|a, b| place(a).cmp(&place(b)));
    let stretches = order.chunk_by(|before, after| follows(&rows[*before], &rows[*after]));
    let bursts = stretches.filter(|stretch| stretch.len() >= FEWEST);
    bursts.map(|burst| Burst { head: burst[0], reads: burst[1..].to_vec() }).collect()
}

/// Whether `after`, the next event of a key, may be a read of the burst that `before` is of.
fn follows(before: &Summary, after: &Summary) -> bool {
    let gap = before.time.millis().abs_diff(after.time.millis());
    before.access_key == after.access_key && before.console && after.console && may_fold(after) && gap < GAP
}

fn may_fold(row: &Summary) -> bool {
    row.access == Access::Read && row.outcome == Outcome::Ok
}

/// How many are folded: `+5`; and what they are: ` reads within 2 s by the same key`.
pub(crate) fn words(rows: &[Summary], burst: &Burst) -> (String, String) {
    let last = burst.reads.last().unwrap_or(&burst.head);
    let millis = rows[burst.head].time.millis().abs_diff(rows[*last].time.millis());
    let seconds = millis.div_ceil(1_000).max(1);
    (format!("+{}", burst.reads.len()), format!(" reads within {seconds} s by the same key"))
}

/// The names of what was read, each once.
pub(crate) fn names<'a>(rows: &'a [Summary], burst: &Burst) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    for row in burst.reads.iter().map(|at| &rows[*at]) {
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
            "eventID": format!("{millis}-{key}"), "eventTime": time, "eventName": "ListBuckets", "console": true,
            "eventSource": "s3.amazonaws.com", "category": "management", "access": access, "outcome": outcome
        });
        if !key.is_empty() {
            row["accessKeyId"] = key.into();
        }
        serde_json::from_value(row).unwrap()
    }

    fn burst(head: usize, reads: &[usize]) -> Burst {
        Burst { head, reads: reads.to_vec() }
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
        assert_eq!(bursts(&rows), [burst(2, &[1, 0])]);
        let (many, about) = words(&rows, &burst(2, &[1, 0]));
        assert_eq!(many + &about, "+2 reads within 3 s by the same key");
        assert_eq!(names(&rows, &burst(2, &[1, 0])), ["ListBuckets"]);
        assert!(bursts(&[]).is_empty());
    }

    #[test]
    fn what_was_done_or_failed_heads_the_reads_in_either_order() {
        for (access, outcome) in [("write", "ok"), ("write", "denied"), ("read", "failed")] {
            let mut rows = vec![
                row(1_000, "A", "read", "ok"),
                row(2_000, "A", access, outcome),
                row(2_500, "B", "write", "ok"),
                row(3_000, "A", "read", "ok"),
                row(5_999, "A", "read", "ok"),
            ];
            assert_eq!(bursts(&rows), [burst(1, &[3, 4])], "{access} {outcome}");
            rows.reverse();
            assert_eq!(bursts(&rows), [burst(3, &[1, 0])], "{access} {outcome}");
        }
    }

    #[test]
    fn within_one_second_the_action_comes_first() {
        let mut rows = vec![
            Summary { id: "a".into(), ..row(0, "A", "read", "ok") },
            Summary { id: "b".into(), ..row(0, "A", "write", "ok") },
            Summary { id: "c".into(), ..row(0, "A", "read", "ok") },
        ];
        assert_eq!(bursts(&rows), [burst(1, &[0, 2])]);
        rows.reverse();
        assert_eq!(bursts(&rows), [burst(1, &[2, 0])]);
    }

    #[test]
    fn what_the_console_did_not_call_is_no_burst() {
        let script = |millis| Summary { console: false, ..row(millis, "A", "read", "ok") };
        assert!(bursts(&[script(0), script(1), script(2)]).is_empty());
        let mixed =
            [row(0, "A", "read", "ok"), row(1, "A", "read", "ok"), script(2), row(3, "A", "read", "ok")];
        assert!(bursts(&mixed).is_empty());
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
        let (mut folded, mut under_an_action) = (0, 0);
        for _ in 0..500 {
            let (mut rows, mut millis) = (Vec::new(), 1_000_000);
            for _ in 0..next(40) {
                millis -= next(4_000) as i64;
                let access = if next(6) == 0 { "write" } else { "read" };
                let outcome = ["ok", "ok", "ok", "ok", "ok", "denied", "failed"][next(7) as usize];
                let row = row(millis, ["A", "A", "A", "B", ""][next(5) as usize], access, outcome);
                rows.push(Summary { console: next(9) > 0, ..row });
            }
            let mut seen = vec![false; rows.len()];
            for Burst { head, reads } in bursts(&rows) {
                assert!(reads.len() + 1 >= FEWEST);
                let all: Vec<usize> = std::iter::once(head).chain(reads.clone()).collect();
                for at in &all {
                    assert!(!std::mem::replace(&mut seen[*at], true), "a row of two bursts");
                }
                for pair in all.windows(2) {
                    let gap = rows[pair[1]].time.millis() - rows[pair[0]].time.millis();
                    assert!((0..GAP as i64).contains(&gap));
                }
                let head = &rows[head];
                assert!(head.access_key.is_some() && head.console);
                under_an_action += usize::from(!may_fold(head));
                folded += reads.len();
                for row in reads.iter().map(|at| &rows[*at]) {
                    assert_eq!((row.access, row.outcome), (Access::Read, Outcome::Ok));
                    assert!(row.access_key == head.access_key && row.console);
                }
            }
        }
        assert!(
            folded > 100 && under_an_action > 100,
            "there was something to fold: {folded}, {under_an_action}"
        );
    }
}
