//! The way out.

use axum::http::StatusCode;
use serde_json::json;

use crate::World;

#[tokio::test]
async fn signing_out_ends_the_session_for_good() {
    let mut world = World::new().await;
    world.sign_in().await;
    let cookies = world.cookies.clone();
    let good = world.issuer.books().good.clone();
    assert_eq!(good.len(), 1);

    let answer = world.post("/auth/logout").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("clear-site-data"), "\"cache\", \"storage\"");
    assert_eq!(world.cookies, []);
    assert_eq!(world.sessions().await, 0);
    assert_eq!(world.issuer.books().revoked, good);

    world.cookies = cookies;
    assert_eq!(world.get("/api/me").await.problem(), (401, "signedOut".to_owned()));
    assert_eq!(world.post("/auth/refresh").await.problem(), (401, "signedOut".to_owned()));
    assert_eq!(world.post("/auth/logout").await.status, StatusCode::OK, "twice is no error");
}

#[tokio::test]
async fn it_says_where_the_issuer_ends_its_own_session() {
    let mut world = World::new().await;
    let expected = format!(
        "{}/end?client_id=console&post_logout_redirect_uri=https%3A%2F%2Fwhodunit.example%2Fsigned-out",
        world.issuer.url
    );
    assert_eq!(world.post("/auth/logout").await.body, json!({"location": expected}).to_string());

    let mut cognito = World::with(json!({"logoutEndpoint": "https://pool.example/logout"})).await;
    let expected = "https://pool.example/logout?client_id=console&logout_uri=https%3A%2F%2Fwhodunit.example%2Fsigned-out";
    assert_eq!(cognito.post("/auth/logout").await.body, json!({"location": expected}).to_string());
    assert_eq!(cognito.issuer.books().discoveries, 0);
}

#[tokio::test]
async fn it_does_not_need_the_issuer() {
    let mut world = World::new().await;
    world.sign_in().await;
    world.issuer.books().down = true;
    let answer = world.post("/auth/logout").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(world.sessions().await, 0);

    let mut world = World::new().await;
    world.issuer.books().down = true;
    let answer = world.post("/auth/logout").await;
    assert_eq!(answer.body, r#"{"location":"https://whodunit.example/signed-out"}"#);
}
