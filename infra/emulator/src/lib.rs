#![doc = include_str!("../README.md")]

mod batch;
mod bulk;
mod connector;
mod dispatch;
mod engine;
mod error;
mod failing;
mod serve;
mod units;

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use aws_sdk_dynamodb::Client;

pub use crate::bulk::Bulk;
use crate::engine::Engine;
pub use crate::error::Error;
use crate::failing::Failing;
pub use crate::serve::Served;

/// One DynamoDB: tables, items and indexes, in memory or in a file.
///
/// Clones, clients and servers made from it share the same tables, which stay open until the last
/// of them is gone.
#[derive(Clone, Debug)]
pub struct Emulator {
    engine: Arc<Engine>,
}

impl Emulator {
    /// An empty DynamoDB that is forgotten when the last handle is dropped.
    ///
    /// # Errors
    /// [`Error::Engine`] when SQLite cannot start, which means that memory is exhausted.
    pub fn memory() -> Result<Self, Error> {
        Ok(Self { engine: Arc::new(Engine::memory()?) })
    }

    /// The DynamoDB kept in `path`, which is made when it is not there (its folder is not).
    ///
    /// Several processes may have the same file open: see the README for what each of them sees.
    ///
    /// # Errors
    /// [`Error::Folder`], [`Error::NotADatabase`], [`Error::Locked`] (after 30 seconds) or
    /// [`Error::Open`]; each names the path.
    pub fn file(path: &Path) -> Result<Self, Error> {
        Ok(Self { engine: Arc::new(Engine::file(path)?) })
    }

    /// An SDK client whose requests are answered in this process, without a socket.
    ///
    /// It never retries: what the engine refuses once it refuses again. It needs a Tokio runtime,
    /// as every SDK client does.
    pub fn client(&self) -> Client {
        connector::client(Arc::clone(&self.engine))
    }

    /// The same, but requests of `operation` (`UpdateItem`) are not sent and fail while `now` is set.
    pub fn failing_client(&self, operation: &'static str, now: Arc<AtomicBool>) -> Client {
        let failing = Failing { operation, now };
        Client::from_conf(self.client().config().to_builder().interceptor(failing).build())
    }

    /// Answers the same API over HTTP on `addr` (port 0: any free one), for another process such
    /// as `aws dynamodb --endpoint-url`, until the result is dropped.
    ///
    /// Nobody is asked for a password: bind to loopback.
    ///
    /// # Errors
    /// [`Error::Listen`] when `addr` cannot be had.
    pub async fn serve(&self, addr: SocketAddr) -> Result<Served, Error> {
        serve::serve(Arc::clone(&self.engine), addr).await
    }

    /// Makes a large import into a file faster, until the result is finished or dropped. What that
    /// risks is told at [`Bulk`]. In memory it changes nothing.
    ///
    /// # Errors
    /// [`Error::Engine`] when SQLite refuses.
    pub fn bulk(&self) -> Result<Bulk, Error> {
        Bulk::start(Arc::clone(&self.engine))
    }

    /// Deletes what time to live says is over, as DynamoDB does by itself within a few days, and
    /// gives the number of items deleted. Requests wait until it is done.
    ///
    /// # Errors
    /// [`Error::Engine`] when the file cannot be written.
    pub fn sweep_expired(&self) -> Result<usize, Error> {
        self.engine.sweep_expired()
    }
}
