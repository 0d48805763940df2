//! What happened to a resource, in words and in order.

use model::history::ReadDay;
use model::{Count, History, Outcome, Summary, Timestamp};

use super::figures::counted;

const DAY: i64 = 86_400_000;

/// One thing on the line of time.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Entry<'a> {
    /// A write, and the one of its kind before it.
    Write(&'a Summary, Option<&'a Summary>),
    /// The reads of a day.
    Reads(&'a ReadDay),
    /// So many milliseconds in which nothing is known to have happened.
    Gap(i64),
    /// So many writes are not here, none of them later than that.
    Older(Count, Timestamp),
}

/// `history`, the newest first, with what is empty between: a day or more. A day's reads stand above its writes.
/// Where writes were left out it is said, and nothing before it is called empty.
pub(crate) fn entries(history: &History) -> Vec<Entry<'_>> {
    let writes = &history.write_rows;
    let mut days = history.read_days.iter().peekable();
    let mut entries: Vec<(Timestamp, Entry<'_>)> = Vec::new();
    for (n, row) in writes.iter().enumerate() {
        while let Some(day) = days.next_if(|day| day.day.plus_millis(DAY) > row.time) {
            entries.push((day.day, Entry::Reads(day)));
        }
        let same =
            |before: &&Summary| before.name == row.name && before.source == row.source && worked(before);
        entries.push((row.time, Entry::Write(row, writes[n + 1..].iter().find(same))));
    }
    let all = history.writes.total();
    let left = Count { n: all.n.saturating_sub(writes.len() as u64), exactness: all.exactness };
    if let Some(last) = writes.last().filter(|_| left.n > 0) {
        entries.push((last.time, Entry::Older(left, last.time)));
    }
    entries.extend(days.map(|day| (day.day, Entry::Reads(day))));
    let mut is_whole = true;
    let mut told = Vec::new();
    let mut later: Option<Timestamp> = None;
    for (time, entry) in entries {
        // A day of reads goes on to its midnight.
        let end = if matches!(entry, Entry::Reads(_)) { time.plus_millis(DAY) } else { time };
        let gap = later.map_or(0, |later| later.millis() - end.millis());
        is_whole &= !matches!(entry, Entry::Older(..));
        if is_whole && gap >= DAY {
            told.push(Entry::Gap(gap));
        }
        later = Some(later.map_or(time, |later| later.min(time)));
        told.push(entry);
    }
    told
}

fn worked(row: &Summary) -> bool {
    row.outcome == Outcome::Ok
}

/// What a write did: from its outcome and the verb that its name begins with.
pub(crate) fn did(row: &Summary, made: bool) -> &'static str {
    const MADE: [&str; 5] = ["Create", "Run", "Allocate", "Register", "Import"];
    const GONE: [&str; 4] = ["Delete", "Terminate", "Release", "Deregister"];
    let begins = |verbs: &[&str]| verbs.iter().any(|verb| row.name.starts_with(verb));
    match row.outcome {
        Outcome::Denied => "tried, and was denied",
        Outcome::Failed => "tried, and failed",
        Outcome::Ok if made || begins(&MADE) => "created",
        Outcome::Ok if begins(&GONE) => "deleted",
        Outcome::Ok => "changed",
    }
}

/// `1,204 older writes are not here`.
pub(crate) fn older(left: Count) -> String {
    let (writes, are) = if left.n == 1 { ("write", "is") } else { ("writes", "are") };
    format!("{} older {writes} {are} not here", counted(left))
}

