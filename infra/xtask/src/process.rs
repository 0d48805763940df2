//! Running other programs so that a person can follow: what is being done, by which command, for
//! how long, and what to type to repeat it when it fails.

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// Runs `command` to its end on this terminal. An error names the command as one would type it.
pub(crate) fn run(what: &str, command: &mut Command) -> Result<()> {
    timed(what, || {
        let line = text(command);
        eprintln!("    $ {line}");
        let status = command.status().with_context(|| format!("cannot start `{line}`"))?;
        done(status, &line)
    })
}

/// Like [`run`], but ends the command and fails when it takes longer than `limit`.
pub(crate) fn run_within(limit: Duration, what: &str, command: &mut Command) -> Result<()> {
    timed(what, || {
        let line = text(command);
        eprintln!("    $ {line}");
        let child = command.spawn().with_context(|| format!("cannot start `{line}`"))?;
        let mut child = Background(child);
        let start = Instant::now();
        while start.elapsed() < limit {
            if let Some(status) = child.0.try_wait()? {
                return done(status, &line);
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        bail!("`{line}` was stopped: not done after {} s", limit.as_secs())
    })
}

/// What `command` prints, without showing it.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let line = text(command);
    let output = command.stderr(Stdio::null()).output().with_context(|| format!("cannot start `{line}`"))?;
    done(output.status, &line)?;
    String::from_utf8(output.stdout).with_context(|| format!("`{line}` printed no UTF-8"))
}

/// Does `work`, saying what it is before and how long it took after.
pub(crate) fn timed<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("==> {what}");
    let start = Instant::now();
    let result = work();
    let word = if result.is_ok() { "done" } else { "failed" };
    eprintln!("    {word} after {:.1} s", start.elapsed().as_secs_f64());
    result
}

/// The cargo that runs this program, in the repository's top folder.
pub(crate) fn cargo(args: &[&str]) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(args).current_dir(crate::paths::root());
    cargo
}

/// A program that runs beside this one and ends with it.
pub(crate) struct Background(pub(crate) Child);

impl Drop for Background {
    fn drop(&mut self) {
        // It may have ended by itself: then there is nothing to stop.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A command as one would type it, its environment variables in front.
pub(crate) fn text(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = match program.file_stem() {
        Some(stem) if stem == "cargo" && program != std::path::Path::new("/usr/bin/cargo") => stem,
        _ => program.as_os_str(),
    };
    let variables = command
        .get_envs()
        .filter_map(|(name, value)| Some(format!("{}={}", name.to_string_lossy(), quoted(value?))));
    let words = std::iter::once(name).chain(command.get_args()).map(quoted);
    variables.chain(words).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let plain = |c: char| c.is_alphanumeric() || "-_=+,./:@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.into_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

fn done(status: ExitStatus, line: &str) -> Result<()> {
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_one_would_type_it() {
        let mut command = Command::new("/home/someone/.cargo/bin/cargo");
        command.args(["test", "it's here", ""]).env("A", "1 2").env_remove("B");
        assert_eq!(text(&command), r"A='1 2' cargo test 'it'\''s here' ''");
    }

    #[cfg(unix)]
    #[test]
    fn a_failure_names_the_command() {
        let error = run("failing", Command::new("sh").args(["-c", "exit 3"])).unwrap_err();
        assert_eq!(error.to_string(), "`sh -c 'exit 3'` failed (exit status: 3)");
    }

    #[cfg(unix)]
    #[test]
    fn a_command_over_its_limit_is_stopped() {
        let error = run_within(Duration::ZERO, "hanging", Command::new("sleep").arg("600")).unwrap_err();
        assert_eq!(error.to_string(), "`sleep 600` was stopped: not done after 0 s");
    }
}
