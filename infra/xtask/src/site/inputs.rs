//! What the site is made of, as one fingerprint: while it stays, there is nothing to make again.

use super::{files_below, read};
use crate::paths;
use anyhow::Result;
use sha2::{Digest, Sha256};

/// Besides the compiled WASM: what the pipeline reads, and the pipeline itself.
const READ: [&str; 7] = [
    "frontend/index.html",
    "frontend/boot.js",
    "frontend/style",
    "frontend/public",
    "infra/xtask/npm/site",
    "infra/xtask/src/site.rs",
    "infra/xtask/src/site",
];

/// The fingerprint of `wasm` and all files of [`READ`].
pub(crate) fn fingerprint(wasm: &[u8], npm: bool) -> Result<String> {
    let mut parts = vec![("wasm".to_owned(), wasm.to_vec()), ("npm".to_owned(), vec![npm.into()])];
    for name in READ {
        let path = paths::root().join(name);
        let found = if path.is_file() { vec![path] } else { files_below(&path)? };
        for file in found {
            parts.push((file.strip_prefix(paths::root())?.display().to_string(), read(&file)?));
        }
    }
    Ok(digest(&parts))
}

fn digest(parts: &[(String, Vec<u8>)]) -> String {
    let mut hash = Sha256::new();
    for (name, bytes) in parts {
        // The lengths keep "ab" + "c" apart from "a" + "bc".
        for part in [name.as_bytes(), bytes] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_contents_both_count() {
        let part = |name: &str, bytes: &str| (name.to_owned(), bytes.as_bytes().to_vec());
        let one = digest(&[part("a", "bc")]);
        assert_eq!(one, digest(&[part("a", "bc")]));
        assert_ne!(one, digest(&[part("ab", "c")]));
        assert_ne!(one, digest(&[part("a", "bd")]));
        assert_ne!(one, digest(&[part("a", "bc"), part("", "")]));
    }
}
