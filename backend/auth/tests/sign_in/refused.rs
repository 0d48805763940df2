//! An issuer that is dishonest, broken or says no.

use axum::http::StatusCode;

use crate::issuer::{Mischief, encode};
use crate::{ORIGIN, World};

/// A sign-in of which nothing remains.
async fn fails(mischief: Mischief, status: StatusCode, heading: &str) {
    let mut world = World::new().await;
    world.issuer.does(mischief);
    let mut answer = world.come_back("/auth/login?next=/events").await;
    if answer.status == StatusCode::FOUND {
        let back = world.issuer.consent(answer.header("location"));
        answer = world.get(back.strip_prefix(ORIGIN).unwrap()).await;
    }
    assert_eq!((answer.status, answer.heading()), (status, heading), "{mischief:?}");
    assert!(answer.body.contains("/auth/login?next=%2Fevents\""), "{mischief:?}: {answer:?}");
    assert_eq!(world.cookies, [], "{mischief:?}");
    assert_eq!(world.sessions().await, 0, "{mischief:?}");
    assert_eq!(world.get("/api/me").await.problem(), (401, "signedOut".to_owned()));
}

#[tokio::test]
async fn what_does_not_prove_who_it_is_lets_nobody_in() {
    for mischief in [
        Mischief::WrongNonce,
        Mischief::NoNonce,
        Mischief::WrongKey,
        Mischief::Expired,
        Mischief::WrongAudience,
        Mischief::OtherAudienceToo,
        Mischief::WrongIssuer,
        Mischief::AlgNone,
        Mischief::SharedSecret,
        Mischief::NoIdToken,
    ] {
        fails(mischief, StatusCode::FORBIDDEN, "The sign-in could not be verified").await;
    }
}

#[tokio::test]
async fn an_answer_that_is_none_is_the_services_fault() {
    fails(Mischief::Nonsense, StatusCode::SERVICE_UNAVAILABLE, "Signing in does not work at the moment")
        .await;
}

#[tokio::test]
async fn an_issuer_that_is_not_there() {
    for mischief in [Some(Mischief::Redirects), Some(Mischief::Endless), None] {
        let mut world = World::new().await;
        world.issuer.books().mischief = mischief;
        world.issuer.books().down = true;
        let answer = world.get("/auth/login").await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{mischief:?}");
        assert_eq!(answer.heading(), "Signing in does not work at the moment");
        assert_eq!(world.cookies, []);
        // It is asked again as soon as somebody wants to sign in.
        world.issuer.books().mischief = None;
        world.issuer.books().down = false;
        world.sign_in().await;
    }
}

#[tokio::test]
async fn a_no_is_told_in_plain_words() {
    for (code, status, heading) in [
        ("access_denied", 403, "The sign-in was refused"),
        ("login_required", 403, "The sign-in was not finished"),
        ("server_error", 503, "The sign-in service has a problem"),
        ("unauthorized_client", 502, "The sign-in service refused the request"),
        ("<img src=x>", 502, "The sign-in service refused the request"),
    ] {
        let mut world = World::new().await;
        let page = world.depart("/auth/login").await;
        let state = world.issuer.asked(&page).remove("state").unwrap();
        let why = "<script>alert(1)</script>";
        let query = encode(&[("error", code), ("error_description", why), ("state", &state)]);
        let answer = world.get(&format!("/auth/callback?{query}")).await;
        assert_eq!((answer.status.as_u16(), answer.heading()), (status, heading));
        assert!(answer.body.contains("&lt;script&gt;") && !answer.body.contains("<script"), "{answer:?}");
        assert!(!answer.body.contains("<img src=x>"), "{answer:?}");
        assert_eq!(world.cookies, []);
    }
}

#[tokio::test]
async fn an_error_that_nobody_asked_for_shows_none_of_its_text() {
    let mut world = World::new().await;
    let answer = world.get("/auth/callback?error=x&error_description=Call+0800+1234&state=abc").await;
    assert_eq!((answer.status.as_u16(), answer.heading()), (400, "This sign-in is over"));
    assert!(!answer.body.contains("0800"), "{answer:?}");
}
