//! `whodunit keys`: key pairs for AWS's own clients.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use serde_json::json;
use wire::AccessKey;

use crate::seed;
use crate::table::Table;

/// Issue, list and revoke access keys for AWS's own clients
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(clap::Subcommand)]
enum Action {
    Create(Create),
    List(List),
    Revoke(Revoke),
}

/// Issue a key; its secret is shown this once
#[derive(clap::Args)]
struct Create {
    /// What it is for, in your words
    #[arg(long, value_name = "TEXT", default_value = "")]
    label: String,
    #[command(flatten)]
    table: Table,
    #[command(flatten)]
    seed: seed::Source,
    /// Give it as JSON
    #[arg(long)]
    json: bool,
}

/// List the keys that were issued, also those that are revoked
#[derive(clap::Args)]
struct List {
    #[command(flatten)]
    table: Table,
    /// Give them as JSON
    #[arg(long)]
    json: bool,
}

/// Revoke a key: the next request that it signs is refused
#[derive(clap::Args)]
struct Revoke {
    /// The key's id
    #[arg(value_name = "ACCESS_KEY_ID")]
    id: String,
    #[command(flatten)]
    table: Table,
}

pub(crate) async fn run(args: Args) -> Result<ExitCode> {
    match args.action {
        Action::Create(args) => create(args).await?,
        Action::List(args) => list(args).await?,
        Action::Revoke(args) => revoke(args).await?,
    }
    Ok(ExitCode::SUCCESS)
}

async fn create(Create { label, table, seed, json }: Create) -> Result<()> {
    if label.chars().count() > AccessKey::MAX_LABEL {
        bail!("a label has at most {} characters", AccessKey::MAX_LABEL);
    }
    let store = table.open_lasting().await?.store;
    let seed = seed.read_or_make(table.data()).await?;
    let issued = AccessKey::issue(&store, &seed, &label, api::now()).await;
    let (key, secret) = issued.context("the key could not be issued")?;
    if json {
        let mut shown = serde_json::to_value(&key)?;
        shown["secretAccessKey"] = json!(secret);
        println!("{}", serde_json::to_string_pretty(&shown)?);
        return Ok(());
    }
    println!("AWS_ACCESS_KEY_ID={}\nAWS_SECRET_ACCESS_KEY={secret}", key.id);
    eprintln!(
        "\nThe secret is not shown again. With both in the environment of an AWS client, its own region, and\n\
         AWS_ENDPOINT_URL_CLOUDTRAIL=<the address>, `aws cloudtrail lookup-events` asks Whodunit."
    );
    Ok(())
}

async fn list(List { table, json }: List) -> Result<()> {
    let store = table.open_lasting().await?.store;
    let keys = AccessKey::list(&store).await.context("the keys could not be read")?;
    if json {
        println!("{}", serde_json::to_string_pretty(&keys)?);
        return Ok(());
    }
    keys.iter().for_each(|key| println!("{}", ingest::Visible(&key.to_string())));
    if keys.is_empty() {
        eprintln!("No key was issued yet; `whodunit keys create` issues one.");
    }
    Ok(())
}

async fn revoke(Revoke { id, table }: Revoke) -> Result<()> {
    let store = table.open_lasting().await?.store;
    let revoked = AccessKey::revoke(&store, &id, api::now()).await.context("the key could not be revoked")?;
    let Some(key) = revoked else {
        bail!("no key with this id was issued here; `whodunit keys list` lists them");
    };
    println!("{}", ingest::Visible(&key.to_string()));
    Ok(())
}
