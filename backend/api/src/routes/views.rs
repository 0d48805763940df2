//! `/api/views`: the one place of this API where something can be changed, and only by our own pages.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::{Extension, Json};
use model::view::{Draft, LAPTOP, MAX_VIEWS, SavedView, Views};
use model::{Cost, Me, Timestamp};
use serde::Deserialize;
use store::{Changed, Owner};

use crate::App;
use crate::asked;
use crate::error::Failure;

/// The longest body, in bytes.
pub(crate) const MAX_BODY: usize = 8 * 1_024;

/// Who asks.
type Asker = Option<Extension<Me>>;

/// Which state of a view is to be deleted.
#[derive(Debug, Deserialize)]
pub(crate) struct Seen {
    seen: Timestamp,
}

pub(crate) async fn list(State(app): State<App>, me: Asker) -> Result<Json<Views>, Failure> {
    Ok(Json(app.store.views(&owner(me).id, &mut Cost::default()).await?))
}

pub(crate) async fn create(
    State(app): State<App>,
    me: Asker,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<(StatusCode, Extension<asked::Changed>, Json<SavedView>), Failure> {
    let draft = draft(&headers, body)?;
    let changed = app.store.create_view(&owner(me), &draft, (app.clock)()).await?;
    let view = done(changed)?.ok_or_else(other)?;
    Ok((StatusCode::CREATED, Extension(asked::Changed::to("CreateView", &view)), Json(view)))
}

pub(crate) async fn change(
    State(app): State<App>,
    me: Asker,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<(Extension<asked::Changed>, Json<SavedView>), Failure> {
    let draft = draft(&headers, body)?;
    let seen = draft.seen.ok_or_else(|| {
        let message = "`seen` says which state of the view was changed: its `updated`";
        Failure::new(StatusCode::BAD_REQUEST, "badView", message)
    })?;
    let changed = app.store.change_view(&owner(me).id, &bounded(id)?, &draft, seen, (app.clock)()).await?;
    let view = done(changed)?.ok_or_else(other)?;
    Ok((Extension(asked::Changed::to("UpdateView", &view)), Json(view)))
}

pub(crate) async fn delete(
    State(app): State<App>,
    me: Asker,
    Path(id): Path<String>,
    headers: HeaderMap,
    Query(Seen { seen }): Query<Seen>,
) -> Result<(StatusCode, Extension<asked::Changed>), Failure> {
    only_own_pages(&headers)?;
    let id = bounded(id)?;
    done(app.store.delete_view(&owner(me).id, &id, seen, (app.clock)()).await?)?;
    Ok((StatusCode::NO_CONTENT, Extension(asked::Changed::deleted(id))))
}

fn owner(me: Asker) -> Owner {
    let laptop = || Owner { id: LAPTOP.to_owned(), name: LAPTOP.to_owned() };
    me.filter(|Extension(me)| me.sign_in)
        .map_or_else(laptop, |Extension(me)| Owner { id: me.subject, name: me.name })
}

fn draft(headers: &HeaderMap, body: Result<Bytes, BytesRejection>) -> Result<Draft, Box<Failure>> {
    only_own_pages(headers)?;
    let body = body.map_err(|_| {
        let message = format!("a view has at most {MAX_BODY} bytes");
        Box::new(Failure::new(StatusCode::PAYLOAD_TOO_LARGE, "tooLong", &message))
    })?;
    let draft: Draft = serde_json::from_slice(&body).map_err(|error| {
        let message = format!("the body is no view: {error}");
        Box::new(Failure::new(StatusCode::BAD_REQUEST, "badView", &message))
    })?;
    draft.checked().map_err(|problem| Box::new(Failure::of(StatusCode::BAD_REQUEST, *problem)))
}

/// A page of another site can send no header of ours, and a browser says whose page asks. Where people sign in
/// a gate has asked the same; on a laptop nobody has.
fn only_own_pages(headers: &HeaderMap) -> Result<(), Box<Failure>> {
    let value = |name: &str| headers.get(name).map(|value| value.as_bytes());
    let site = value("sec-fetch-site").is_none_or(|site| site == b"same-origin");
    if site && value("x-whodunit") == Some(b"1") {
        return Ok(());
    }
    let message = "views are changed by the console's own pages only";
    Err(Box::new(Failure::new(StatusCode::FORBIDDEN, "crossSite", message)))
}

/// An id as we make them; another is nobody's, and may be longer than a key.
fn bounded(id: String) -> Result<String, Box<Failure>> {
    if id.len() == 32 { Ok(id) } else { Err(Box::new(other())) }
}

fn done(changed: Changed) -> Result<Option<SavedView>, Box<Failure>> {
    match changed {
        Changed::Done(view) => Ok(view),
        Changed::Other => Err(Box::new(other())),
        Changed::TooMany => {
            let message = format!("there are {MAX_VIEWS} views of yours, the most there may be; delete some");
            Err(Box::new(Failure::new(StatusCode::CONFLICT, "tooMany", &message)))
        }
    }
}

fn other() -> Failure {
    let message = "this view was changed or deleted meanwhile, or is not yours; load the list again";
    Failure::new(StatusCode::CONFLICT, "changed", message)
}
