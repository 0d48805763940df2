//! Signing in and out, against a real issuer on loopback and a table of the embedded DynamoDB.

mod arrival;
mod forged;
mod gate;
mod issuer;
mod logout;
mod refresh;
mod refused;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use auth::{Config, Gate, Sessions, Settings, SignIn};
use aws_sdk_dynamodb::Client;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::get;
use axum::{Extension, Json, Router};
use emulator::Emulator;
use model::{Me, Timestamp};
use serde_json::json;
use tower::ServiceExt;

use issuer::{CLIENT, Issuer, SECRET};

const ORIGIN: &str = "https://whodunit.example";

/// A console with sign-in before it, its issuer, and one browser with its cookies.
struct World {
    issuer: Issuer,
    router: Router,
    table: Client,
    clock: Arc<AtomicI64>,
    cookies: Vec<(String, String)>,
}

/// An answer, read to its end.
#[derive(Debug)]
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl World {
    async fn new() -> World {
        World::with(json!({})).await
    }

    /// With other settings than the usual.
    async fn with(changes: serde_json::Value) -> World {
        let issuer = Issuer::start().await;
        let mut settings = json!({"issuer": issuer.url, "clientId": CLIENT, "clientSecret": SECRET,
            "origin": ORIGIN});
        settings.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        let table = Emulator::memory().unwrap().client();
        let sessions = Sessions::new(table.clone(), Config::default());
        sessions.create_table().await.unwrap();
        let clock = Arc::new(AtomicI64::new(0));
        let now = {
            let clock = Arc::clone(&clock);
            move || {
                let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis() as i64;
                Timestamp::from_millis(since + clock.load(Ordering::SeqCst))
            }
        };
        let settings = Settings::parse(&settings.to_string()).unwrap();
        let sign_in = SignIn::new(settings, sessions.clone(), now.clone()).unwrap();
        let api = Router::new()
            .route("/me", get(async |me: Extension<Me>| Json(me.0)))
            .route("/events", get(async || "rows").post(async || "changed"))
            .fallback(async || "no such path");
        let api = Gate::new(sessions, now).protect(Router::new().nest("/api", api));
        let router = api.merge(sign_in.router());
        World { issuer, router, table, clock, cookies: Vec::new() }
    }

    /// Lets `minutes` pass.
    fn wait(&self, minutes: i64) {
        self.clock.fetch_add(minutes * 60_000, Ordering::SeqCst);
    }

    async fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, &[]).await
    }

    /// A request of the console's own pages.
    async fn post(&mut self, path: &str) -> Answer {
        self.send("POST", path, &[("x-whodunit", "1"), ("sec-fetch-site", "same-origin")]).await
    }

    async fn send(&mut self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header("cookie", self.cookie_header());
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = self.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        for set in parts.headers.get_all("set-cookie") {
            self.keep(set.to_str().unwrap());
        }
        let body = axum::body::to_bytes(body, 1 << 20).await.unwrap().to_vec();
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8(body).unwrap() }
    }

    fn cookie_header(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    fn keep(&mut self, set: &str) {
        let (pair, attributes) = set.split_once("; ").unwrap();
        assert!(["Path=/", "Secure", "HttpOnly", "SameSite=Lax"].iter().all(|a| attributes.contains(a)));
        let (name, value) = pair.split_once('=').unwrap();
        self.cookies.retain(|(kept, _)| kept != name);
        if !attributes.contains("Max-Age=0") {
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
    }

    fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.iter().find(|(kept, _)| kept == name).map(|(_, value)| &**value)
    }

    /// To the issuer's page: its address.
    async fn depart(&mut self, path: &str) -> String {
        let answer = self.get(path).await;
        assert_eq!(answer.status, StatusCode::FOUND, "{answer:?}");
        answer.header("location").to_owned()
    }

    /// To the issuer's page and back, with a code: the answer of the callback.
    async fn come_back(&mut self, path: &str) -> Answer {
        let page = self.depart(path).await;
        let back = self.issuer.consent(&page);
        self.get(back.strip_prefix(ORIGIN).unwrap()).await
    }

    async fn sign_in(&mut self) {
        let answer = self.come_back("/auth/login").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
    }

    /// How many sessions there are.
    async fn sessions(&self) -> i32 {
        self.table.scan().table_name("whodunit-sessions").send().await.unwrap().count
    }
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The code of a problem.
    #[track_caller]
    fn problem(&self) -> (u16, String) {
        let problem: model::Problem =
            serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("{e}: {self:?}"));
        assert_eq!(self.header("cache-control"), "no-store");
        (self.status.as_u16(), problem.code)
    }

    /// The heading of a page that leads on.
    #[track_caller]
    fn heading(&self) -> &str {
        assert!(self.header("content-security-policy").starts_with("default-src 'none';"), "{self:?}");
        assert!(self.body.contains("<a class=\"button\" href=\"/auth/login?next="), "{self:?}");
        let (_, rest) = self.body.split_once("<h1>").unwrap();
        rest.split_once("</h1>").unwrap().0
    }
}
