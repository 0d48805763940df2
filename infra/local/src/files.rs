//! Files by the paths that were typed: each file, and everything below each folder.

use std::fs::{self, DirEntry, FileType};
use std::io;
use std::path::{Path, PathBuf};

/// A file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct File {
    pub(crate) path: PathBuf,
    /// Bytes, when it was found.
    pub(crate) size: u64,
}

/// Everything below `paths`, folders in the order of their names, and what could not be looked into.
/// Links to folders are followed when they were typed, not when they were found: those could lead in circles.
pub(crate) fn below(paths: &[PathBuf]) -> (Vec<File>, Vec<(PathBuf, io::Error)>) {
    let (mut files, mut failed) = (Vec::new(), Vec::new());
    for path in paths {
        match fs::metadata(path) {
            Ok(data) if data.is_dir() => folder(path, &mut files, &mut failed),
            Ok(data) => files.push(File { path: path.clone(), size: data.len() }),
            Err(error) => failed.push((path.clone(), error)),
        }
    }
    (files, failed)
}

fn folder(path: &Path, files: &mut Vec<File>, failed: &mut Vec<(PathBuf, io::Error)>) {
    // A list of folders still to be looked into, not recursion: they may be nested as deep as they like.
    let mut waiting = Vec::new();
    look_into(path, &mut waiting, failed);
    while let Some((path, kind)) = waiting.pop() {
        if kind.is_dir() {
            look_into(&path, &mut waiting, failed);
            continue;
        }
        match fs::metadata(&path) {
            Ok(data) if data.is_file() => files.push(File { path, size: data.len() }),
            // A link to a folder, a socket, a device.
            Ok(_) => {}
            Err(error) => failed.push((path, error)),
        }
    }
}

/// Puts what is in the folder `path` on `waiting`, the first by name on top.
fn look_into(path: &Path, waiting: &mut Vec<(PathBuf, FileType)>, failed: &mut Vec<(PathBuf, io::Error)>) {
    let entry = |entry: io::Result<DirEntry>| entry.and_then(|e| Ok((e.path(), e.file_type()?)));
    match fs::read_dir(path).and_then(|entries| entries.map(entry).collect::<io::Result<Vec<_>>>()) {
        Ok(mut inside) => {
            inside.sort_unstable_by(|(a, _), (b, _)| b.cmp(a));
            waiting.extend(inside);
        }
        Err(error) => failed.push((path.to_owned(), error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_walked_in_the_order_of_names() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["b/2.json", "b/1.json", "a.json", "c/d/e.json"] {
            let path = dir.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, name).unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(dir.path(), dir.path().join("c/round")).unwrap();
        let (files, failed) = below(&[dir.path().to_owned(), dir.path().join("nothing")]);
        let names: Vec<_> =
            files.iter().map(|f| f.path.strip_prefix(dir.path()).unwrap().to_owned()).collect();
        assert_eq!(names, ["a.json", "b/1.json", "b/2.json", "c/d/e.json"].map(PathBuf::from));
        assert_eq!((files[0].size, failed.len()), (6, 1));
    }
}
