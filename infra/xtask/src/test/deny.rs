//! The steps `deny` and `advisories`: what our dependencies may be, by the rules of
//! `.cargo/deny.toml`.
//!
//! Advisories are a step of their own, run when asked for: their database is fetched from GitHub, and
//! what was published there today says nothing about the change under test.

use crate::{process, setup};
use anyhow::Result;
use std::process::Command;

/// Licences, sources and bans: needs the dependencies, and nothing else from outside.
pub(crate) fn check() -> Result<()> {
    process::run("licences, sources and bans", &mut deny(&["check", "bans", "licenses", "sources"])?)
}

/// Known vulnerabilities and yanked versions, as of now.
pub(crate) fn advisories() -> Result<()> {
    process::run("fetching RustSec's advisories and checking", &mut deny(&["check", "advisories"])?)
}

fn deny(args: &[&str]) -> Result<Command> {
    let mut deny = Command::new(setup::cargo_deny::program()?);
    deny.args(args).current_dir(crate::paths::root());
    Ok(deny)
}
