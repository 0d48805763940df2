//! `cargo xtask bench`: the figures that the README quotes, measured again.

use crate::process;
use anyhow::Result;

/// Measure the figures of the README
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Arguments for the crate `benches`: `-- --help` lists them
    #[arg(last = true)]
    benches: Vec<String>,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    let mut benches = process::cargo(&["run", "--release", "--package", "benches", "--"]);
    process::run("measuring", benches.args(&args.benches))
}
