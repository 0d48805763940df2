//! Debian's packages, where this user may install them.

use crate::process;
use anyhow::{Context, Result, bail};
use std::process::Command;

/// Whether [`install`] can work here without asking anyone for a password.
pub(crate) fn usable() -> bool {
    process::output(Command::new("apt-get").arg("--version")).is_ok() && (is_root() || has_sudo())
}

/// Installs `packages`. The error of a machine where that is not possible names them, and `why`
/// they are wanted.
pub(crate) fn install(packages: &[&str], why: &str) -> Result<()> {
    let list = packages.join(" ");
    if !usable() {
        bail!(
            "{why} is missing. On Debian or Ubuntu: sudo apt-get install {list}; elsewhere, install \
               the like by your system's own means. Then run this command again"
        );
    }
    let update = process::run("updating Debian's package lists", apt_get().arg("update"));
    if let Err(error) = update {
        eprintln!("    going on with the lists as they are: {error}");
    }
    let mut command = apt_get();
    command.args(["install", "-y", "--no-install-recommends"]).args(packages);
    process::run(&format!("installing Debian's {list} ({why})"), &mut command)
        .with_context(|| format!("{why} could not be installed"))
}

fn apt_get() -> Command {
    // Another apt may be at work, for instance a machine's first boot: wait for it, but not forever.
    let arguments = ["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"];
    let mut command = if is_root() { Command::new("env") } else { Command::new("sudo") };
    if !is_root() {
        command.args(["-n", "env"]);
    }
    command.args(arguments);
    command
}

fn is_root() -> bool {
    process::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn has_sudo() -> bool {
    process::output(Command::new("sudo").args(["-n", "true"])).is_ok()
}
