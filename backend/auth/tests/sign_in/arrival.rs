//! The way in, when all goes well.

use axum::http::StatusCode;
use model::Me;
use serde_json::json;

use crate::issuer::Mischief;
use crate::{ORIGIN, World};

#[tokio::test]
async fn signing_in_leads_to_where_one_wanted_to_go() {
    let mut world = World::new().await;
    let answer = world.come_back("/auth/login?next=%2Fevents%3Fq%3Daccess%3Awrite%26from%3D-7d").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.header("location"), format!("{ORIGIN}/events?q=access:write&from=-7d"));
    assert_eq!(world.cookies.len(), 1, "the cookie of the attempt is gone: {:?}", world.cookies);

    let answer = world.get("/api/me").await;
    assert_eq!(answer.status, StatusCode::OK);
    let me: Me = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(
        (me.sign_in, &*me.name, &*me.groups),
        (true, "Ana <b>Auditor</b>", &["auditor".to_owned()][..])
    );
    assert!(me.expires.is_some());
    assert_eq!(world.get("/api/events").await.body, "rows");
}

#[tokio::test]
async fn what_is_asked_of_the_issuer() {
    let mut world = World::with(json!({"scopes": "openid email offline_access"})).await;
    let page = world.depart("/auth/login").await;
    let asked = world.issuer.asked(&page);
    assert_eq!(asked["scope"], "openid email offline_access");
    assert_eq!(asked["redirect_uri"], format!("{ORIGIN}/auth/callback"));
    assert!(asked["nonce"].len() >= 16 && asked["code_challenge"].len() == 43 && asked["state"].len() >= 43);
    // None of it is ever the same again, and nothing of the verifier is in the address.
    let page = world.depart("/auth/login").await;
    let again = world.issuer.asked(&page);
    for name in ["nonce", "code_challenge", "state"] {
        assert_ne!(asked[name], again[name], "{name}");
    }
}

#[tokio::test]
async fn nobody_is_led_astray() {
    let mut world = World::new().await;
    for out in
        ["//evil.example", "https://evil.example", "/%5Cevil.example", "/%0D%0Aset-cookie:a=b", "/auth/login"]
    {
        let answer = world.come_back(&format!("/auth/login?next={out}")).await;
        assert_eq!(answer.header("location"), format!("{ORIGIN}/"), "{out}");
    }
}

#[tokio::test]
async fn a_second_sign_in_replaces_the_session() {
    let mut world = World::new().await;
    world.sign_in().await;
    let first = world.cookie("__Host-sid").unwrap().to_owned();
    world.sign_in().await;
    assert_ne!(world.cookie("__Host-sid").unwrap(), first);
    assert_eq!(world.sessions().await, 1);
    world.cookies = vec![("__Host-sid".to_owned(), first)];
    assert_eq!(world.get("/api/me").await.problem(), (401, "signedOut".to_owned()));
}

#[tokio::test]
async fn groups_are_the_issuers() {
    for (groups, kept) in [
        (json!(["admin", "auditor", "cooks"]), Some(vec!["auditor", "admin"])),
        (json!("admin"), Some(vec!["admin"])),
        (json!(["Auditor", "auditors", 7]), None),
        (json!({"auditor": true}), None),
        (json!(null), None),
    ] {
        let mut world = World::new().await;
        world.issuer.books().groups = Some(groups.clone());
        world.sign_in().await;
        let answer = world.get("/api/me").await;
        match kept {
            Some(kept) => {
                let me: Me = serde_json::from_str(&answer.body).unwrap();
                assert_eq!(me.groups, kept, "{groups}");
            }
            None => assert_eq!(answer.problem(), (403, "notAllowed".to_owned()), "{groups}"),
        }
    }
    // An issuer that lets in only whom it should: no claim is looked at.
    let mut world = World::with(json!({"groupsClaim": ""})).await;
    world.issuer.books().groups = None;
    world.sign_in().await;
    assert_eq!(world.get("/api/events").await.body, "rows");
}

#[tokio::test]
async fn changed_keys_are_asked_for_once() {
    let mut world = World::new().await;
    world.sign_in().await;
    world.sign_in().await;
    assert_eq!(world.issuer.books().discoveries, 1);
    world.issuer.books().keys = vec![1, 2];
    world.sign_in().await;
    assert_eq!(world.issuer.books().discoveries, 2);
}

#[tokio::test]
async fn a_wrong_nonce_begins_again_once() {
    let mut world = World::new().await;
    world.issuer.does(Mischief::WrongNonceOnce);
    let again = world.come_back("/auth/login?next=/events").await;
    assert_eq!(again.status, StatusCode::FOUND);
    let back = world.issuer.consent(again.header("location"));
    let answer = world.get(back.strip_prefix(ORIGIN).unwrap()).await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (StatusCode::SEE_OTHER, "https://whodunit.example/events")
    );
}

#[tokio::test]
async fn tabs_that_sign_in_together_all_arrive() {
    let mut world = World::new().await;
    let one = world.depart("/auth/login?next=/one").await;
    let two = world.depart("/auth/login?next=/two").await;
    let (one, two) = (world.issuer.consent(&one), world.issuer.consent(&two));
    // The first was overtaken: it begins again, and the issuer, who knows the person by now, answers at once.
    let answer = world.get(one.strip_prefix(ORIGIN).unwrap()).await;
    assert_eq!(answer.status, StatusCode::FOUND);
    let again = world.issuer.consent(answer.header("location"));
    let answer = world.get(again.strip_prefix(ORIGIN).unwrap()).await;
    assert_eq!(answer.header("location"), format!("{ORIGIN}/one"));
    // The second meets a session.
    let answer = world.get(two.strip_prefix(ORIGIN).unwrap()).await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (StatusCode::SEE_OTHER, "https://whodunit.example/two")
    );
    assert_eq!(world.sessions().await, 1);
}
