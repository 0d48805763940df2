//! The gate before a router.

use axum::http::StatusCode;

use crate::World;

const PATHS: [&str; 4] = ["/api", "/api/me", "/api/events", "/api/no-such-path"];

#[tokio::test]
async fn nothing_is_answered_without_a_session() {
    let mut world = World::new().await;
    let random = "A".repeat(43);
    for cookie in ["", "x", &random, &"B".repeat(5_000)] {
        world.cookies = vec![("__Host-sid".to_owned(), cookie.to_owned())];
        for path in PATHS {
            assert_eq!(world.get(path).await.problem(), (401, "signedOut".to_owned()), "{path} {cookie:.50}");
            assert_eq!(world.send("HEAD", path, &[]).await.status, StatusCode::UNAUTHORIZED, "{path}");
            assert_eq!(world.post(path).await.problem(), (401, "signedOut".to_owned()), "{path}");
        }
    }
}

#[tokio::test]
async fn a_session_ends_when_idle_and_in_any_case() {
    let mut world = World::new().await;
    world.issuer.books().lasts = 24 * 3_600;
    world.sign_in().await;
    for _ in 0..17 {
        world.wait(40);
        assert_eq!(world.get("/api/events").await.status, StatusCode::OK);
    }
    world.wait(41);
    assert_eq!(world.get("/api/events").await.problem(), (401, "signedOut".to_owned()));

    world.sign_in().await;
    world.wait(46);
    assert_eq!(world.get("/api/events").await.problem(), (401, "signedOut".to_owned()));
}

#[tokio::test]
async fn when_the_table_does_not_answer_nobody_passes() {
    let mut world = World::new().await;
    world.sign_in().await;
    world.table.delete_table().table_name("whodunit-sessions").send().await.unwrap();
    for path in PATHS {
        let answer = world.get(path).await;
        assert_eq!(answer.problem(), (503, "signInUnavailable".to_owned()), "{path}");
        assert!(!answer.body.contains("ResourceNotFound"), "{answer:?}");
        assert_eq!(answer.header("retry-after"), "1");
    }
    assert_eq!(world.post("/auth/refresh").await.problem().0, 503);
    assert_eq!(world.post("/auth/logout").await.problem().0, 503);
    let answer = world.come_back("/auth/login").await;
    assert_eq!(answer.heading(), "Signing in does not work at the moment");
}

#[tokio::test]
async fn other_addresses_under_auth() {
    let mut world = World::new().await;
    assert_eq!(world.get("/auth/nothing").await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.get("/auth/logout").await.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(world.post("/auth/login").await.status, StatusCode::METHOD_NOT_ALLOWED);
}
