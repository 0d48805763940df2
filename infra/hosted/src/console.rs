//! What `api` and `insight` have in common: questions of the console, behind the gate, by a Function URL whose
//! answers are streamed.

use auth::{Gate, Sessions};
use axum::Router;
use lambda_http::Error;
use store::Store;

use crate::client::Aws;
use crate::settings::Environment;
use crate::{address, log, stream};

/// Answers by the router that `router` makes of the store, to whoever has a session.
pub async fn serve(router: fn(Store, api::Clock) -> Router) -> Result<(), Error> {
    let environment = Environment::process();
    log::init(environment.log()?);
    let aws = Aws::new(&environment)?;
    let store = Store::new(aws.dynamodb(), environment.store()?);
    let sessions = Sessions::new(aws.dynamodb(), environment.sessions()?);
    let gate = Gate::new(sessions, api::now);
    let router = address::behind_distribution(gate.protect(router(store, api::now)));
    aws.warm_up().await;
    lambda_http::run_with_streaming_response(stream::within_limits(router)).await
}
