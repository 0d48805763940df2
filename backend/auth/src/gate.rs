//! The gate before a router: nothing behind it is answered without a session.
//!
//! It stands before every path, those that do not exist included, and it refuses whenever it cannot tell.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::Response;
use http::HeaderMap;
use model::{Me, Timestamp};

use crate::refusal::Refusal;
use crate::{Sessions, cookie, same_origin};

/// Tells the time of asking.
pub(crate) type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// What a request has to pass.
#[derive(Clone)]
pub struct Gate {
    sessions: Sessions,
    clock: Clock,
}

impl std::fmt::Debug for Gate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Gate").field("sessions", &self.sessions).finish_non_exhaustive()
    }
}

impl Gate {
    /// A gate that knows these sessions.
    pub fn new(sessions: Sessions, clock: impl Fn() -> Timestamp + Send + Sync + 'static) -> Gate {
        Gate { sessions, clock: Arc::new(clock) }
    }

    /// `router` behind the gate. Its handlers find who asks as an extension of the request, a [`Me`].
    pub fn protect(self, router: Router) -> Router {
        router.layer(from_fn_with_state(self, pass)).layer(from_fn(same_origin::only_own_pages))
    }

    async fn who(&self, headers: &HeaderMap) -> Result<Me, Refusal> {
        let id = cookie::session(headers).ok_or(Refusal::SignedOut)?;
        let now = (self.clock)();
        let session = self.sessions.find(&id, now).await?.ok_or(Refusal::SignedOut)?;
        if session.is_stale(now) {
            return Err(Refusal::SessionStale);
        }
        if !self.sessions.touch(&id, &session, now).await? {
            return Err(Refusal::SignedOut);
        }
        if session.person.groups.is_empty() {
            return Err(Refusal::NotAllowed(session.person.name));
        }
        Ok(session.me(&self.sessions.config))
    }
}

async fn pass(State(gate): State<Gate>, mut request: Request, next: Next) -> Result<Response, Refusal> {
    let me = gate.who(request.headers()).await?;
    request.extensions_mut().insert(me);
    Ok(next.run(request).await)
}
