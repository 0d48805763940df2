//! How many requests a second are answered: a bucket that fills evenly and holds what a second brings.
//!
//! It is this process's own. A Lambda function has one for each of its instances.

use std::sync::{Mutex, PoisonError};

use model::Timestamp;
use wire::Failure;

/// A limit, or none.
#[derive(Debug)]
pub(super) struct Rate(Option<Mutex<Bucket>>);

#[derive(Debug)]
struct Bucket {
    /// Requests a second, and the most that may come at once.
    limit: f64,
    left: f64,
    at: Timestamp,
}

impl Rate {
    /// `limit` requests a second.
    pub(super) fn new(limit: Option<u32>) -> Rate {
        let bucket = |limit| Bucket { limit, left: limit, at: Timestamp::MIN };
        Rate(limit.map(|limit| Mutex::new(bucket(f64::from(limit)))))
    }

    /// Lets a request pass, or refuses it in AWS's words, at which its clients wait and repeat it.
    pub(super) fn take(&self, now: Timestamp) -> Result<(), Failure> {
        let Some(bucket) = &self.0 else { return Ok(()) };
        let mut bucket = bucket.lock().unwrap_or_else(PoisonError::into_inner);
        // A clock that went back brings nothing.
        let passed = (now.millis() - bucket.at.millis()).max(0) as f64 / 1_000.0;
        bucket.left = (bucket.left + passed * bucket.limit).min(bucket.limit);
        bucket.at = now;
        if bucket.left < 1.0 {
            return Err(Failure::new("ThrottlingException", "Rate exceeded"));
        }
        bucket.left -= 1.0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn passed(rate: &Rate, millis: i64, requests: usize) -> usize {
        let now = Timestamp::from_millis(1_000_000 + millis);
        (0..requests).filter(|_| rate.take(now).is_ok()).count()
    }

    #[test]
    fn a_second_brings_what_was_set_and_no_more() {
        let rate = Rate::new(Some(2));
        assert_eq!(passed(&rate, 0, 5), 2);
        assert_eq!(passed(&rate, 499, 1), 0);
        assert_eq!(passed(&rate, 500, 5), 1);
        assert_eq!(passed(&rate, 60_000, 5), 2, "nothing is saved up");
        assert_eq!(passed(&rate, 0, 5), 0, "a clock that went back");
    }

    #[test]
    fn fifty_a_second_pass_without_a_limit_and_with_one_of_fifty() {
        assert_eq!(passed(&Rate::new(None), 0, 1_000), 1_000);
        assert_eq!(passed(&Rate::new(Some(50)), 0, 60), 50);
    }
}
