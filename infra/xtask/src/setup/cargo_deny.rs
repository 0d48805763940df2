//! [cargo-deny](https://embarkstudios.github.io/cargo-deny/), which reads `.cargo/deny.toml`.

use crate::{paths, process};
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

const VERSION: &str = "0.20.2";

/// A cargo-deny of the version that the configuration is written for: the one on `PATH`, else one
/// compiled once into `target/tools`. Without optimisation, because compiling it takes far longer
/// than all it will ever do here.
pub(crate) fn program() -> Result<PathBuf> {
    let own = paths::target().join("tools");
    let built = own.join("bin").join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX));
    for candidate in [PathBuf::from("cargo-deny"), built.clone()] {
        let version = process::output(Command::new(&candidate).arg("--version"));
        if version.is_ok_and(|text| text.trim() == format!("cargo-deny {VERSION}")) {
            return Ok(candidate);
        }
    }
    let mut install = process::cargo(&["install", "--locked", "--debug", "--version", VERSION, "--root"]);
    install.arg(&own).arg("cargo-deny").env("CARGO_TARGET_DIR", own.join("build"));
    process::run("compiling cargo-deny, once (about two minutes)", &mut install)?;
    // Half a gigabyte that nothing will read again.
    std::fs::remove_dir_all(own.join("build"))?;
    Ok(built)
}
