//! LookupEvents as a Lambda function, for AWS's own clients: behind a Function URL that is open to everybody,
//! and a gate that is not. It is apart from the console's API, which shall not grow by it.

use api::lookup;
use hosted::client::Aws;
use hosted::settings::Environment;
use hosted::{address, clients, log, stream};
use lambda_http::Error;
use store::Store;
use wire::{Door, Protocol};

const DOOR: Door =
    Door { service: lookup::SERVICE, protocol: Protocol::AwsJson11, max_body: lookup::MAX_BODY };

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let environment = Environment::process();
    log::init(environment.log()?);
    let aws = Aws::new(&environment)?;
    let store = Store::new(aws.dynamodb(), environment.store()?);
    let router = lookup::router(store.clone(), api::now, environment.lookup()?);
    let gate = clients::gate(&aws, &environment, store, DOOR).await?;
    let router = address::behind_url(gate.protect(router));
    // A page of 50 large records is more than the 6 MB of an answer that is not streamed.
    lambda_http::run_with_streaming_response(stream::within_limits(router)).await
}
