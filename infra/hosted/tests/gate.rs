//! The API as it is hosted: behind the gate, in every route, those that do not exist included.

use std::collections::BTreeSet;

use auth::{Gate, Sessions};
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request};
use emulator::Emulator;
use model::Problem;
use store::Store;
use tower::ServiceExt;

async fn hosted() -> Router {
    let client = Emulator::memory().unwrap().client();
    let store = Store::new(client.clone(), store::Config::default());
    store.create_table().await.unwrap();
    let sessions = Sessions::new(client, auth::Config::default());
    sessions.create_table().await.unwrap();
    Gate::new(sessions, api::now).protect(api::router(store, api::now))
}

async fn ask(router: &Router, method: &Method, path: &str, cookie: &str) -> (u16, String) {
    let request = Request::builder().method(method).uri(path).header("cookie", cookie);
    let request = request.header("x-whodunit", "1").body(Body::empty()).unwrap();
    let response = router.clone().oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let body = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

#[tokio::test]
async fn no_route_answers_without_a_session() {
    let router = hosted().await;
    let mut paths: BTreeSet<String> =
        api::paths().concat().into_iter().map(|path| path.replace("{id}", "x")).collect();
    assert!(paths.contains("/api/events") && paths.contains("/api/me"), "{paths:?}");
    paths.extend(["/api", "/api/", "/api/no-such-path", "/api/events/a/b", "/api/EVENTS"].map(str::to_owned));
    let made_up = format!("__Host-sid={}", "A".repeat(43));
    for path in paths {
        for method in [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS]
        {
            for cookie in ["", "__Host-sid=", &made_up] {
                let (status, body) = ask(&router, &method, &path, cookie).await;
                assert_eq!(status, 401, "{method} {path} {cookie}: {body}");
                if method != Method::HEAD {
                    let problem: Problem = serde_json::from_str(&body).unwrap();
                    assert_eq!(problem.code, "signedOut", "{method} {path}");
                }
            }
        }
    }
}

#[tokio::test]
async fn without_a_table_of_sessions_no_route_answers_at_all() {
    let client = Emulator::memory().unwrap().client();
    let store = Store::new(client.clone(), store::Config::default());
    store.create_table().await.unwrap();
    let sessions = Sessions::new(client, auth::Config::default());
    let router = Gate::new(sessions, api::now).protect(api::router(store, api::now));
    let cookie = format!("__Host-sid={}", "A".repeat(43));
    for path in api::paths().concat() {
        let (status, body) = ask(&router, &Method::GET, &path.replace("{id}", "x"), &cookie).await;
        assert_eq!(status, 503, "{path}: {body}");
    }
}
