#![doc = include_str!("../README.md")]

mod case;
mod file;
mod hostile;
mod large;

mod category;
mod chain;
mod identity;
mod origin;
mod outcome;
mod refused;
mod resource;
mod resource_list;
mod shape;
mod value;
mod version;

pub use case::{Case, cases, refused};
pub use file::{File, Form, files};
pub use hostile::{PAYLOADS, hostile};
pub use large::{burst, large, nested};
