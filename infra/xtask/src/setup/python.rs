//! Packages from PyPI, pinned by lists of ours, each list in an environment of its own below `target`.

use super::apt;
use crate::{paths, process};
use anyhow::{Context, Result};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// An installed list.
pub(crate) struct Environment(PathBuf);

/// The packages of `infra/xtask/python/{list}.txt`, installed into `target/python/{list}` unless they are
/// there.
pub(crate) fn environment(list: &str) -> Result<Environment> {
    let pinned = paths::root().join("infra/xtask/python").join(list).with_extension("txt");
    let wanted = fs::read(&pinned).with_context(|| format!("cannot read {}", pinned.display()))?;
    let folder = paths::target().join("python").join(list);
    let environment = Environment(folder.clone());
    // A copy of the list marks a finished install.
    let mark = folder.join("installed.txt");
    if fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(environment);
    }
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let made = || process::output(Command::new("python3").args(["-m", "venv"]).arg(&folder));
    if made().is_err() {
        apt::install(&["python3", "python3-venv"], "Python 3 with its venv")?;
        made()?;
    }
    let mut pip = environment.command("pip");
    pip.args(["install", "--quiet", "--disable-pip-version-check", "--no-input", "--requirement"])
        .arg(pinned);
    process::run(&format!("fetching the Python packages of `{list}` into target/python"), &mut pip)?;
    fs::write(mark, wanted)?;
    Ok(environment)
}

impl Environment {
    /// A program of it, which finds the others of it first: cargo-lambda asks `python3` for zig.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.program(program));
        command.env("PATH", self.path()).env_remove("PYTHONHOME").env_remove("PYTHONPATH");
        command
    }

    /// Where one of its programs is.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.programs().join(name)
    }

    /// `PATH` with its programs in front.
    pub(crate) fn path(&self) -> OsString {
        let others = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(self.programs()).chain(std::env::split_paths(&others));
        // Only a folder with a `:` in its name cannot be joined, and cargo's target folder is none.
        std::env::join_paths(folders).unwrap_or(others)
    }

    fn programs(&self) -> PathBuf {
        self.0.join(Path::new(if cfg!(windows) { "Scripts" } else { "bin" }))
    }
}
