//! The step `arm64`: the functions are compiled as they are deployed by default, and start.
//!
//! Slow, so only by name: everything is compiled once more, and then run by an emulator of the processor.

use crate::deploy::sam::{Account, built};
use crate::process::{self, Background};
use crate::setup::{arm64, python};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const FUNCTIONS: [&str; 6] = [
    "ApiFunction",
    "InsightFunction",
    "SignInFunction",
    "LogFilesFunction",
    "EventBridgeFunction",
    "RollFunction",
];
const START_LIMIT: Duration = Duration::from_secs(60);

pub(crate) fn check() -> Result<()> {
    let tools = python::environment("deploy")?;
    Account { tools: &tools, stack: "whodunit", environment: &[] }.build("arm64")?;
    let qemu = arm64::qemu()?;
    for function in FUNCTIONS {
        process::timed(&format!("starting {function} on an emulated arm64"), || {
            polls(&qemu, &built().join(function).join("bootstrap"))
        })?;
    }
    Ok(())
}

/// Starts `bootstrap` and waits until it asks the
/// [Runtime API](https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html) for its first event.
fn polls(qemu: &Path, bootstrap: &Path) -> Result<()> {
    let runtime = TcpListener::bind("127.0.0.1:0")?;
    let address = runtime.local_addr()?.to_string();
    runtime.set_nonblocking(true)?;
    let mut command = Command::new(qemu);
    // The libraries of the C runtime for that processor, from Debian's cross compiler.
    command.args(["-L", "/usr/aarch64-linux-gnu"]).arg(bootstrap).env_clear();
    command.envs([
        ("AWS_LAMBDA_RUNTIME_API", address.as_str()),
        ("AWS_LAMBDA_FUNCTION_NAME", "whodunit"),
        ("AWS_LAMBDA_FUNCTION_VERSION", "1"),
        ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024"),
        ("AWS_REGION", "us-east-1"),
        ("AWS_ACCESS_KEY_ID", "none"),
        ("AWS_SECRET_ACCESS_KEY", "none"),
        ("AWS_ENDPOINT_URL", "http://127.0.0.1:9"),
        ("WHODUNIT_TABLE", "whodunit"),
        ("WHODUNIT_SESSIONS", "whodunit-sessions"),
        ("WHODUNIT_SIGN_IN", "whodunit/sign-in"),
    ]);
    let mut running = Background(command.spawn().context("cannot start the emulator")?);
    let start = Instant::now();
    while start.elapsed() < START_LIMIT {
        if let Ok((connection, _)) = runtime.accept() {
            connection.set_nonblocking(false)?;
            let mut line = String::new();
            BufReader::new(connection).read_line(&mut line)?;
            if line.starts_with("GET /2018-06-01/runtime/invocation/next ") {
                return Ok(());
            }
            bail!("it asked the Runtime API for `{}`", line.trim_end());
        }
        if let Some(status) = running.0.try_wait()? {
            bail!("it ended ({status}) before it asked for an event");
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    bail!("it did not ask for an event within {} s", START_LIMIT.as_secs())
}
