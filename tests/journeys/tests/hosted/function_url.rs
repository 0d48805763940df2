//! A Function URL: what HTTP brings becomes the event that Lambda makes of it, and what the function answers
//! becomes HTTP.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use tokio::net::TcpListener;

use crate::binary::Running;
use crate::function::{Function, event};
use crate::runtime::Runtime;

/// Lambda's own bound of a request, in bytes.
const MAX_BODY: usize = 6 << 20;

/// An address, and the function behind it, which ends when this is dropped.
pub(crate) struct FunctionUrl {
    pub(crate) address: String,
    _binary: Running,
}

impl FunctionUrl {
    pub(crate) async fn of(Function { runtime, binary }: Function) -> FunctionUrl {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let router = Router::new().fallback(pass).with_state(Arc::new(runtime));
        tokio::spawn(axum::serve(listener, router).into_future());
        FunctionUrl { address, _binary: binary }
    }
}

async fn pass(State(runtime): State<Arc<Runtime>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = axum::body::to_bytes(body, MAX_BODY).await.unwrap();
    let text = is_text(&parts.headers).then(|| String::from_utf8(body.to_vec()).unwrap());
    let other = json!({
        "cookies": [],
        "headers": parts.headers.iter().map(header).collect::<Map<_, _>>(),
        "isBase64Encoded": text.is_none(),
        "body": text.unwrap_or_else(|| STANDARD.encode(&body)),
    });
    let answer = runtime.invoke(event(parts.method.as_str(), &parts.uri, other)).await.either().await;
    let mut response = Response::builder().status(u16::try_from(answer.status).unwrap());
    for (name, value) in answer.headers.as_object().unwrap() {
        response = response.header(name, value.as_str().unwrap());
    }
    response.body(Body::from(answer.body)).unwrap()
}

fn header((name, value): (&axum::http::HeaderName, &axum::http::HeaderValue)) -> (String, Value) {
    (name.to_string(), json!(value.to_str().unwrap()))
}

/// Whether Lambda hands the body over as text; the JSON of CloudTrail's clients is none for it.
fn is_text(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).map_or("", |kind| kind.to_str().unwrap());
    kind.starts_with("text/") || kind == "application/json"
}
