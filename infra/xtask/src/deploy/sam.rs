//! SAM's commands and CloudFormation's answers, for one stack.

use crate::setup::python::Environment;
use crate::{paths, process};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

/// Where a stack is, or is to be: the account is the one that the AWS tools find by themselves.
pub(crate) struct Account<'a> {
    pub(crate) tools: &'a Environment,
    pub(crate) stack: &'a str,
    /// Variables for every command, on top of this process's.
    pub(crate) environment: &'a [(&'static str, String)],
}

/// The outputs of a stack, by name.
#[derive(Debug)]
pub(crate) struct Outputs(BTreeMap<String, String>);

impl Account<'_> {
    /// A program of the tools, speaking to this account.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = self.tools.command(program);
        command.current_dir(paths::root().join("infra")).env("SAM_CLI_TELEMETRY", "0").env("AWS_PAGER", "");
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Compiles the functions for `architecture` (`arm64` or `x86_64`).
    pub(crate) fn build(&self, architecture: &str) -> Result<()> {
        let mut build = self.command("sam");
        build.args(["build", "--template", "template.yaml", "--build-dir"]).arg(built());
        build.arg("--parameter-overrides").arg(format!("Architecture={architecture}"));
        process::run(&format!("compiling the Lambda functions for {architecture} (minutes)"), &mut build)
    }

    /// Creates or updates the stack from what was built.
    pub(crate) fn deploy(&self, arguments: &[String]) -> Result<()> {
        let mut deploy = self.command("sam");
        deploy.arg("deploy").arg("--template-file").arg(built().join("template.yaml"));
        deploy.args(["--stack-name", self.stack, "--no-fail-on-empty-changeset"]);
        deploy.args(["--capabilities", "CAPABILITY_IAM", "--resolve-s3"]);
        deploy.args(arguments);
        process::run("deploying the stack (the first time CloudFront takes some minutes)", &mut deploy)
    }

    /// What the stack says of itself.
    pub(crate) fn outputs(&self) -> Result<Outputs> {
        let mut describe = self.command("aws");
        describe.args(["cloudformation", "describe-stacks", "--output", "json"]);
        describe.args(["--stack-name", self.stack]);
        let text = process::output(&mut describe).with_context(|| {
            format!("there is no stack `{}` that these credentials may describe", self.stack)
        })?;
        outputs(&text)
    }
}

/// The folder of `sam build`, which must not be in the repository's `infra`.
pub(crate) fn built() -> PathBuf {
    paths::target().join("sam")
}

/// The architecture named in arguments for `sam deploy`, or the template's default: what is built and what
/// is deployed must be the same.
pub(crate) fn architecture(arguments: &[String]) -> &str {
    let named = arguments.iter().flat_map(|argument| argument.split_whitespace());
    named.filter_map(|word| word.strip_prefix("Architecture=")).next_back().unwrap_or("arm64")
}

fn outputs(text: &str) -> Result<Outputs> {
    let described: Value = serde_json::from_str(text).context("describe-stacks gave no JSON")?;
    let Some(list) = described["Stacks"][0]["Outputs"].as_array() else { bail!("the stack has no outputs") };
    let pair = |output: &Value| {
        Some((output["OutputKey"].as_str()?.to_owned(), output["OutputValue"].as_str()?.to_owned()))
    };
    Ok(Outputs(list.iter().filter_map(pair).collect()))
}

impl Outputs {
    /// The output `name`.
    pub(crate) fn get(&self, name: &str) -> Result<&str> {
        self.0.get(name).map(String::as_str).with_context(|| format!("the stack has no output `{name}`"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_built_is_what_is_deployed() {
        let arguments = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
        assert_eq!(architecture(&[]), "arm64");
        let two = arguments(&["--parameter-overrides", "Retention=30", "Architecture=x86_64"]);
        assert_eq!(architecture(&two), "x86_64");
        assert_eq!(
            architecture(&arguments(&["--parameter-overrides", "Architecture=x86_64 Shards=4"])),
            "x86_64"
        );
    }

    #[test]
    fn outputs_are_read_by_name() {
        let text =
            r#"{"Stacks":[{"Outputs":[{"OutputKey":"Address","OutputValue":"https://d1.cloudfront.net"}]}]}"#;
        let outputs = outputs(text).unwrap();
        assert_eq!(outputs.get("Address").unwrap(), "https://d1.cloudfront.net");
        assert_eq!(outputs.get("Table").unwrap_err().to_string(), "the stack has no output `Table`");
        assert!(super::outputs(r#"{"Stacks":[{}]}"#).is_err());
    }
}
