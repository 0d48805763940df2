//! Valgrind, which counts the instructions of a start.

use super::apt;
use crate::process;
use anyhow::Result;
use std::process::Command;

/// Makes sure that `valgrind` can be started.
pub(crate) fn ensure() -> Result<()> {
    if process::output(Command::new("valgrind").arg("--version")).is_ok() {
        return Ok(());
    }
    apt::install(&["valgrind", "libc6-dbg"], "valgrind, which counts instructions")
}
