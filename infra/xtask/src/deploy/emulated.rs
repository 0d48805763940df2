//! The emulated AWS account.

use anyhow::{Result, bail};

pub(crate) fn show(_stack: &str) -> Result<()> {
    bail!("not yet")
}
