//! The functions of `infra/hosted` as AWS Lambda drives them: each polls a Runtime API for events and posts
//! its answers.

mod answer;
mod api;
mod binary;
mod download;
mod event_bridge;
mod function;
mod log_files;
mod roll;
mod runtime;
