//! A session whose tokens ran out.

use std::time::Duration;

use axum::http::StatusCode;
use model::Me;
use serde_json::json;

use crate::World;
use crate::issuer::Mischief;

/// Signed in with tokens that have run out since; from now on they last long.
async fn stale() -> World {
    let mut world = World::new().await;
    world.issuer.books().lasts = 600;
    world.sign_in().await;
    world.wait(11);
    world.issuer.books().lasts = 7_200;
    assert_eq!(world.get("/api/events").await.problem(), (401, "sessionStale".to_owned()));
    world
}

#[tokio::test]
async fn the_issuer_is_asked_again() {
    let mut world = stale().await;
    world.issuer.books().groups = Some(json!(["admin"]));
    let answer = world.post("/auth/refresh").await;
    let me: Me = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(me.groups, ["admin"], "what changed there is known here");
    assert_eq!(world.get("/api/events").await.body, "rows");
    assert_eq!(world.issuer.books().refreshes, 1);
    // Asked for without need, it costs nothing.
    assert_eq!(world.post("/auth/refresh").await.status, StatusCode::OK);
    assert_eq!(world.issuer.books().refreshes, 1);
}

#[tokio::test]
async fn many_tabs_send_one_token_once() {
    let mut world = stale().await;
    world.issuer.books().delay = Duration::from_millis(100);
    for round in 1..=2 {
        let tabs = (0..6).map(|_| {
            let mut tab = World {
                issuer: world.issuer.clone(),
                router: world.router.clone(),
                table: world.table.clone(),
                clock: world.clock.clone(),
                cookies: world.cookies.clone(),
            };
            async move { tab.post("/auth/refresh").await }
        });
        for answer in futures::future::join_all(tabs).await {
            assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        }
        assert_eq!(world.issuer.books().refreshes, round);
        assert_eq!(world.get("/api/events").await.body, "rows");
        // Stale once more, in time before the session is idle.
        world.issuer.books().lasts = 14_400;
        for _ in 0..4 {
            world.wait(29);
            let _ = world.get("/api/events").await;
        }
    }
}

#[tokio::test]
async fn without_rotation_the_token_is_used_again() {
    let mut world = World::new().await;
    world.issuer.books().rotates = false;
    world.issuer.books().lasts = 600;
    world.sign_in().await;
    for minutes in [20, 30, 40] {
        world.wait(11);
        world.issuer.books().lasts = minutes * 60;
        assert_eq!(world.post("/auth/refresh").await.status, StatusCode::OK);
    }
    assert_eq!(world.issuer.books().good.len(), 1);
}

#[tokio::test]
async fn a_no_ends_the_session() {
    let mut world = stale().await;
    world.issuer.books().good.clear();
    let answer = world.post("/auth/refresh").await;
    assert_eq!(answer.problem(), (401, "signedOut".to_owned()));
    assert_eq!(world.cookies, []);
    assert_eq!(world.sessions().await, 0);
}

#[tokio::test]
async fn what_is_not_believed_ends_it_too() {
    for mischief in [Mischief::SomebodyElse, Mischief::WrongKey, Mischief::AlgNone, Mischief::WrongAudience] {
        let mut world = stale().await;
        world.issuer.does(mischief);
        assert_eq!(
            world.post("/auth/refresh").await.problem(),
            (401, "signedOut".to_owned()),
            "{mischief:?}"
        );
        assert_eq!(world.sessions().await, 0, "{mischief:?}");
    }
}

#[tokio::test]
async fn an_issuer_without_refresh_tokens_is_asked_by_signing_in() {
    let mut world = World::new().await;
    world.issuer.books().gives_refresh_tokens = false;
    world.issuer.books().lasts = 600;
    world.sign_in().await;
    world.wait(11);
    assert_eq!(world.post("/auth/refresh").await.problem(), (401, "signedOut".to_owned()));
    assert_eq!(world.sessions().await, 0);
}

#[tokio::test]
async fn an_issuer_that_is_away_costs_nobody_the_session() {
    let mut world = stale().await;
    world.issuer.books().down = true;
    assert_eq!(world.post("/auth/refresh").await.problem(), (503, "signInUnavailable".to_owned()));
    world.issuer.books().down = false;
    // At once: the right to ask was given back.
    assert_eq!(world.post("/auth/refresh").await.status, StatusCode::OK);
}

#[tokio::test]
async fn without_an_id_token_the_person_stays_as_known() {
    let mut world = stale().await;
    world.issuer.does(Mischief::NoIdToken);
    let me: Me = serde_json::from_str(&world.post("/auth/refresh").await.body).unwrap();
    assert_eq!(me.groups, ["auditor"]);
}

#[tokio::test]
async fn signing_out_while_it_is_under_way_wins() {
    let mut world = stale().await;
    world.issuer.books().delay = Duration::from_millis(300);
    let mut tab = World {
        issuer: world.issuer.clone(),
        router: world.router.clone(),
        table: world.table.clone(),
        clock: world.clock.clone(),
        cookies: world.cookies.clone(),
    };
    let refresh = tab.post("/auth/refresh");
    let logout = async {
        // Once the issuer has the question.
        while world
            .table
            .scan()
            .table_name("whodunit-sessions")
            .filter_expression("l > :no")
            .expression_attribute_values(":no", aws_sdk_dynamodb::types::AttributeValue::N("0".into()))
            .send()
            .await
            .unwrap()
            .count
            == 0
        {
            tokio::task::yield_now().await;
        }
        world.post("/auth/logout").await
    };
    let (refreshed, signed_out) = futures::future::join(refresh, logout).await;
    assert_eq!(signed_out.status, StatusCode::OK);
    assert_eq!(refreshed.problem(), (401, "signedOut".to_owned()));
    assert_eq!(world.sessions().await, 0);
    assert_eq!(world.issuer.books().good, Vec::<String>::new(), "the new token was revoked, too");
}
