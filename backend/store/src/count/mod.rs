//! Counts, kept beside the events so that a question about 90 days does not read 90 days of events.
//!
//! **Rollups.** For each [`attribute`], category and day there is an item with its counts by the hour
//! ([`tally`], [`packed`]). It is only ever made by counting an hour's events anew ([`recount`]), never by
//! adding to it: so it is exact, doing it twice changes nothing, and what is wrong is repaired by doing it
//! again. Counters that are added to would cost a write unit for each value of each event, and count twice
//! whatever is sent twice.
//!
//! **Marks.** Before an event is written its hour is marked dirty ([`mark`]), and until it is rolled the hour's
//! events are counted where they are ([`live`]). So an answer is exact, or it says that it is not.
//!
//! An event that is in no rollup is in a marked hour. What could break this, and why it does not:
//!
//! * *A writer marks, a roller counts and clears, and only then the writer writes.* A roller leaves a mark
//!   alone until it has known it for [`SETTLED`](mark::SETTLED), and a writer that has not written
//!   [`LEASE`](mark::LEASE) after it marked gives up. Both measure durations, so no two clocks need agree. It
//!   also gives the indexes, which follow the table, time to do so.
//! * *An event comes while its hour is counted.* Its writer makes a mark of its own, and a roller clears only
//!   marks that it saw before it counted.
//! * *A process marks less often than it writes.* It relies on its own marks of the last
//!   [`REUSED`](mark::REUSED), which its own lease outlives.
//! * *Two rollers.* Each rollup is written only over the version that was there before counting, the first of
//!   a day's before the others; the later roller fails there and leaves the marks.
//! * *A roller dies.* Marks are cleared last.
//! * *A reader comes between.* It reads the marks before the rollups, and the rollups strongly.
//!
//! A table from before there were marks has all its hours marked by the first roll; until then it is counted
//! live.

pub(crate) mod attribute;
pub(crate) mod counter;
mod facets;
mod histogram;
mod ladder;
mod live;
mod mark;
mod packed;
mod recount;
mod roll;
mod rollup;
mod spans;
mod sums;
pub(crate) mod tally;

pub(crate) use mark::Marked;
pub(crate) use roll::{FORM, KEPT};
pub use roll::{Roll, Rolled};
