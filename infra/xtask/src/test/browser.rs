//! The step `browser`: Playwright's journeys in the machine's Chromium, against
//! `whodunit serve --demo` on a port of its own. Screenshots land in `target/screenshots`.

use super::{playwright, steps::compile_rooms};
use crate::process::Background;
use crate::{paths, process, setup, site};
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::process::{ChildStdout, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

const START_LIMIT: Duration = Duration::from_secs(120);
const READY: &str = "Whodunit is ready at ";

pub(crate) fn journeys() -> Result<()> {
    let tests = paths::root().join("tests/browser");
    setup::npm::ensure()?;
    let modules = setup::npm::install(&tests)?;
    let chromium = setup::chromium::program()?;
    site::build(site::Effort::Full)?;
    compile_rooms()?;

    let server = Server::start()?;
    let mut test = Command::new("node");
    test.arg(modules.join("@playwright/test/cli.js")).arg("test").current_dir(&tests);
    test.env("WHODUNIT_URL", &server.url).env("WHODUNIT_CHROMIUM", chromium);
    test.env("WHODUNIT_ARTEFACTS", paths::target());
    playwright::run("journeys in the browser (Playwright)", &mut test, "browser")
}

/// A running `whodunit serve --demo`. It ends when this is dropped.
struct Server {
    url: String,
    _process: Background,
}

impl Server {
    /// Starts it and waits until it says where it is. What it prints is kept in
    /// `target/browser/whodunit.log`.
    fn start() -> Result<Server> {
        let folder = paths::target().join("browser");
        fs::create_dir_all(&folder)?;
        let path = folder.join("whodunit.log");
        let log = File::create(&path)?;
        let mut serve = Command::new(paths::binary("whodunit", false));
        serve.args(["serve", "--demo", "--listen", "127.0.0.1:0", "--site"]).arg(paths::site());
        serve.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log.try_clone()?);
        process::timed(&format!("starting `{}`", process::text(&serve)), || {
            let mut process = Background(serve.spawn().context("cannot start whodunit")?);
            let stdout = process.0.stdout.take().context("whodunit has no standard output")?;
            match listen(stdout, log).recv_timeout(START_LIMIT) {
                Ok(url) => Ok(Server { url, _process: process }),
                Err(_) => bail!(
                    "whodunit did not say `{READY}…` within {} s: see {}",
                    START_LIMIT.as_secs(),
                    path.display()
                ),
            }
        })
    }
}

/// Copies what the server prints to `log`, and sends its address when that comes by.
fn listen(stdout: ChildStdout, mut log: File) -> mpsc::Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            // A full disk is no reason to stop reading: the server would block.
            let _ = writeln!(log, "{line}");
            if let Some(url) = address(&line) {
                let _ = sender.send(url.to_owned());
            }
        }
    });
    receiver
}

/// The address in the line that the server prints when it is ready.
fn address(line: &str) -> Option<&str> {
    let url = line.split_once(READY)?.1.split_whitespace().next()?;
    url.starts_with("http://").then(|| url.trim_end_matches(['/', '.']))
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn the_address_is_taken_from_the_ready_line() {
        assert_eq!(address("Whodunit is ready at http://127.0.0.1:8081"), Some("http://127.0.0.1:8081"));
        assert_eq!(
            address("Whodunit is ready at http://127.0.0.1:8081/ (demo)"),
            Some("http://127.0.0.1:8081")
        );
        assert_eq!(address("imported 5,000 events"), None);
        assert_eq!(address("Whodunit is ready at last"), None);
    }
}
