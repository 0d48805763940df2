//! The functions' binaries, running.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use journeys::binary::build;
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
