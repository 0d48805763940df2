//! The functions of `infra/hosted` as AWS Lambda drives them: each polls a Runtime API for events and posts
//! its answers.

mod answer;
mod api;
mod binary;
mod clients;
mod download;
mod event_bridge;
mod function;
mod function_url;
mod insight;
mod log_files;
mod roll;
mod runtime;
mod secrets;
