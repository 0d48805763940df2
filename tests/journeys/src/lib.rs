#![doc = include_str!("../README.md")]

pub mod binary;
pub mod session;
