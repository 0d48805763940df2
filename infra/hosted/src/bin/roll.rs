//! The roller as a Lambda function: what was asked of the console becomes events, and hours are counted. What it
//! is asked itself does not matter, only that it is.

use hosted::client::Aws;
use hosted::log;
use hosted::settings::Environment;
use ingest::Place;
use lambda_runtime::{Error, LambdaEvent, service_fn};
use serde::de::IgnoredAny;
use store::{Roll, Store};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let environment = Environment::process();
    log::init(environment.log()?);
    let aws = Aws::new(&environment)?;
    let store = Store::new(aws.dynamodb(), environment.store()?);
    lambda_runtime::run(service_fn(async |event: LambdaEvent<IgnoredAny>| -> Result<(), Error> {
        let place = Place::of_function(&event.context.invoked_function_arn);
        // The one does not wait for the other to be well.
        let asked = ingest::record_asked(&store, place.as_ref(), api::now()).await;
        let rolled = store.roll(Roll::Settled, api::now(), |_, _| {}).await?;
        let store::Rolled { hours, left, write_units, read_units } = rolled;
        tracing::info!(hours, left, write_units, read_units, asked = asked?, "rolled");
        Ok(())
    }))
    .await
}
