//! Counts of a day: for each value and slot the events by outcome.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::{AddAssign, Range};

use model::event::Outcome;

use super::attribute::MAX_VALUE;

/// Values of an hour that are counted by themselves; the events of all others are counted together.
///
/// Real hours have fewer of most keys, and a hundred names are more than anybody reads: what this bounds is
/// what somebody makes up. An item with a hundred of the longest values in every hour has 330 kB; DynamoDB
/// takes 400.
pub(crate) const MAX_VALUES: usize = 100;

/// Stands for the values that are not counted by themselves; no event has an empty value.
pub(crate) const REST: &str = "";

/// Events by outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) ok: u64,
    pub(crate) denied: u64,
    pub(crate) failed: u64,
}

/// Counts of one attribute over a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally(pub(crate) BTreeMap<String, BTreeMap<u16, Cell>>);

impl Cell {
    /// One event.
    pub(crate) fn one(outcome: Outcome) -> Cell {
        let mut cell = Cell::default();
        match outcome {
            Outcome::Ok => cell.ok = 1,
            Outcome::Denied => cell.denied = 1,
            Outcome::Failed => cell.failed = 1,
        }
        cell
    }

    /// Events in all.
    pub(crate) fn total(self) -> u64 {
        self.ok + self.denied + self.failed
    }
}

impl AddAssign for Cell {
    fn add_assign(&mut self, other: Cell) {
        self.ok += other.ok;
        self.denied += other.denied;
        self.failed += other.failed;
    }
}

impl Tally {
    /// Counts `cell` for `value` in `slot`. A value too long to be kept is one of the rest.
    pub(crate) fn add(&mut self, value: String, slot: u16, cell: Cell) {
        let value = if value.len() > MAX_VALUE { REST.to_owned() } else { value };
        *self.0.entry(value).or_default().entry(slot).or_default() += cell;
    }

    /// Puts `other`'s counts of `slots` in the place of this one's.
    pub(crate) fn replace(&mut self, slots: Range<u16>, other: &Tally) {
        for cells in self.0.values_mut() {
            cells.retain(|slot, _| !slots.contains(slot));
        }
        for (value, cells) in &other.0 {
            let cells = cells.range(slots.clone()).map(|(slot, cell)| (*slot, *cell));
            match self.0.entry(value.clone()) {
                Entry::Occupied(own) => own.into_mut().extend(cells),
                Entry::Vacant(own) => own.insert(BTreeMap::new()).extend(cells),
            }
        }
        self.0.retain(|_, cells| !cells.is_empty());
    }

    /// Leaves the [`MAX_VALUES`] most frequent values of each slot, and adds the others to the rest.
    pub(crate) fn bound(&mut self) {
        let mut slots: BTreeMap<u16, Vec<(u64, String)>> = BTreeMap::new();
        for (value, cells) in self.0.iter().filter(|(value, _)| *value != REST) {
            for (slot, cell) in cells {
                slots.entry(*slot).or_default().push((cell.total(), value.clone()));
            }
        }
        for (slot, mut values) in slots {
            // The texts decide among equals, so that counting again gives the same.
            values.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
            for (_, value) in values.into_iter().skip(MAX_VALUES) {
                if let Some(cell) = self.0.get_mut(&value).and_then(|cells| cells.remove(&slot)) {
                    self.add(REST.to_owned(), slot, cell);
                }
            }
        }
        self.0.retain(|_, cells| !cells.is_empty());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ok(n: u64) -> Cell {
        Cell { ok: n, ..Cell::default() }
    }

    fn tally(counts: &[(&str, u16, u64)]) -> Tally {
        let mut tally = Tally::default();
        for (value, slot, n) in counts {
            tally.add((*value).to_owned(), *slot, ok(*n));
        }
        tally
    }

    #[test]
    fn an_hour_is_replaced_and_no_other() {
        let mut old = tally(&[("a", 0, 1), ("a", 1, 2), ("b", 1, 3), ("c", 2, 4)]);
        old.replace(1..2, &tally(&[("a", 1, 5), ("d", 1, 6), ("d", 2, 7)]));
        assert_eq!(old, tally(&[("a", 0, 1), ("a", 1, 5), ("c", 2, 4), ("d", 1, 6)]));
    }

    #[test]
    fn what_is_rare_or_long_is_counted_together() {
        let mut many = tally(&[("kept", 0, 1)]);
        for n in 0..MAX_VALUES {
            many.add(format!("v{n:03}"), 0, ok(2));
            many.add(format!("v{n:03}"), 1, ok(1));
        }
        many.add("x".repeat(MAX_VALUE + 1), 1, ok(9));
        many.bound();
        assert_eq!(many.0.len(), MAX_VALUES + 1);
        assert_eq!(many.0[REST], BTreeMap::from([(0, ok(1)), (1, ok(9))]));
        let again = many.clone();
        many.bound();
        assert_eq!(many, again);
    }
}
