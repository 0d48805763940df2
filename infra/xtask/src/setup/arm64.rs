//! A Rust that compiles for arm64 Lambda functions.
//!
//! With rustup cargo-lambda adds the target by itself. Where rustup cannot download
//! (`WHODUNIT_WASM_TOOLCHAIN=debian`), the compiler is Debian's, as it is for the browser, with the standard
//! library of Debian's arm64 package beside it: unpacked below `target`, nothing of another architecture is
//! installed.

use super::{apt, wasm};
use crate::setup::python::Environment;
use crate::{paths, process};
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Debian's package of the standard library; its version must be the compiler's.
const STD: &str = "libstd-rust-web-dev";
const TARGETS: &str = "usr/lib/rustlib";

/// The `PATH` with which `sam build` compiles for arm64.
pub(crate) fn path(tools: &Environment) -> Result<OsString> {
    if std::env::var("WHODUNIT_WASM_TOOLCHAIN").as_deref() != Ok("debian") {
        return Ok(tools.path());
    }
    // It installs the compiler, too.
    wasm::toolchain()?;
    let folder = paths::target().join("arm64");
    let programs = folder.join("bin");
    if !programs.exists() {
        let root = folder.join("root");
        unpack(&folder, &root)?;
        write_programs(&programs, &root)?;
    }
    // Without rustup's own folder: cargo-lambda would ask it to download.
    let others = std::env::var_os("PATH").unwrap_or_default();
    let others = std::env::split_paths(&others).filter(|folder| !folder.join("rustup").exists());
    let python = tools.program("python3").parent().map(Path::to_owned);
    Ok(std::env::join_paths([programs].into_iter().chain(python).chain(others))?)
}

/// A sysroot of Debian's compiler: arm64's standard library from its package, and this machine's.
fn unpack(folder: &Path, root: &Path) -> Result<()> {
    if !apt::usable() {
        bail!("Debian's package {STD} for arm64 is needed, and this is no Debian: use rustup");
    }
    let version = process::output(Command::new("dpkg-query").args(["-W", "-f", "${Version}", STD]))?;
    let package = format!("{STD}:arm64={version}");
    // Package lists of its own, so that the machine's stay without a second architecture.
    for made in ["lists/partial", "cache/archives/partial"] {
        fs::create_dir_all(folder.join(made))?;
    }
    for arguments in [&["update"][..], &["download", &package]] {
        let mut apt = Command::new("apt-get");
        apt.current_dir(folder).args([
            "-q",
            "-o",
            "APT::Architectures::=amd64",
            "-o",
            "APT::Architectures::=arm64",
        ]);
        apt.arg("-o").arg(format!("Dir::State::Lists={}", folder.join("lists").display()));
        apt.arg("-o").arg(format!("Dir::Cache={}", folder.join("cache").display()));
        process::run("fetching Debian's standard library of Rust for arm64", apt.args(arguments))?;
    }
    let mut found = fs::read_dir(folder)?.flatten().map(|entry| entry.path());
    let found = found.find(|path| path.extension().is_some_and(|ending| ending == "deb"));
    let found = found.context("apt-get download left no package")?;
    process::run("unpacking it", Command::new("dpkg").arg("-x").arg(found).arg(root))?;
    let host = "x86_64-unknown-linux-gnu";
    link(&Path::new("/").join(TARGETS).join(host), &root.join(TARGETS).join(host))
}

/// `rustc` and `cargo` as cargo-lambda finds them first on its path.
fn write_programs(programs: &Path, root: &Path) -> Result<()> {
    let unfinished = programs.with_extension("new");
    fs::create_dir_all(&unfinished)?;
    let sysroot = format!(" --sysroot '{}'", root.join("usr").display());
    for (name, more) in [("rustc", sysroot.as_str()), ("cargo", "")] {
        let path = unfinished.join(name);
        // Cargo points LD_LIBRARY_PATH at the libraries of the toolchain that runs this program.
        fs::write(
            &path,
            format!(
                "#!/bin/sh\nunset LD_LIBRARY_PATH RUSTC CARGO RUSTUP_TOOLCHAIN\nexec /usr/bin/{name}{more} \"$@\"\n"
            ),
        )?;
        make_executable(&path)?;
    }
    fs::rename(unfinished, programs)?;
    Ok(())
}

/// The emulator of the processor, to start what was built.
pub(crate) fn qemu() -> Result<PathBuf> {
    let program = PathBuf::from("/usr/bin/qemu-aarch64-static");
    if !program.exists() {
        apt::install(
            &["qemu-user-static", "libc6-arm64-cross", "libgcc-s1-arm64-cross"],
            "an emulator of arm64",
        )?;
    }
    Ok(program)
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> Result<()> {
    Ok(std::os::unix::fs::symlink(from, to)?)
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> Result<()> {
    bail!("this is no Debian")
}

#[cfg(unix)]
fn make_executable(path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::set_permissions(path, fs::Permissions::from_mode(0o755))?)
}

#[cfg(not(unix))]
fn make_executable(_: &Path) -> Result<()> {
    Ok(())
}
