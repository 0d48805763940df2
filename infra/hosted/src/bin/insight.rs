//! What the console asks beside the event history, as a Lambda function of its own: the first rows wait for
//! `api` only, which stays small.

use auth::{Gate, Sessions};
use hosted::client::Aws;
use hosted::settings::Environment;
use hosted::{log, stream};
use lambda_http::Error;
use store::Store;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let environment = Environment::process();
    log::init(environment.log()?);
    let aws = Aws::new(&environment)?;
    let store = Store::new(aws.dynamodb(), environment.store()?);
    let sessions = Sessions::new(aws.dynamodb(), environment.sessions()?);
    let router = Gate::new(sessions, api::now).protect(api::insight(store, api::now));
    aws.warm_up().await;
    lambda_http::run_with_streaming_response(stream::within_limits(router)).await
}
