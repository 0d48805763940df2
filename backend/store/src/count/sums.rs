//! Sums of the values of a key: from rollups, and from events that were looked at.

use std::collections::{BTreeSet, HashMap};

use model::filter::Key;
use model::{Count, Counted, Exactness, Facet, Span, Timestamp};

use super::attribute::{Attribute, folded};
use super::rollup::Rollup;
use super::spans::{holds, is_outside};
use super::tally::{REST, Tally};

/// Sums of one key's values.
#[derive(Default)]
pub(crate) struct Sums {
    /// By the value as it is compared: a spelling of it, its events, and in how many of the hours with a rest
    /// it was counted.
    values: HashMap<String, (String, u64, usize)>,
    /// Hours in which some values were not counted by themselves.
    rests: BTreeSet<(Timestamp, u16)>,
    /// Whether values were too long, or too rare, to be counted by themselves.
    is_cut: bool,
}

impl Sums {
    /// Adds what `rollup` has in `span` and outside of `dirty`.
    pub(crate) fn rollup(&mut self, key: Key, rollup: &Rollup, span: Span, dirty: &[Span]) {
        let slot = Attribute::Key(key).slot();
        let is_answered = |number: &u16| {
            let from = rollup.day.plus_millis(i64::from(*number) * slot);
            let slot = Span { from, to: from.plus_millis(slot) };
            holds(&[span], slot) && is_outside(dirty, slot)
        };
        let rest = rollup.tally.0.get(REST);
        let rests: Vec<u16> =
            rest.into_iter().flat_map(|cells| cells.keys().copied()).filter(is_answered).collect();
        self.is_cut |= !rests.is_empty();
        self.rests.extend(rests.iter().map(|number| (rollup.day, *number)));
        for (value, cells) in rollup.tally.0.iter().filter(|(value, _)| *value != REST) {
            let answered = cells.iter().filter(|(number, _)| is_answered(number));
            let (mut n, mut beside) = (0, 0);
            for (number, cell) in answered {
                n += cell.total();
                beside += usize::from(rests.contains(number));
            }
            self.add(key, value, n, beside);
        }
    }

    /// Adds what was counted where the events are.
    pub(crate) fn live(&mut self, key: Key, tally: &Tally) {
        for (value, cells) in &tally.0 {
            let n = cells.values().map(|cell| cell.total()).sum();
            match &**value {
                REST => self.is_cut = true,
                value => self.add(key, value, n, 0),
            }
        }
    }

    fn add(&mut self, key: Key, value: &str, n: u64, beside: usize) {
        if n > 0 {
            let spelled = || (value.to_owned(), 0, 0);
            let sum = self.values.entry(folded(key, value).into_owned()).or_insert_with(spelled);
            sum.1 += n;
            sum.2 += beside;
        }
    }

    pub(crate) fn facet(
        self,
        key: Key,
        everything: bool,
        is_wanted: impl Fn(&str) -> bool,
        most: usize,
    ) -> Facet {
        let rests = self.rests.len();
        let wanted = self.values.into_values().filter(|(value, ..)| is_wanted(value));
        let mut values: Vec<(String, u64, usize)> = wanted.collect();
        values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let whole = everything && !self.is_cut && values.len() <= most;
        values.truncate(most);
        let counted = |(value, n, beside): (String, u64, usize)| {
            // Where it was counted beside every rest, none of it is in them.
            let exactness = Exactness::of(everything && beside >= rests);
            Counted { value, count: Count { n, exactness } }
        };
        Facet { key: key.name().to_owned(), values: values.into_iter().map(counted).collect(), whole }
    }
}
