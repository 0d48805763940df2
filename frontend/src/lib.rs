#![doc = include_str!("../README.md")]
#![allow(unreachable_pub, reason = "`#[component]` writes `pub`, and only `app::start` is for others")]

pub mod app;
mod client;
mod components;
mod pages;
mod paths;
mod text;
mod ui;
mod url;
