//! The application in parts: what every visit needs, and for each `#[wasm_split]` of the console a file that
//! the browser asks for when it is first needed.
//!
//! This comes before wasm-bindgen, and needs what the compiler leaves with `--emit-relocs`: the relocations
//! tell which function needs which.

use super::{files_below, read, read_text};
use crate::paths;
use anyhow::{Context, Result, anyhow};
use std::fs;
use wasm_split_cli_support::{Options, transform};

/// The name by which the glue imports what loads the parts.
pub(crate) const LOADER: &str = "./loader.js";
/// The name by which that imports the glue.
pub(crate) const GLUE: &str = "./app.js";

/// The application's parts.
pub(crate) struct Parts {
    /// What wasm-bindgen is given.
    pub(crate) main: Vec<u8>,
    /// The JavaScript that loads the others.
    pub(crate) loader: String,
    pub(crate) later: Vec<Part>,
}

/// What is loaded later.
pub(crate) struct Part {
    /// The file's name in the loader.
    pub(crate) file: String,
    pub(crate) wasm: Vec<u8>,
}

/// Takes `wasm` apart.
pub(crate) fn split(wasm: &[u8]) -> Result<Parts> {
    let folder = paths::target().join("site-parts");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let main = folder.join("app.wasm");
    let mut options = Options::new(wasm);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.link_name = LOADER;
    options.main_module = GLUE;
    transform(options)
        .map_err(|error| anyhow!("{error:#}"))
        .context("the console's WASM cannot be taken apart")?;
    let mut later = Vec::new();
    for path in files_below(&folder)? {
        let file = path.strip_prefix(&folder)?.display().to_string();
        if file.ends_with(".wasm") && path != main {
            later.push(Part { file, wasm: read(&path)? });
        }
    }
    Ok(Parts { main: read(&main)?, loader: read_text(&folder.join(LOADER))?, later })
}
