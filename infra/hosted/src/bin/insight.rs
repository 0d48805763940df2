//! What the console asks beside the event history, as a Lambda function of its own: the first rows wait for
//! `api` only, which stays small.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    hosted::console::serve(api::insight).await
}
