//! A Java of at least [`OLDEST`], which DynamoDB Local runs on.

use super::apt;
use anyhow::{Result, bail};
use std::process::Command;

const OLDEST: u32 = 17;

/// Makes sure that `java` can be started.
pub(crate) fn ensure() -> Result<()> {
    if installed().is_some_and(|version| version >= OLDEST) {
        return Ok(());
    }
    apt::install(&["openjdk-17-jre-headless"], "Java 17 for DynamoDB Local")?;
    match installed() {
        Some(version) if version >= OLDEST => Ok(()),
        found => bail!("`java` on PATH is {found:?} after Java 17 was installed: put that one first on PATH"),
    }
}

fn installed() -> Option<u32> {
    // `java -version` writes to standard error.
    let output = Command::new("java").arg("-version").output().ok()?;
    version(&String::from_utf8_lossy(&output.stderr))
}

/// The feature release in what `java -version` prints: `openjdk version "17.0.15" 2025-04-15`.
fn version(text: &str) -> Option<u32> {
    let number = text.split('"').nth(1)?;
    number.split(['.', '-', '+']).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn reads_the_feature_release() {
        assert_eq!(super::version("openjdk version \"17.0.15\" 2025-04-15\nOpenJDK …"), Some(17));
        assert_eq!(super::version("openjdk version \"25-ea\" 2026-09-15"), Some(25));
        assert_eq!(super::version("java version \"1.8.0_391\""), Some(1));
        assert_eq!(super::version("java: not found"), None);
    }
}
