#![doc = include_str!("../README.md")]

mod access_key;
mod authorization;
mod failure;
mod gate;
mod request_id;
mod seed;
mod signature;

pub use access_key::AccessKey;
pub use failure::{Failure, Protocol, head};
pub use gate::{Caller, Door, Gate};
pub use request_id::request_id;
pub use seed::{Seed, SeedError};
