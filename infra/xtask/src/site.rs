//! The console as files: from the crate `frontend` to `target/site`, which any server can serve.
//!
//! Compile for the browser, take off what is loaded later, let wasm-bindgen write the JavaScript glue,
//! shrink with wasm-opt, put a content hash into every name, compress. Cargo decides whether to compile,
//! [`inputs`] whether the rest is to be done again, so a second run takes seconds.

mod bindgen;
mod budget;
mod files;
mod fonts;
mod inputs;
mod loader;
mod page;
mod split;
mod style;
mod wasm_opt;

pub(crate) use budget::check;
pub(crate) use files::{Entry, Manifest};

/// What is spent on the console's size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effort {
    /// As it is shipped.
    Full,
    /// Nothing: a third of the time, for looking at one's changes.
    Quick,
}

use crate::{paths, process, setup};
use anyhow::{Context, Result, bail};
use files::Files;
use std::fs;
use std::path::Path;

const PACKAGE: &str = "frontend";

/// Builds what is out of date of `target/site`, and tells what is in it.
pub(crate) fn build(effort: Effort) -> Result<Manifest> {
    let wasm = compile(effort)?;
    let npm = modules()?;
    let frontend = paths::root().join("frontend");
    let inputs = inputs::fingerprint(&wasm, npm.is_some())?;
    if let Some(manifest) = Manifest::read(&paths::site()).filter(|manifest| manifest.inputs == inputs) {
        eprintln!("==> the console in target/site is up to date");
        return Ok(manifest);
    }

    let mut files = Files::default();
    let fonts = npm.as_deref().map(|modules| fonts::add(modules, &mut files)).transpose()?;
    let parts = process::timed("taking the application apart (wasm-split)", || split::split(&wasm))?;
    let glue =
        process::timed("writing the JavaScript glue (wasm-bindgen)", || bindgen::generate(&parts.main))?;
    let small = |name: &str, wasm: Vec<u8>| match effort {
        Effort::Full => wasm_opt::shrink(npm.as_deref(), name, &wasm),
        Effort::Quick => Ok(wasm),
    };
    let mut later = Vec::new();
    for split::Part { file, wasm } in parts.later {
        let path = files.add_hashed(&files::later(&file), small(&file, wasm)?);
        later.push((file, path));
    }
    for (name, code) in glue.snippets {
        files.add(&name, code);
    }
    let names = page::Names {
        style: files.add_hashed("style.css", style::sheet(&frontend.join("style"), fonts.as_ref())?),
        boot: files.add_hashed("boot.js", read(&frontend.join("boot.js"))?),
        glue: files.add_hashed("app.js", loader::inside(&glue.script, &parts.loader, &later)?),
        wasm: files.add_hashed("app_bg.wasm", small("app_bg.wasm", glue.wasm)?),
        fonts,
    };
    files.add("index.html", page::fill(&read_text(&frontend.join("index.html"))?, &names)?);
    files.add_folder(&frontend.join("public"))?;
    process::timed("compressing and writing target/site", || files.write(&paths::site(), inputs, effort))
}

/// The crate's WASM, as the compiler leaves it.
fn compile(effort: Effort) -> Result<Vec<u8>> {
    let (mut command, made) = setup::wasm::toolchain()?.build(PACKAGE, effort);
    process::run("compiling the console for the browser (minutes the first time)", &mut command)?;
    read(&made.join(PACKAGE).with_extension("wasm"))
}

/// The npm packages of the site. Without npm there are none, and the console does without.
fn modules() -> Result<Option<std::path::PathBuf>> {
    if setup::npm::present() {
        return setup::npm::packages("site").map(Some);
    }
    eprintln!("==> npm is missing: the console gets system fonts and a slightly larger WASM file");
    Ok(None)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    let shown = path.strip_prefix(paths::root()).unwrap_or(path);
    fs::read(path).with_context(|| format!("cannot read {}", shown.display()))
}

fn read_text(path: &Path) -> Result<String> {
    match String::from_utf8(read(path)?) {
        Ok(text) => Ok(text),
        Err(_) => bail!("{} is not UTF-8", path.display()),
    }
}

/// All files below `folder`, in name order; none if it does not exist.
fn files_below(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop().filter(|folder| folder.exists()) {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}
