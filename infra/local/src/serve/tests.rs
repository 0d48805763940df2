//! The console and the API on one origin, as a browser sees them.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::response::Response;
use emulator::Emulator;
use store::{Config, Store};
use tower::ServiceExt;

use super::*;

const JS: &str = "console.log('small')";

async fn served() -> Router {
    let dir = tempfile::tempdir().unwrap();
    let manifest = r#"{"inputs":"x","files":[
        {"name":"index.html","bytes":6,"brotli":null,
         "contentType":"text/html; charset=utf-8","cacheControl":"no-cache"},
        {"name":"app-0123456789abcdef.js","bytes":20,"brotli":4,
         "contentType":"text/javascript; charset=utf-8","cacheControl":"public, immutable"},
        {"name":"app_bg-0123456789abcdef.wasm","bytes":4,"brotli":null,
         "contentType":"application/wasm","cacheControl":"public, immutable"}]}"#;
    for (name, content) in [
        ("site.json", manifest),
        ("index.html", "<html>"),
        ("app-0123456789abcdef.js", JS),
        ("app-0123456789abcdef.js.br", "tiny"),
        ("app_bg-0123456789abcdef.wasm", "\0asm"),
        ("secret.txt", "not in the list"),
    ] {
        std::fs::write(dir.path().join(name), content).unwrap();
    }
    let store = Store::new(Emulator::memory().unwrap().client(), Config::default());
    store.create_table().await.unwrap();
    let clients = api::lookup::router(store.clone(), api::now, api::lookup::Settings::default());
    router(api::router(store, api::now), Site::find(Some(dir.path())).unwrap(), clients)
}

async fn get(router: &Router, path: &str, headers: &[(&str, &str)]) -> (Response, String) {
    let mut request = Request::builder().uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    (Response::from_parts(parts, Body::empty()), String::from_utf8(body.to_vec()).unwrap())
}

const HERE: (&str, &str) = ("host", "127.0.0.1:8080");

fn header<'a>(response: &'a Response, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn every_page_is_the_console() {
    let router = served().await;
    for path in ["/", "/events", "/events?q=access:write", "/events/a.b-c", "/help"] {
        let (response, body) = get(&router, path, &[HERE]).await;
        assert_eq!((response.status(), &*body), (StatusCode::OK, "<html>"), "{path}");
        assert_eq!(header(&response, "cache-control"), "no-cache");
        assert_eq!(header(&response, "content-type"), "text/html; charset=utf-8");
        assert!(
            header(&response, "content-security-policy").contains("script-src 'self' 'wasm-unsafe-eval';")
        );
        assert_eq!(header(&response, "x-content-type-options"), "nosniff");
        assert_eq!(header(&response, "strict-transport-security"), "");
    }
}

#[tokio::test]
async fn assets_are_kept_for_ever_and_sent_small() {
    let router = served().await;
    let path = "/app-0123456789abcdef.js";
    for (accept, body, encoding) in [
        ("gzip, br", "tiny", "br"),
        ("br;q=0.5", "tiny", "br"),
        ("gzip", JS, ""),
        ("br;q=0", JS, ""),
        ("br; q=0.000", JS, ""),
    ] {
        let (response, text) = get(&router, path, &[HERE, ("accept-encoding", accept)]).await;
        assert_eq!((&*text, header(&response, "content-encoding")), (body, encoding), "{accept}");
        assert!(header(&response, "cache-control").contains("immutable"));
    }
    let (response, _) = get(&router, "/app_bg-0123456789abcdef.wasm", &[HERE]).await;
    assert_eq!(header(&response, "content-type"), "application/wasm");
}

#[tokio::test]
async fn only_what_the_build_lists_is_served() {
    let router = served().await;
    for path in
        ["/secret.txt", "/site.json", "/../Cargo.toml", "/%2e%2e/Cargo.toml", "/app.js", "/favicon.ico"]
    {
        let (response, _) = get(&router, path, &[HERE]).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn the_api_is_beside_it_with_its_own_errors() {
    let router = served().await;
    let (response, body) = get(&router, "/api/health", &[HERE]).await;
    assert_eq!(response.status(), StatusCode::OK, "{body}");
    let (response, body) = get(&router, "/api/nothing", &[HERE]).await;
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    assert!(body.contains(r#""code":"notFound""#), "{body}");
}

#[tokio::test]
async fn another_name_for_this_address_is_refused() {
    let router = served().await;
    for path in ["/", "/api/events", "/api/events.json"] {
        for headers in [&[("host", "rebound.example:8080")][..], &[]] {
            let (response, _) = get(&router, path, headers).await;
            assert_eq!(response.status(), StatusCode::MISDIRECTED_REQUEST, "{path} {headers:?}");
        }
    }
}

#[test]
fn a_folder_without_a_console_is_an_error() {
    let dir = tempfile::tempdir().unwrap();
    let error = format!("{:#}", Site::find(Some(dir.path())).unwrap_err());
    assert!(error.contains("there is no built console in"), "{error}");
}

/// What CloudFront adds when hosted is what this server adds, but for what only TLS makes sense of.
#[tokio::test]
async fn headers_are_those_of_the_template() {
    let template = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../template.yaml")).unwrap();
    let template: serde_json::Value = serde_saphyr::from_str(&template).unwrap();
    let policy = &template["Resources"]["SecurityHeaders"]["Properties"]["ResponseHeadersPolicyConfig"];
    let standard = &policy["SecurityHeadersConfig"];
    let custom = policy["CustomHeadersConfig"]["Items"].as_array().unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let mut expected: Vec<(String, String)> =
        custom.iter().map(|item| (text(&item["Header"]).to_lowercase(), text(&item["Value"]))).collect();
    let csp = &standard["ContentSecurityPolicy"]["ContentSecurityPolicy"];
    expected.push(("content-security-policy".to_owned(), text(csp)));
    expected.push(("referrer-policy".to_owned(), text(&standard["ReferrerPolicy"]["ReferrerPolicy"])));
    assert!(standard["ContentTypeOptions"].is_object() && standard["StrictTransportSecurity"].is_object());
    expected.push(("x-content-type-options".to_owned(), "nosniff".to_owned()));
    expected.sort();

    let (response, _) = get(&served().await, "/", &[HERE]).await;
    let other = ["content-type", "content-length", "cache-control", "vary"];
    let headers = response.headers().iter().filter(|(name, _)| !other.contains(&name.as_str()));
    let mut given: Vec<(String, String)> =
        headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
    given.sort();
    assert_eq!(given, expected);
}

#[test]
fn a_read_budget_is_neither_nothing_nor_everything() {
    assert_eq!((units("1"), units("12.5")), (Ok(1.0), Ok(12.5)));
    for text in ["0", "-1", "NaN", "inf", "100001", "much"] {
        assert!(units(text).is_err(), "{text}");
    }
}
