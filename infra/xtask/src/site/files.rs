//! The files of the site before they are written: named by their content, compressed, listed.
//!
//! A name with a hash never changes its content, so a browser may keep it for ever; the others are
//! asked for anew. `site.json` lists them all.

use super::{Effort, files_below, read};
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Endings worth compressing; fonts and pictures are compressed already.
const COMPRESSIBLE: [&str; 8] = ["css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest"];

/// How the names of the application's later parts begin.
const LATER: &str = "lazy-";

/// Files by name, relative to the site's top.
#[derive(Default)]
pub(crate) struct Files(BTreeMap<String, File>);

struct File {
    bytes: Vec<u8>,
    /// Whether the name contains a hash of the content.
    immutable: bool,
}

/// What is in the site, as `site.json` keeps it.
#[derive(Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// The fingerprint of everything the site was made of.
    pub(crate) inputs: String,
    pub(crate) files: Vec<Entry>,
}

/// One file of the site.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) bytes: u64,
    /// The size of the `.br` file beside it, if there is one.
    pub(crate) brotli: Option<u64>,
    /// The headers `Content-Type` and `Cache-Control` with which every server gives it.
    pub(crate) content_type: String,
    pub(crate) cache_control: String,
}

impl Files {
    /// Adds a file under its own name.
    pub(crate) fn add(&mut self, name: &str, bytes: impl Into<Vec<u8>>) {
        self.0.insert(name.to_owned(), File { bytes: bytes.into(), immutable: false });
    }

    /// Adds `app.js` as `app-{hash}.js`, and gives the path a page asks for: `/app-{hash}.js`.
    pub(crate) fn add_hashed(&mut self, name: &str, bytes: impl Into<Vec<u8>>) -> String {
        let bytes = bytes.into();
        let name = hashed(name, &bytes);
        let path = format!("/{name}");
        self.0.insert(name, File { bytes, immutable: true });
        path
    }

    /// Adds everything below `folder` as it is.
    pub(crate) fn add_folder(&mut self, folder: &Path) -> Result<()> {
        for path in files_below(folder)? {
            let inside = path.strip_prefix(folder)?.to_str().context("a file name is not UTF-8")?;
            self.add(&inside.replace('\\', "/"), read(&path)?);
        }
        Ok(())
    }

    /// Writes the files and their `.br` twins to `folder`, replacing what is there.
    pub(crate) fn write(&self, folder: &Path, inputs: String, effort: Effort) -> Result<Manifest> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        let mut files = Vec::new();
        for (name, File { bytes, immutable }) in &self.0 {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap_or(folder))?;
            fs::write(&path, bytes)?;
            let compressed = is_compressible(name).then(|| compress(bytes, effort)).transpose()?;
            if let Some(compressed) = &compressed {
                fs::write(folder.join(format!("{name}.br")), compressed)?;
            }
            let brotli = compressed.map(|bytes| bytes.len() as u64);
            files.push(Entry {
                name: name.clone(),
                bytes: bytes.len() as u64,
                brotli,
                content_type: content_type(name).to_owned(),
                cache_control: cache_control(*immutable).to_owned(),
            });
        }
        // Last: a site without it is unfinished, and is made again.
        let manifest = Manifest { inputs, files };
        fs::write(folder.join("site.json"), serde_json::to_vec_pretty(&manifest)?)?;
        Ok(manifest)
    }
}

impl Entry {
    /// Whether it is a part of the application that is loaded when it is first needed.
    pub(crate) fn is_later(&self) -> bool {
        self.name.starts_with(LATER)
    }
}

/// The name, still without a hash, of a later part: `split_compare.wasm` -> `lazy-compare.wasm`; one that several
/// need is `chunk_{number}.wasm`.
pub(crate) fn later(file: &str) -> String {
    format!("{LATER}{}", file.trim_start_matches("split_").replace('_', "-"))
}

impl Manifest {
    /// The manifest of the site in `folder`, if that is whole.
    pub(crate) fn read(folder: &Path) -> Option<Manifest> {
        let manifest: Manifest = serde_json::from_slice(&fs::read(folder.join("site.json")).ok()?).ok()?;
        let whole = |entry: &Entry| {
            fs::metadata(folder.join(&entry.name)).is_ok_and(|file| file.len() == entry.bytes)
        };
        manifest.files.iter().all(whole).then_some(manifest)
    }
}

/// `style.css` -> `style-0123456789abcdef.css`: 64 bits of the content's SHA-256.
fn hashed(name: &str, bytes: &[u8]) -> String {
    let hash: String = Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{hash}.{ending}"),
        None => format!("{name}-{hash}"),
    }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("ico") => "image/x-icon",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// For a year when the name changes with the content, else only after asking.
fn cache_control(immutable: bool) -> &'static str {
    if immutable { "public, max-age=31536000, immutable" } else { "no-cache" }
}

fn is_compressible(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| COMPRESSIBLE.contains(&ending))
}

fn compress(bytes: &[u8], effort: Effort) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: if effort == Effort::Full { 11 } else { 1 },
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_is_inside() {
        assert_eq!(hashed("app_bg.wasm", b"abc"), "app_bg-ba7816bf8f01cfea.wasm");
        assert_eq!(hashed("LICENSE", b"abc"), "LICENSE-ba7816bf8f01cfea");
        assert_ne!(hashed("a.js", b"1"), hashed("a.js", b"2"));
    }

    #[test]
    fn a_later_part_is_known_by_its_name() {
        assert_eq!(later("split_compare.wasm"), "lazy-compare.wasm");
        assert_eq!(later("chunk_3.wasm"), "lazy-chunk-3.wasm");
    }

    #[test]
    fn text_is_compressed_and_pictures_are_not() {
        assert!(is_compressible("index.html") && is_compressible("app.wasm"));
        assert!(!is_compressible("next.woff2") && !is_compressible("LICENSE"));
    }

    #[test]
    fn what_is_compressed_comes_back() {
        let text = b"who deleted the database, when, from where".repeat(50);
        let compressed = compress(&text, Effort::Full).unwrap();
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &compressed[..], &mut back).unwrap();
        assert_eq!(back, text);
        assert!(compressed.len() < 100, "{}", compressed.len());
    }

    #[test]
    fn an_unfinished_site_is_no_site() {
        let folder = std::env::temp_dir().join(format!("xtask-site-{}", std::process::id()));
        let mut files = Files::default();
        let path = files.add_hashed("boot.js", "let a;");
        files.write(&folder, "inputs".into(), Effort::Full).unwrap();
        assert_eq!(Manifest::read(&folder).unwrap().inputs, "inputs");
        fs::remove_file(folder.join(&path[1..])).unwrap();
        assert!(Manifest::read(&folder).is_none());
        fs::remove_dir_all(folder).unwrap();
    }
}
