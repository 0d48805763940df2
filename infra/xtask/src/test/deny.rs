//! The step `deny`: what our dependencies may be. The rules are in `.cargo/deny.toml`.

use crate::{process, setup};
use anyhow::Result;
use std::process::Command;
use std::time::Duration;

/// The advisory database is a git repository of a few MB on GitHub.
const FETCH_LIMIT: Duration = Duration::from_secs(60);

pub(crate) fn check() -> Result<()> {
    let program = setup::cargo_deny::program()?;
    let deny = |args: &[&str]| {
        let mut deny = Command::new(&program);
        deny.args(args).current_dir(crate::paths::root());
        deny
    };
    process::run("licences, sources and bans", &mut deny(&["check", "bans", "licenses", "sources"]))?;
    let fetched =
        process::run_within(FETCH_LIMIT, "fetching RustSec's advisories", &mut deny(&["fetch", "db"]));
    match fetched {
        Ok(()) => process::run("advisories", &mut deny(&["check", "--disable-fetch", "advisories"])),
        Err(error) => {
            println!("advisories NOT CHECKED, their database is out of reach: {error:#}");
            Ok(())
        }
    }
}
