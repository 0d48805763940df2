//! The step `account`: the stack in an emulated AWS account, from `sam deploy` to its deletion.

use crate::deploy::emulated::Emulated;
use crate::{paths, process, setup};
use anyhow::Result;

const STACK: &str = "whodunit";

pub(crate) fn check() -> Result<()> {
    let tests = paths::root().join("tests/account");
    setup::npm::ensure()?;
    let modules = setup::npm::install(&tests)?;
    let chromium = setup::chromium::program()?;
    setup::openssl::ensure()?;

    let emulated = Emulated::start()?;
    emulated.deploy(STACK)?;
    let mut playwright = emulated.node();
    playwright.arg(modules.join("@playwright/test/cli.js")).arg("test");
    playwright.env("WHODUNIT_STACK", STACK).env("WHODUNIT_CHROMIUM", chromium);
    playwright.env("WHODUNIT_ARTEFACTS", paths::target());
    process::run("the stack in an emulated AWS account (Playwright)", &mut playwright)
}
