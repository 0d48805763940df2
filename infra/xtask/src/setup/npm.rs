//! Packages from npm, pinned by a lock file, their install scripts never run.

use super::apt;
use crate::{paths, process};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Whether `npm` can be started.
pub(crate) fn present() -> bool {
    process::output(npm().arg("--version")).is_ok()
}

/// Installs Node.js and npm where they are missing.
pub(crate) fn ensure() -> Result<()> {
    if present() { Ok(()) } else { apt::install(&["nodejs", "npm"], "Node.js with npm") }
}

/// The `node_modules` of one of our package lists, `infra/xtask/npm/{set}`, installed below `target`.
pub(crate) fn packages(set: &str) -> Result<PathBuf> {
    let list = paths::root().join("infra/xtask/npm").join(set);
    let folder = paths::npm(set);
    fs::create_dir_all(&folder)?;
    for file in ["package.json", "package-lock.json"] {
        fs::copy(list.join(file), folder.join(file))
            .with_context(|| format!("cannot copy {file} of {set}"))?;
    }
    install(&folder)
}

/// Installs what the lock file of `folder` says into its `node_modules`, unless that is there.
pub(crate) fn install(folder: &Path) -> Result<PathBuf> {
    let lock = fs::read(folder.join("package-lock.json"))?;
    let modules = folder.join("node_modules");
    // A copy of the lock file marks a finished install: npm removes `node_modules` when it starts.
    let mark = modules.join(".installed-lock.json");
    if fs::read(&mark).is_ok_and(|installed| installed == lock) {
        return Ok(modules);
    }
    let mut command = npm();
    command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    command.current_dir(folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    let shown = folder.strip_prefix(paths::root()).unwrap_or(folder).display();
    process::run(&format!("fetching npm packages into {shown}"), &mut command)?;
    fs::write(mark, lock)?;
    Ok(modules)
}

fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}
