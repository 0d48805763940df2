//! The steps of `cargo xtask test`, quick ones first.

use super::{browser, deny};
use crate::process::{cargo, run};
use crate::{dynamodb_local, site};
use anyhow::Result;

/// Something that must pass.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) what: &'static str,
    pub(crate) work: fn() -> Result<()>,
}

/// The step that runs only when its engine is asked for.
pub(crate) const DYNAMODB_LOCAL: &str = "dynamodb-local";

pub(crate) const STEPS: [Step; 9] = [
    Step { name: "fmt", what: "the code is formatted", work: fmt },
    Step {
        name: "deny",
        what: "licences, sources, doubles and advisories of dependencies",
        work: deny::check,
    },
    Step { name: "xtask", what: "tests of these commands", work: xtask },
    Step { name: "clippy", what: "no lint complains", work: clippy },
    Step {
        name: "rooms",
        what: "tests of every room, the store on the embedded engine, the Lambda binary",
        work: rooms,
    },
    Step { name: "frontend", what: "tests of the console's pure parts", work: frontend },
    Step { name: DYNAMODB_LOCAL, what: "the store's tests on Amazon's DynamoDB Local", work: dynamodb_local },
    Step { name: "site", what: "the console builds and is light enough", work: site },
    Step { name: "browser", what: "journeys in a real Chromium", work: browser::journeys },
];

fn fmt() -> Result<()> {
    run("cargo fmt", &mut cargo(&["fmt", "--all", "--check"]))
}

fn xtask() -> Result<()> {
    run("testing xtask", &mut cargo(&["test", "--package", "xtask"]))
}

fn clippy() -> Result<()> {
    run("cargo clippy", &mut cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

/// Binaries too, so that journeys can start them.
fn rooms() -> Result<()> {
    run("compiling every room with its tests", &mut cargo(&["build", "--all-targets"]))?;
    run("testing every room", &mut cargo(&["test"]))
}

fn frontend() -> Result<()> {
    run("testing the console's pure parts", &mut cargo(&["test", "--package", "frontend", "--lib"]))
}

fn dynamodb_local() -> Result<()> {
    let engine = dynamodb_local::start(None)?;
    let mut test = cargo(&["test", "--package", "conformance"]);
    run("testing the store on it", test.env("WHODUNIT_TEST_ENDPOINT", &engine.endpoint))
}

fn site() -> Result<()> {
    site::check(&site::build()?)
}
