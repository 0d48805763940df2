//! What `api` and `insight` have in common: questions of the console, behind the gate, by a Function URL whose
//! answers are streamed.

use auth::{Gate, Sessions};
use axum::Router;
use axum::extract::Request;
use axum::middleware::map_request;
use lambda_http::Error;
use store::Store;

use crate::client::Aws;
use crate::settings::Environment;
use crate::{log, stream};

/// Answers by the router that `router` makes of the store, to whoever has a session.
pub async fn serve(router: fn(Store, api::Clock) -> Router) -> Result<(), Error> {
    let environment = Environment::process();
    log::init(environment.log()?);
    let aws = Aws::new(&environment)?;
    let store = Store::new(aws.dynamodb(), environment.store()?);
    let sessions = Sessions::new(aws.dynamodb(), environment.sessions()?);
    let router = from_viewers(Gate::new(sessions, api::now).protect(router(store, api::now)));
    aws.warm_up().await;
    lambda_http::run_with_streaming_response(stream::within_limits(router)).await
}

/// Tells the API from where a request comes. Only the distribution may call, and what it says here is its own
/// word, whatever the viewer sent: see `Viewers` in `template.yaml`.
fn from_viewers(router: Router) -> Router {
    router.layer(map_request(async |mut request: Request| {
        let address = request.headers().get("whodunit-viewer").and_then(|address| address.to_str().ok());
        if let Some(address) = address.map(|address| api::Address(address.to_owned())) {
            request.extensions_mut().insert(address);
        }
        request
    }))
}
