//! `whodunit dictionary`: a compression dictionary from logs.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use ingest::{Found, Limits, Walk, gunzip};

use crate::files;

/// Training looks at no more than this, in bytes: zstd advises a hundred times the dictionary's size.
const ENOUGH: usize = 64 << 20;

/// Train a zstd dictionary, as the store packs records with, from log files
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Files, and folders with everything below them
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Write the dictionary here
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Size of the dictionary at most, in bytes
    #[arg(long, default_value_t = 65_536, value_parser = clap::value_parser!(u32).range(256..=1_048_576))]
    size: u32,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let (files, failed) = files::below(&args.paths);
    if let Some((path, error)) = failed.into_iter().next() {
        return Err(error).with_context(|| format!("cannot read {}", path.display()));
    }
    let (mut records, mut total) = (Vec::new(), 0);
    for file in files {
        let bytes = fs::read(&file.path).with_context(|| format!("cannot read {}", file.path.display()))?;
        let unpacked =
            gunzip(&bytes, Limits::default().file).with_context(|| file.path.display().to_string())?;
        for found in Walk::new(&unpacked.bytes) {
            if let Found::Record { text: Ok(text), .. } = found {
                total += text.len();
                records.push(text.into_owned());
            }
        }
        if total > ENOUGH {
            eprintln!(
                "{total} bytes of records are enough; the files after {} are left out",
                file.path.display()
            );
            break;
        }
    }
    if records.is_empty() {
        bail!("there are no records in these files");
    }
    let samples: Vec<&[u8]> = records.iter().map(String::as_bytes).collect();
    let dictionary = store::pack::train(&samples, args.size as usize)
        .with_context(|| format!("{} records ({total} bytes) are too few to learn from", records.len()))?;
    fs::write(&args.out, &dictionary).with_context(|| format!("cannot write {}", args.out.display()))?;
    println!("{} bytes from {} records ({total} bytes)", dictionary.len(), records.len());
    Ok(ExitCode::SUCCESS)
}
