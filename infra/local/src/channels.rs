//! `whodunit channels`: where applications send events of their own.

use std::process::ExitCode;

use anyhow::Result;
use clap::Subcommand;
use ingest::audit::Channel;

use crate::table::Table;

/// Make and list channels, by which applications send events of their own (PutAuditEvents)
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Create(Create),
    List(List),
}

/// Make a channel, and print its ARN
#[derive(clap::Args)]
struct Create {
    /// What people call it: 3 to 128 of a-z A-Z 0-9 . _ -
    name: String,
    /// The account whose events come in: 12 digits
    #[arg(long, value_name = "ID")]
    account: String,
    /// The region that its events are shown in
    #[arg(long, value_name = "REGION", default_value = "us-east-1")]
    region: String,
    /// What senders have to say beside the ARN
    #[arg(long, value_name = "TEXT")]
    external_id: Option<String>,
    #[command(flatten)]
    table: Table,
    /// Print the channel as JSON
    #[arg(long)]
    json: bool,
}

/// List the channels
#[derive(clap::Args)]
struct List {
    #[command(flatten)]
    table: Table,
    /// Print them as JSON
    #[arg(long)]
    json: bool,
}

pub(crate) async fn run(args: Args) -> Result<ExitCode> {
    match args.command {
        Command::Create(args) => create(args).await,
        Command::List(args) => list(args).await,
    }
}

async fn create(args: Create) -> Result<ExitCode> {
    let store = args.table.open_lasting().await?.store;
    let Create { name, account, region, external_id, .. } = &args;
    let channel = Channel::create(&store, name, account, region, external_id.as_deref(), api::now()).await?;
    if args.json {
        println!("{}", serde_json::to_string_pretty(&channel)?);
    } else {
        println!("{}", channel.arn);
    }
    Ok(ExitCode::SUCCESS)
}

async fn list(args: List) -> Result<ExitCode> {
    let channels = Channel::list(&args.table.open_lasting().await?.store).await?;
    if args.json {
        println!("{}", serde_json::to_string_pretty(&channels)?);
    } else if channels.is_empty() {
        eprintln!("There are no channels; `whodunit channels create` makes one.");
    }
    for channel in channels.iter().filter(|_| !args.json) {
        let guarded = if channel.external_id.is_some() { "external id" } else { "" };
        println!("{:24}  {}  {guarded}", channel.name, channel.arn);
    }
    Ok(ExitCode::SUCCESS)
}
