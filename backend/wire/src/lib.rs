#![doc = include_str!("../README.md")]

mod failure;
mod request_id;

pub use failure::{Failure, Protocol, head};
pub use request_id::request_id;
