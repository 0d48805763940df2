//! OpenSSL's command, which makes the certificate of the emulated distribution.

use super::apt;
use crate::process;
use anyhow::Result;
use std::process::Command;

/// Makes sure that `openssl` can be started.
pub(crate) fn ensure() -> Result<()> {
    if process::output(Command::new("openssl").arg("version")).is_ok() {
        return Ok(());
    }
    apt::install(&["openssl"], "OpenSSL's command")
}
