//! The same API over HTTP, for processes other than ours.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::header::{CONTENT_TYPE, ORIGIN};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::engine::Engine;
use crate::error::Error;

/// DynamoDB's limit of a request, in bytes.
const MAX_REQUEST: usize = 16 * 1024 * 1024;

/// A running HTTP endpoint. Dropped, it takes no more requests and ends after those under way.
#[derive(Debug)]
pub struct Served {
    addr: SocketAddr,
    // Its drop is what the server waits for.
    _stop: oneshot::Sender<()>,
}

impl Served {
    /// Where it listens, with the port that was found when port 0 was asked for.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }
}

pub(crate) async fn serve(engine: Arc<Engine>, addr: SocketAddr) -> Result<Served, Error> {
    let listen = |e| Error::Listen(addr, e);
    let listener = TcpListener::bind(addr).await.map_err(listen)?;
    let bound = listener.local_addr().map_err(listen)?;
    let (stop, stopped) = oneshot::channel::<()>();
    let router =
        Router::new().route("/", post(answer)).layer(DefaultBodyLimit::max(MAX_REQUEST)).with_state(engine);
    let server = axum::serve(listener, router).with_graceful_shutdown(async move {
        let _ = stopped.await;
    });
    tokio::spawn(server.into_future());
    Ok(Served { addr: bound, _stop: stop })
}

async fn answer(State(engine): State<Arc<Engine>>, headers: HeaderMap, body: Bytes) -> Response {
    // A browser names the origin of every POST: some page tries its luck on the loopback address.
    if headers.contains_key(ORIGIN) {
        return (StatusCode::FORBIDDEN, "no web pages, please").into_response();
    }
    let work = tokio::task::spawn_blocking(move || {
        let target = headers.get("x-amz-target").and_then(|value| value.to_str().ok());
        engine.answer(target.unwrap_or_default(), &body)
    });
    match work.await {
        Ok(answer) => {
            let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (status, [(CONTENT_TYPE, "application/x-amz-json-1.0")], answer.body).into_response()
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
