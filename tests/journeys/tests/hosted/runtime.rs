//! AWS Lambda's side of the [Runtime API]: events are waiting to be asked for, answers are posted back.
//!
//! [Runtime API]: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::Json;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures::StreamExt;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::{Mutex, mpsc, oneshot};

use crate::answer::Answer;

pub(crate) struct Runtime {
    addr: SocketAddr,
    events: mpsc::UnboundedSender<Invocation>,
}

/// An event, and who waits for its answer.
type Invocation = (Value, oneshot::Sender<Answer>);

struct Shared {
    waiting: Mutex<mpsc::UnboundedReceiver<Invocation>>,
    asked: Mutex<HashMap<String, oneshot::Sender<Answer>>>,
    count: AtomicU64,
}

impl Runtime {
    pub(crate) async fn start() -> Runtime {
        let (events, waiting) = mpsc::unbounded_channel();
        let shared = Arc::new(Shared {
            waiting: Mutex::new(waiting),
            asked: Mutex::default(),
            count: AtomicU64::new(0),
        });
        let router = Router::new()
            .route("/2018-06-01/runtime/invocation/next", get(next))
            .route("/2018-06-01/runtime/invocation/{id}/response", post(answered))
            .route("/2018-06-01/runtime/invocation/{id}/error", post(answered))
            .layer(DefaultBodyLimit::disable())
            .with_state(shared);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let addr = listener.local_addr().unwrap();
        tokio::spawn(axum::serve(listener, router).into_future());
        Runtime { addr, events }
    }

    pub(crate) fn addr(&self) -> String {
        self.addr.to_string()
    }

    /// Hands `event` to the function and waits until it begins to answer.
    pub(crate) async fn invoke(&self, event: Value) -> Answer {
        let (answer, answered) = oneshot::channel();
        self.events.send((event, answer)).unwrap();
        answered.await.unwrap()
    }
}

async fn next(State(shared): State<Arc<Shared>>) -> Response {
    let invocation = shared.waiting.lock().await.recv().await;
    let Some((event, answer)) = invocation else { return StatusCode::GONE.into_response() };
    let id = format!("request-{}", shared.count.fetch_add(1, Ordering::Relaxed));
    shared.asked.lock().await.insert(id.clone(), answer);
    let headers = [
        ("lambda-runtime-aws-request-id", id),
        ("lambda-runtime-deadline-ms", "4102444800000".to_owned()),
        (
            "lambda-runtime-invoked-function-arn",
            "arn:aws:lambda:us-east-1:111122223333:function:api".to_owned(),
        ),
        ("lambda-runtime-trace-id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0".to_owned()),
    ];
    (headers, Json(event)).into_response()
}

/// Hands the answer on chunk by chunk: what nobody takes is not read from the function.
async fn answered(State(shared): State<Arc<Shared>>, Path(id): Path<String>, request: Request) -> StatusCode {
    let mode = request.headers().get("lambda-runtime-function-response-mode");
    let streamed = mode.is_some_and(|mode| mode == "streaming");
    let (chunks, answer) = Answer::pair(streamed);
    if let Some(waiting) = shared.asked.lock().await.remove(&id) {
        // A test that failed no longer waits.
        let _ = waiting.send(answer);
    }
    hand_on(request.into_body(), chunks).await;
    StatusCode::ACCEPTED
}

async fn hand_on(body: Body, chunks: mpsc::Sender<Result<Bytes, String>>) {
    let mut body = body.into_data_stream();
    while let Some(chunk) = body.next().await {
        if chunks.send(chunk.map_err(|e| e.to_string())).await.is_err() {
            return;
        }
    }
}
