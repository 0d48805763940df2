//! AWS's own clients at the console's address: they post to `/`, at which a browser gets a page.

use anyhow::{Result, bail};
use api::lookup;
use axum::Router;
use axum::extract::Request;
use axum::http::Method;
use axum::middleware::Next;
use ingest::audit;
use store::Store;
use tower::ServiceExt;
use wire::{Door, Gate, Protocol};

use crate::seed;
use crate::table::Table;

/// The options of the doors for AWS's own clients.
#[derive(clap::Args)]
pub(crate) struct Clients {
    /// Answer AWS's clients only when a key of `whodunit keys` has signed
    #[arg(long)]
    require_signature: bool,
    #[command(flatten)]
    seed: seed::Source,
    /// Keep to AWS's limits in LookupEvents: one attribute, two requests a second
    #[arg(long)]
    strict_lookup: bool,
    /// Answer at most so many LookupEvents a second [default: no limit, or 2 if strict]
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    lookup_rate: Option<u32>,
}

impl Clients {
    /// The doors, behind a gate each if signatures are required.
    pub(crate) async fn router(&self, store: &Store, table: &Table) -> Result<Router> {
        let settings = lookup::Settings { strict: self.strict_lookup, rate: self.lookup_rate };
        let lookup = lookup::router(store.clone(), api::now, settings);
        let audit = audit::router(store.clone(), api::now);
        if !self.require_signature {
            return Ok(lookup.merge(audit));
        }
        if table.is_in_memory() {
            bail!(
                "--require-signature needs keys, and these are with the events: say --data or --endpoint-url"
            );
        }
        let seed = self.seed.read(table.data()).await?;
        let gate = |service, protocol, max_body| {
            Gate::new(store.clone(), seed.clone(), Door { service, protocol, max_body }, api::now)
        };
        let lookup = gate(lookup::SERVICE, Protocol::AwsJson11, lookup::MAX_BODY).protect(lookup);
        let audit = gate(audit::SERVICE, Protocol::RestJson1, audit::MAX_BODY).protect(audit);
        Ok(lookup.merge(audit))
    }
}

/// `pages`, but what is posted outside of `/api` goes to `clients`.
pub(crate) fn beside(pages: Router, clients: Router) -> Router {
    pages.layer(axum::middleware::from_fn(move |request: Request, next: Next| {
        let clients = clients.clone();
        async move {
            if request.method() != Method::POST || request.uri().path().starts_with("/api") {
                return next.run(request).await;
            }
            match clients.oneshot(request).await {
                Ok(response) => response,
                Err(never) => match never {},
            }
        }
    }))
}