/// `1,204 reads by 3 principals`.
pub(crate) fn reads(day: &ReadDay) -> String {
    let total = day.reads.total();
    let reads = if total.n == 1 { "read" } else { "reads" };
    let by = match day.distinct.n {
        0 => String::new(),
        1 => " by 1 principal".to_owned(),
        _ => format!(" by {} principals", counted(day.distinct)),
    };
    let denied = if day.reads.denied > 0 { format!(", {} denied", day.reads.denied) } else { String::new() };
    format!("{} {reads}{by}{denied}", counted(total))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn history(writes: &[(&str, &str, &str)], days: &[&str]) -> History {
        let row = |(time, name, outcome): &(&str, &str, &str)| {
            serde_json::json!({ "eventID": time, "eventTime": time, "eventName": name, "eventSource": "s3.amazonaws.com",
                "category": "management", "access": "write", "outcome": outcome })
        };
        let tally = |n: u64| serde_json::json!({ "ok": n, "denied": 0, "failed": 0, "exactness": "exact", "first": null, "last": null });
        let day = |day: &&str| {
            serde_json::json!({ "day": day, "reads": tally(1204), "who": [], "events": [],
                "distinct": { "n": 3, "exactness": "exact" } })
        };
        let history = serde_json::json!({
            "query": "resource:b", "names": [], "span": null, "exactness": "exact", "writes": tally(0), "reads": tally(0),
            "writeRows": writes.iter().map(row).collect::<Vec<_>>(), "readDays": days.iter().map(day).collect::<Vec<_>>(),
            "writers": [], "readers": [], "regions": [], "addresses": [], "accounts": [],
            "cost": { "readUnits": 1.0, "roundTrips": 1 }
        });
        serde_json::from_value(history).unwrap()
    }

    #[test]
    fn what_happened_is_told_in_order_with_what_is_empty_between() {
        let history = history(
            &[
                ("2026-11-22T14:00:00Z", "PutBucketPolicy", "ok"),
                ("2026-11-22T13:00:00Z", "PutBucketPolicy", "denied"),
                ("2026-11-10T09:00:00Z", "PutBucketPolicy", "ok"),
            ],
            &["2026-11-22", "2026-11-20"],
        );
        let told: Vec<String> = entries(&history)
            .iter()
            .map(|entry| match entry {
                Entry::Write(row, before) => format!("{} after {:?}", row.id, before.map(|b| &*b.id)),
                Entry::Reads(day) => day.day.to_short_string(),
                Entry::Gap(millis) => format!("{} h", millis / 3_600_000),
                Entry::Older(left, _) => older(*left),
            })
            .collect();
        assert_eq!(
            told,
            [
                "2026-11-22T00:00:00Z",
                // The denied one changed nothing that this could be held against.
                r#"2026-11-22T14:00:00Z after Some("2026-11-10T09:00:00Z")"#,
                r#"2026-11-22T13:00:00Z after Some("2026-11-10T09:00:00Z")"#,
                "24 h",
                "2026-11-20T00:00:00Z",
                "231 h",
                "2026-11-10T09:00:00Z after None",
            ]
        );
        assert_eq!(reads(&history.read_days[0]), "1,204 reads by 3 principals");
    }

    #[test]
    fn where_writes_are_left_out_nothing_is_called_empty() {
        let mut history = history(
            &[("2026-11-22T14:00:00Z", "PutObjectAcl", "ok"), ("2026-11-19T14:00:00Z", "PutObjectAcl", "ok")],
            &["2026-11-10", "2026-10-10"],
        );
        history.writes.ok = 2;
        let gaps = |history: &History| entries(history).iter().filter(|e| matches!(e, Entry::Gap(_))).count();
        assert_eq!((entries(&history).len(), gaps(&history)), (7, 3));
        history.writes.ok = 1_206;
        let told = entries(&history);
        let last: Timestamp = "2026-11-19T14:00:00Z".parse().unwrap();
        let Entry::Older(left, until) = &told[3] else { panic!("{told:?}") };
        assert_eq!((older(*left).as_str(), *until), ("1,204 older writes are not here", last));
        assert_eq!((told.len(), gaps(&history)), (6, 1));
        let one = Count { n: 1, exactness: model::Exactness::AtLeast };
        assert_eq!(older(one), "≥ 1 older write is not here");
    }

    #[test]
    fn what_a_write_did() {
        let writes = [
            ("2026-11-22T14:00:00Z", "CreateBucket", "ok"),
            ("2026-11-22T14:00:00Z", "DeleteBucket", "ok"),
            ("2026-11-22T14:00:00Z", "DeleteBucket", "denied"),
            ("2026-11-22T14:00:00Z", "PutBucketPolicy", "ok"),
        ];
        let history = history(&writes, &[]);
        let did: Vec<_> = history.write_rows.iter().map(|row| did(row, false)).collect();
        assert_eq!(did, ["created", "deleted", "tried, and was denied", "changed"]);
    }
}
