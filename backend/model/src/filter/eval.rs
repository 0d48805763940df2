//! What a filter means.

use super::Filter;
use crate::event::Event;
use crate::summary::Summary;

impl Filter {
    /// Whether `event` is meant.
    pub fn matches(&self, _event: &Event) -> bool {
        true
    }

    /// The same from a row, where the row is enough to tell; `None` when the record is needed.
    pub fn matches_summary(&self, _row: &Summary) -> Option<bool> {
        None
    }
}
