//! `whodunit import`: log files into the table.

use std::fs;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use emulator::{Bulk, Emulator};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use ingest::{Limits, Loader, Receipt};

use crate::files::{self, File};
use crate::table::Table;

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
    let mut loader = Loader::new(opened.store, Limits::default(), api::now());
    let (files, failed) = files::below(&args.paths);
    for (path, error) in failed {
        loader.failed(&path.display().to_string(), error.to_string());
    }
    let bar = progress(files.iter().map(|file| file.size).sum());
    let shown = bar.clone();
    loader.watch(move |receipt| shown.set_message(rate(receipt, &shown)));
    let done = load(&mut loader, &files, &bar).await;
    bulk.map_or(Ok(()), Bulk::finish)?;
    bar.finish_and_clear();
    let receipt = loader.receipt();
    if args.json {
        println!("{}", serde_json::to_string_pretty(receipt)?);
    } else {
        print!("{receipt}");
        println!("{}", rate(receipt, &bar));
    }
    done.context("stopped before the end; what is counted as stored is stored, and importing again is safe")?;
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

/// `12345 records in 6.2 s: 1991 a second`, of what was dealt with so far, whatever became of it.
fn rate(receipt: &Receipt, bar: &ProgressBar) -> String {
    let done = receipt.stored
        + receipt.duplicates
        + receipt.expired
        + receipt.conflicts.count
        + receipt.rejected.count;
    let seconds = bar.elapsed().as_secs_f64().max(0.001);
    format!("{done} records in {seconds:.1} s: {:.0} a second", done as f64 / seconds)
}

/// Moves on standard error while that is a terminal, else is silent.
fn progress(bytes: u64) -> ProgressBar {
    let terminal = std::io::stderr().is_terminal();
    let target = if terminal { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(bytes), target);
    match ProgressStyle::with_template("{bar:30} {bytes}/{total_bytes}  {msg}  {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
