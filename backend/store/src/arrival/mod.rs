//! What arrived, kept beside the events so that "nothing found" can be told from "nothing received".
//!
//! A *stream* is what comes from one account and Region in one way. For each stream and half day of event time
//! there is an item ([`note`]): of which hours events came, sums, and the short hashes of the deliveries that
//! were counted. A directory names the streams, so nothing has to scan for them ([`status`]).
//!
//! **By event time, not by the time of receiving.** What a search asks is whether the events of an hour came.
//! And a file that comes again, be it weeks later or by a backfill, meets the item that counted it.
//!
//! **Once.** A delivery is known by its events' ids, in whatever order. The hash and the sums are one
//! conditional update: what comes again adds to nothing but the count of what came again. A process that dies
//! after the events are stored and before they are noted leaves a delivery that will come again.
//!
//! **Bounded.** An item holds the hashes of [`MOST`](note::MOST) deliveries. A trail writes one file in five
//! minutes, 144 in half a day, and such an item is below 1 kB: a delivery costs a write unit, and a second
//! where it came after a newer one. Beyond the bound sums go on without hashes, and say so (`approximate`);
//! a delivery then costs three units, as the item has 2.5 kB. Nothing costs per event.

mod note;
mod status;

pub(crate) use note::Known;
pub use note::{Delivery, Noted};

/// Attributes of a half day's item.
mod column {
    /// The hashes of the deliveries that were counted.
    pub(super) const HASHES: &str = "h";
    pub(super) const FILES: &str = "f";
    pub(super) const EVENTS: &str = "e";
    pub(super) const REJECTED: &str = "j";
    /// How often one came again.
    pub(super) const AGAIN: &str = "d";
    /// How many were counted without a hash.
    pub(super) const UNKNOWN: &str = "u";
    /// The hours of which events came, 0 to 11.
    pub(super) const HOURS: &str = "o";
    /// The newest event's time, epoch milliseconds.
    pub(super) const NEWEST: &str = "n";
    /// When that event came.
    pub(super) const NEWEST_RECEIVED: &str = "l";
    /// When anything came last.
    pub(super) const RECEIVED: &str = "r";
}
