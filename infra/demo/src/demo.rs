//! The whole: days, oldest first.

use crate::{
    day,
    rhythm::{DAY, split, weight_of_day},
    rng::Rng,
    stories::{BEFORE, stories, tell},
};

/// What is to be generated. The same values give the same records, byte for byte.
#[derive(Clone, Copy, Debug)]
pub struct Demo {
    /// Chooses everything that is left to chance.
    pub seed: u64,
    /// How many records. At least the stories are told, about 200, as far as they fit into `days`.
    pub events: usize,
    /// The end of the time covered, in milliseconds since 1970; no record is as late as this.
    pub now_millis: i64,
    /// How many days of 24 hours before `now_millis` are covered, at least 1.
    pub days: u32,
}

impl Demo {
    /// About 5,000 events over 90 days before `now_millis`.
    pub fn new(now_millis: i64) -> Demo {
        Demo { seed: 1, events: 5_000, now_millis, days: 90 }
    }

    /// The records as JSON texts, oldest first. Made day by day: memory holds one day at a time.
    pub fn records(&self) -> impl Iterator<Item = String> + use<> {
        let Demo { seed, events, now_millis, days } = *self;
        let days = i64::from(days.max(1));
        let begin = now_millis - days * DAY;

        let mut told: Vec<Vec<(i64, String)>> = vec![Vec::new(); days as usize];
        let stories = stories().iter().enumerate().map(|(n, story)| ([1, n as u64], story.ago, story.play));
        let before = BEFORE.iter().enumerate().map(|(n, before)| ([3, n as u64], before.ago, before.play));
        for ([kind, number], ago, play) in stories.chain(before) {
            let start = now_millis - ago;
            let Ok(day) = usize::try_from((start - begin).div_euclid(DAY)) else { continue };
            let end = begin + (day as i64 + 1) * DAY;
            told[day].extend(tell(play, Rng::new(&[seed, kind, number]), start, end));
        }
        let rest = events.saturating_sub(told.iter().map(Vec::len).sum());
        let weights: Vec<u64> = (0..days).map(|day| weight_of_day(begin + day * DAY + DAY / 2)).collect();
        let budgets = split(rest, &weights);

        told.into_iter().zip(budgets).enumerate().flat_map(move |(day, (mut records, budget))| {
            let start = begin + day as i64 * DAY;
            records.extend(day::records(Rng::new(&[seed, 2, day as u64]), start, budget));
            records.sort_by_key(|(time, _)| *time);
            records.into_iter().map(|(_, record)| record)
        })
    }
}
