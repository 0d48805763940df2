//! The gate before a router: nothing behind it is answered that is not signed by a key of ours.
//!
//! It stands before every path, and it refuses whenever it cannot tell.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use http::StatusCode;
use http::header::AUTHORIZATION;
use model::Timestamp;
use store::Store;

use crate::authorization::Authorization;
use crate::{AccessKey, Failure, Protocol, Seed, signature};

/// What is behind a gate.
#[derive(Clone, Copy, Debug)]
pub struct Door {
    /// The service's name in a signature's scope.
    pub service: &'static str,
    /// How a refusal is written.
    pub protocol: Protocol,
    /// The longest body, in bytes: a signature is over all of it.
    pub max_body: usize,
}

/// Who signed a request: an extension of it, for the handlers behind a gate.
#[derive(Clone, Debug)]
pub struct Caller(String);

impl Caller {
    /// The id of the key that signed.
    pub fn access_key_id(&self) -> &str {
        &self.0
    }
}

/// What a request has to pass.
#[derive(Clone, Debug)]
pub struct Gate {
    store: Store,
    seed: Seed,
    door: Door,
    clock: fn() -> Timestamp,
}

impl Gate {
    /// A gate that knows the keys in `store` and makes their secrets from `seed`.
    pub fn new(store: Store, seed: Seed, door: Door, clock: fn() -> Timestamp) -> Gate {
        Gate { store, seed, door, clock }
    }

    /// `router` behind the gate.
    pub fn protect(self, router: Router) -> Router {
        router.layer(from_fn_with_state(Arc::new(self), pass))
    }

    async fn signed(&self, request: Request) -> Result<Request, Failure> {
        let (mut parts, body) = request.into_parts();
        let header = parts.headers.get(AUTHORIZATION).ok_or_else(|| {
            let failure = Failure::new("MissingAuthenticationTokenException", "Missing Authentication Token");
            failure.with_status(StatusCode::FORBIDDEN)
        })?;
        // What is no text is no signature either.
        let header = header.to_str().unwrap_or_default().to_owned();
        let authorization = Authorization::read(&header)?;
        let time = signature::check_scope(&parts, &authorization, self.door.service, (self.clock)())?;
        let id = authorization.access_key_id;
        let found = AccessKey::find(&self.store, id).await.map_err(|e| Failure::of_store(&e))?;
        // Ours have no session token, so whatever comes with one is not ours.
        let has_token = parts.headers.contains_key("x-amz-security-token");
        if found.is_none_or(|key| key.revoked.is_some()) || has_token {
            let why = "The security token included in the request is invalid.";
            let failure = Failure::new("UnrecognizedClientException", why);
            return Err(failure.with_status(StatusCode::FORBIDDEN));
        }
        let body = axum::body::to_bytes(body, self.door.max_body).await.map_err(|_| {
            let why = format!("The request is longer than {} bytes, or broke off.", self.door.max_body);
            let failure = Failure::new("RequestEntityTooLargeException", why);
            failure.with_status(StatusCode::PAYLOAD_TOO_LARGE)
        })?;
        signature::check(&parts, &body, &authorization, &self.seed.secret(id), time)?;
        parts.extensions.insert(Caller(id.to_owned()));
        Ok(Request::from_parts(parts, Body::from(body)))
    }
}

async fn pass(State(gate): State<Arc<Gate>>, request: Request, next: Next) -> Response {
    match gate.signed(request).await {
        Ok(request) => next.run(request).await,
        Err(failure) => {
            tracing::warn!(code = failure.code, service = gate.door.service, "a request was refused");
            failure.response(gate.door.protocol)
        }
    }
}
