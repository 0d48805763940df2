//! SAM's commands and CloudFormation's answers, for one stack.

use crate::setup::{self, python::Environment};
use crate::{paths, process};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

/// Where a stack is, or is to be: the account is the one that the AWS tools find by themselves.
pub(crate) struct Account<'a> {
    pub(crate) tools: &'a Environment,
    pub(crate) stack: &'a str,
    /// Variables for every command, on top of this process's.
    pub(crate) environment: &'a [Variable],
}

/// The name and the value of an environment variable; without a value it is taken away.
pub(crate) type Variable = (&'static str, Option<String>);

/// Gives `command` the `variables`.
pub(crate) fn set(command: &mut Command, variables: &[Variable]) {
    for (name, value) in variables {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
}

/// The outputs of a stack, by name.
#[derive(Debug)]
pub(crate) struct Outputs(BTreeMap<String, Output>);

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Output {
    output_key: String,
    output_value: String,
    #[serde(default)]
    description: String,
}

impl Account<'_> {
    /// A program of the tools, speaking to this account.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = self.tools.command(program);
        command.current_dir(paths::root().join("infra")).env("SAM_CLI_TELEMETRY", "0").env("AWS_PAGER", "");
        set(&mut command, self.environment);
        command
    }

    /// Compiles the functions for `architecture` (`arm64` or `x86_64`), and lays them out as SAM deploys them.
    pub(crate) fn build(&self, architecture: &str) -> Result<()> {
        // What `sam build` asks for, but of all functions at once: it takes one after the other, and the end
        // of each, the longest part, keeps one core busy.
        let mut compile = self.command("cargo-lambda");
        compile.args(["lambda", "build", "--release", "--bins"]);
        compile.current_dir(paths::root().join("infra/hosted"));
        let mut build = self.command("sam");
        build.args(["build", "--template", "template.yaml", "--build-dir"]).arg(built());
        build.arg("--parameter-overrides").arg(format!("Architecture={architecture}"));
        if architecture == "arm64" {
            let path = setup::arm64::path(self.tools)?;
            compile.arg("--arm64").env("PATH", &path);
            build.env("PATH", path);
        }
        process::run(&format!("compiling the Lambda functions for {architecture} (minutes)"), &mut compile)?;
        process::run("sam build", &mut build)
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
    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    struct Described {
        stacks: Vec<Stack>,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    struct Stack {
        #[serde(default)]
        outputs: Vec<Output>,
    }
    let described: Described = serde_json::from_str(text).context("describe-stacks gave something else")?;
    let outputs = described.stacks.into_iter().flat_map(|stack| stack.outputs);
    Ok(Outputs(outputs.map(|output| (output.output_key.clone(), output)).collect()))
}

impl Outputs {
    /// The value of the output `name`.
    pub(crate) fn get(&self, name: &str) -> Result<&str> {
        let output = self.0.get(name).with_context(|| format!("the stack has no output `{name}`"))?;
        Ok(&output.output_value)
    }

    /// What the template says about the output `name`.
    pub(crate) fn description(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |output| &output.description)
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
        let text = r#"{"Stacks":[{"StackName":"w","Outputs":[{"OutputKey":"Address",
            "OutputValue":"https://d1.cloudfront.net","Description":"Open this in a browser."}]}]}"#;
        let outputs = outputs(text).unwrap();
        assert_eq!(outputs.get("Address").unwrap(), "https://d1.cloudfront.net");
        assert_eq!(outputs.description("Address"), "Open this in a browser.");
        assert_eq!(outputs.get("Table").unwrap_err().to_string(), "the stack has no output `Table`");
        assert!(super::outputs("{}").is_err());
    }
}
