//! `whodunit import`: log files into the table.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use emulator::{Bulk, Emulator};
use indicatif::ProgressBar;
use ingest::{Limits, Loader};

use crate::files::{self, File};
use crate::progress::{self, rate};
use crate::table::Table;
use crate::upkeep;

/// Store log files: CloudTrail's own (.json.gz), EventBridge events, output of lookup-events, downloads
///
/// What a file is, is told by its content. Importing again is harmless: what is there already is not
/// stored twice.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Files, and folders with everything below them
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    table: Table,
    /// Give the receipt as JSON
    #[arg(long)]
    json: bool,
}

pub(crate) async fn run(args: Args) -> Result<ExitCode> {
    let opened = args.table.open_lasting().await?;
    // Over a file with events in it a power cut would cost them; a new one is imported again.
    let bulk = opened.engine.as_ref().filter(|_| opened.fresh).map(Emulator::bulk).transpose()?;
    let mut loader = Loader::new(opened.store.clone(), Limits::default(), api::now());
    let (files, failed) = files::below(&args.paths);
    for (path, error) in failed {
        loader.failed(&path.display().to_string(), error.to_string());
    }
    let bytes = files.iter().map(|file| file.size).sum();
    let bar = progress::bar(Some(bytes), "{bar:30} {bytes}/{total_bytes}  {msg}  {eta} left");
    let shown = bar.clone();
    loader.watch(move |receipt| shown.set_message(rate(receipt, shown.elapsed())));
    let done = load(&mut loader, &files, &bar).await;
    let counted = upkeep::after_loading(&opened.store, opened.engine.as_ref()).await;
    bulk.map_or(Ok(()), Bulk::finish)?;
    bar.finish_and_clear();
    let receipt = loader.receipt();
    if args.json {
        println!("{}", serde_json::to_string_pretty(receipt)?);
    } else {
        print!("{receipt}");
        println!("{}", rate(receipt, bar.elapsed()));
    }
    done.context("stopped before the end; what is counted as stored is stored, and importing again is safe")?;
    counted?;
    if receipt.expired > 0 && receipt.stored + receipt.duplicates == 0 {
        eprintln!(
            "Everything was older than the retention of {} days, so nothing was stored. To keep it, import, \
             search and serve with --retention forever.",
            args.table.retention
        );
    }
    let read = receipt.files > 0 && receipt.failed.count == 0;
    Ok(if read { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn load(loader: &mut Loader, files: &[File], bar: &ProgressBar) -> Result<()> {
    let limit = Limits::default().file;
    for file in files {
        let name = file.path.display().to_string();
        if file.size > limit {
            loader.failed(&name, format!("it has {} bytes; at most {limit} are read of one file", file.size));
        } else {
            match fs::read(&file.path) {
                Ok(bytes) => loader.file(&name, &bytes).await?,
                Err(error) => loader.failed(&name, error.to_string()),
            }
        }
        bar.inc(file.size);
    }
    Ok(loader.finish().await?)
}
