//! `whodunit serve`: the console and its API on one address of this machine.

mod clients;
mod demo;
mod guard;
mod listen;
mod site;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use emulator::Emulator;
use tokio::sync::oneshot;

use crate::signals::asked_to_end;
use crate::table::Table;
use crate::upkeep;
use clients::Clients;
use site::Site;
use store::Roll;

/// How long answers under way may take once the end was asked for.
const LAST_WORDS: Duration = Duration::from_secs(3);
/// DynamoDB deletes what is past its time within days; an hour is soon enough here.
const SWEEP: Duration = Duration::from_secs(3_600);

/// Serve the console and its API on this machine
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    table: Table,
    /// Listen here, on a loopback address [default: 127.0.0.1:8080, or the next free port]
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
    /// The built console [default: `site` beside this program or its folder, else target/site]
    #[arg(long, value_name = "FOLDER")]
    site: Option<PathBuf>,
    /// Fill an empty table with the activity of a made-up account
    #[arg(long)]
    demo: bool,
    /// About so many events of it
    #[arg(long, value_name = "COUNT", default_value_t = 5_000, requires = "demo")]
    demo_events: usize,
    /// End a page of events early, with a way on, once it took so many read units: 1 to 100000
    #[arg(long, value_name = "UNITS", default_value_t = store::Config::default().read_budget, value_parser = units)]
    read_budget: f64,
    #[command(flatten)]
    clients: Clients,
}

fn units(text: &str) -> Result<f64, String> {
    let units = text.parse().ok().filter(|units| (1.0..=100_000.0).contains(units));
    units.ok_or_else(|| "give a number from 1 to 100000".to_owned())
}

pub(crate) async fn run(args: Args) -> Result<ExitCode> {
    let site = Site::find(args.site.as_deref())?;
    let listener = listen::bind(args.listen).await?;
    let address = listener.local_addr().context("the socket has no address")?;
    let opened = args.table.open().await?;
    let is_filled = args.demo && demo::fill(&opened.store, args.demo_events).await?;
    // Nobody else writes to a table in memory, so what is in it needs no time to settle.
    let first = if is_filled && args.table.is_in_memory() { Roll::Everything } else { Roll::Settled };
    tokio::spawn(upkeep::in_the_background(opened.store.clone(), first));
    tokio::spawn(upkeep::asked_in_the_background(opened.store.clone()));
    if let Some(engine) = opened.engine {
        tokio::spawn(sweep(engine));
    }
    let store = opened.store.with_read_budget(args.read_budget);
    let clients = args.clients.router(&store, &args.table).await?;
    let router = router(api::router(store, api::now), site, clients);

    let (stop, stopped) = oneshot::channel();
    let server = axum::serve(listener, router).with_graceful_shutdown(async {
        // A sender that is gone means the same.
        let _ = stopped.await;
    });
    let mut server = tokio::spawn(server.into_future());
    let asked_to_end = asked_to_end();
    println!("Whodunit is ready at http://{address}");
    tokio::select! {
        ended = &mut server => ended?.context("the server failed")?,
        () = asked_to_end => {
            // The receiver is only gone when the server is.
            let _ = stop.send(());
            // A browser may keep connections and downloads open for as long as it likes.
            let _ = tokio::time::timeout(LAST_WORDS, server).await;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The API, the site and the doors for AWS's own clients on one origin, for this machine only.
fn router(api: Router, site: Site, clients: Router) -> Router {
    let all = clients::beside(api.merge(site.router()), clients);
    all.layer(axum::middleware::from_fn(guard::only_this_host))
}

async fn sweep(engine: Emulator) {
    let mut hourly = tokio::time::interval(SWEEP);
    loop {
        hourly.tick().await;
        let engine = engine.clone();
        // What is past retention is not shown whether it is deleted or not: a failure can wait an hour.
        match tokio::task::spawn_blocking(move || engine.sweep_expired()).await {
            Ok(Ok(_)) => {}
            Ok(Err(error)) => eprintln!("expired events could not be deleted: {error}"),
            Err(error) => eprintln!("expired events could not be deleted: {error}"),
        }
    }
}

#[cfg(test)]
mod tests;
