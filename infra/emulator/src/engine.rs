//! The one SQLite connection behind every client, and how it is tuned.
//!
//! [`Database`](dynoxide::Database), dynoxide's own front, keeps its connection to itself, and with
//! it two settings that decide the speed of an import: a cache of 16 prepared statements, where a
//! table with 12 indexes needs 26, and an fsync per write. So the engine holds dynoxide's
//! [`Storage`] and calls the same actions that `Database` calls.

use std::fmt;
use std::path::Path;
use std::sync::{Mutex, MutexGuard};

use dynoxide::actions::vector_lifecycle::VectorIndexLifecycle;
use dynoxide::storage::Storage;
use dynoxide::{DynoxideError, ttl};

use crate::dispatch;
use crate::error::Error;

/// Statements kept prepared: two per index and a few per table, for some ten tables of 20 indexes.
const STATEMENTS: usize = 512;

/// [Pragmas](https://www.sqlite.org/pragma.html), for speed that costs no consistency.
///
/// `synchronous = NORMAL` syncs the write-ahead log when it is folded into the file, instead of
/// after each write. A killed process loses nothing; a power cut may lose the last moments but
/// never leaves a torn file. 64 MB of pages are cached, and the log is folded in every 16 MB.
const PRAGMAS: &str = "
    PRAGMA synchronous = NORMAL;
    PRAGMA cache_size = -64000;
    PRAGMA wal_autocheckpoint = 4000;
    PRAGMA temp_store = MEMORY;";

/// Nothing waits for the disk: what a bulk load runs with.
const UNSYNCED: &str = "PRAGMA synchronous = OFF;";

/// Back to normal, with all that was written folded into the file.
const SYNCED: &str = "PRAGMA synchronous = NORMAL; PRAGMA wal_checkpoint(TRUNCATE);";

pub(crate) struct Engine {
    storage: Mutex<Storage>,
    vectors: VectorIndexLifecycle,
}

/// What goes back over the wire: a status and a JSON body.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
}

impl Engine {
    pub(crate) fn memory() -> Result<Self, Error> {
        Ok(Self::tuned(Storage::memory()?)?)
    }

    pub(crate) fn file(path: &Path) -> Result<Self, Error> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if folder.is_some_and(|folder| !folder.is_dir()) {
            return Err(Error::Folder(path.to_owned()));
        }
        // SQLite reads `file:…?…` as a URI with options; a path never starts like that.
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let Some(name) = absolute.to_str() else {
            let reason = "its name is not valid UTF-8".to_owned();
            return Err(Error::Open(path.to_owned(), DynoxideError::InternalServerError(reason)));
        };
        Storage::new(name).and_then(Self::tuned).map_err(|e| Error::opening(path.to_owned(), e))
    }

    fn tuned(storage: Storage) -> Result<Self, DynoxideError> {
        storage.conn().set_prepared_statement_cache_capacity(STATEMENTS);
        storage.conn().execute_batch(PRAGMAS)?;
        Ok(Self { storage: Mutex::new(storage), vectors: VectorIndexLifecycle::new() })
    }

    /// Answers one request of the [low-level API][api]; `target` is its `x-amz-target` header.
    ///
    /// Blocks for as long as SQLite works and other requests are before it.
    ///
    /// [api]: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html
    pub(crate) fn answer(&self, target: &str, body: &[u8]) -> Answer {
        let result = self.storage().and_then(|storage| dispatch::run(&storage, &self.vectors, target, body));
        match result {
            Ok(body) => Answer { status: 200, body },
            Err(error) => Answer { status: error.status_code(), body: error.to_json() },
        }
    }

    pub(crate) fn sweep_expired(&self) -> Result<usize, Error> {
        let storage = self.storage()?;
        Ok(pollster::block_on(ttl::sweep_expired_items(&*storage))?)
    }

    pub(crate) fn stop_syncing(&self) -> Result<(), Error> {
        Ok(self.storage()?.conn().execute_batch(UNSYNCED).map_err(DynoxideError::from)?)
    }

    /// Gets all that was written to the disk, and syncs again from now on.
    pub(crate) fn sync(&self) -> Result<(), Error> {
        let storage = self.storage()?;
        storage.conn().execute_batch(SYNCED).map_err(DynoxideError::from)?;
        let Some(path) = storage.db_path().filter(|path| !path.is_empty()) else {
            return Ok(());
        };
        // A checkpoint that finds nothing to fold in syncs nothing either.
        let file = std::fs::OpenOptions::new().write(true).open(&path);
        file.and_then(|file| file.sync_all()).map_err(|e| {
            let reason = format!("cannot sync {path}: {e}");
            Error::Engine(DynoxideError::InternalServerError(reason))
        })
    }

    fn storage(&self) -> Result<MutexGuard<'_, Storage>, DynoxideError> {
        self.storage.lock().map_err(|_| {
            DynoxideError::InternalServerError("an earlier request crashed the engine".to_owned())
        })
    }
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Engine")
    }
}
