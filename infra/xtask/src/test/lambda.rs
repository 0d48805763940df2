//! The step `lambda`: the functions as `sam build` makes them: how large they are, how soon they start, and
//! whether they answer under the Runtime API of `cargo lambda watch`.

use crate::deploy::emulated::architecture;
use crate::deploy::sam::{Account, built};
use crate::process;
use crate::setup::{python, valgrind};
use anyhow::Result;

pub(crate) fn check() -> Result<()> {
    let tools = python::environment("deploy")?;
    valgrind::ensure()?;
    Account { tools: &tools, stack: "whodunit", environment: &[] }.build(architecture())?;
    // No package is named, so that its dependencies are those of the whole workspace's build.
    let mut test = process::cargo(&["test", "--test", "lambda", "--", "--nocapture"]);
    test.env("WHODUNIT_API_BOOTSTRAP", built().join("ApiFunction/bootstrap"));
    test.env("WHODUNIT_INSIGHT_BOOTSTRAP", built().join("InsightFunction/bootstrap"));
    test.env("WHODUNIT_CARGO_LAMBDA", tools.program("cargo-lambda"));
    process::run("the functions as they are shipped", &mut test)
}
