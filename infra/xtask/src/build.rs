//! `cargo xtask build`: everything that `run` shows, without showing it.

use crate::{process, site};
use anyhow::Result;

/// Build the console into target/site, and the binary `whodunit` that serves it
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Optimise the binary (the console always is)
    #[arg(long)]
    release: bool,
    /// Build only the console
    #[arg(long)]
    site_only: bool,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    let manifest = site::build()?;
    if !args.site_only {
        whodunit(args.release)?;
    }
    site::check(&manifest)
}

/// Builds the binary `whodunit`.
pub(crate) fn whodunit(release: bool) -> Result<()> {
    let mut build = process::cargo(&["build", "--package", "local", "--bin", "whodunit"]);
    if release {
        build.args(["--profile", "laptop"]);
    }
    process::run("compiling whodunit (minutes the first time)", &mut build)
}
