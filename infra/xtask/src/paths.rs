//! Where things are: the repository's folders, and the places below `target` that xtask writes to.
//!
//! Everything xtask makes lands below `target`, so deleting that one folder undoes it all.

use std::path::{Path, PathBuf};

/// The repository's top folder.
pub(crate) fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here)
}

/// Cargo's target folder: `CARGO_TARGET_DIR` if set, else `target`.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The console as files, ready to be served.
pub(crate) fn site() -> PathBuf {
    target().join("site")
}

/// A package list of ours (`infra/xtask/npm/{set}`), installed.
pub(crate) fn npm(set: &str) -> PathBuf {
    target().join("npm").join(set)
}

/// Where cargo leaves the workspace's binaries. The profile `release` is that of Lambda functions: small.
pub(crate) fn binaries(optimised: bool) -> PathBuf {
    target().join(if optimised { "laptop" } else { "debug" })
}

/// One of them.
pub(crate) fn binary(name: &str, optimised: bool) -> PathBuf {
    binaries(optimised).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}
