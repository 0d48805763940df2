//! Where a walk goes on after a value that breaks off or whose quotes and brackets don't match.
//!
//! Inside a list at the next `,{"eventVersion"`, which cannot stand inside a JSON string; between values at
//! the next line that begins with `{`. Each retry reads some bytes again, and their sum is bounded, so
//! that the time is linear in the size of the file whatever is in it.

use super::Walk;
use crate::scan::Broken;

/// Retries may read this many times the file's size again; then the rest of the file is given up.
const MAX_REREAD: usize = 16;

impl Walk<'_> {
    /// Where the entry after the broken one at `start` begins, if that can be told.
    pub(super) fn next_entry(&mut self, start: usize, broken: Broken) -> Option<usize> {
        const FIRST_KEY: &[u8] = b"\"eventVersion\"";
        let before = |at: usize| self.bytes[..at].trim_ascii_end();
        let mut from = start + 1;
        let next = loop {
            let Some(key) = find(&self.bytes[from..], FIRST_KEY).map(|n| from + n) else {
                self.reread += self.bytes.len() - start;
                return None;
            };
            let object = before(key);
            // The key at hand is the broken entry's own until it belongs to an object further on.
            if object.len() > start + 1 && object.ends_with(b"{") && before(object.len() - 1).ends_with(b",")
            {
                break object.len() - 1;
            }
            from = key + 1;
        };
        self.may_retry(broken, next).then_some(next)
    }

    /// Where to go on after a value at `start` that breaks off: at the next line that begins with `{`.
    pub(super) fn next_line(&mut self, start: usize, broken: Broken) -> usize {
        let next = find(&self.bytes[start..], b"\n{").map_or(self.bytes.len(), |n| start + n + 1);
        if self.may_retry(broken, next) { next } else { self.bytes.len() }
    }

    fn may_retry(&mut self, broken: Broken, next: usize) -> bool {
        self.reread += broken.at.saturating_sub(next);
        self.reread <= self.bytes.len().saturating_mul(MAX_REREAD)
    }

    pub(super) fn reason(&self, broken: Broken) -> String {
        if broken.at >= self.bytes.len() {
            "the file ends before it does, or its quotes and brackets do not match".to_owned()
        } else {
            format!("its quotes and brackets do not match, as is seen at byte {}", broken.at)
        }
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}
