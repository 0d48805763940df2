//! The steps of `cargo xtask test`, quick ones first.

use super::{Engine, account, arm64, browser, clients, deny, lambda, second_engine, template};
use crate::process::{cargo, run};
use crate::site;
use anyhow::Result;

/// Something that must pass.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) what: &'static str,
    pub(crate) when: When,
    pub(crate) work: fn() -> Result<()>,
}

/// Whether a step runs if none is named.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum When {
    Always,
    /// When this engine is asked for.
    Engine(Engine),
    /// Only by its name.
    Named,
}

/// Every step, in the order they run.
pub(crate) const STEPS: [Step; 15] = [
    step("fmt", "the code is formatted", fmt),
    step("deny", "licences and sources of dependencies", deny::check),
    step("xtask", "tests of these commands", xtask),
    step("clippy", "no lint complains", clippy),
    step("rooms", "tests of every room, on the embedded engine", rooms),
    step("clients", "AWS's own clients against `whodunit serve`", clients::check),
    step("frontend", "tests of the console's pure parts", frontend),
    step("dynamodb-local", "the store's tests on Amazon's DynamoDB Local", second_engine::check)
        .when(When::Engine(Engine::DynamodbLocal)),
    step("site", "the console builds and is light enough", site),
    step("browser", "journeys in a real Chromium", browser::journeys),
    step("template", "the SAM template and the CDK app hold", template::check),
    step("lambda", "the functions are small, start soon, and answer", lambda::check),
    step("account", "the stack in an emulated AWS account", account::check),
    step("arm64", "the functions compile for arm64, and start there (slow)", arm64::check).when(When::Named),
    step("advisories", "known vulnerabilities, asked of RustSec", deny::advisories).when(When::Named),
];

const fn step(name: &'static str, what: &'static str, work: fn() -> Result<()>) -> Step {
    Step { name, what, when: When::Always, work }
}

impl Step {
    const fn when(self, when: When) -> Step {
        Step { when, ..self }
    }
}

fn fmt() -> Result<()> {
    run("cargo fmt", &mut cargo(&["fmt", "--all", "--check"]))
}

fn xtask() -> Result<()> {
    run("testing xtask", &mut cargo(&["test", "--package", "xtask"]))
}

fn clippy() -> Result<()> {
    run("cargo clippy", &mut cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn rooms() -> Result<()> {
    compile_rooms()?;
    run("testing every room", &mut cargo(&["test"]))
}

/// Compiles every room, its binaries and its tests: once, for all steps that need any of them.
pub(crate) fn compile_rooms() -> Result<()> {
    run("compiling every room with its tests", &mut cargo(&["build", "--all-targets"]))
}

fn frontend() -> Result<()> {
    run("testing the console's pure parts", &mut cargo(&["test", "--package", "frontend", "--lib"]))
}

fn site() -> Result<()> {
    site::check(&site::build(site::Effort::Full)?)
}
