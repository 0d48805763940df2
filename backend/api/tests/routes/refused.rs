//! What is no question at all, and what every answer has.

use std::collections::HashSet;

use model::Problem;

use crate::Api;

#[tokio::test]
async fn other_addresses_and_methods_are_problems_too() {
    let api = Api::with_corpus().await;
    for (method, uri, status) in [
        ("GET", "/api", 404),
        ("GET", "/api/nothing", 404),
        ("GET", "/api/events/a/b", 404),
        ("GET", "/api/events.xml", 404),
        ("POST", "/api/events", 405),
        ("DELETE", "/api/events/x", 405),
    ] {
        let answer = api.send(method, uri).await;
        assert_eq!(answer.status, status, "{method} {uri}");
        assert!(!answer.json::<Problem>().message.is_empty(), "{method} {uri}");
    }
    let long = api.get(&format!("/api/events?q={}", "x".repeat(20_000))).await;
    assert_eq!((long.status.as_u16(), &*long.json::<Problem>().code), (414, "tooLong"));
}

#[tokio::test]
async fn no_answer_may_be_kept_framed_or_taken_for_a_page() {
    let api = Api::with_corpus().await;
    let mut ids = HashSet::new();
    for uri in
        ["/api/events", "/api/events?size=0", "/api/events/nope", "/api/health", "/api/events.csv", "/api/no"]
    {
        let answer = api.get(uri).await;
        assert_eq!(answer.header("cache-control"), "no-store", "{uri}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{uri}");
        assert!(answer.header("content-security-policy").starts_with("default-src 'none'"), "{uri}");
        assert!(ids.insert(answer.header("x-request-id").to_owned()), "{uri}");
    }
    assert!(ids.iter().all(|id| id.len() == 32));
}
