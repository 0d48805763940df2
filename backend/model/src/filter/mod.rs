//! The query language: types, text form, meaning, errors.

mod cidr;
mod display;
mod error;
mod eval;
mod key;
mod parse;
mod types;

pub use cidr::Cidr;
pub use error::ParseError;
pub use types::{Filter, Key, Term, Test, Value};
