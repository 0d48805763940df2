//! `/api/views`

use axum::Extension;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use model::view::{MAX_VIEWS, SavedView, Views};
use model::{Cost, Me, Problem};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::Api;

/// What a page of ours sends.
const OWN: [(&str, &str); 2] = [("x-whodunit", "1"), ("sec-fetch-site", "same-origin")];

/// Asks as `who`, nobody in particular on a laptop; `Ana#2` is another who is called Ana.
async fn ask(
    api: &Api,
    who: &str,
    method: &str,
    uri: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> (StatusCode, Value) {
    let router = match who {
        "" => api.router.clone(),
        name => {
            let subject = name.to_owned();
            let name = name.split('#').next().unwrap_or_default().to_owned();
            let me = Me { sign_in: true, subject, name, ..Me::default() };
            api.router.clone().layer(Extension(me))
        }
    };
    let request =
        headers.iter().fold(Request::builder().method(method).uri(uri), |r, (n, v)| r.header(*n, *v));
    let response = router.oneshot(request.body(Body::from(body.to_owned())).unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    (parts.status, serde_json::from_slice(&body).unwrap_or(Value::Null))
}

fn draft(name: &str, shared: bool) -> String {
    json!({"name": name, "url": "q=event%3ADelete*&from=-7d", "shared": shared}).to_string()
}

async fn create(api: &Api, who: &str, name: &str, shared: bool) -> SavedView {
    let (status, view) = ask(api, who, "POST", "/api/views", &OWN, &draft(name, shared)).await;
    assert_eq!(status, 201, "{view}");
    serde_json::from_value(view).unwrap()
}

async fn names(api: &Api, who: &str) -> Vec<String> {
    let (status, views) = ask(api, who, "GET", "/api/views", &[], "").await;
    assert_eq!(status, 200, "{views}");
    let views: Views = serde_json::from_value(views).unwrap();
    views.views.into_iter().map(|view| format!("{}/{}/{}", view.owner, view.name, view.own)).collect()
}

#[tokio::test]
async fn a_person_sees_the_own_and_the_shared_and_changes_the_own() {
    let api = Api::with_corpus().await;
    let view = create(&api, "", "Deletions", false).await;
    assert_eq!((&*view.owner, view.own, view.created), ("laptop", true, view.updated));
    create(&api, "Ana", "mine", false).await;
    let shared = create(&api, "Ana", "all", true).await;
    assert_eq!(names(&api, "Ana").await, ["Ana/all/true", "Ana/mine/true"]);
    assert_eq!(names(&api, "Bo").await, ["Ana/all/false"]);
    // A name proves nothing: people may choose theirs.
    assert_eq!(names(&api, "Ana#2").await, ["Ana/all/false"]);

    let path = format!("/api/views/{}", shared.id);
    let change = json!({"name": "none", "url": "", "seen": shared.updated}).to_string();
    let (status, problem) = ask(&api, "Bo", "PUT", &path, &OWN, &change).await;
    assert_eq!((status.as_u16(), &problem["code"]), (409, &json!("changed")));
    let delete = format!("{path}?seen={}", shared.updated);
    for other in ["Bo", "Ana#2", ""] {
        assert_eq!(ask(&api, other, "DELETE", &delete, &OWN, "").await.0, 409, "{other}");
    }
    let (status, changed) = ask(&api, "Ana", "PUT", &path, &OWN, &change).await;
    assert_eq!((status.as_u16(), &changed["name"], &changed["shared"]), (200, &json!("none"), &json!(false)));
    assert_eq!(names(&api, "Bo").await, [""; 0]);
}

#[tokio::test]
async fn of_two_who_saw_the_same_the_second_loses_nothing() {
    let api = Api::with_corpus().await;
    let view = create(&api, "", "one", false).await;
    let path = format!("/api/views/{}", view.id);
    let change = |name: &str| json!({"name": name, "url": "", "seen": view.updated}).to_string();
    assert_eq!(ask(&api, "", "PUT", &path, &OWN, &change("two")).await.0, 200);
    assert_eq!(ask(&api, "", "PUT", &path, &OWN, &change("three")).await.0, 409);
    assert_eq!(ask(&api, "", "DELETE", &format!("{path}?seen={}", view.updated), &OWN, "").await.0, 409);
    assert_eq!(names(&api, "").await, ["laptop/two/true"]);
    let (_, views) = ask(&api, "", "GET", "/api/views", &[], "").await;
    let now = views["views"][0]["updated"].as_str().unwrap();
    assert_eq!(ask(&api, "", "DELETE", &format!("{path}?seen={now}"), &OWN, "").await.0, 204);
    assert_eq!(ask(&api, "", "DELETE", &format!("{path}?seen={now}"), &OWN, "").await.0, 409);
    assert_eq!(names(&api, "").await, [""; 0]);
    // What a view left behind is no event, and no query meets it.
    assert_eq!(api.get(&format!("/api/events/{}", view.id)).await.status, 404);
}

#[tokio::test]
async fn another_page_changes_nothing() {
    let api = Api::with_corpus().await;
    let view = create(&api, "", "one", false).await;
    let path = format!("/api/views/{}", view.id);
    let delete = format!("{path}?seen={}", view.updated);
    for headers in [
        &[][..],
        &[("sec-fetch-site", "same-origin")],
        &[("x-whodunit", "1"), ("sec-fetch-site", "cross-site")],
        &[("x-whodunit", "1"), ("sec-fetch-site", "none")],
    ] {
        for (method, uri) in [("POST", "/api/views"), ("PUT", &*path), ("DELETE", &*delete)] {
            let (status, problem) = ask(&api, "", method, uri, headers, &draft("x", false)).await;
            assert_eq!(
                (status.as_u16(), &problem["code"]),
                (403, &json!("crossSite")),
                "{method} {headers:?}"
            );
        }
    }
    assert_eq!(names(&api, "").await, ["laptop/one/true"]);
}

#[tokio::test]
async fn what_is_no_view_is_refused_and_there_are_so_many_at_most() {
    let api = Api::with_corpus().await;
    let long = draft(&"x".repeat(9_000), false);
    for (body, status, code) in [
        ("{", 400, "badView"),
        ("{}", 400, "badView"),
        (r#"{"name":"","url":""}"#, 400, "badName"),
        (r#"{"name":"a","url":"https://evil.example/"}"#, 201, ""),
        (r#"{"name":"a","url":"q=nosuchkey%3A1"}"#, 400, "badQuery"),
        (&*long, 413, "tooLong"),
    ] {
        let (found, problem) = ask(&api, "", "POST", "/api/views", &OWN, body).await;
        assert_eq!(found.as_u16(), status, "{body}: {problem}");
        if status != 201 {
            assert_eq!(serde_json::from_value::<Problem>(problem).unwrap().code, code, "{body}");
        }
    }
    assert_eq!(ask(&api, "", "PUT", "/api/views/x", &OWN, &draft("a", false)).await.0, 400);
    assert_eq!(ask(&api, "", "DELETE", "/api/views/x?seen=2026-11-22", &OWN, "").await.0, 409);
    for n in 1..MAX_VIEWS {
        create(&api, "", &format!("v{n}"), false).await;
    }
    let (status, problem) = ask(&api, "", "POST", "/api/views", &OWN, &draft("more", false)).await;
    assert_eq!((status.as_u16(), &problem["code"]), (409, &json!("tooMany")));
    create(&api, "Ana", "hers", false).await;
}

#[tokio::test]
async fn other_methods_are_none() {
    let api = Api::with_corpus().await;
    for (method, uri) in [("PUT", "/api/views"), ("POST", "/api/views/x"), ("GET", "/api/views/x")] {
        let (status, problem) = ask(&api, "", method, uri, &OWN, "").await;
        assert_eq!((status.as_u16(), &problem["code"]), (405, &json!("wrongMethod")), "{method} {uri}");
    }
}

#[tokio::test]
async fn the_list_costs_a_read_unit_for_each_four_kilobytes_whosever_they_are() {
    let api = Api::with_corpus().await;
    let cost = async |owner: &str| {
        let mut cost = Cost::default();
        let views = api.store.views(owner, &mut cost).await.unwrap();
        (views.views.len(), cost.read_units, cost.round_trips)
    };
    assert_eq!(cost("Ana").await, (0, 1.0, 1));
    for n in 0..40 {
        create(&api, "Ana", &format!("Deletions of week {n}"), n % 2 == 0).await;
    }
    // 40 of 180 bytes.
    assert_eq!((cost("Ana").await, cost("Bo").await), ((40, 2.0, 1), (20, 2.0, 1)));
}
