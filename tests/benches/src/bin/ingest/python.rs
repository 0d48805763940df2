//! The same in Python with its fastest JSON reader, in an environment that is made for it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail};

/// Pinned, so that figures of different days can be compared.
const PACKAGES: [&str; 2] = ["msgspec==0.19.0", "zstandard==0.23.0"];
const PROGRAM: &str = include_str!("pipeline.py");

pub(crate) struct Python {
    folder: PathBuf,
}

impl Python {
    /// Makes the environment, beside this program, unless it is there.
    pub(crate) fn set_up() -> Result<Python> {
        let program = env::current_exe()?;
        let folder = program.parent().unwrap_or(Path::new(".")).join("bench-python");
        let python = Python { folder };
        if python
            .command()
            .args(["-c", "import msgspec, zstandard"])
            .output()
            .is_ok_and(|o| o.status.success())
        {
            return Ok(python);
        }
        run(Command::new("python3").args(["-m", "venv"]).arg(&python.folder))?;
        run(python.command().args(["-m", "pip", "install", "--quiet"]).args(PACKAGES))?;
        Ok(python)
    }

    /// Reads `files` again and again; returns events, rounds and seconds of CPU.
    pub(crate) fn run(&self, files: &[Vec<u8>]) -> Result<(f64, f64, f64)> {
        let input = self.folder.join("input");
        if input.exists() {
            fs::remove_dir_all(&input)?;
        }
        fs::create_dir(&input)?;
        for (number, file) in files.iter().enumerate() {
            fs::write(input.join(format!("{number}.json.gz")), file)?;
        }
        let told = run(self.command().args(["-c", PROGRAM]).arg(&input))?;
        let figures: Vec<f64> = told.split_whitespace().flat_map(str::parse).collect();
        match figures[..] {
            [events, rounds, seconds] => Ok((events, rounds, seconds)),
            _ => bail!("it printed {told:?}"),
        }
    }

    fn command(&self) -> Command {
        Command::new(self.folder.join("bin/python"))
    }
}

fn run(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("{:?} does not run", command.get_program()))?;
    if !output.status.success() {
        bail!("{:?} failed: {}", command.get_program(), String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
