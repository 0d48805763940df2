//! What is asked here is an event of the same history: nobody looks into an account's activity without a trace.
//!
//! Recorded is what shows events, or what is made of events, and what changes a saved view. The requests that a
//! page makes of one question (rows, bars, counts) are one question. What shows no event is not recorded
//! (`/api/me`, `/api/health`, `/api/status`, the list of views), nor is a question that cannot be read.
//!
//! Where people sign in, nothing is answered whose record could not be kept. On a laptop the table is the
//! reader's own, and may be one that can only be read.

mod question;

use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures::future::join;
use model::view::LAPTOP;
use model::{Asked, Me, SavedView};

use crate::App;
use crate::error::{Failure, LogText};
use question::{Question, question};

/// From where a request comes, as what stands before the API says; an extension of the request.
#[derive(Clone, Debug)]
pub struct Address(pub String);

/// The change to a saved view that an answer is about; an extension of the answer.
#[derive(Clone, Debug)]
pub(crate) struct Changed(Question);

/// Records what `request` asks, while it is answered: no answer waits for a record longer than for itself.
pub(crate) async fn record(State(app): State<App>, request: Request, next: Next) -> Response {
    let (asker, signed_in) = asker(&request);
    let now = (app.clock)();
    let note = async |(name, parameters): Question| {
        let asked = Asked { name: name.to_owned(), parameters, ..asker };
        app.store.ask(&asked.bounded().to_text(), now).await
    };
    let (noted, mut answer) = match question(request.method(), request.uri()) {
        Some(question) => join(note(question), next.run(request)).await,
        None => {
            let mut answer = next.run(request).await;
            match answer.extensions_mut().remove() {
                Some(Changed(question)) => (note(question).await, answer),
                None => return answer,
            }
        }
    };
    if let Err(error) = noted {
        if signed_in {
            return Failure::from(error).into_response();
        }
        answer.extensions_mut().insert(LogText(format!("not recorded: {error}")));
    }
    answer
}

/// Who asks, with the question still open; and whether that is somebody who signed in.
fn asker(request: &Request) -> (Asked, bool) {
    let sent = sent(request.headers(), request.extensions().get());
    match request.extensions().get::<Me>().filter(|me| me.sign_in) {
        Some(me) => (Asked { subject: Some(me.subject.clone()), who: me.name.clone(), ..sent }, true),
        None => (sent, false),
    }
}

/// From where and by what a request was sent, as far as anybody says; by the laptop's reader.
pub(crate) fn sent(headers: &HeaderMap, address: Option<&Address>) -> Asked {
    let agent = headers.get(USER_AGENT);
    Asked {
        who: LAPTOP.to_owned(),
        address: address.map(|address| address.0.clone()),
        agent: agent.map(|agent| String::from_utf8_lossy(agent.as_bytes()).into_owned()),
        ..Asked::default()
    }
}

impl Changed {
    /// `name` is what was done to `view`: `CreateView`, `UpdateView`.
    pub(crate) fn to(name: &'static str, view: &SavedView) -> Changed {
        let shared = view.shared.to_string();
        let said = [("viewId", &view.id), ("name", &view.name), ("url", &view.url), ("shared", &shared)];
        Changed((name, said.map(|(name, value)| (name.to_owned(), value.clone())).into()))
    }

    /// The view `id` is deleted.
    pub(crate) fn deleted(id: String) -> Changed {
        Changed(("DeleteView", [("viewId".to_owned(), id)].into()))
    }
}
