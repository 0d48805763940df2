//! `GET /api/me`

use axum::Extension;
use axum::body::Body;
use axum::http::Request;
use model::Me;
use tower::ServiceExt;

use crate::Api;

#[tokio::test]
async fn without_a_gate_nobody_signs_in() {
    assert_eq!(Api::with_corpus().await.get("/api/me").await.text(), r#"{"signIn":false}"#);
}

#[tokio::test]
async fn behind_one_it_says_who_asks() {
    let me = Me { sign_in: true, name: "Ana".to_owned(), ..Me::default() };
    let router = Api::broken().router.layer(Extension(me));
    let request = Request::get("/api/me").body(Body::empty()).unwrap();
    let body = router.oneshot(request).await.unwrap().into_body();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    assert_eq!(body, r#"{"signIn":true,"name":"Ana"}"#);
}

#[tokio::test]
async fn every_path_that_is_listed_is_answered() {
    let api = Api::with_corpus().await;
    assert!(api::paths().concat().len() > 5);
    for path in api::paths().concat() {
        let answer = api.get(&path.replace("{id}", "x")).await;
        assert!(!answer.text().contains("nothing at this address"), "{path}");
        // All but saved views answer GET only, and these change nothing for a page that is not ours.
        let refused = if path == "/api/views" { 403 } else { 405 };
        assert_eq!(api.send("POST", &path).await.status, refused, "{path}");
    }
}
