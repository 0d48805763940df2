//! Events into tallies.

use std::collections::HashMap;

use model::event::Outcome;
use model::{Event, Summary, Timestamp};

use super::attribute::Attribute;
use super::tally::{Cell, Tally};

const DAY: i64 = 86_400_000;

/// Counts events of one day (or of several as if they were one) by some attributes.
#[derive(Debug, Default)]
pub(crate) struct Counter {
    pub(crate) tallies: Vec<(Attribute, Tally)>,
    /// Events of which a row did not show every value: they are counted by their records.
    pub(crate) unsure: Vec<String>,
}

impl Counter {
    /// Of no events yet.
    pub(crate) fn new(attributes: &[Attribute]) -> Counter {
        let tallies = attributes.iter().map(|attribute| (*attribute, Tally::default())).collect();
        Counter { tallies, unsure: Vec::new() }
    }

    /// Counts a row, or notes that its record is needed.
    pub(crate) fn row(&mut self, row: &Summary) {
        let values: Option<Vec<_>> = self.tallies.iter().map(|(of, _)| of.of_row(row)).collect();
        match values {
            Some(values) => self.add(values, row.time, row.outcome),
            None => self.unsure.push(row.id.clone()),
        }
    }

    /// Counts an event.
    pub(crate) fn event(&mut self, event: &Event) {
        let values = self.tallies.iter().map(|(of, _)| of.of_event(event)).collect();
        self.add(values, event.time, event.outcome);
    }

    /// The tallies by attribute.
    pub(crate) fn into_map(self) -> HashMap<Attribute, Tally> {
        self.tallies.into_iter().collect()
    }

    fn add(&mut self, values: Vec<Vec<String>>, time: Timestamp, outcome: Outcome) {
        for ((attribute, tally), values) in self.tallies.iter_mut().zip(values) {
            let slot = (time.millis().rem_euclid(DAY) / attribute.slot()) as u16;
            values.into_iter().for_each(|value| tally.add(value, slot, Cell::one(outcome)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::filter::Key;

    fn events() -> Vec<Event> {
        corpus::cases().iter().filter_map(|case| Event::from_record(case.record).ok()).collect()
    }

    /// What a row shows whole is what its event has; so it does not matter which of them was counted.
    #[test]
    fn rows_and_events_count_alike() {
        for attribute in Attribute::ALL {
            let (mut rows, mut whole) = (Counter::new(&[attribute]), Counter::new(&[attribute]));
            for event in events() {
                rows.row(&Summary::of(&event));
                if rows.unsure.pop().is_none() {
                    whole.event(&event);
                }
            }
            assert_eq!(rows.into_map(), whole.into_map(), "{attribute:?}");
        }
    }

    #[test]
    fn every_name_of_the_caller_counts_once() {
        let record = r#"{"eventVersion":"1.11","eventID":"1","eventTime":"2026-11-22T14:59:00Z","eventName":"A",
            "eventSource":"s3.amazonaws.com","errorCode":"AccessDenied","userIdentity":{"type":"AssumedRole",
            "principalId":"AROAX:kim","arn":"arn:aws:sts::1:assumed-role/ops/kim"}}"#;
        let mut counter = Counter::new(&[Attribute::Key(Key::Who), Attribute::Minutes]);
        counter.event(&Event::from_record(record).unwrap());
        let [(_, who), (_, minutes)] = &counter.tallies[..] else { panic!("two") };
        let denied = Cell { denied: 1, ..Cell::default() };
        assert_eq!(
            who.0.iter().map(|(name, cells)| (&**name, cells[&14])).collect::<Vec<_>>(),
            [("kim", denied), ("ops", denied)]
        );
        assert_eq!(minutes.0["*"][&(14 * 60 + 59)], denied);
    }
}
