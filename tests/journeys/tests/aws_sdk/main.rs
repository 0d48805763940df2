//! AWS's SDK for Rust, unmodified, against `whodunit serve`.

mod audit;
mod lookup;
mod signature;
mod whodunit;
