//! `cargo xtask bench`: the figures that the README quotes, measured again.

use crate::process;
use anyhow::Result;
use clap::ValueEnum;

/// Measure the figures of the README
#[derive(clap::Args)]
pub(crate) struct Args {
    /// What is measured
    #[arg(value_enum, default_value = "table")]
    what: What,
}

#[derive(Clone, Copy, ValueEnum)]
enum What {
    /// What storing an event and reading a page cost, in DynamoDB's units
    Table,
    /// How quickly log files become items, beside two other ways, in one run
    Ingest,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    let arguments: &[&str] = match args.what {
        What::Table => &["run", "--profile", "laptop", "--package", "benches"],
        // As it is shipped: the profile of the Lambda functions.
        What::Ingest => &["run", "--release", "--package", "benches", "--bin", "ingest"],
    };
    process::run("measuring", &mut process::cargo(arguments))
}
