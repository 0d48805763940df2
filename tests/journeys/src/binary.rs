//! The project's binaries, built by whoever tests them.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Builds the binary, and gives its path. No package is named, so that its dependencies have the features
/// they have in a build of the whole workspace, and need no second one.
///
/// # Panics
/// When it does not compile.
pub fn build(name: &str) -> PathBuf {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--message-format=json", "--bin", name])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let messages = String::from_utf8(output.stdout).unwrap();
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .find(|message| message["target"]["name"] == name && message["executable"].is_string())
        .and_then(|message| message["executable"].as_str().map(PathBuf::from))
        .unwrap()
}
