//! The step `dynamodb-local`: the store's tests once more, on Amazon's DynamoDB Local.

use super::steps::compile_rooms;
use crate::{dynamodb_local, paths, process};
use anyhow::{Result, bail};
use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

/// The package whose tests take the engine from `WHODUNIT_TEST_ENDPOINT`.
const PACKAGE: &str = "tests/conformance";

pub(crate) fn check() -> Result<()> {
    compile_rooms()?;
    // Not `cargo test --package`: cargo unifies features over what it is asked for, and would compile
    // the AWS SDK a second time for this one package.
    let compiled = process::output(&mut process::cargo(&["test", "--no-run", "--message-format=json"]))?;
    let tests = tests_of(PACKAGE, &compiled);
    if tests.is_empty() {
        bail!("{PACKAGE} has no tests");
    }
    let engine = dynamodb_local::start(None)?;
    let mut failed = Vec::new();
    for test in tests {
        let mut test = Command::new(test);
        test.current_dir(paths::root().join(PACKAGE)).env("WHODUNIT_TEST_ENDPOINT", &engine.endpoint);
        failed.extend(process::run("testing the store on DynamoDB Local", &mut test).err());
    }
    match failed.into_iter().next() {
        None => Ok(()),
        Some(error) => Err(error),
    }
}

/// The test programs of the package in `folder`, from
/// [what cargo prints](https://doc.rust-lang.org/cargo/reference/external-tools.html#artifact-messages).
fn tests_of(folder: &str, messages: &str) -> Vec<PathBuf> {
    let manifest = format!("/{folder}/Cargo.toml");
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let ours = messages.filter(|message| {
        let path = message["manifest_path"].as_str().unwrap_or_default().replace('\\', "/");
        message["profile"]["test"] == true && path.ends_with(&manifest)
    });
    ours.filter_map(|message| message["executable"].as_str().map(PathBuf::from)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_packages_test_programs_are_run() {
        let messages = r#"{"manifest_path":"/r/tests/conformance/Cargo.toml","profile":{"test":true},"executable":"/t/reads-1"}
{"manifest_path":"/r/tests/conformance/Cargo.toml","profile":{"test":false},"executable":null}
{"manifest_path":"/r/tests/journeys/Cargo.toml","profile":{"test":true},"executable":"/t/seed-2"}
{"reason":"build-finished","success":true}
   Compiling something"#;
        assert_eq!(tests_of("tests/conformance", messages), [PathBuf::from("/t/reads-1")]);
    }
}
