//! The event history as a Lambda function, behind a Function URL whose answers are streamed: a download has no
//! end that it waits for, and no limit of 6 MB. What the console asks beside it is `insight`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    hosted::console::serve(api::history).await
}
