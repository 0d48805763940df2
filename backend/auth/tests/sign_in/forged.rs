//! Callbacks that the browser was talked into, and requests of other sites.

use axum::http::StatusCode;

use crate::{ORIGIN, World};

#[tokio::test]
async fn somebody_elses_callback_signs_nobody_in() {
    let (mut victim, mut attacker) = (World::new().await, World::new().await);
    let page = attacker.depart("/auth/login").await;
    let lure = attacker.issuer.consent(&page);
    // The same console for both: the victim's browser meets it without the attacker's cookie.
    std::mem::swap(&mut victim.router, &mut attacker.router);
    let answer = victim.get(lure.strip_prefix(ORIGIN).unwrap()).await;
    assert_eq!(answer.status, StatusCode::FOUND, "it signs in as oneself instead");
    assert_eq!(victim.cookie("__Host-sid"), None);
    assert_eq!(attacker.issuer.books().exchanges, 0, "the code is not even used");
}

#[tokio::test]
async fn a_browser_without_cookies_is_told_and_not_led_in_circles() {
    let mut world = World::new().await;
    let mut page = world.depart("/auth/login").await;
    let mut answer;
    let mut rounds = 0;
    loop {
        let back = world.issuer.consent(&page);
        world.cookies.clear();
        answer = world.get(back.strip_prefix(ORIGIN).unwrap()).await;
        if answer.status != StatusCode::FOUND {
            break;
        }
        page = answer.header("location").to_owned();
        rounds += 1;
        assert!(rounds < 5, "in circles");
    }
    assert_eq!((answer.status.as_u16(), answer.heading()), (400, "The browser did not keep the sign-in"));
}

#[tokio::test]
async fn a_callback_is_good_once() {
    let mut world = World::new().await;
    let page = world.depart("/auth/login?next=/events").await;
    let back = world.issuer.consent(&page);
    let back = back.strip_prefix(ORIGIN).unwrap();
    let attempt = world.cookies.clone();
    assert_eq!(world.get(back).await.status, StatusCode::SEE_OTHER);
    let session = world.cookie("__Host-sid").unwrap().to_owned();

    // Back in the browser's history: one is signed in already.
    let answer = world.get(back).await;
    assert_eq!(answer.header("location"), format!("{ORIGIN}/events"));
    assert_eq!(world.cookie("__Host-sid").unwrap(), session);
    assert_eq!(world.issuer.books().exchanges, 1);

    // With the attempt's cookie as well: the issuer knows the code is used.
    world.cookies = attempt;
    let answer = world.get(back).await;
    assert_eq!(answer.heading(), "The sign-in could not be verified");
    assert_eq!(world.cookie("__Host-sid"), None);
}

#[tokio::test]
async fn an_attempt_lasts_ten_minutes() {
    let mut world = World::new().await;
    let page = world.depart("/auth/login").await;
    let back = world.issuer.consent(&page);
    world.wait(11);
    let answer = world.get(back.strip_prefix(ORIGIN).unwrap()).await;
    assert_eq!((answer.status.as_u16(), answer.heading()), (400, "This sign-in is over"));
    assert_eq!(world.issuer.books().exchanges, 0);
}

#[tokio::test]
async fn parameters_without_end_are_refused() {
    let mut world = World::new().await;
    let page = world.depart("/auth/login").await;
    let state = world.issuer.asked(&page).remove("state").unwrap();
    let long = "a".repeat(20_000);
    for query in [
        format!("state={long}&code=a"),
        format!("state={state}{long}&code=a"),
        "code=a".to_owned(),
        String::new(),
    ] {
        assert_eq!(world.get(&format!("/auth/callback?{query}")).await.heading(), "This sign-in is over");
    }
    let answer = world.get(&format!("/auth/callback?state={state}&code={long}")).await;
    assert_eq!(answer.heading(), "The sign-in could not be verified");
    assert_eq!(world.issuer.books().exchanges, 0);
}

#[tokio::test]
async fn an_answer_in_another_issuers_name_is_not_taken() {
    let mut world = World::new().await;
    let page = world.depart("/auth/login").await;
    let back = world.issuer.consent(&page);
    let answer = world.get(&format!("{}&iss=https://evil.example", back.strip_prefix(ORIGIN).unwrap())).await;
    assert_eq!(answer.heading(), "The sign-in could not be verified");
    assert_eq!(world.issuer.books().exchanges, 0);
}

#[tokio::test]
async fn only_our_own_pages_change_anything() {
    let mut world = World::new().await;
    world.sign_in().await;
    for headers in [
        &[][..],
        &[("x-whodunit", "1"), ("sec-fetch-site", "cross-site")],
        &[("x-whodunit", "1"), ("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "same-origin")],
    ] {
        for path in ["/auth/logout", "/auth/refresh", "/api/events"] {
            let answer = world.send("POST", path, headers).await;
            assert_eq!(answer.problem(), (403, "crossSite".to_owned()), "{path} {headers:?}");
        }
    }
    assert_eq!(world.get("/api/events").await.body, "rows", "still signed in");
    assert_eq!(world.post("/api/events").await.body, "changed");
}
