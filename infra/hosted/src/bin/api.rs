//! The event history as a Lambda function, behind a Function URL whose answers are streamed: a download has no
//! end that it waits for, and no limit of 6 MB. What the console asks beside it is `insight`.

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
    let router = Gate::new(sessions, api::now).protect(api::history(store, api::now));
    aws.warm_up().await;
    lambda_http::run_with_streaming_response(stream::within_limits(router)).await
}
