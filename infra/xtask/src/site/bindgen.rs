//! [wasm-bindgen](https://wasm-bindgen.github.io/wasm-bindgen/)'s second half, as a library: the lock
//! file holds one version of it, so it always fits the one the console was compiled with.

use super::{files_below, read, read_text};
use crate::paths;
use anyhow::{Context, Result};
use std::fs;
use wasm_bindgen_cli_support::Bindgen;

/// What a dependency of Leptos exports for streams between servers and their functions, of which there are
/// none here. Without the exports, wasm-opt leaves it all out.
const UNUSED: &str = "intounderlying";

/// The module and the JavaScript that a browser loads it with.
pub(crate) struct Glue {
    pub(crate) script: String,
    pub(crate) wasm: Vec<u8>,
    /// Scripts of dependencies, by the name the glue imports them with.
    pub(crate) snippets: Vec<(String, Vec<u8>)>,
}

/// Makes of the main part of what the compiler made a module and its glue.
pub(crate) fn generate(wasm: &[u8]) -> Result<Glue> {
    let folder = paths::target().join("site-glue");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let mut output = Bindgen::new()
        .input_bytes("app", wasm.to_vec())
        .web(true)
        .and_then(|bindgen| {
            bindgen
                .typescript(false)
                // The page names the hashed file.
                .omit_default_module_path(true)
                .remove_name_section(true)
                .remove_producers_section(true)
                // The stack pointer and the table of functions: the later parts import them.
                .keep_lld_exports(true)
                .generate_output()
        })
        .context("wasm-bindgen refused the console's WASM")?;
    let exports = &mut output.wasm_mut().exports;
    let unused: Vec<_> = exports.iter().filter(|one| one.name.contains(UNUSED)).map(|one| one.id()).collect();
    for export in unused {
        exports.delete(export);
    }
    output.emit(&folder).context("wasm-bindgen's files cannot be written")?;
    let mut snippets = Vec::new();
    for path in files_below(&folder.join("snippets"))? {
        let name = path.strip_prefix(&folder)?.display().to_string();
        snippets.push((name, read(&path)?));
    }
    Ok(Glue {
        script: read_text(&folder.join("app.js"))?,
        wasm: read(&folder.join("app_bg.wasm"))?,
        snippets,
    })
}
