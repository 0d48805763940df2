//! The shapes of the APIs that the demo's accounts call, one file per field of work.

pub(crate) mod audit;
pub(crate) mod compute;
pub(crate) mod container;
pub(crate) mod database;
pub(crate) mod function;
pub(crate) mod identity;
pub(crate) mod key;
pub(crate) mod operation;
pub(crate) mod storage;
