//! A load of much data, without waiting for the disk.

use std::sync::Arc;

use crate::engine::Engine;
use crate::error::Error;

/// While it lives, writes to a file do not wait for the disk. Call [`finish`](Bulk::finish) at the
/// end; dropped without it, it does the same and keeps quiet about failure.
///
/// A process killed meanwhile loses nothing that was acknowledged: the operating system has it. A
/// power cut or a crash of the operating system may leave a file that is **broken**: delete it and
/// load again. Do not use it over data that cannot be loaded again.
#[derive(Debug)]
#[must_use = "the bulk load ends when this is dropped"]
pub struct Bulk {
    engine: Option<Arc<Engine>>,
}

impl Bulk {
    pub(crate) fn start(engine: Arc<Engine>) -> Result<Self, Error> {
        engine.stop_syncing()?;
        Ok(Self { engine: Some(engine) })
    }

    /// Waits until all that was written is on the disk.
    ///
    /// # Errors
    /// [`Error::Engine`] when the disk fails or is full.
    pub fn finish(mut self) -> Result<(), Error> {
        self.engine.take().map_or(Ok(()), |engine| engine.sync())
    }
}

impl Drop for Bulk {
    fn drop(&mut self) {
        if let Some(engine) = self.engine.take() {
            // Nobody is left to tell; SQLite goes on as before.
            let _ = engine.sync();
        }
    }
}
