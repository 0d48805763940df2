//! The Chromium that the browser tests drive: the machine's own, never one downloaded by Playwright.

use super::apt;
use crate::process;
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::Command;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The path of `WHODUNIT_CHROMIUM`, of an installed Chromium or Chrome, or of Debian's, installed now.
pub(crate) fn program() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("WHODUNIT_CHROMIUM").map(PathBuf::from) {
        if !answers(&named) {
            bail!(
                "WHODUNIT_CHROMIUM={} does not answer to --version: name a Chromium's path",
                named.display()
            );
        }
        return Ok(named);
    }
    if let Some(installed) = installed() {
        return Ok(installed);
    }
    apt::install(&["chromium"], "a Chromium for the browser tests")?;
    match installed() {
        Some(program) => Ok(program),
        None => bail!("Chromium was installed, yet it does not start: try `chromium --version`"),
    }
}

fn installed() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let mac = PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    std::env::split_paths(&folders)
        .flat_map(|folder| NAMES.map(|name| folder.join(name)))
        .chain([mac])
        .find(|program| program.is_file() && answers(program))
}

fn answers(program: &PathBuf) -> bool {
    process::output(Command::new(program).arg("--version")).is_ok()
}
