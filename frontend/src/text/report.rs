//! What reports count, in words.

use model::{Cost, Tally};

use super::count;
use super::figures::{counted, number};

/// `212 events, 3 denied, 1 failed`; a count that is no exact one says so.
pub(crate) fn tally(tally: &Tally) -> String {
    let total = tally.total();
    let mut words = format!("{} {}", counted(total), if total.n == 1 { "event" } else { "events" });
    for (n, word) in [(tally.denied, "denied"), (tally.failed, "failed")] {
        if n > 0 {
            words.push_str(&format!(", {} {word}", number(n)));
        }
    }
    words
}

/// What an answer cost.
pub(crate) fn spent(cost: Cost) -> String {
    let trips = usize::try_from(cost.round_trips).unwrap_or(usize::MAX);
    format!("Found with {} read units in {}.", cost.read_units, count(trips, "round trip"))
}

/// `1.4 %`: the share of events that were denied; nothing where there are none.
pub(crate) fn share(tally: &Tally) -> String {
    match tally.denied_share() {
        None => String::new(),
        Some(0.0) => "0 %".to_owned(),
        // A share is of what was counted, whether that is all or not.
        Some(share) if share < 0.1 => "under 0.1 %".to_owned(),
        Some(share) => format!("{share:.1} %"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Exactness;

    #[test]
    fn what_was_refused_is_told_and_what_was_not_counted_too() {
        let mut some = Tally { ok: 1, ..Tally::default() };
        assert_eq!((tally(&some), share(&some)), ("1 event".to_owned(), "0 %".to_owned()));
        some = Tally { ok: 1_208, denied: 3, failed: 1, exactness: Exactness::AtLeast, ..some };
        assert_eq!(tally(&some), "≥ 1,212 events, 3 denied, 1 failed");
        assert_eq!(share(&some), "0.2 %");
        assert_eq!(share(&Tally { ok: 9_999, denied: 1, ..some }), "under 0.1 %");
        assert_eq!(share(&Tally::default()), "");
        let cost = Cost { read_units: 2.5, round_trips: 1 };
        assert_eq!(spent(cost), "Found with 2.5 read units in 1 round trip.");
    }
}
