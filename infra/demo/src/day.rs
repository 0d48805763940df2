//! One day of 24 hours: scenes at random times until there are enough records.

use crate::{
    rhythm::{DAY, OFFICE_MAX, office},
    rng::Rng,
    scenes::{SCENES, When},
    stage::Stage,
};

/// Exactly `budget` records with their times, in the 24 hours from `start`; in no order.
pub(crate) fn records(mut rng: Rng, start: i64, budget: usize) -> Vec<(i64, String)> {
    let mut records = Vec::with_capacity(budget + 64);
    while records.len() < budget {
        let time = start + rng.below(DAY as u64) as i64;
        let scene = &SCENES[rng.weighted(SCENES.iter().map(|scene| scene.weight))];
        let nobody_there = scene.when == When::OfficeHours && rng.below(OFFICE_MAX) >= office(time);
        if !nobody_there {
            let mut stage = Stage::new(Rng::new(&[rng.next()]), time, start + DAY);
            (scene.play)(&mut stage);
            records.append(&mut stage.records);
        }
    }
    // The last scene breaks off: its beginning stays, so that no session lacks the call that issued its key.
    records.truncate(budget);
    records
}
