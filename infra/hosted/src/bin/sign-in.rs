//! Signing in and out as a Lambda function, behind a Function URL. It is apart from the API, whose start
//! shall not pay for it.

use auth::{Sessions, SignIn};
use hosted::client::Aws;
use hosted::log;
use hosted::settings::Environment;
use hosted::sign_in;
use lambda_http::Error;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let environment = Environment::process();
    log::init(environment.log()?);
    let aws = Aws::new(&environment)?;
    let settings = sign_in::settings(&aws.secrets(), &environment.sign_in()?).await?;
    let sessions = Sessions::new(aws.dynamodb(), environment.sessions()?);
    let router = SignIn::new(settings, sessions, api::now)?.router();
    lambda_http::run(router).await
}
