//! The step `template`: the template by cfn-lint and SAM, and the CDK app that includes it by cdk-nag.

use crate::deploy::emulated::architecture;
use crate::deploy::sam::{Account, built};
use crate::setup::python;
use crate::{paths, process, setup};
use anyhow::Result;
use std::process::Command;

pub(crate) fn check() -> Result<()> {
    let tools = python::environment("deploy")?;
    // cfn-lint and SAM look up nothing, yet want to know where they are.
    let region = [("AWS_DEFAULT_REGION", Some("us-east-1".to_owned()))];
    let account = Account { tools: &tools, stack: "whodunit", environment: &region };
    process::run("cfn-lint", account.command("cfn-lint").arg("template.yaml"))?;
    process::run("sam validate", account.command("sam").args(["validate", "--lint", "-t", "template.yaml"]))?;

    account.build(architecture())?;
    let cdk = paths::root().join("infra/cdk");
    setup::npm::ensure()?;
    let modules = setup::npm::install(&cdk)?;
    let mut check = Command::new(modules.join(".bin/tsx"));
    process::run("the CDK app, and cdk-nag", check.arg("check.ts").arg(built()).current_dir(&cdk))?;
    let mut synth = Command::new(modules.join(".bin/cdk"));
    synth.args(["synth", "--quiet", "--context"]).arg(format!("built={}", built().display()));
    synth.arg("--output").arg(paths::target().join("cdk.out")).current_dir(cdk);
    process::run("cdk synth", &mut synth)
}
