//! A Rust that compiles for the browser: looks at the machine, follows [`super::wasm_choice`].

use super::apt;
use super::wasm_choice::{Choice, Facts, Way, ways};
use crate::site::Effort;
use crate::{paths, process};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const TARGET: &str = "wasm32-unknown-unknown";
/// Long enough for 20 MB on a slow line; where rustup's servers are out of reach, it may just hang.
const RUSTUP_LIMIT: Duration = Duration::from_secs(60);
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_STD: &str = "/usr/lib/rustlib/src/rust/library/std/Cargo.toml";

/// A toolchain that is ready.
#[derive(Debug)]
pub(crate) enum Toolchain {
    /// The one in use, with the target's standard library beside it.
    Host,
    /// Debian's, which compiles the standard library along, with this linker.
    Debian { linker: PathBuf },
}

/// Finds or installs a toolchain.
pub(crate) fn toolchain() -> Result<Toolchain> {
    let variable = std::env::var("WHODUNIT_WASM_TOOLCHAIN").unwrap_or_default();
    let choice = variable.parse::<Choice>()?;
    let facts = Facts {
        target: target_present(),
        rustup: process::output(Command::new("rustup").arg("--version")).is_ok(),
        debian: debian_present(),
        apt: apt::usable(),
    };
    let mut failure = None;
    for way in ways(choice, facts)? {
        match follow(way) {
            Ok(toolchain) => return Ok(toolchain),
            Err(error) => eprintln!("    {:#}", failure.insert(error)),
        }
    }
    Err(failure.context("no toolchain was tried")?).context(
        "no Rust here can compile for the browser; WHODUNIT_WASM_TOOLCHAIN=rustup|debian forces a way",
    )
}

impl Toolchain {
    /// The command that compiles `package` for the browser, and the folder of what it makes. Each
    /// toolchain has a folder of its own, so that changing over rebuilds nothing.
    pub(crate) fn build(&self, package: &str, effort: Effort) -> (Command, PathBuf) {
        let (mut command, folder) = match self {
            Toolchain::Host => (process::cargo(&["build"]), "wasm-rustup"),
            Toolchain::Debian { linker } => {
                let mut command = Command::new(DEBIAN_CARGO);
                command.args(["build", "-Z", "build-std=std,panic_abort"]).current_dir(paths::root());
                // Smaller sorting and the like.
                command.args(["-Z", "build-std-features=optimize_for_size"]);
                command.env("RUSTC", DEBIAN_RUSTC).env("RUSTC_BOOTSTRAP", "1");
                command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
                // Cargo points it at the libraries of the toolchain that runs this program.
                command.env_remove("LD_LIBRARY_PATH");
                (command, "wasm-debian")
            }
        };
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", self.flags(effort));
        let folder = match effort {
            Effort::Full => folder.to_owned(),
            Effort::Quick => {
                let settings =
                    [("LTO", "off"), ("OPT_LEVEL", "1"), ("CODEGEN_UNITS", "16"), ("INCREMENTAL", "true")];
                command.envs(settings.map(|(name, value)| (format!("CARGO_PROFILE_WASM_{name}"), value)));
                format!("{folder}-quick")
            }
        };
        let folder = paths::target().join(folder);
        command.args(["--profile", "wasm", "--target", TARGET, "--package", package, "--target-dir"]);
        command.arg(&folder);
        (command, folder.join(TARGET).join("wasm"))
    }

    /// Whether the standard library is compiled along, as small as it can be.
    pub(crate) fn compiles_std(&self) -> bool {
        matches!(self, Toolchain::Debian { .. })
    }

    fn flags(&self, effort: Effort) -> String {
        // Leptos then erases the types of views: a tenth less to download, for a little at run time.
        let mut flags = vec!["--cfg erase_components"];
        // By these the site's build takes the module apart; none of them is in what it makes.
        flags.push("-Clink-args=--emit-relocs");
        // What a panic would say goes nowhere in a browser: a twentieth less. It needs a standard library
        // that is compiled along.
        if effort == Effort::Full && self.compiles_std() {
            flags.extend(["-Zunstable-options", "-Cpanic=immediate-abort"]);
            flags.extend(["-Zlocation-detail=none", "-Zfmt-debug=none"]);
        }
        flags.join(" ")
    }
}

