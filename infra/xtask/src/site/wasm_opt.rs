//! [wasm-opt](https://github.com/WebAssembly/binaryen), which makes the module about 6 % smaller.
//! The console works without it.

use super::read;
use crate::{paths, process};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Older ones (Debian 12 has 108) exit with success and leave a module that dies in the browser.
const OLDEST: u32 = 120;

/// The module `name`, shrunk by npm's wasm-opt; as it is where npm is missing.
pub(crate) fn shrink(npm: Option<&Path>, name: &str, wasm: &[u8]) -> Result<Vec<u8>> {
    let Some(modules) = npm else { return Ok(wasm.to_vec()) };
    let program = modules.join("binaryen/bin/wasm-opt");
    let wasm_opt = || {
        let mut node = Command::new("node");
        node.arg(&program);
        node
    };
    let about = process::output(wasm_opt().arg("--version"))?;
    match version(&about) {
        Some(version) if version >= OLDEST => {}
        _ => bail!("wasm-opt of at least version {OLDEST} is needed, `{}` is what there is", about.trim()),
    }
    let folder = paths::target().join("site-glue");
    let (before, after) = (folder.join(name), folder.join(format!("small_{name}")));
    fs::write(&before, wasm).with_context(|| format!("cannot write {}", before.display()))?;
    let mut command = wasm_opt();
    // Not -Oz: that is smaller, but compresses less.
    command.arg("-O2").arg(&before).arg("-o").arg(&after);
    process::run(&format!("shrinking {name} (wasm-opt)"), &mut command)?;
    read(&after)
}

/// The number in what `wasm-opt --version` prints: `wasm-opt version 132 (version_132)`.
fn version(about: &str) -> Option<u32> {
    about.trim().strip_prefix("wasm-opt version ")?.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn reads_the_version() {
        assert_eq!(super::version("wasm-opt version 132 (version_132)\n"), Some(132));
        assert_eq!(super::version("wasm-opt version 108"), Some(108));
        assert_eq!(super::version("wasm-opt: command not found"), None);
    }
}
