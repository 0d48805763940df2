#![doc = include_str!("../README.md")]

mod arrivals;
mod asked;
pub mod audit;
mod gunzip;
mod kind;
mod load;
mod receipt;
mod scan;
mod trail;
mod uuid;
mod visible;
mod walk;

pub use asked::{Place, record_asked};
pub use gunzip::{GunzipError, Unpacked, gunzip};
pub use kind::Kind;
pub use load::{Loader, log_file};
pub use receipt::{Conflict, Failed, Listed, Receipt, Rejected, Skipped};
pub use visible::Visible;
pub use walk::{Found, Walk};

/// How much is read at most. That of one record is [`MAX_RECORD`](model::record::MAX_RECORD).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file once it is unpacked. CloudTrail's own files stay under 50 MB packed.
    pub file: u64,
}

impl Default for Limits {
    /// 512 MiB.
    fn default() -> Limits {
        Limits { file: 512 << 20 }
    }
}
