//! A server that asks for signatures lets in those that the SDK makes with a key of ours.

use aws_sdk_cloudtrail::error::ProvideErrorMetadata;

use crate::whodunit::{Events, Key, Serving, nobodys};

/// The error's name and sentence.
async fn refusal(serving: &Serving, key: &Key) -> (String, String) {
    let error = serving.cloudtrail(key).lookup_events().send().await.unwrap_err();
    (error.code().unwrap().to_owned(), error.message().unwrap().to_owned())
}

#[tokio::test]
async fn our_keys_are_let_in_and_no_others() {
    let events = Events::new(1);
    let (key, other) = (events.key(), events.key());
    let serving = events.serve(&["--require-signature"]);
    for key in [&key, &other] {
        let page = serving.cloudtrail(key).lookup_events().send().await.unwrap();
        assert_eq!(page.events().len(), 1);
    }
    let (code, message) = refusal(&serving, &nobodys()).await;
    assert_eq!(code, "UnrecognizedClientException");
    assert_eq!(message, "The security token included in the request is invalid.");
    let (code, message) = refusal(&serving, &(key.0, other.1)).await;
    assert_eq!(code, "InvalidSignatureException");
    assert!(message.starts_with("The request signature we calculated does not match"), "{message}");
}
