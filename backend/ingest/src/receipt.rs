//! What became of every record that came in.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::kind::Kind;
use crate::visible::Visible;

/// How many entries of a list are kept in a receipt. All are counted.
const KEPT: usize = 100;

/// The account of one file, or of many. Counts are exact, lists are bounded, and
/// `records = stored + duplicates + conflicts + expired + rejected`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Receipt {
    /// Files that hold records, or could: also an empty log file counts.
    pub files: u64,
    /// Records that were come upon, duplicates each time.
    pub records: u64,
    /// Events that are new in the store.
    pub stored: u64,
    /// Events that were there already, with the same content.
    pub duplicates: u64,
    /// Events whose id was there already with other content. The one that came first is kept.
    pub conflicts: Listed<Conflict>,
    /// Events older than the store's retention, which were not stored.
    pub expired: u64,
    /// Records that could not be read.
    pub rejected: Listed<Rejected>,
    /// Files that are something else.
    pub skipped: Listed<Skipped>,
    /// Files that could not be read, or not to their end.
    pub failed: Listed<Failed>,
    /// DynamoDB write units that were used.
    pub write_units: f64,
    /// DynamoDB read units that were used.
    pub read_units: f64,
    /// Deliveries that had come and been counted before; see [`Delivery`](store::Delivery).
    #[serde(skip_serializing_if = "is_zero")]
    pub redelivered: u64,
    /// DynamoDB write units that noting what arrived took, beside those of the events.
    pub note_units: f64,
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// A list of which the first entries are kept and all are counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed<T> {
    /// How many there are.
    pub count: u64,
    /// The first 100 of them.
    pub first: Vec<T>,
}

impl<T> Default for Listed<T> {
    fn default() -> Listed<T> {
        Listed { count: 0, first: Vec::new() }
    }
}

impl<T> Listed<T> {
    /// Counts an entry, and keeps it when it is among the first.
    pub fn push(&mut self, entry: T) {
        self.count += 1;
        if self.first.len() < KEPT {
            self.first.push(entry);
        }
    }

    /// Puts the entries of `other` behind.
    pub fn append(&mut self, other: Listed<T>) {
        self.count += other.count;
        let room = KEPT - self.first.len();
        self.first.extend(other.first.into_iter().take(room));
    }
}

/// An event id that came twice with different contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Conflict {
    /// The event id.
    #[serde(rename = "eventID")]
    pub event_id: String,
    /// Where the one that was not stored is.
    pub file: String,
    /// Its number in the file, from 1.
    pub record: u64,
}

/// A record that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Rejected {
    /// The file.
    pub file: String,
    /// Its number among the file's records, from 1; 0 for what stands among them and is none.
    pub record: u64,
    /// Where it begins: bytes from the start of the unpacked file.
    pub offset: u64,
    /// Why: one sentence.
    pub reason: String,
}

/// A file that holds no records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Skipped {
    /// The file.
    pub file: String,
    /// What it is.
    pub kind: Kind,
}

/// A file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Failed {
    /// The file.
    pub file: String,
    /// Why: one sentence.
    pub reason: String,
}

impl fmt::Display for Receipt {
    /// A line for each thing that there is to say, the counts first.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} with {}", count(self.files, "file"), count(self.records, "record"))?;
        writeln!(f, "{:>10} stored", self.stored)?;
        for (number, what) in [
            (self.duplicates, "already there"),
            (self.conflicts.count, "not stored: their event id is there with other content"),
            (self.expired, "not stored: older than the retention"),
            (self.rejected.count, "refused"),
        ] {
            if number > 0 {
                writeln!(f, "{number:>10} {what}")?;
            }
        }
        list(f, "Refused", &self.rejected, |r| {
            format!("{}, record {} at byte {}: {}", Visible(&r.file), r.record, r.offset, Visible(&r.reason))
        })?;
        list(f, "Other content under a known event id", &self.conflicts, |c| {
            format!("{}, record {}: {}", Visible(&c.file), c.record, Visible(&c.event_id))
        })?;
        list(f, "Not log files", &self.skipped, |s| format!("{}: {}", Visible(&s.file), s.kind))?;
        list(f, "Not read", &self.failed, |x| format!("{}: {}", Visible(&x.file), Visible(&x.reason)))
    }
}

fn list<T>(
    f: &mut fmt::Formatter<'_>,
    title: &str,
    listed: &Listed<T>,
    line: impl Fn(&T) -> String,
) -> fmt::Result {
    /// As many lines as a person reads.
    const SHOWN: usize = 20;
    if listed.count == 0 {
        return Ok(());
    }
    writeln!(f, "{title}:")?;
    for entry in listed.first.iter().take(SHOWN) {
        writeln!(f, "  {}", line(entry))?;
    }
    match listed.count.saturating_sub(SHOWN as u64) {
        0 => Ok(()),
        more => writeln!(f, "  … and {more} more"),
    }
}

fn count(number: u64, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_as_a_person_would_say_it() {
        let mut receipt = Receipt { files: 1, records: 25, stored: 2, expired: 1, ..Receipt::default() };
        for record in 1..=22 {
            let (file, reason) = ("a\u{1b}.json".to_owned(), "no \"eventID\"".to_owned());
            receipt.rejected.push(Rejected { file, record, offset: record * 10, reason });
        }
        receipt.skipped.push(Skipped { file: "b.json".to_owned(), kind: Kind::Digest });
        let text = receipt.to_string();
        let start = "1 file with 25 records\n         2 stored\n         1 not stored: older than the retention\n\
                     \x20       22 refused\nRefused:\n  a\\u{1b}.json, record 1 at byte 10: no \"eventID\"\n";
        assert!(text.starts_with(start), "{text}");
        let end = "  … and 2 more\nNot log files:\n  b.json: a CloudTrail digest file, which holds signatures and \
                   no records\n";
        assert!(text.ends_with(end), "{text}");
    }

    #[test]
    fn lists_are_bounded_and_counts_are_not() {
        let mut all = Listed::default();
        let mut more = Listed::default();
        (0..150).for_each(|n| all.push(n));
        (150..400).for_each(|n| more.push(n));
        all.append(more);
        assert_eq!((all.count, all.first.len(), all.first[99]), (400, KEPT, 99));
    }
}
