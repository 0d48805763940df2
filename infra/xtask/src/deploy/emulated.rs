//! The emulated AWS account: [ministack](https://pypi.org/project/ministack/), on this machine, with IAM
//! enforced and the real binaries running as Lambda functions.
//!
//! It listens on a loopback address only, for its root user's password is known to everybody.

use super::sam::{self, Account, Outputs, Variable};
use super::upload;
use crate::process::Background;
use crate::setup::python::{self, Environment};
use crate::{paths, process, setup, site};
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const START_LIMIT: Duration = Duration::from_secs(60);
/// Events of the made-up account that the console shows.
const DEMO_EVENTS: &str = "2000";
const ENDPOINT: &str = "AWS_ENDPOINT_URL";
/// What the emulator does not know is left out: trails, and the present version of Cognito's pages. What is off
/// unless it is asked for is on.
const PARAMETERS: [&str; 3] = ["CreateTrail=no", "SignInPages=classic", "AwsClients=yes"];

/// A running account. It ends, and forgets everything, when this is dropped.
pub(crate) struct Emulated {
    tools: Environment,
    environment: Vec<Variable>,
    port: u16,
    _process: Background,
}

impl Emulated {
    /// Starts an empty account. What the emulator prints is kept in `target/emulated/ministack.log`.
    pub(crate) fn start() -> Result<Emulated> {
        let tools = python::environment("deploy")?;
        let emulator = python::environment("emulated")?;
        // CloudFront's functions are run by Node.js.
        setup::npm::ensure()?;
        let folder = paths::target().join("emulated");
        fs::create_dir_all(&folder)?;
        let log = File::create(folder.join("ministack.log"))?;
        let port = free_port()?;
        let mut ministack = emulator.command("ministack");
        ministack.current_dir(&folder).stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        ministack.env("BIND_HOST", "127.0.0.1").env("GATEWAY_PORT", port.to_string());
        ministack.env("AUTH", "true").env("LAMBDA_EXECUTOR", "local").env("IOT_MTLS_ENABLED", "0");
        // It tells the functions what itself was told.
        sam::set(&mut ministack, &environment(port));
        let process = process::timed("starting an emulated AWS account (ministack)", || {
            let mut process = Background(ministack.spawn().context("cannot start ministack")?);
            wait_until_ready(&mut process, port)?;
            Ok(process)
        })?;
        Ok(Emulated { tools, environment: environment(port), port, _process: process })
    }

    /// Builds and deploys the stack, and uploads the console.
    pub(crate) fn deploy(&self, stack: &str) -> Result<Outputs> {
        let manifest = site::build(site::Effort::Full)?;
        let account = self.account(stack);
        account.build(architecture())?;
        let parameters = PARAMETERS.map(str::to_owned).into_iter();
        let parameters = parameters.chain([format!("Architecture={}", architecture())]);
        let mut arguments = vec!["--no-confirm-changeset".to_owned(), "--no-progressbar".to_owned()];
        arguments.push("--parameter-overrides".to_owned());
        arguments.extend(parameters);
        account.deploy(&arguments)?;
        let outputs = account.outputs()?;
        upload::site(&account, &outputs, &manifest)?;
        Ok(outputs)
    }

    /// The commands of the tools, speaking to this account.
    pub(crate) fn account<'a>(&'a self, stack: &'a str) -> Account<'a> {
        Account { tools: &self.tools, stack, environment: &self.environment }
    }

    /// `command`, which finds this account and the AWS CLI.
    pub(crate) fn inside(&self, mut command: Command) -> Command {
        command.env("PATH", self.tools.path());
        sam::set(&mut command, &self.environment);
        command
    }

    /// Where all its services answer.
    pub(crate) fn endpoint(&self) -> String {
        endpoint(self.port)
    }
}

/// `cargo xtask deploy --emulated`: the stack with a made-up account's activity, until Ctrl-C.
pub(crate) fn show(stack: &str) -> Result<()> {
    let emulated = Emulated::start()?;
    let outputs = emulated.deploy(stack)?;
    setup::npm::install(&paths::root().join("tests/account"))?;
    let logs = paths::target().join("emulated/logs");
    if logs.exists() {
        fs::remove_dir_all(&logs)?;
    }
    let mut write = process::cargo(&["run", "--package", "demo", "--example", "write", "--", DEMO_EVENTS]);
    process::run("making up an account's activity", write.arg(&logs))?;
    process::run("packing it, as CloudTrail does", Command::new("gzip").arg("--recursive").arg(&logs))?;
    let port = free_port()?;
    let mut serve = emulated.inside(Command::new("node"));
    serve.arg("tests/account/serve.mjs").arg(stack).arg(port.to_string()).current_dir(paths::root());
    let mut console = Background(serve.stdout(Stdio::piped()).spawn().context("cannot start node")?);
    let told = console.0.stdout.take().context("node has no standard output")?;
    // It prepares the account for what the emulator lacks, and then says so in one line.
    let Some(ready) = BufReader::new(told).lines().next().transpose()? else {
        bail!("`{}` ended at once", process::text(&serve));
    };
    let mut copy = emulated.account(stack).command("aws");
    copy.args(["s3", "cp", "--recursive", "--only-show-errors"]).arg(&logs);
    copy.arg(format!("s3://{}/", outputs.get("LogsBucket")?));
    process::run("putting it into the bucket of log files", &mut copy)?;
    println!(
        "\n{ready}\nThe events come in within a minute. Ctrl-C ends the console and forgets the account."
    );
    console.0.wait()?;
    Ok(())
}

/// This machine's own: the functions run on it.
pub(crate) fn architecture() -> &'static str {
    if std::env::consts::ARCH == "aarch64" { "arm64" } else { "x86_64" }
}

/// Speaks to the account at `port` as its root user, whatever this machine's own settings of AWS are.
fn environment(port: u16) -> Vec<Variable> {
    let set = |name, value: &str| (name, Some(value.to_owned()));
    vec![
        (ENDPOINT, Some(endpoint(port))),
        set("AWS_ACCESS_KEY_ID", "test"),
        set("AWS_SECRET_ACCESS_KEY", "test"),
        ("AWS_SESSION_TOKEN", None),
        ("AWS_PROFILE", None),
        ("AWS_DEFAULT_PROFILE", None),
        set("AWS_CONFIG_FILE", "/dev/null"),
        set("AWS_SHARED_CREDENTIALS_FILE", "/dev/null"),
        set("AWS_DEFAULT_REGION", "us-east-1"),
        set("AWS_REGION", "us-east-1"),
        set("AWS_EC2_METADATA_DISABLED", "true"),
    ]
}

fn endpoint(port: u16) -> String {
    format!("http://127.0.0.1:{port}")
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

fn wait_until_ready(process: &mut Background, port: u16) -> Result<()> {
    let start = Instant::now();
    while start.elapsed() < START_LIMIT {
        if let Some(status) = process.0.try_wait()? {
            bail!("ministack ended at once ({status}): see target/emulated/ministack.log");
        }
        if is_ready(port).unwrap_or(false) {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    bail!("ministack is not ready after {} s: see target/emulated/ministack.log", START_LIMIT.as_secs())
}

fn is_ready(port: u16) -> Result<bool> {
    let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    connection.set_read_timeout(Some(Duration::from_secs(5)))?;
    connection.write_all(b"GET /_ministack/health HTTP/1.0\r\nHost: localhost\r\n\r\n")?;
    let mut status = [0; 12];
    connection.read_exact(&mut status)?;
    Ok(status.ends_with(b" 200"))
}
