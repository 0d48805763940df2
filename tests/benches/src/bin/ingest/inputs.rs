//! The files that are measured: packed as CloudTrail packs them.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use demo::Demo;
use flate2::Compression;
use flate2::write::GzEncoder;
use model::Timestamp;

/// Real log objects of other people's, where a developer has them beside the repository.
const REAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/dev/s3-objects");

/// Files of one kind.
pub(crate) struct Input {
    pub(crate) name: &'static str,
    pub(crate) files: Vec<Vec<u8>>,
}

/// Every kind of input.
pub(crate) fn all(now: Timestamp) -> Result<Vec<Input>> {
    let mut inputs = vec![
        Input { name: "5 events a file", files: generated(now, 2_000, 5)? },
        Input { name: "2500 events a file", files: generated(now, 5_000, 2_500)? },
    ];
    let real = below(Path::new(REAL));
    if !real.is_empty() {
        inputs.push(Input { name: "real log files", files: real });
    }
    Ok(inputs)
}

fn generated(now: Timestamp, events: usize, per_file: usize) -> Result<Vec<Vec<u8>>> {
    let demo = Demo { seed: 42, events, now_millis: now.millis(), days: 90 };
    let records: Vec<String> = demo.records().collect();
    records
        .chunks_exact(per_file)
        .map(|records| {
            let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
            write!(gzip, r#"{{"Records":[{}]}}"#, records.join(","))?;
            gzip.finish().context("no gzip")
        })
        .collect()
}

/// The packed files in `folder` and below; none when it is not there.
fn below(folder: &Path) -> Vec<Vec<u8>> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            files.extend(below(&path));
        } else if path.extension().is_some_and(|end| end == "gz") {
            files.extend(fs::read(&path));
        }
    }
    files
}
