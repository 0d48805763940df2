#![doc = include_str!("../README.md")]

mod demo;
mod stories;

mod day;
mod rhythm;
mod scenes;

mod caller;
mod record;
mod stage;

mod api;
mod apis;
mod names;

mod clock;
mod rng;
mod template;

pub use demo::Demo;
pub use stories::{Story, stories};
