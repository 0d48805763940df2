//! `cargo xtask bench`: the figures that the README quotes, measured again.

use crate::process;
use anyhow::Result;

pub(crate) fn run() -> Result<()> {
    process::run("measuring", &mut process::cargo(&["run", "--profile", "laptop", "--package", "benches"]))
}
