//! Waiting for a table that could not take everything at once.

use std::time::Duration;

use crate::Error;

/// Waits before the request is repeated: 50 ms doubling to 5 s, each with full jitter, so that writers
/// who were refused together do not come back together; in all about half a minute.
#[derive(Debug, Default)]
pub(crate) struct Backoff {
    waits: u32,
}

const MAX_WAITS: u32 = 12;

impl Backoff {
    /// Waits, or says that it has been tried often enough.
    pub(crate) async fn wait(&mut self, operation: &str) -> Result<(), Error> {
        if self.waits == MAX_WAITS {
            let why = format!("{operation}: not everything was taken after {MAX_WAITS} repetitions");
            return Err(Error::Busy(why));
        }
        let longest = (50_u64 << self.waits).min(5_000);
        self.waits += 1;
        tokio::time::sleep(Duration::from_millis(fastrand::u64(0..=longest))).await;
        Ok(())
    }
}
