#![doc = include_str!("../README.md")]

pub mod address;
pub mod client;
pub mod clients;
pub mod console;
pub mod event_bridge;
pub mod log;
pub mod log_files;
pub mod notice;
pub mod outcome;
pub mod queue;
pub mod secret;
pub mod settings;
pub mod sign_in;
pub mod stream;
