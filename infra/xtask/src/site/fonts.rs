//! The two typefaces, [Atkinson Hyperlegible](https://www.brailleinstitute.org/freefont/) Next and
//! Mono: made to keep I, l and 1 apart, which a reader of access keys needs. SIL Open Font License,
//! whose text is served beside them.

use super::files::Files;
use super::read;
use anyhow::Result;
use std::path::Path;

/// The paths that a page asks for them with.
#[derive(Clone, Debug)]
pub(crate) struct Fonts {
    pub(crate) next: String,
    pub(crate) mono: String,
}

/// Copies the Latin subsets, all weights in one file each, and their licence.
pub(crate) fn add(modules: &Path, files: &mut Files) -> Result<Fonts> {
    let mut paths = Vec::new();
    for face in ["next", "mono"] {
        let package = modules.join(format!("@fontsource-variable/atkinson-hyperlegible-{face}"));
        let font = format!("files/atkinson-hyperlegible-{face}-latin-wght-normal.woff2");
        paths.push(files.add_hashed(&format!("{face}.woff2"), read(&package.join(font))?));
        files.add(&format!("licences/atkinson-hyperlegible-{face}.txt"), read(&package.join("LICENSE"))?);
    }
    let mono = paths.pop().unwrap_or_default();
    let next = paths.pop().unwrap_or_default();
    Ok(Fonts { next, mono })
}
