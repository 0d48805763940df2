//! PutAuditEvents as a Lambda function, for events of one's own applications: behind a Function URL that is
//! open to everybody, and a gate that is not.

use hosted::client::Aws;
use hosted::settings::Environment;
use hosted::{clients, log};
use ingest::audit;
use lambda_http::Error;
use store::Store;
use wire::{Door, Protocol};

const DOOR: Door = Door { service: audit::SERVICE, protocol: Protocol::RestJson1, max_body: audit::MAX_BODY };

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let environment = Environment::process();
    log::init(environment.log()?);
    let aws = Aws::new(&environment)?;
    let store = Store::new(aws.dynamodb(), environment.store()?);
    let router = audit::router(store.clone(), api::now);
    let gate = clients::gate(&aws, &environment, store, DOOR).await?;
    lambda_http::run(gate.protect(router)).await
}
