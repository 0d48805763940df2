//! Where the real records are. They are not part of the repository.

use std::path::{Path, PathBuf};

/// `$WHODUNIT_SHARED/data/dev`, else `../shared/data/dev` beside the workspace; where it is absent, that is said.
pub(crate) fn folder() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("WHODUNIT_SHARED").map_or(beside, PathBuf::from);
    let folder = shared.join("data/dev");
    if !folder.is_dir() {
        eprintln!("SKIPPED: no real records at {}", folder.display());
        return None;
    }
    Some(folder)
}