fn follow(way: Way) -> Result<Toolchain> {
    match way {
        Way::UseTarget => Ok(Toolchain::Host),
        Way::AddTarget => {
            let mut add = Command::new("rustup");
            add.args(["target", "add", TARGET]);
            process::run_within(RUSTUP_LIMIT, "adding the WASM target to rustup's toolchain", &mut add)?;
            Ok(Toolchain::Host)
        }
        Way::InstallDebian => {
            apt::install(
                &["rustc-web", "cargo-web", "rust-web-src"],
                "a Rust that compiles for the browser",
            )?;
            if !debian_present() {
                bail!("this Debian's rustc-web is older than {}, too old for the console", oldest());
            }
            follow(Way::UseDebian)
        }
        Way::UseDebian => Ok(Toolchain::Debian { linker: linker()? }),
    }
}

/// `rustc --print target-libdir` names a folder even where nothing is installed: look inside.
fn target_present() -> bool {
    let folder =
        process::output(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    let Ok(entries) = folder.and_then(|folder| Ok(std::fs::read_dir(folder.trim())?)) else { return false };
    entries.flatten().any(|entry| {
        let name = entry.file_name();
        name.to_string_lossy().starts_with("libstd-") && name.to_string_lossy().ends_with(".rlib")
    })
}

fn debian_present() -> bool {
    let version = process::output(Command::new(DEBIAN_RUSTC).arg("-vV").env_remove("LD_LIBRARY_PATH"));
    Path::new(DEBIAN_CARGO).exists()
        && Path::new(DEBIAN_STD).exists()
        && version.is_ok_and(|text| release(&text) >= release(&format!("release: {}", oldest())))
}

/// The workspace's `rust-version`.
fn oldest() -> &'static str {
    env!("CARGO_PKG_RUST_VERSION")
}

/// A linker that understands what Debian's rustc emits: that of any rustup toolchain, else Debian's
/// for the same LLVM. Debian's default `lld` is too old.
fn linker() -> Result<PathBuf> {
    let sysroot = process::output(Command::new("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    let host = process::output(Command::new("rustc").arg("-vV")).unwrap_or_default();
    if let Some(host) = field(&host, "host") {
        let lld = Path::new(sysroot.trim()).join("lib/rustlib").join(host).join("bin/rust-lld");
        if lld.exists() {
            return Ok(lld);
        }
    }
    let about = process::output(Command::new(DEBIAN_RUSTC).arg("-vV").env_remove("LD_LIBRARY_PATH"))?;
    let llvm = field(&about, "LLVM version").and_then(|version| version.split('.').next());
    let llvm = llvm.context("`/usr/bin/rustc -vV` names no LLVM version")?;
    let lld = PathBuf::from(format!("/usr/bin/wasm-ld-{llvm}"));
    if !lld.exists() {
        apt::install(&[&format!("lld-{llvm}")], "a linker for WASM")?;
    }
    Ok(lld)
}

/// A line `name: value` of what `rustc -vV` prints.
fn field<'a>(about: &'a str, name: &str) -> Option<&'a str> {
    about.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

/// Major and minor version in what `rustc -vV` prints.
fn release(about: &str) -> Option<(u32, u32)> {
    let mut numbers = field(about, "release")?.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_rustc() {
        let about = "rustc 1.96.0 (ac68faa20 2026-05-25)\nhost: x86_64-unknown-linux-gnu\n\
                     release: 1.96.0\nLLVM version: 22.1.8\n";
        assert_eq!(release(about), Some((1, 96)));
        assert_eq!(field(about, "host"), Some("x86_64-unknown-linux-gnu"));
        assert_eq!(field(about, "LLVM version"), Some("22.1.8"));
        assert_eq!(release("bash: rustc: not found"), None);
        assert!(release("release: 1.100.0") > release("release: 1.95"));
    }

    #[test]
    fn each_toolchain_has_its_own_folder() {
        let (_, host) = Toolchain::Host.build("frontend", Effort::Full);
        let (_, debian) = Toolchain::Debian { linker: "lld".into() }.build("frontend", Effort::Full);
        assert!(host.ends_with("wasm-rustup/wasm32-unknown-unknown/wasm"));
        assert!(debian.ends_with("wasm-debian/wasm32-unknown-unknown/wasm"));
    }
}
