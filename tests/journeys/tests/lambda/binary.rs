//! The binary `api`, built and running.

use std::path::{Path, PathBuf};
use std::process::{Child, Command};

use serde_json::Value;

/// Ends when it is dropped.
pub(crate) struct Running(Child);

impl Running {
    /// Starts the binary with `environment` and nothing else.
    pub(crate) fn start(environment: &[(&str, String)]) -> Running {
        let environment = environment.iter().map(|(name, value)| (*name, value));
        Running(Command::new(build()).env_clear().envs(environment).spawn().unwrap())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Builds the binary, and gives its path. No package is named, so that its dependencies have the features
/// they have in a build of the whole workspace, and need no second one.
fn build() -> PathBuf {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--message-format=json", "--bin", "api"])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let messages = String::from_utf8(output.stdout).unwrap();
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .find(|message| message["target"]["name"] == "api" && message["executable"].is_string())
        .and_then(|message| message["executable"].as_str().map(PathBuf::from))
        .unwrap()
}
