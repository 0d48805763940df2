//! `whodunit backfill`: what a trail delivered to its bucket before anybody listened, into the table.
//!
//! Objects are read in the order of their keys, and what is read is stored before the checkpoint moves
//! behind it. So a backfill that ended in any way goes on where its checkpoint is, on any machine.

mod bucket;
mod checkpoint;
mod day;
mod key;
mod plan;
mod report;
mod work;

use std::process::ExitCode;

use anyhow::{Context, Result};
use emulator::{Bulk, Emulator};
use ingest::{Limits, Loader};

use crate::progress;
use crate::table::Table;
use crate::upkeep;
use bucket::Bucket;
use checkpoint::Place;
use day::Day;
use plan::Plan;
use report::Report;
use work::{Ended, Work};

/// What a program returns that Ctrl-C ended.
const INTERRUPTED: u8 = 130;

/// Store the log files of a trail's bucket, as far back as the retention goes
///
/// It may be ended at any time: the same command, from any machine, goes on where it ended.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The bucket that the trail delivers to
    #[arg(long, value_name = "NAME")]
    bucket: String,
    /// Only objects whose key begins so: the trail's prefix, or longer
    #[arg(long, value_name = "TEXT", default_value = "")]
    prefix: String,
    /// The bucket's region [default: that of the AWS CLI's settings]
    #[arg(long, value_name = "REGION")]
    region: Option<String>,
    /// Use the S3 at this address [default: AWS's, or AWS_ENDPOINT_URL]
    #[arg(long, value_name = "URL")]
    s3_endpoint_url: Option<String>,
    /// From the logs of this day on, by the day of delivery in UTC [default: the retention's first]
    #[arg(long, value_name = "DAY")]
    from: Option<Day>,
    /// Up to the logs of this day [default: the last there are]
    #[arg(long, value_name = "DAY")]
    to: Option<Day>,
    /// Only logs of this account; may be repeated
    #[arg(long, value_name = "ACCOUNT")]
    only_account: Vec<String>,
    /// Only logs of this region; may be repeated
    #[arg(long, value_name = "REGION")]
    only_region: Vec<String>,
    /// Begin again, though there is a checkpoint
    #[arg(long)]
    restart: bool,
    #[command(flatten)]
    table: Table,
    /// Give the report as JSON
    #[arg(long)]
    json: bool,
}

pub(crate) async fn run(args: Args) -> Result<ExitCode> {
    let opened = args.table.open_lasting().await?;
    // Over a file with events in it a power cut would cost them; a new one is filled again.
    let bulk = opened.engine.as_ref().filter(|_| opened.fresh).map(Emulator::bulk).transpose()?;
    let endpoint = args.s3_endpoint_url.as_deref();
    let bucket = Bucket::new(&args.bucket, &args.prefix, args.region.as_deref(), endpoint).await;
    let asked = Plan { from: args.from, to: args.to, accounts: args.only_account, regions: args.only_region };
    let place = Place::new(&opened.store, &args.bucket, &args.prefix, &asked);
    let start = if args.restart { None } else { place.read().await.context("no checkpoint")? };
    if let Some(start) = &start {
        eprintln!("Going on behind {}; {} objects were read before.", start.key, start.objects);
    }

    let now = api::now();
    let first = Day::of(args.table.retention.horizon(now)).max(asked.from.unwrap_or(Day::MIN));
    let plan = Plan { from: Some(first), ..asked };
    let met = bucket.objects(&plan, start.as_ref().map(|start| start.key.clone()));
    let mut work = Work {
        loader: Loader::new(opened.store.clone(), Limits::default(), now),
        place,
        checkpoint: start.unwrap_or_default(),
        report: Report::new(bucket.to_string(), first),
        bar: progress::bar(None, "{spinner} {pos} objects  {msg}"),
    };
    let ended = work.run(&bucket, met).await;
    let counted = upkeep::after_loading(&opened.store, opened.engine.as_ref()).await;
    bulk.map_or(Ok(()), Bulk::finish)?;
    work.bar.finish_and_clear();
    work.report.complete = matches!(ended, Ok(Ended::Complete));
    let (report, receipt) = (&work.report, work.loader.receipt());
    if args.json {
        println!("{}", report.json(receipt)?);
    } else if report.complete || report.objects > 0 {
        print!("{}", report.text(receipt, work.bar.elapsed()));
    }
    if report.objects > 0 && !report.complete {
        eprintln!("Ended before the end; the same command goes on from there.");
    }
    match ended? {
        Ended::Complete => {}
        Ended::Asked => return Ok(ExitCode::from(INTERRUPTED)),
        Ended::Failed(error) => return Err(error),
    }
    counted?;
    let failed = receipt.failed.count + work.checkpoint.failed;
    if failed > 0 {
        eprintln!("Objects not read: {failed}. The same command tries everything again.");
    }
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
