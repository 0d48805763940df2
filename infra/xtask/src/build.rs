//! `cargo xtask build`: everything that `run` shows, without showing it.

use crate::process;
use crate::site::{self, Effort};
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
    /// Spend no time on making the console small: for looking at one's changes
    #[arg(long)]
    quick: bool,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    let effort = if args.quick { Effort::Quick } else { Effort::Full };
    let manifest = site::build(effort)?;
    if !args.site_only {
        whodunit(args.release)?;
    }
    if args.quick { Ok(()) } else { site::check(&manifest) }
}

/// Builds the binary `whodunit`.
pub(crate) fn whodunit(release: bool) -> Result<()> {
    let mut build = process::cargo(&["build", "--package", "local", "--bin", "whodunit"]);
    if release {
        build.args(["--profile", "laptop"]);
    }
    process::run("compiling whodunit (minutes the first time)", &mut build)
}
