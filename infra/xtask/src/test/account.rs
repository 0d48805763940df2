//! The step `account`: the stack in an emulated AWS account, from `sam deploy` to its deletion.

use super::playwright;
use crate::deploy::emulated::Emulated;
use crate::{paths, process, setup};
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

const STACK: &str = "whodunit";

pub(crate) fn check() -> Result<()> {
    let tests = paths::root().join("tests/account");
    setup::npm::ensure()?;
    let modules = setup::npm::install(&tests)?;
    let chromium = setup::chromium::program()?;
    setup::openssl::ensure()?;

    let emulated = Emulated::start()?;
    emulated.deploy(STACK)?;
    backfill(&emulated)?;
    let mut test = emulated.inside(Command::new("node"));
    test.arg(modules.join("@playwright/test/cli.js")).arg("test").current_dir(tests);
    test.env("WHODUNIT_STACK", STACK).env("WHODUNIT_CHROMIUM", chromium);
    test.env("WHODUNIT_ARTEFACTS", paths::target());
    test.env("WHODUNIT_BINARY", whodunit()?);
    playwright::run("the stack in an emulated AWS account (Playwright)", &mut test, "account")
}

/// The program that issues keys. No package is named, for the reason told below.
fn whodunit() -> Result<PathBuf> {
    process::run("compiling `whodunit`", &mut process::cargo(&["build", "--bin", "whodunit"]))?;
    Ok(paths::binary("whodunit", false))
}

/// `whodunit backfill` against the account's S3. No package is named, so that its dependencies have the
/// features of a build of the whole workspace, and are not compiled again.
fn backfill(emulated: &Emulated) -> Result<()> {
    let arguments = ["test", "--features", "local/emulated-account", "--test", "backfill"];
    let mut test = emulated.inside(process::cargo(&arguments));
    test.env("WHODUNIT_TEST_S3", emulated.endpoint());
    process::run("reading a bucket from before the stack", &mut test)
}
