//! What storing costs.

use std::fmt;

/// What storing some events cost.
#[derive(Clone, Copy, Debug, Default)]
pub struct Writes {
    /// Events stored.
    pub events: usize,
    /// Write request units in all.
    pub units: f64,
    /// Read request units of looking for what is there already.
    pub read_units: f64,
}

impl Writes {
    /// Write request units per event, on the mean.
    pub fn mean(&self) -> f64 {
        self.units / self.events as f64
    }
}

impl fmt::Display for Writes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // On demand, us-east-1: $0.625 per million write units, $0.125 per million read units.
        let dollars = self.mean() * 0.625 + self.read_units / self.events as f64 * 0.125;
        write!(
            f,
            "{} events: {:.2} write units and {:.2} read units per event, ${dollars:.2} per million events",
            self.events,
            self.mean(),
            self.read_units / self.events as f64,
        )
    }
}
