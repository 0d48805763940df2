//! What is claimed with an event's id, see [`Store::claim`](store::Store::claim): what the event says, and
//! when it was taken in. Whoever repeats it makes the same record again.

use std::fmt;
use std::str::FromStr;

use model::Timestamp;

/// The claim of the first who came with an id. Its text is the moment and the hash, with a space between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Claim {
    /// When.
    pub(super) ingested: Timestamp,
    /// What: see [`meaning`](super::meaning::meaning).
    pub(super) meaning: String,
}

impl fmt::Display for Claim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.ingested, self.meaning)
    }
}

impl FromStr for Claim {
    type Err = String;

    fn from_str(text: &str) -> Result<Claim, String> {
        let (ingested, meaning) = text.split_once(' ').ok_or("a claim without a hash")?;
        let ingested = ingested.parse().map_err(|e| format!("a claim without a time: {e}"))?;
        Ok(Claim { ingested, meaning: meaning.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_is_read_as_it_was_written() {
        let claim =
            Claim { ingested: "2026-11-22T16:00:00.987Z".parse().unwrap(), meaning: "0a1b".to_owned() };
        assert_eq!(claim.to_string().parse(), Ok(claim));
        assert!("2026-11-22T16:00:00.987Z".parse::<Claim>().is_err());
        assert!("yesterday 0a1b".parse::<Claim>().is_err());
    }
}
