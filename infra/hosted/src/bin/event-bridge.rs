//! EventBridge's door as a Lambda function; see [`hosted::event_bridge`].

use hosted::client::Aws;
use hosted::event_bridge::EventBridge;
use hosted::log;
use hosted::queue::{Answer, Batch};
use hosted::settings::Environment;
use lambda_runtime::{Error, LambdaEvent, service_fn};
use store::Store;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let environment = Environment::process();
    log::init(environment.log()?);
    let function = environment.function()?;
    let aws = Aws::new(&environment)?;
    let store = Store::new(aws.dynamodb(), environment.store()?);
    let door = EventBridge::new(store, api::now);
    aws.warm_up().await;
    lambda_runtime::run(service_fn(async |event: LambdaEvent<Batch>| -> Result<Answer, Error> {
        let outcome = door.take(event.payload).await;
        log::line(&outcome.line(&function, api::now()));
        Ok(outcome.answer())
    }))
    .await
}
