//! `cargo xtask run`: from a fresh clone to the console in a browser.

use crate::{build, paths, process, site};
use anyhow::Result;
use std::process::Command;

/// Show the console on a demo account: set up, build, and serve it on this machine
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Optimise the binary: slower to build, faster to import
    #[arg(long)]
    release: bool,
    /// Listen on this port of 127.0.0.1, and on no other if it is taken [default: 8080 or the next free one]
    #[arg(long)]
    port: Option<u16>,
    /// Arguments for `whodunit serve`, instead of --demo: `-- --data my.db`
    #[arg(last = true)]
    serve: Vec<String>,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    site::build(site::Effort::Full)?;
    build::whodunit(args.release)?;
    start(&mut serve(args))
}

fn serve(args: &Args) -> Command {
    let mut serve = Command::new(paths::binary("whodunit", args.release));
    serve.arg("serve").arg("--site").arg(paths::site());
    if let Some(port) = args.port {
        serve.arg("--listen").arg(format!("127.0.0.1:{port}"));
    }
    if args.serve.is_empty() {
        serve.arg("--demo");
    }
    serve.args(&args.serve);
    serve
}

/// Becomes the server, so that Ctrl-C and the exit code are its own.
#[cfg(unix)]
fn start(serve: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    eprintln!("==> starting the console\n    $ {}", process::text(serve));
    Err(serve.exec().into())
}

#[cfg(not(unix))]
fn start(serve: &mut Command) -> Result<()> {
    process::run("starting the console", serve)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(port: Option<u16>, serve: &[&str], expected: &[&str]) {
        let args = Args { release: false, port, serve: serve.iter().map(|&word| word.into()).collect() };
        let command = super::serve(&args);
        let words = command.get_args().skip(3).map(|word| word.to_string_lossy().into_owned());
        assert_eq!(words.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_demo_is_shown_unless_something_else_is_asked_for() {
        check(None, &[], &["--demo"]);
        check(Some(9000), &[], &["--listen", "127.0.0.1:9000", "--demo"]);
        check(None, &["--data", "my.db"], &["--data", "my.db"]);
    }
}
