//! The functions' binaries, built and running.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::Value;

/// How long a line of the log may take before the test is given up.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running function. Ends when it is dropped.
pub(crate) struct Running {
    process: Child,
    log: Receiver<String>,
}

impl Running {
    /// Starts the binary `name` with `environment` and nothing else.
    pub(crate) fn start(name: &str, environment: &[(&str, String)]) -> Running {
        let environment = environment.iter().map(|(name, value)| (*name, value));
        let mut process =
            Command::new(build(name)).env_clear().envs(environment).stdout(Stdio::piped()).spawn().unwrap();
        let (lines, log) = channel();
        let output = BufReader::new(process.stdout.take().unwrap());
        std::thread::spawn(move || {
            output.lines().map_while(Result::ok).try_for_each(|line| lines.send(line))
        });
        Running { process, log }
    }

    /// The next line of the log that has the member `name`.
    pub(crate) fn logged(&self, name: &str) -> Value {
        loop {
            let line = self.log.recv_timeout(PATIENCE).unwrap();
            let line: Value = serde_json::from_str(&line).unwrap();
            if line.get(name).is_some() {
                return line;
            }
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Builds the binary, and gives its path. No package is named, so that its dependencies have the features
/// they have in a build of the whole workspace, and need no second one.
fn build(name: &str) -> PathBuf {
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
