//! `cargo xtask bench`: the figures that the README quotes, measured again.

use crate::setup::python;
use crate::{paths, process};
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
    /// How many LookupEvents a second `whodunit serve` answers, by key
    Lookup,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    let arguments: &[&str] = match args.what {
        What::Table => &["run", "--profile", "laptop", "--package", "benches"],
        // As it is shipped: the profile of the Lambda functions.
        What::Ingest => &["run", "--release", "--package", "benches", "--bin", "ingest"],
        What::Lookup => return lookup(),
    };
    process::run("measuring", &mut process::cargo(arguments))
}

/// `tests/clients/figures.py`, against `whodunit` as a person runs it.
fn lookup() -> Result<()> {
    let clients = python::environment("clients")?;
    let arguments = ["build", "--profile", "laptop", "--package", "local", "--package", "demo"];
    let targets = ["--bin", "whodunit", "--example", "write"];
    process::run(
        "compiling whodunit and its demo",
        &mut process::cargo(&[&arguments[..], &targets].concat()),
    )?;
    let mut figures = clients.command("python");
    figures.args(["-B", "figures.py"]).current_dir(paths::root().join("tests/clients"));
    figures.env("WHODUNIT_BINARIES", paths::binaries(true));
    process::run("measuring", &mut figures)
}
