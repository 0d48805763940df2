//! The hosted console on one address of this machine, put together of the same routers as the functions:
//! the gate, the API, sign-in. The tests in the browser sign in with it; it is no way to run the product.
//!
//! It listens first and prints `The console is at http://localhost:PORT`, for an issuer has to know that.
//! Then it reads one line, the sign-in settings as JSON, prints `The console is ready`, and serves until its
//! standard input ends. Its events and sessions are in memory.
//!
//! `cargo run -p hosted --example console -- target/site`

mod site;

use std::io::{Write, sink, stdin, stdout};

use auth::{Config, Gate, Sessions, Settings, SignIn};
use emulator::Emulator;
use ingest::{Limits, Loader};
use store::Store;

type Error = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    hosted::log::init(tracing::Level::WARN);
    let folder = std::env::args().nth(1).ok_or("say where the built site is")?;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    tell(&format!("The console is at http://localhost:{}", listener.local_addr()?.port()))?;

    let client = Emulator::memory()?.client();
    let store = Store::new(client.clone(), store::Config::default());
    store.create_table().await?;
    fill(&store).await?;
    let sessions = Sessions::new(client, Config::default());
    sessions.create_table().await?;
    let settings = tokio::task::spawn_blocking(line).await??;
    let sign_in = SignIn::new(Settings::parse(&settings)?, sessions.clone(), api::now)?;

    let api = Gate::new(sessions, api::now).protect(api::router(store, api::now));
    let router = api.merge(sign_in.router()).merge(site::router(folder.as_ref())?);
    tell("The console is ready")?;
    let ended = tokio::task::spawn_blocking(|| std::io::copy(&mut stdin(), &mut sink()));
    tokio::select! {
        served = axum::serve(listener, router) => Ok(served?),
        _ = ended => Ok(()),
    }
}

/// The next line of the standard input.
fn line() -> std::io::Result<String> {
    let mut line = String::new();
    stdin().read_line(&mut line)?;
    Ok(line)
}

async fn fill(store: &Store) -> Result<(), Error> {
    let now = api::now();
    let demo = demo::Demo { events: 500, days: 7, ..demo::Demo::new(now.millis()) };
    let lines: String = demo.records().map(|record| record + "\n").collect();
    let mut loader = Loader::new(store.clone(), Limits::default(), now);
    loader.file("demo", lines.as_bytes()).await?;
    loader.finish().await?;
    Ok(())
}

fn tell(line: &str) -> std::io::Result<()> {
    let mut out = stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}
